//! A document as one page of HTML that stands alone, and prints on A4. Askama escapes every text.

use askama::Template;

use super::{
    Align, Block, Depth, Document, Ending, Line, Style,
    layout::{FONT, PAGE_NUMBER_FROM_TOP},
};

#[derive(Template)]
#[template(path = "document.html", config = "src/askama.toml")]
struct Page<'d> {
    document: &'d Document,
    font: &'static str,
    /// Of the header in print: what the page's number leaves of the top margin.
    number_from_top: u32,
}

pub(crate) fn write(document: &Document) -> Result<String, askama::Error> {
    Page { document, font: FONT, number_from_top: PAGE_NUMBER_FROM_TOP }.render()
}

/// The blocks of a body with items that follow each other as one list.
#[derive(Debug)]
enum Part<'d> {
    One(&'d Block),
    List(Vec<&'d Line>),
}

impl<'d> Page<'d> {
    fn parts(&self) -> Vec<Part<'d>> {
        let mut parts = Vec::new();
        for block in &self.document.body {
            match (block, parts.last_mut()) {
                (Block::Item(line), Some(Part::List(list))) => list.push(line),
                (Block::Item(line), _) => parts.push(Part::List(vec![line])),
                _ => parts.push(Part::One(block)),
            }
        }
        parts
    }
}
