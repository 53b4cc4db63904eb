//! `chibo`: the records of village Party cells, checked against a provincial plan.
//!
//! bytes ─► records and problems ─► a commune ─► findings and tallies ─► text. Nothing below `run` asks the clock or
//! the environment, and nothing but a renderer writes.

mod clauses;
mod cli;
mod command;
mod context;
mod date;
mod explanation;
mod finding;
mod guidance;
mod io;
mod judge;
mod lang;
mod number;
mod parse;
mod received;
mod records;
mod register;
mod render;
mod report;
mod rules;
mod settings;
mod source;
mod targets;
mod text;
mod unit;
mod write;
mod years;

use std::ffi::OsString;

pub use io::Io;

/// Runs one command line (without the program's name) and gives its exit code: 0 nothing that counts, 1 findings, 2
/// chibo could not do its work, 3 no register or no such unit.
pub fn run(args: &[OsString], io: &mut Io<'_>) -> u8 {
    let exit = match cli::parse(args, &io.env()) {
        cli::Outcome::Print(text) => io.print(&text).map(|()| command::Exit::Fine),
        cli::Outcome::Refuse(text) => {
            io.complain(&text);
            Ok(command::Exit::Unable)
        }
        cli::Outcome::Run(globals, command) => return command::run(&globals, &command, io),
    };
    exit.map_or(command::Exit::Unable, |exit| exit) as u8
}
