// The command line is so far called by its tests alone.
#[cfg(test)]
#[allow(unused_imports, reason = "its face is for the commands")]
mod cli;
#[cfg(test)]
#[allow(dead_code, reason = "the command line needs only a part of it")]
mod date;
#[cfg(test)]
#[allow(dead_code, reason = "the command line needs only a part of it")]
mod lang;

fn main() {}
