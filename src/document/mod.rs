//! A document of an office: what stands on the paper, apart from how a format draws it.
//!
//! Every text is clean when it is in the model: one line, normal form, nothing that XML or a terminal could not bear.

mod body;
pub(crate) mod docx;
pub(crate) mod html;
mod layout;
pub(crate) mod markdown;
pub(crate) mod phrases;
pub(crate) mod text;

use std::fmt;

use unicode_normalization::UnicodeNormalization;

use crate::lang::{Lang, Words};

pub(crate) use body::{Align, Block, Body, Column, Depth, Ending, Signature, Table};
pub(crate) use layout::Layout;

/// One paper.
#[derive(Debug)]
pub(crate) struct Document {
    pub(crate) lang: Lang,
    pub(crate) layout: &'static Layout,
    pub(crate) head: Head,
    /// What it is: `BIÊN BẢN`.
    pub(crate) kind: Line,
    /// What it is about; empty lines are none.
    pub(crate) subject: Vec<Line>,
    pub(crate) body: Vec<Block>,
}

/// What stands above the title: who issues it on the left; the Party, place and date on the right.
#[derive(Debug)]
pub(crate) struct Head {
    /// The body above: `ĐẢNG BỘ XÃ XUÂN QUAN`; the province's committee stands alone.
    pub(crate) superior: Option<Line>,
    /// Who issues it: `CHI BỘ THÔN 1`.
    pub(crate) issuer: Line,
    /// `Số 12-BC/ĐU`; absent on paper that has none, such as a list.
    pub(crate) number: Option<Line>,
    pub(crate) place_and_date: Line,
}

const MOTTO: Words = Words::new("ĐẢNG CỘNG SẢN VIỆT NAM", "COMMUNIST PARTY OF VIETNAM");
const DRAFT: Words = Words::new("(Dự thảo)", "(Draft)");

impl Document {
    pub(crate) fn motto(&self) -> &'static str {
        MOTTO.of(self.lang)
    }

    /// chibo issues nothing: who signs it makes it a document.
    pub(crate) fn draft(&self) -> &'static str {
        DRAFT.of(self.lang)
    }

    /// The language of the text, as HTML and Word name it.
    pub(crate) fn tag(&self) -> &'static str {
        Words::new("vi", "en").of(self.lang)
    }

    /// For a window's title and a file's properties.
    pub(crate) fn title(&self) -> String {
        let parts: Vec<String> = std::iter::once(&self.kind).chain(&self.subject).map(ToString::to_string).collect();
        parts.join(" ")
    }
}

/// A line of text, in runs of one style.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Line(Vec<Run>);

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) text: String,
    pub(crate) style: Style,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    Plain,
    Bold,
    Italic,
}

/// To be filled in by hand.
const DOTS: &str = "…";

impl Line {
    pub(crate) fn said(text: &str) -> Self {
        Self::default().and(text)
    }

    pub(crate) fn italic(text: &str) -> Self {
        Self::default().with(text, Style::Italic)
    }

    /// Dots to write on, this many.
    pub(crate) fn blank(dots: usize) -> Self {
        Self::said(&DOTS.repeat(dots))
    }

    pub(crate) fn and(self, text: &str) -> Self {
        self.with(text, Style::Plain)
    }

    pub(crate) fn bold(self, text: &str) -> Self {
        self.with(text, Style::Bold)
    }

    pub(crate) fn dots(self, dots: usize) -> Self {
        self.and(&DOTS.repeat(dots))
    }

    pub(crate) fn then(self, line: Self) -> Self {
        line.0.into_iter().fold(self, |so_far, run| so_far.with(&run.text, run.style))
    }

    /// Text of the style that the last run has becomes part of it.
    fn with(mut self, text: &str, style: Style) -> Self {
        let text = clean(text);
        match self.0.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.style == style => last.text.push_str(&text),
            _ => self.0.push(Run { text, style }),
        }
        self
    }

    /// Several in a row, with this between them.
    pub(crate) fn join(lines: impl IntoIterator<Item = Self>, between: &str) -> Self {
        let mut joined = Self::default();
        for line in lines {
            if !joined.0.is_empty() {
                joined = joined.and(between);
            }
            joined = joined.then(line);
        }
        joined
    }

    pub(crate) fn runs(&self) -> &[Run] {
        &self.0
    }
}

impl From<&str> for Line {
    fn from(text: &str) -> Self {
        Self::said(text)
    }
}

impl From<String> for Line {
    fn from(text: String) -> Self {
        Self::said(&text)
    }
}

/// The text alone.
impl fmt::Display for Line {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|run| formatter.write_str(&run.text))
    }
}

/// One line without control characters, without those that turn the direction of what follows, and without the two code
/// points that are no characters for XML.
fn clean(text: &str) -> String {
    let dropped = |c: char| {
        matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}'
            | '\u{FFFE}' | '\u{FFFF}')
    };
    let spaced = text.chars().map(|c| if matches!(c, '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}') { ' ' } else { c });
    spaced.filter(|c| !c.is_control() && !dropped(*c)).nfc().collect()
}

#[cfg(test)]
mod tests;
