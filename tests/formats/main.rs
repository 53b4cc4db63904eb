//! The forms that other programs read are what their standards say.

#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

#[path = "../support/mod.rs"]
#[allow(unreachable_pub, reason = "shared with tests that need more of it")]
mod support;

mod check;
mod files;
mod json_schema;
mod records;
mod xsd;
