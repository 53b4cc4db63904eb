//! `chibo`: the records of village Party cells, checked against a provincial plan.
//!
//! bytes ─► records and problems ─► a commune ─► findings and tallies ─► text. Nothing below `run` asks the clock or
//! the environment, and nothing but a renderer writes.

mod alphabet;
mod archive;
mod board;
mod cache;
mod catalogue;
mod clauses;
mod cli;
mod command;
mod context;
mod date;
mod demo;
mod difference;
mod document;
mod draft;
mod due;
mod edit;
mod encoding;
mod exchange;
mod explanation;
mod export;
mod filed;
mod files;
mod finding;
mod form;
mod guidance;
mod import;
mod io;
mod judge;
mod lang;
mod leftovers;
mod merge;
mod names;
mod number;
mod os;
mod page;
mod paper;
mod parse;
mod places;
mod public;
mod received;
mod records;
mod register;
mod regulations;
mod render;
mod report;
mod rules;
mod settings;
mod sheet_file;
mod source;
mod targets;
mod text;
mod themes;
mod trace;
mod unit;
mod watch;
mod write;
mod years;

use std::ffi::OsString;

pub use io::Io;
pub use watch::Watch;

/// Runs one command line (without the program's name) and gives its exit code: 0 nothing that counts, 1 findings, 2
/// chibo could not do its work, 3 no register or no such unit.
pub fn run(args: &[OsString], io: &mut Io<'_>) -> u8 {
    if args.is_empty() && io.can_ask {
        return command::menu::run(io);
    }
    match cli::parse(args, &io.env()) {
        cli::Outcome::Print(text, lang) => command::print(&text, lang, io),
        cli::Outcome::Refuse(text) => {
            io.complain(&text);
            command::Exit::Unable as u8
        }
        cli::Outcome::Run(globals, command) => command::run(&globals, &command, io),
    }
}
