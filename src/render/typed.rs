//! Commands and files as the reader types and opens them where he stands.

use std::path::Path;

use super::Paths;
use crate::{
    due::{Begin, Due},
    lang::{Lang, say},
    register::claim::year_of,
};

/// From the register to the words of a command line.
pub(crate) struct Typed {
    /// ` -C DIR`, where the reader named the register so; else empty.
    dir: String,
    /// Units are named from the directory that `-C` gives.
    units: Paths,
    files: Paths,
}

impl Typed {
    /// `dir` is what `-C` named, joined to the working directory; `here` is where the command looked from.
    pub(crate) fn new(dir: Option<&Path>, root: &Path, here: &Path, working_dir: &Path) -> Self {
        let dir = dir.map(|dir| dir.strip_prefix(working_dir).unwrap_or(dir));
        Self {
            dir: dir.map(|dir| format!(" -C {}", quoted(&dir.display().to_string()))).unwrap_or_default(),
            units: Paths::new(root, here),
            files: Paths::new(root, working_dir),
        }
    }

    /// For programs, whose paths start at the register's root.
    pub(crate) fn from_root(root: &Path) -> Self {
        Self { dir: String::new(), units: Paths::new(root, root), files: Paths::new(root, root) }
    }

    /// `chibo WORDS` for a unit; the one in which the reader stands needs no name.
    pub(crate) fn command(&self, words: &str, unit: &str) -> String {
        let command = self.command_here(words);
        self.elsewhere(unit).map_or(command.clone(), |unit| format!("{command} {}", quoted(&unit)))
    }

    /// `chibo member EVENT` of somebody in a cell.
    pub(crate) fn member(&self, event: &str, cell: &str, lang: Lang) -> String {
        let id = say!(lang, "MÃ", "ID");
        let who = self.elsewhere(cell).map_or(id.clone(), |cell| format!("{cell}/{id}"));
        format!("{} {}", self.command_here(&format!("member {event}")), quoted(&who))
    }

    /// A unit, unless the reader stands in it.
    fn elsewhere(&self, unit: &str) -> Option<String> {
        Some(self.shown(unit)).filter(|shown| shown != "." && !self.units.is_inside(unit))
    }

    /// `chibo WORDS` for the unit in which the reader stands.
    pub(crate) fn command_here(&self, words: &str) -> String {
        format!("chibo {words}{}", self.dir)
    }

    /// A unit as an argument of a command.
    pub(crate) fn unit(&self, unit: &str) -> String {
        quoted(&self.shown(unit))
    }

    /// A village of the commune in which the reader stands is named alone.
    fn shown(&self, unit: &str) -> String {
        let Some((commune, village)) = unit.split_once('#') else { return self.units.show(unit) };
        let is_here = commune.is_empty() && self.units.show("") == "." || self.units.is_inside(commune);
        let commune = if is_here { String::new() } else { self.units.show(commune) };
        format!("{commune}#{village}")
    }

    /// A file as its reader can open it.
    pub(crate) fn file(&self, path: &str) -> String {
        self.files.show(path)
    }

    /// What to type, or which file to open.
    pub(crate) fn begin(&self, due: &Due, lang: Lang) -> String {
        if let Some(command) = self.beginning(due, lang) {
            return command;
        }
        let Begin::Open(path) = &due.begin else { return String::new() };
        let is_there = self.is_there(path);
        let path = self.files.show(path);
        if is_there { say!(lang, "mở {path}", "open {path}") } else { say!(lang, "ghi {path}", "write {path}") }
    }

    /// The command that begins what is to be done; nothing where a file is to be opened.
    pub(crate) fn beginning(&self, due: &Due, lang: Lang) -> Option<String> {
        let command = |words: &str| self.command(words, &due.unit);
        match &due.begin {
            Begin::Meeting { day, kind } => Some(format!("{} --date {day} --kind {kind}", command("new-meeting"))),
            Begin::Briefing { day } => Some(format!("{} --date {day}", command("new-briefing"))),
            Begin::Trace { target, year } => Some(format!("{} --year {year}", command(&format!("trace {target}")))),
            Begin::Agreement => Some(command("new-agreement")),
            Begin::Head => {
                Some(format!("{} --date {}", command("official elect"), say!(lang, "NGÀY-BẦU", "DAY-ELECTED")))
            }
            Begin::Role => {
                Some(format!("{} --as {}", self.member("elect", &due.unit, lang), say!(lang, "CHỨC-VỤ", "ROLE")))
            }
            Begin::RollCall(path) => Some(self.command("roll-call", path)),
            Begin::Backup => {
                let file = say!(lang, "TỆP.zip", "FILE.zip");
                Some(format!("{} -o {file}", self.command_here("backup")))
            }
            Begin::Open(path) => {
                let (unit, year) = of_year(path).filter(|_| !self.is_there(path))?;
                Some(format!("{} --year {year}", self.command("new-year", unit)))
            }
        }
    }

    fn is_there(&self, path: &str) -> bool {
        self.files.root.join(path).exists()
    }
}

/// The unit and the year of a file that `chibo new-year` writes.
fn of_year(path: &str) -> Option<(&str, i32)> {
    let (directory, name) = path.rsplit_once('/')?;
    let (unit, year) = directory.rsplit_once('/').unwrap_or(("", directory));
    let is_written = ["year.toml", "assessments.csv", "villages.csv"].contains(&name);
    Some((unit, year_of(year)?)).filter(|_| is_written)
}

fn quoted(word: &str) -> String {
    // To a shell, what follows a # in front is no word.
    if word.contains(' ') || word.starts_with('#') { format!("\"{word}\"") } else { word.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn command(dir: Option<&str>, here: &str, unit: &str) -> String {
        Typed::new(dir.map(Path::new), Path::new("/w/r"), Path::new(here), Path::new("/w")).command("check", unit)
    }

    #[test]
    fn a_command_runs_where_the_reader_stands() {
        assert_eq!(command(Some("/w/r"), "/w/r", "a/b"), "chibo check -C r a/b");
        assert_eq!(command(Some("/w/r/a"), "/w/r/a", "a/b"), "chibo check -C r/a b");
        assert_eq!(command(Some("/sổ mới"), "/w/r", ""), "chibo check -C \"/sổ mới\"");
        assert_eq!(command(None, "/w/r/a", "b"), "chibo check ../b");
        assert_eq!(command(None, "/w/r/a", "a"), "chibo check");
        assert_eq!(command(None, "/w/r/a", "a#v"), "chibo check \"#v\"");
        assert_eq!(command(None, "/w/r", "a#v"), "chibo check a#v");
        assert_eq!(command(None, "/w/r", "#v"), "chibo check \"#v\"");
    }
}
