//! A document as plain text, for a terminal and for a message.

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Width, presets::UTF8_FULL_CONDENSED};

use super::{Align, Block, Document, Ending, Line, Signature, Table};

/// Columns of a page.
const WIDTH: usize = 80;
/// Of the left half of what stands side by side.
const LEFT: usize = 36;

pub(crate) fn write(document: &Document) -> String {
    let mut page = Page::default();
    let head = &document.head;
    let number = head.number.iter().map(ToString::to_string);
    let superior = head.superior.iter().map(ToString::to_string);
    let left: Vec<String> = superior
        .chain([head.issuer.to_string(), "*".to_owned()])
        .chain(number)
        .chain([document.draft().to_owned()])
        .collect();
    let motto = document.motto();
    let rule = "─".repeat(motto.chars().count());
    let right = vec![motto.to_owned(), rule, head.place_and_date.to_string()];
    let side = |lines, width| Side { lines, width, is_centred: true };
    page.beside(&[side(left, LEFT), side(right, WIDTH - LEFT)]);
    page.gap();
    page.centred(&document.kind);
    document.subject.iter().for_each(|line| page.centred(line));
    page.gap();
    for block in &document.body {
        page.block(block);
    }
    page.text
}

#[derive(Default)]
struct Page {
    text: String,
}

impl Page {
    fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    /// One empty line, never two.
    fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    fn centred(&mut self, line: &Line) {
        for part in wrap(&line.to_string(), WIDTH) {
            self.line(&centre(&part, WIDTH));
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { text, .. } => {
                self.gap();
                wrap(&text.to_string(), WIDTH).iter().for_each(|part| self.line(part));
            }
            Block::Paragraph(line) => wrap(&line.to_string(), WIDTH).iter().for_each(|part| self.line(part)),
            Block::Item(line) => {
                for (nth, part) in wrap(&line.to_string(), WIDTH - 2).iter().enumerate() {
                    self.line(&format!("{} {part}", if nth == 0 { "-" } else { " " }));
                }
            }
            Block::Blanks(lines) => (0..*lines).for_each(|_| self.line(&"…".repeat(WIDTH))),
            Block::Table(table) => {
                self.gap();
                if let Some(caption) = &table.caption {
                    self.centred(caption);
                }
                self.text.push_str(&drawn(table));
                self.gap();
            }
            Block::Ending(columns) => {
                self.gap();
                self.beside(&endings(columns));
            }
        }
    }

    /// Columns of lines side by side.
    fn beside(&mut self, columns: &[Side]) {
        let columns: Vec<(Vec<String>, &Side)> = columns
            .iter()
            .map(|side| {
                let lines = side.lines.iter().flat_map(|line| wrap(line, side.width.saturating_sub(1)));
                (lines.collect(), side)
            })
            .collect();
        let height = columns.iter().map(|(lines, _)| lines.len()).max().unwrap_or(0);
        for nth in 0..height {
            let parts = columns.iter().map(|(lines, side)| {
                let (line, width) = (lines.get(nth).map_or("", String::as_str), side.width);
                let placed = if side.is_centred { centre(line, width) } else { line.to_owned() };
                format!("{placed:<width$}")
            });
            self.line(&parts.collect::<String>());
        }
    }
}

/// One of the columns that stand side by side.
struct Side {
    lines: Vec<String>,
    width: usize,
    is_centred: bool,
}

/// Room for the hand between the note and the name.
const ROOM: usize = 3;

fn endings(columns: &[Ending]) -> Vec<Side> {
    let width = WIDTH / columns.len().max(1);
    let above: Vec<Vec<String>> = columns.iter().map(|ending| above(ending, width)).collect();
    // Names stand on one line.
    let signatures = columns.iter().zip(&above).filter(|(ending, _)| matches!(ending, Ending::Signature(_)));
    let height = signatures.map(|(_, above)| above.len()).max().unwrap_or(0) + ROOM;
    let side = |(ending, mut lines): (&Ending, Vec<String>)| match ending {
        Ending::Recipients { .. } => Side { lines, width, is_centred: false },
        Ending::Signature(signature) => {
            lines.resize(height, String::new());
            lines.push(signature.name.to_string());
            Side { lines, width, is_centred: true }
        }
    };
    columns.iter().zip(above).map(side).collect()
}

/// What stands above the room for the hand, or all of a list.
fn above(ending: &Ending, width: usize) -> Vec<String> {
    let lines: Vec<String> = match ending {
        Ending::Recipients { title, list } => {
            std::iter::once(title.to_string()).chain(list.iter().map(|line| format!("- {line}"))).collect()
        }
        Ending::Signature(Signature { on_behalf, post, note, name: _ }) => {
            on_behalf.iter().chain([post, note]).map(ToString::to_string).collect()
        }
    };
    lines.iter().flat_map(|line| wrap(line, width.saturating_sub(1))).collect()
}

fn drawn(table: &Table) -> String {
    let mut drawn = comfy_table::Table::new();
    drawn.load_style(UTF8_FULL_CONDENSED).set_content_arrangement(ContentArrangement::Dynamic);
    drawn.set_width(u16::try_from(WIDTH).unwrap_or(u16::MAX));
    drawn.set_header(table.columns.iter().map(|column| column.title.to_string()));
    for row in &table.rows {
        drawn.add_row(row.iter().map(ToString::to_string));
    }
    let whole: u32 = table.columns.iter().map(|column| column.share).sum::<u32>().max(1);
    // What the rules between the columns leave.
    let room = u32::try_from(WIDTH - table.columns.len() - 1).unwrap_or(0);
    for (nth, column) in table.columns.iter().enumerate() {
        if let Some(drawn) = drawn.column_mut(nth) {
            let width = u16::try_from(room * column.share / whole).unwrap_or(u16::MAX);
            drawn.set_constraint(ColumnConstraint::Absolute(Width::Fixed(width.max(4))));
            drawn.set_cell_alignment(match column.align {
                Align::Left => CellAlignment::Left,
                Align::Centre => CellAlignment::Center,
                Align::Right => CellAlignment::Right,
            });
        }
    }
    let mut text = drawn.to_string();
    text.push('\n');
    text
}

/// Texts are in normal form: a character is a column.
fn centre(line: &str, width: usize) -> String {
    let free = width.saturating_sub(line.chars().count());
    format!("{}{line}", " ".repeat(free / 2))
}

/// Broken between words; a word longer than the line is cut. An empty text is one empty line.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let (mut lines, mut line, mut length) = (Vec::new(), String::new(), 0);
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let letters: Vec<char> = word.chars().collect();
        if length > 0 && length + 1 + letters.len() > width {
            lines.push(std::mem::take(&mut line));
            length = 0;
        }
        if length > 0 {
            line.push(' ');
            length += 1;
        }
        for letter in letters {
            if length == width.max(1) {
                lines.push(std::mem::take(&mut line));
                length = 0;
            }
            line.push(letter);
            length += 1;
        }
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_kept_whole_where_they_fit() {
        assert_eq!(wrap("chi bộ  thôn một", 8), ["chi bộ", "thôn một"]);
        assert_eq!(wrap("abcdefgh ij", 4), ["abcd", "efgh", "ij"]);
        assert_eq!(wrap("", 4), [""]);
    }
}
