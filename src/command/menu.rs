//! What `chibo` does when it is started without a word, as by a double click: a menu in plain words, one task after the
//! other. Each task is a command line, run as if it had been typed, so that the menu can do nothing that its reader
//! could not.

mod task;

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

use chrono::Datelike;
use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use self::task::{INSIDE, OUTSIDE, Task};
use crate::{
    cli::{self, Outcome},
    command::{
        self, Exit, Failure,
        ask::{Answer, Asker, Question},
    },
    draft,
    io::Io,
    lang::{Lang, say},
    register::open::{find_root, open},
};

/// Gives the exit code: leaving the menu is no failure, whatever its tasks came to.
pub(crate) fn run(io: &mut Io<'_>) -> u8 {
    let env = io.env();
    let lang = cli::language(&env);
    let asker = Asker { lang, styled: !env.no_color };
    let menu = Menu { asker, directory: io.working_dir.clone() };
    command::end(menu.serve(io), lang, io)
}

struct Menu {
    asker: Asker,
    /// Where the register is looked for, from here upwards.
    directory: PathBuf,
}

impl Menu {
    fn serve(mut self, io: &mut Io<'_>) -> Result<Exit, Failure> {
        let lang = self.asker.lang;
        let mut last = 0;
        loop {
            let root = find_root(&self.directory);
            let message = match &root {
                Some(root) => {
                    let shown = root.display();
                    say!(lang, "Sổ dữ liệu {shown}. Làm gì?", "The register {shown}. What is to be done?")
                }
                None => {
                    let shown = self.directory.display();
                    say!(
                        lang,
                        "{shown} chưa có sổ dữ liệu. Làm gì?",
                        "There is no register in {shown}. What is to be done?"
                    )
                }
            };
            let all: &[Task] = if root.is_some() { &INSIDE } else { &OUTSIDE };
            // A command that this build has not is not offered.
            let tasks: Vec<Task> = all.iter().copied().filter(|task| task.command().is_none_or(cli::knows)).collect();
            let labels: Vec<String> = tasks.iter().map(|task| task.label(lang)).collect();
            let task = match self.asker.choose(&message, &labels, last)? {
                Answer::Said(chosen) => {
                    last = if root.is_some() { chosen } else { 0 };
                    tasks.get(chosen).copied().unwrap_or(Task::Leave)
                }
                Answer::Back | Answer::Left => Task::Leave,
            };
            let said = match task {
                Task::Leave => return Ok(Exit::Fine),
                Task::Elsewhere => {
                    self.elsewhere(io)?;
                    continue;
                }
                Task::Due => Some(soonest()),
                Task::Meeting | Task::RollCall | Task::Init => {
                    Some(task.command().into_iter().map(str::to_owned).collect())
                }
                Task::Take => self.take()?,
                Task::Report => self.report(io)?,
            };
            // A question that was left leads back to the menu.
            let Some(words) = said else { continue };
            let code = self.call(&words, io);
            if task == Task::Take && code == Exit::Fine as u8 {
                self.write_too(words, io)?;
            }
            if !self.wait(io)? {
                return Ok(Exit::Fine);
            }
        }
    }

    /// Runs a command line in the register of the menu.
    fn call(&self, words: &[String], io: &mut Io<'_>) -> u8 {
        let mut args: Vec<OsString> = Vec::new();
        if self.directory != io.working_dir {
            args.extend(["-C".into(), self.directory.clone().into_os_string()]);
        }
        args.extend(words.iter().map(OsString::from));
        match cli::parse(&args, &io.env()) {
            Outcome::Run(globals, command) => command::run(&globals, &command, io),
            Outcome::Print(text, lang) => command::print(&text, lang, io),
            Outcome::Refuse(text) => {
                io.complain(&text);
                Exit::Unable as u8
            }
        }
    }

    /// A window that opened for this alone would close over what it says. Whether the menu goes on.
    fn wait(&self, io: &mut Io<'_>) -> Result<bool, Failure> {
        let text = say!(self.asker.lang, "\nNhấn Enter để tiếp tục\n", "\nPress Enter to go on\n");
        io.print(&text).map_err(Failure::Output)?;
        // A key, not a line: what was typed ahead may have come before the terminal took lines again.
        crossterm::terminal::enable_raw_mode().map_err(|error| Failure::Work(error.into()))?;
        let goes_on = loop {
            match event::read() {
                Ok(Event::Key(KeyEvent { kind: KeyEventKind::Release, .. })) => {}
                Ok(Event::Key(key)) if key.modifiers.contains(KeyModifiers::CONTROL) => match key.code {
                    KeyCode::Char('c') => break false,
                    // Enter, of a terminal that took lines when it was pressed.
                    KeyCode::Char('j' | 'm') => break true,
                    _ => {}
                },
                Ok(Event::Key(key)) if matches!(key.code, KeyCode::Enter | KeyCode::Esc) => break true,
                Ok(_) => {}
                Err(_) => break false,
            }
        };
        // Where this fails there is no terminal left.
        let _ = crossterm::terminal::disable_raw_mode();
        Ok(goes_on)
    }

    fn ask(
        &self,
        message: &str,
        default: Option<&str>,
        help: &str,
        check: impl Fn(&str) -> Result<(), String> + Clone,
    ) -> Result<Option<String>, Failure> {
        let mut question = Question { message, default, help, ..Question::default() };
        Ok(match self.asker.text(&mut question, check)? {
            Answer::Said(said) => Some(said),
            Answer::Back | Answer::Left => None,
        })
    }

