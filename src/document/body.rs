//! The parts of a document's body, and the one who puts them together and numbers its headings.

use super::Line;

/// One part of the body.
#[derive(Debug)]
pub(crate) enum Block {
    Heading {
        depth: Depth,
        text: Line,
    },
    Paragraph(Line),
    /// One of a list; the dash is the format's.
    Item(Line),
    /// Lines to write on, this many.
    Blanks(usize),
    Table(Table),
    /// Side by side: recipients, signatures.
    Ending(Vec<Ending>),
}

/// How deep a heading stands: `I-`, `1.`, `a)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Depth {
    Part,
    Section,
    Point,
}

#[derive(Debug)]
pub(crate) struct Table {
    /// What stands above it, where it has a title of its own.
    pub(crate) caption: Option<Line>,
    pub(crate) columns: Vec<Column>,
    /// One line a column in each.
    pub(crate) rows: Vec<Vec<Line>>,
    /// Rows have the height to write in by hand.
    pub(crate) is_for_hand: bool,
}

impl Table {
    /// The width of a column in whole percent.
    pub(crate) fn percent(&self, column: &Column) -> u32 {
        column.share * 100 / self.columns.iter().map(|column| column.share).sum::<u32>().max(1)
    }

    /// The cells of a row, each with its column.
    pub(crate) fn cells<'t>(&'t self, row: &'t [Line]) -> impl Iterator<Item = (&'t Column, &'t Line)> {
        self.columns.iter().zip(row)
    }
}

#[derive(Debug)]
pub(crate) struct Column {
    pub(crate) title: Line,
    /// Its part of the width; all of a table are taken for the whole.
    pub(crate) share: u32,
    pub(crate) align: Align,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Align {
    Left,
    Centre,
    /// Numbers, whose digits so stand below each other.
    Right,
}

/// One of the columns with which a paper, or a part of it, ends.
#[derive(Debug)]
pub(crate) enum Ending {
    /// `Nơi nhận`.
    Recipients {
        title: Line,
        list: Vec<Line>,
    },
    Signature(Signature),
}

#[derive(Debug)]
pub(crate) struct Signature {
    /// For whom it is signed, `T/M ĐẢNG ỦY`; absent where someone signs for themselves.
    pub(crate) on_behalf: Option<Line>,
    /// `CHỦ TRÌ`.
    pub(crate) post: Line,
    /// `(Ký, ghi rõ họ tên)`.
    pub(crate) note: Line,
    /// The name, or dots.
    pub(crate) name: Line,
}

/// Puts a body together; headings are numbered as they come.
#[derive(Debug, Default)]
pub(crate) struct Body {
    blocks: Vec<Block>,
    /// Of the last heading at each depth.
    numbers: [u32; 3],
}

impl Body {
    pub(crate) fn heading(&mut self, depth: Depth, text: &str) {
        let own = depth as usize;
        self.numbers[own] += 1;
        self.numbers[own + 1..].fill(0);
        let number = label(depth, self.numbers[own]);
        self.push(Block::Heading { depth, text: Line::said(&format!("{number} {text}")) });
    }

    /// A heading that stands outside the count.
    pub(crate) fn label(&mut self, depth: Depth, text: &str) {
        self.push(Block::Heading { depth, text: Line::said(text) });
    }

    pub(crate) fn paragraph(&mut self, line: impl Into<Line>) {
        self.push(Block::Paragraph(line.into()));
    }

    pub(crate) fn item(&mut self, line: impl Into<Line>) {
        self.push(Block::Item(line.into()));
    }

    pub(crate) fn push(&mut self, block: Block) {
        self.blocks.push(block);
    }

    pub(crate) fn done(self) -> Vec<Block> {
        self.blocks
    }
}

fn label(depth: Depth, number: u32) -> String {
    match depth {
        Depth::Part => format!("{}-", roman(number)),
        Depth::Section => format!("{number}."),
        // The Vietnamese alphabet has no f, j, w, z; đ follows d.
        Depth::Point => {
            const LETTERS: [&str; 23] = [
                "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u",
                "v", "x", "y",
            ];
            match LETTERS.get((number as usize).saturating_sub(1)) {
                Some(letter) => format!("{letter})"),
                None => format!("{number})"),
            }
        }
    }
}

fn roman(mut number: u32) -> String {
    const DIGITS: [(u32, &str); 9] =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut text = String::new();
    for (value, digit) in DIGITS {
        while number >= value {
            text.push_str(digit);
            number -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_numbered_anew_below_each_other() {
        let mut body = Body::default();
        for depth in [
            Depth::Part,
            Depth::Section,
            Depth::Section,
            Depth::Point,
            Depth::Section,
            Depth::Point,
            Depth::Part,
            Depth::Section,
        ] {
            body.heading(depth, "x");
        }
        let texts: Vec<String> = body
            .done()
            .iter()
            .filter_map(|block| match block {
                Block::Heading { text, .. } => Some(text.to_string()),
                _ => None,
            })
            .collect();
        assert_eq!(texts, ["I- x", "1. x", "2. x", "a) x", "3. x", "a) x", "II- x", "1. x"]);
    }

    #[test]
    fn numbers_are_those_of_vietnamese_paper() {
        assert_eq!([1, 4, 9, 14, 40].map(roman), ["I", "IV", "IX", "XIV", "XL"]);
        assert_eq!([1, 5, 6, 7, 24].map(|number| label(Depth::Point, number)), ["a)", "đ)", "e)", "g)", "24)"]);
    }
}
