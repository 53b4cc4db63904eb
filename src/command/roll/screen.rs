//! The full screen in a terminal: raw mode while it is shown, and the terminal as it was afterwards, however it ends.

use std::io::{self, BufWriter, Write};

use crossterm::{
    cursor, event,
    style::{Attribute, SetAttribute},
    terminal,
};

use super::{
    Ended, Marks, Roll, keys,
    view::{self, Look, Row},
};
use crate::lang::Lang;

/// Calls the roll. `keep` gets the marks after each key that may have changed them.
pub(in crate::command) fn call(
    roll: &mut Roll,
    title: &str,
    lang: Lang,
    styled: bool,
    out: &mut dyn Write,
    mut keep: impl FnMut(&Marks),
) -> io::Result<Ended> {
    let mut screen = Screen::open(out, styled)?;
    let mut kept = roll.marks();
    loop {
        let (width, height) = terminal::size().unwrap_or((80, 24));
        screen.draw(&view::screen(roll, title, lang, width.into(), height.into()))?;
        let event = event::read()?;
        // What is pasted is no key, and a terminal of another size is drawn anew.
        let event::Event::Key(event) = event else { continue };
        let ended = keys::key(event).and_then(|key| roll.press(key));
        let marks = roll.marks();
        if marks != kept {
            keep(&marks);
            kept = marks;
        }
        if let Some(ended) = ended {
            return Ok(ended);
        }
    }
}

struct Screen<'o> {
    out: BufWriter<&'o mut dyn Write>,
    styled: bool,
}

impl<'o> Screen<'o> {
    fn open(out: &'o mut dyn Write, styled: bool) -> io::Result<Self> {
        terminal::enable_raw_mode()?;
        let mut screen = Self { out: BufWriter::new(out), styled };
        crossterm::execute!(screen.out, terminal::EnterAlternateScreen, cursor::Hide, event::EnableBracketedPaste)?;
        Ok(screen)
    }

    fn draw(&mut self, rows: &[Row]) -> io::Result<()> {
        crossterm::queue!(self.out, cursor::MoveTo(0, 0))?;
        for (nth, row) in rows.iter().enumerate() {
            let look = match row.look {
                Look::Plain => None,
                Look::Here => Some(Attribute::Reverse),
                Look::Heading => Some(Attribute::Bold),
                Look::Quiet => Some(Attribute::Dim),
            };
            let look = look.filter(|_| self.styled);
            if let Some(look) = look {
                crossterm::queue!(self.out, SetAttribute(look))?;
            }
            write!(self.out, "{}", row.text)?;
            if look.is_some() {
                crossterm::queue!(self.out, SetAttribute(Attribute::Reset))?;
            }
            // A full line leaves the cursor on its last column, and clearing from there would take that away.
            crossterm::queue!(self.out, terminal::Clear(terminal::ClearType::UntilNewLine))?;
            if nth + 1 < rows.len() {
                write!(self.out, "\r\n")?;
            }
        }
        crossterm::queue!(self.out, terminal::Clear(terminal::ClearType::FromCursorDown))?;
        self.out.flush()
    }
}

impl Drop for Screen<'_> {
    fn drop(&mut self) {
        // Where even this fails there is no terminal left.
        let _ =
            crossterm::execute!(self.out, event::DisableBracketedPaste, cursor::Show, terminal::LeaveAlternateScreen);
        let _ = terminal::disable_raw_mode();
    }
}