    /// What was sent is looked at before it is taken.
    fn take(&self) -> Result<Option<Vec<String>>, Failure> {
        let lang = self.asker.lang;
        let message = say!(lang, "Tệp hay thư mục nào?", "Which file or directory?");
        let help = say!(
            lang,
            "gõ đường dẫn, hoặc kéo tệp thả vào cửa sổ này",
            "type its path, or drop the file on this window"
        );
        let path = self.ask(&message, None, &help, existing(lang))?;
        Ok(path.map(|path| vec!["take".to_owned(), unquoted(&path)]))
    }

    fn write_too(&self, mut words: Vec<String>, io: &mut Io<'_>) -> Result<(), Failure> {
        let lang = self.asker.lang;
        let options = [say!(lang, "Chưa, chỉ xem", "No, only look"), say!(lang, "Ghi vào sổ", "Write it")];
        let message = say!(lang, "Ghi những bản ghi trên vào sổ?", "Write these records into the register?");
        if self.asker.choose(&message, &options, 0)? == Answer::Said(1) {
            words.push("--write".to_owned());
            self.call(&words, io);
        }
        Ok(())
    }

    fn report(&self, io: &Io<'_>) -> Result<Option<Vec<String>>, Failure> {
        let lang = self.asker.lang;
        let message = say!(lang, "Năm nào?", "Which year?");
        let help = say!(lang, "các năm của Đề án", "the years of the plan");
        // The plan's last year, once it is over.
        let opened = open(&self.directory, lang, None, io.today);
        let year = opened.map_or(io.today.year(), |opened| opened.ctx.last_year()).to_string();
        let year = self.ask(&message, Some(&year), &help, move |text| {
            let year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
            if year { Ok(()) } else { Err(say!(lang, "cần một năm, ví dụ 2018", "give a year, such as 2018")) }
        })?;
        let Some(year) = year else { return Ok(None) };
        let message = say!(lang, "Ghi ra tệp?", "Into a file?");
        let help = say!(
            lang,
            "tên tệp, ví dụ bao-cao-{year}.xlsx để mở bằng Excel; để trống thì xem tại đây",
            "its name, such as report-{year}.xlsx for Excel; leave empty to see it here"
        );
        let Some(file) = self.ask(&message, None, &help, |_| Ok(()))? else { return Ok(None) };
        let mut words = vec!["report".to_owned(), "--year".to_owned(), year];
        if !file.is_empty() {
            words.extend(["-o".to_owned(), unquoted(&file)]);
        }
        Ok(Some(words))
    }

    /// Another register, which is offered again next time.
    fn elsewhere(&mut self, io: &mut Io<'_>) -> Result<(), Failure> {
        let lang = self.asker.lang;
        let kept = io.state_dir().map(|directory| directory.join("register"));
        let last = kept.as_ref().and_then(|path| std::fs::read_to_string(path).ok());
        let message = say!(lang, "Sổ dữ liệu ở thư mục nào?", "In which directory is the register?");
        let help = say!(
            lang,
            "gõ đường dẫn, hoặc kéo thư mục thả vào cửa sổ này; Esc quay lại",
            "type its path, or drop the directory on this window; Esc goes back"
        );
        let here = self.directory.clone();
        let answer = self.ask(&message, last.as_deref(), &help, move |text| {
            existing(lang)(text)?;
            let found = find_root(&here.join(unquoted(text)));
            found.map(drop).ok_or_else(|| {
                say!(lang, "thư mục này không có sổ dữ liệu (chibo.toml)", "there is no register (chibo.toml) there")
            })
        })?;
        if let Some(path) = answer {
            let directory = self.directory.join(unquoted(&path));
            // A shorter way to say where it is, where there is one.
            self.directory = directory.canonicalize().map_or(directory, plain);
            if let Some(kept) = kept {
                // It is asked for again where this fails.
                let _ = draft::put(&kept, self.directory.display().to_string().as_bytes());
            }
        }
        Ok(())
    }
}

/// As many as a window shows: what is most urgent would go over its upper edge.
fn soonest() -> Vec<String> {
    const LINES_OF_ONE: u16 = 4;
    let lines = crossterm::terminal::size().map_or(24, |(_, lines)| lines);
    let first = (lines / LINES_OF_ONE).saturating_sub(1).max(3);
    ["due", "--first", &first.to_string()].map(str::to_owned).to_vec()
}

/// Windows' own long form of a path is not one that its users know.
fn plain(path: PathBuf) -> PathBuf {
    match path.to_str().and_then(|text| text.strip_prefix(r"\\?\")) {
        Some(plain) if !plain.starts_with("UNC") => PathBuf::from(plain),
        _ => path,
    }
}

fn existing(lang: Lang) -> impl Fn(&str) -> Result<(), String> + Clone {
    move |text| {
        if !text.is_empty() && Path::new(&unquoted(text)).exists() {
            return Ok(());
        }
        Err(say!(lang, "không có tệp hay thư mục này", "there is no such file or directory"))
    }
}

/// A path that was dropped on a window comes in quotation marks.
fn unquoted(path: &str) -> String {
    let path = path.trim();
    for quote in ['"', '\''] {
        if let Some(inside) = path.strip_prefix(quote).and_then(|path| path.strip_suffix(quote)) {
            return inside.to_owned();
        }
    }
    path.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dropped_path_is_taken_without_its_quotation_marks() {
        assert_eq!(unquoted("\"C:\\Sổ mới\\a.zip\" "), "C:\\Sổ mới\\a.zip");
        assert_eq!(unquoted("'/a b'"), "/a b");
        assert_eq!(unquoted("\""), "\"");
        assert_eq!(plain(PathBuf::from(r"\\?\C:\a")), PathBuf::from(r"C:\a"));
    }
}
