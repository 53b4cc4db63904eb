//! What comes in when something went wrong: each bad input gives the designed finding, or an error that says what to
//! do, and the exit code that belongs to it; never a panic, never a wait without end.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that cannot go on has failed"
)]

#[path = "../support/mod.rs"]
mod support;

mod command_line;
mod damage;
mod names;
mod place;
mod process;
mod settings;
mod text;
mod tree;
