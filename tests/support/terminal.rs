//! chibo in a terminal of its own: keys go in, and the screen is read as its user sees it.
#![allow(dead_code, reason = "each test takes its part of it")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::{
    io::{Read, Write},
    num::NonZeroU16,
    path::Path,
    sync::{Arc, Mutex},
    thread,
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

pub(crate) const ESC: &str = "\u{1b}";
pub(crate) const CTRL_C: &str = "\u{3}";
pub(crate) const UP: &str = "\u{1b}[A";
pub(crate) const DOWN: &str = "\u{1b}[B";
/// What Backspace sends, and Unikey too when it takes a letter back.
pub(crate) const DEL: &str = "\u{7f}";

pub(crate) struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    screen: Arc<Mutex<vt100::Parser>>,
    /// The program's terminal is gone with it.
    pty: Box<dyn MasterPty + Send>,
}

/// Where and how a program is started.
pub(crate) struct Start<'s> {
    pub(crate) directory: &'s Path,
    /// The user's own directory, in which drafts are kept.
    pub(crate) home: &'s Path,
    pub(crate) rows: u16,
    pub(crate) columns: u16,
    pub(crate) editor: Option<String>,
}

impl<'s> Start<'s> {
    pub(crate) fn new(directory: &'s Path, home: &'s Path) -> Self {
        Self { directory, home, rows: 40, columns: 100, editor: None }
    }

    pub(crate) fn size(self, columns: u16, rows: u16) -> Self {
        Self { rows, columns, ..self }
    }

    pub(crate) fn run(&self, args: &str) -> Terminal {
        let size = PtySize { rows: self.rows, cols: self.columns, ..PtySize::default() };
        let pty = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_chibo"));
        command.args(args.split_whitespace());
        command.cwd(self.directory);
        command.env_clear();
        for (name, value) in
            [("TERM", "xterm-256color"), ("CHIBO_LANG", "vi"), ("NO_COLOR", "1"), ("CHIBO_CACHE", "off")]
        {
            command.env(name, value);
        }
        command.env("XDG_STATE_HOME", self.home);
        if let Some(editor) = &self.editor {
            command.env("EDITOR", editor);
        }
        let child = pty.slave.spawn_command(command).unwrap();
        let (mut reader, keys) = (pty.master.try_clone_reader().unwrap(), pty.master.take_writer().unwrap());
        let parser = vt100::Parser::new(number(self.rows), number(self.columns), 0);
        let screen = Arc::new(Mutex::new(parser));
        let seen = Arc::clone(&screen);
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(n @ 1..) = reader.read(&mut bytes) {
                seen.lock().unwrap().process(&bytes[..n]);
            }
        });
        Terminal { child, keys, screen, pty: pty.master }
    }
}

fn number(size: u16) -> NonZeroU16 {
    NonZeroU16::new(size).unwrap()
}

impl Terminal {
    /// The screen, without the blanks at the ends of its lines.
    pub(crate) fn shown(&self) -> String {
        let contents = self.screen.lock().unwrap().screen().contents();
        // A question on the first line begins as those below it do.
        format!("\n{contents}").lines().map(|line| line.trim_end().to_owned() + "\n").collect()
    }

    /// Waits until the screen shows a text.
    pub(crate) fn wait(&mut self, text: &str) -> &mut Self {
        self.until(text, |shown| shown.contains(text))
    }

    /// Waits until a question is asked: while it is, its help stands below it.
    pub(crate) fn asked(&mut self, question: &str) -> &mut Self {
        self.until(question, |shown| {
            let asked = shown.rsplit("\n? ").next().unwrap_or_default();
            // A line that is too long for the screen goes on below.
            asked.contains("\n[") && asked.replace('\n', "").contains(question)
        })
    }

    /// Waits until a text is the last on the screen.
    pub(crate) fn last(&mut self, text: &str) -> &mut Self {
        self.until(text, |shown| shown.trim_end().ends_with(text))
    }

    fn until(&mut self, what: &str, seen: impl Fn(&str) -> bool) -> &mut Self {
        let start = Instant::now();
        while !seen(&self.shown()) {
            assert!(start.elapsed() < Duration::from_secs(20), "no `{what}` in:\n{}", self.shown());
            thread::sleep(Duration::from_millis(10));
        }
        self
    }

    pub(crate) fn keys(&mut self, keys: &str) -> &mut Self {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
        // A lone Esc is told from the beginning of another key by what does not follow it.
        if keys == ESC {
            thread::sleep(Duration::from_millis(100));
        }
        self
    }

    /// Types an answer once its question is there.
    pub(crate) fn answer(&mut self, question: &str, keys: &str) -> &mut Self {
        self.asked(question).keys(keys)
    }

    pub(crate) fn resize(&mut self, columns: u16, rows: u16) {
        self.screen.lock().unwrap().screen_mut().set_size(number(rows), number(columns));
        self.pty.resize(PtySize { rows, cols: columns, ..PtySize::default() }).unwrap();
    }

    /// Closes the window, of which the program is told by a hang-up (SIGHUP).
    pub(crate) fn close(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// The exit code and what stands on the screen then.
    pub(crate) fn end(&mut self) -> (u32, String) {
        let exit = self.child.wait().unwrap().exit_code();
        thread::sleep(Duration::from_millis(200));
        (exit, self.shown())
    }
}
