//! What a run sees of the process around it: streams, surroundings, the day. Tests make their own.

use std::{
    io::{self, IsTerminal, Write},
    path::PathBuf,
    time::Duration,
};

use crate::{
    cli::Env,
    date::{self, Date},
    register::open,
    watch::Watch,
};

/// After so many seconds people begin to wonder whether anything happens at all.
const PATIENCE: u64 = 1;

/// The process around a run.
pub struct Io<'i> {
    /// Standard output.
    pub out: &'i mut dyn Write,
    /// Standard error.
    pub err: &'i mut dyn Write,
    /// The directory in which the command was given.
    pub working_dir: PathBuf,
    /// An environment variable; an empty one counts as unset.
    pub var: fn(&str) -> Option<String>,
    /// The real day in Vietnam.
    pub today: Date,
    /// Whether standard output takes colour, by its own look.
    pub out_takes_colour: bool,
    /// Whether questions can be asked: standard input and output are a terminal.
    pub can_ask: bool,
    /// The columns of the terminal, where standard output is one.
    pub width: Option<u16>,
    /// Who watches the run, from standard error.
    pub watch: Watch,
}

impl<'i> Io<'i> {
    /// The real process.
    pub fn of_process(out: &'i mut dyn Write, err: &'i mut dyn Write) -> Self {
        let stdout = io::stdout();
        Self {
            out,
            err,
            working_dir: std::env::current_dir().unwrap_or_default(),
            var: |name| std::env::var(name).ok().filter(|value| !value.is_empty()),
            today: date::today(),
            out_takes_colour: anstream::AutoStream::choice(&stdout) != anstream::ColorChoice::Never,
            can_ask: io::stdin().is_terminal() && stdout.is_terminal(),
            width: stdout.is_terminal().then(crossterm_width).flatten(),
            watch: Watch::of_process(io::stderr().is_terminal()),
        }
    }

    /// Where results may be kept between runs: `CHIBO_CACHE`, else the user's own cache directory.
    pub(crate) fn cache_dir(&self) -> Option<PathBuf> {
        let absolute = |name| (self.var)(name).map(PathBuf::from).filter(|path| path.is_absolute());
        match (self.var)("CHIBO_CACHE") {
            Some(off) if off == "off" => None,
            Some(directory) => Some(self.working_dir.join(directory)),
            None => {
                let user = absolute("XDG_CACHE_HOME").or_else(|| Some(absolute("HOME")?.join(".cache")));
                user.map(|user| user.join("chibo"))
            }
        }
    }

    /// How long work may last before it is shown on a terminal: a second, or as many as `CHIBO_PROGRESS` says; absent
    /// where it says `off`.
    pub(crate) fn patience(&self) -> Option<Duration> {
        match (self.var)("CHIBO_PROGRESS") {
            Some(off) if off == "off" => None,
            said => Some(Duration::from_secs(said.and_then(|said| said.parse().ok()).unwrap_or(PATIENCE))),
        }
    }

    /// Where an entry that was interrupted waits for the next run: the user's own directory, never the register.
    pub(crate) fn state_dir(&self) -> Option<PathBuf> {
        let absolute = |name| (self.var)(name).map(PathBuf::from).filter(|path| path.is_absolute());
        let user = absolute("XDG_STATE_HOME")
            .or_else(|| absolute("LOCALAPPDATA"))
            .or_else(|| Some(absolute("HOME")?.join(".local/state")));
        user.map(|user| user.join("chibo"))
    }

    pub(crate) fn env(&self) -> Env {
        let var = self.var;
        let working_dir = self.working_dir.clone();
        Env {
            chibo_lang: var("CHIBO_LANG"),
            locale: ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(var),
            no_color: var("NO_COLOR").is_some(),
            working_dir: working_dir.clone(),
            register_language: Box::new(move |dir| open::language(dir.unwrap_or(&working_dir))),
        }
    }

    /// Writes to standard output. A reader who has had enough (`| head`) is no failure.
    pub(crate) fn print(&mut self, text: &str) -> io::Result<()> {
        self.print_bytes(text.as_bytes())
    }

    /// The same for what need not be text.
    pub(crate) fn print_bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self.out.write_all(bytes).and_then(|()| self.out.flush()) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            result => result,
        }
    }

    /// Writes to standard error; where even that fails there is nobody left to tell.
    pub(crate) fn complain(&mut self, text: &str) {
        let _ = self.err.write_all(text.as_bytes()).and_then(|()| self.err.flush());
    }
}

fn crossterm_width() -> Option<u16> {
    crossterm::terminal::size().ok().map(|(columns, _)| columns)
}
