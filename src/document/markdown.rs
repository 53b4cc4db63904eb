//! A document as Markdown, for a pull request or a page of a forge.

use super::{Align, Block, Depth, Document, Ending, Line, Style, Table};
use crate::render::markdown::{aligned_by, escape};

pub(crate) fn write(document: &Document) -> String {
    let head = &document.head;
    let number = head.number.iter().map(said);
    let issuer = format!("**{}**", said(&head.issuer));
    let left = head.superior.iter().map(said).chain([issuer]).chain(number).chain([escape(document.draft())]);
    let right = [format!("**{}**", escape(document.motto())), said(&head.place_and_date)];
    let mut blocks = vec![
        side_by_side(&[left.collect(), right.to_vec()]),
        format!("# {}\n", said(&document.kind)),
        document.subject.iter().map(|line| format!("**{}**\n", said(line))).collect::<Vec<_>>().join("\n"),
    ];
    // Items that follow each other are one list.
    let mut in_list = false;
    for block in &document.body {
        let is_item = matches!(block, Block::Item(_));
        match blocks.last_mut() {
            Some(list) if is_item && in_list => list.push_str(&drawn(block)),
            _ => blocks.push(drawn(block)),
        }
        in_list = is_item;
    }
    blocks.retain(|block| !block.is_empty());
    blocks.join("\n")
}

fn drawn(block: &Block) -> String {
    match block {
        Block::Heading { depth, text } => {
            let marks = match depth {
                Depth::Part => "##",
                Depth::Section => "###",
                Depth::Point => "####",
            };
            format!("{marks} {}\n", said(text))
        }
        Block::Paragraph(line) => format!("{}\n", opening(&said(line))),
        Block::Item(line) => format!("- {}\n", opening(&said(line))),
        Block::Blanks(lines) => vec![format!("{}\n", "…".repeat(40)); *lines].join("\n"),
        Block::Table(table) => drawn_table(table),
        Block::Ending(columns) => {
            let lines = |ending: &Ending| match ending {
                Ending::Recipients { title, list } => {
                    std::iter::once(said(title)).chain(list.iter().map(|line| format!("- {}", said(line)))).collect()
                }
                Ending::Signature(signature) => {
                    let above = signature.on_behalf.iter().chain([&signature.post, &signature.note]).map(said);
                    above.chain([String::new(), said(&signature.name)]).collect::<Vec<_>>()
                }
            };
            side_by_side(&columns.iter().map(lines).collect::<Vec<_>>())
        }
    }
}

fn drawn_table(table: &Table) -> String {
    let header: Vec<String> = table.columns.iter().map(|column| said(&column.title)).collect();
    let rows: Vec<Vec<String>> = table.rows.iter().map(|row| row.iter().map(said).collect()).collect();
    let marks = |column: usize| match table.columns.get(column).map(|column| column.align) {
        Some(Align::Centre) => ":---:",
        Some(Align::Right) => "---:",
        Some(Align::Left) | None => "---",
    };
    let caption = table.caption.as_ref().map(|caption| format!("**{}**\n\n", said(caption))).unwrap_or_default();
    format!("{caption}{}", aligned_by(&header, &rows, marks))
}

/// A table of one row: the only way in which Markdown sets things beside each other.
fn side_by_side(columns: &[Vec<String>]) -> String {
    let cells: Vec<String> = columns.iter().map(|lines| lines.join("<br>")).collect();
    let header = vec![String::new(); cells.len()];
    aligned_by(&header, &[cells], |_| ":---:")
}

fn said(line: &Line) -> String {
    let run = |text: &str, marks: &str| {
        // A mark beside a space is no mark.
        let inner = text.trim();
        let (before, after) = (text.len() - text.trim_start().len(), text.len() - text.trim_end().len());
        if inner.is_empty() || marks.is_empty() {
            return escape(text);
        }
        format!("{}{marks}{}{marks}{}", " ".repeat(before), escape(inner), " ".repeat(after))
    };
    let runs = line.runs().iter().map(|piece| match piece.style {
        Style::Plain => run(&piece.text, ""),
        Style::Bold => run(&piece.text, "**"),
        Style::Italic => run(&piece.text, "*"),
    });
    runs.collect()
}

/// A paragraph that would begin a list or a heading is text all the same.
fn opening(text: &str) -> String {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    match text[digits..].chars().next() {
        Some('-' | '+' | '=') if digits == 0 => format!("\\{text}"),
        Some('.' | ')') if digits > 0 => format!("{}\\{}", &text[..digits], &text[digits..]),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        assert_eq!(opening("- a"), "\\- a");
        assert_eq!(opening("12. a"), "12\\. a");
        assert_eq!(opening("12 a"), "12 a");
        assert_eq!(said(&Line::said("a*b").bold(" c ").and("<d>")), "a\\*b **c** \\<d\\>");
    }
}
