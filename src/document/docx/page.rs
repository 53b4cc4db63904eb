//! The text of a Word file.

use super::xml::{cell, escaped, merged_cell, middle_cell, paragraph, runs, shared, table, twips};
use crate::{
    document::{
        Align, Block, Depth, Document, Ending, Line, Signature, Table,
        layout::{PAGE, PAGE_NUMBER_FROM_TOP},
    },
    lang::Lang,
};

/// Left and right of the head by their shares, and how long the motto is in millimetres: the rule beneath it is as long.
/// In Vietnamese, in English.
const HEAD: [([u32; 2], u32); 2] = [([74, 91], 75), ([70, 95], 90)];
/// The height of a row that is written in by hand, in millimetres.
const HAND: u32 = 9;
/// Empty lines between what is signed and the name.
const ROOM: usize = 3;

pub(super) fn write(document: &Document) -> String {
    let width = twips(document.layout.text_width());
    let mut body = head(document, width);
    body.push_str(&paragraph("Title", "", &runs(&document.kind)));
    for subject in &document.subject {
        body.push_str(&paragraph("Subtitle", "", &runs(subject)));
    }
    // Room before the text.
    body.push_str(&paragraph("Subtitle", "", ""));
    let mut blocks = document.body.iter().peekable();
    while let Some(block) = blocks.next() {
        // What introduces a table or lines to write on stays with them; signatures have something above them.
        let is_kept = matches!(blocks.peek(), Some(Block::Table(_) | Block::Blanks(_) | Block::Ending(_)));
        body.push_str(&drawn(block, is_kept, width));
        if let Block::Ending(_) = block {
            // Word wants a paragraph behind a table; behind the last it is not to begin a page of its own.
            let is_last = blocks.peek().is_none();
            let least = "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>";
            body.push_str(&paragraph("Normal", if is_last { least } else { "" }, ""));
        }
    }
    let margins = &document.layout.margins;
    let [top, bottom, left, right] = [margins.top, margins.bottom, margins.left, margins.right].map(twips);
    let (paper, header) = ((twips(PAGE.0), twips(PAGE.1)), twips(PAGE_NUMBER_FROM_TOP));
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>{body}\
         <w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId2\"/><w:pgSz w:w=\"{}\" w:h=\"{}\"/>\
         <w:pgMar w:top=\"{top}\" w:right=\"{right}\" w:bottom=\"{bottom}\" w:left=\"{left}\" w:header=\"{header}\" w:footer=\"{header}\" w:gutter=\"0\"/>\
         <w:titlePg/></w:sectPr></w:body></w:document>",
        paper.0, paper.1
    )
}

fn head(document: &Document, width: u32) -> String {
    let head = &document.head;
    let (shares, motto_length) = match document.lang {
        Lang::Vi => HEAD[0],
        Lang::En => HEAD[1],
    };
    let widths = shared(width, &shares);
    let line = |runs: &str| paragraph("Head", "", runs);
    let strong = |line: &Line| {
        format!("<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">{}</w:t></w:r>", escaped(&line.to_string()))
    };
    let mut left: String = head.superior.iter().map(|superior| line(&runs(superior))).collect();
    left.push_str(&line(&strong(&head.issuer)));
    left.push_str(&line(&runs(&Line::said("*"))));
    left.extend(head.number.iter().map(|number| line(&runs(number))));
    left.push_str(&line(&runs(&Line::italic(document.draft()))));
    let beside = widths[1].saturating_sub(twips(motto_length)) / 2;
    let motto = paragraph(
        "Motto",
        &format!("<w:ind w:left=\"{beside}\" w:right=\"{beside}\"/>"),
        &runs(&Line::said(document.motto())),
    );
    let right = motto + &paragraph("Head", "<w:spacing w:before=\"60\"/>", &runs(&head.place_and_date));
    let cells = cell(widths[0], &left) + &cell(widths[1], &right);
    table("SideBySide", &widths, &format!("<w:tr>{cells}</w:tr>"))
}

fn drawn(block: &Block, is_kept: bool, width: u32) -> String {
    match block {
        Block::Heading { depth, text } => {
            let style = match depth {
                Depth::Part => "Heading1",
                Depth::Section => "Heading2",
                Depth::Point => "Heading3",
            };
            paragraph(style, "", &runs(text))
        }
        Block::Paragraph(line) => paragraph("BodyText", if is_kept { "<w:keepNext/>" } else { "" }, &runs(line)),
        Block::Item(line) => paragraph("ListBullet", "", &runs(&Line::said("- ").then(line.clone()))),
        Block::Blanks(lines) => {
            let keep = if is_kept { "<w:keepNext/>" } else { "" };
            let dots = format!(
                "{keep}<w:tabs><w:tab w:val=\"right\" w:leader=\"dot\" w:pos=\"{width}\"/></w:tabs><w:ind w:firstLine=\"0\"/>"
            );
            paragraph("BodyText", &dots, "<w:r><w:tab/></w:r>").repeat(*lines)
        }
        Block::Table(table) => drawn_table(table, width),
        Block::Ending(columns) => endings(columns, width),
    }
}

fn drawn_table(drawn: &Table, width: u32) -> String {
    let shares: Vec<u32> = drawn.columns.iter().map(|column| column.share).collect();
    let widths = shared(width, &shares);
    let text = |line: &Line, align: Align| {
        let place = match align {
            Align::Left => "",
            Align::Centre => "<w:jc w:val=\"center\"/>",
            Align::Right => "<w:jc w:val=\"right\"/>",
        };
        paragraph("TableText", place, &runs(line))
    };
    let titles = drawn.columns.iter().zip(&widths);
    let titles: String = titles
        .map(|(column, width)| {
            middle_cell(*width, &text(&Line::default().bold(&column.title.to_string()), Align::Centre))
        })
        .collect();
    let height = if drawn.is_for_hand { format!("<w:trHeight w:val=\"{}\"/>", twips(HAND)) } else { String::new() };
    let mut rows = format!("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{titles}</w:tr>");
    for row in &drawn.rows {
        let cells = drawn.cells(row).zip(&widths);
        let cells: String =
            cells.map(|((column, line), width)| middle_cell(*width, &text(line, column.align))).collect();
        rows.push_str(&format!("<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>{cells}</w:tr>"));
    }
    let caption = drawn.caption.as_ref().map(|caption| paragraph("Caption", "", &runs(caption))).unwrap_or_default();
    // Two tables that touch would be one.
    caption + &table("TableGrid", &widths, &rows) + &paragraph("TableText", "", "")
}

/// One row for what is signed, one for the names, which so stand on one line; recipients go down through both.
fn endings(columns: &[Ending], width: u32) -> String {
    let widths = shared(width, &vec![1; columns.len()]);
    let columns = || columns.iter().zip(&widths);
    let above = columns().map(|(ending, width)| match ending {
        Ending::Recipients { title, list } => merged_cell(*width, true, &recipients(title, list)),
        Ending::Signature(signature) => cell(*width, &signed(signature)),
    });
    let names = columns().map(|(ending, width)| match ending {
        Ending::Recipients { .. } => merged_cell(*width, false, &paragraph("Recipients", "", "")),
        Ending::Signature(signature) => cell(*width, &paragraph("Signature", "", &runs(&signature.name))),
    });
    let row = |cells: String| format!("<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>");
    let rows = row(above.collect()) + &row(names.collect());
    paragraph("Normal", "<w:keepNext/>", "") + &table("SideBySide", &widths, &rows)
}

fn recipients(title: &Line, list: &[Line]) -> String {
    let list = list.iter().map(|line| paragraph("Recipients", "", &runs(&Line::said("- ").then(line.clone()))));
    paragraph("RecipientsTitle", "", &runs(title)) + &list.collect::<String>()
}

fn signed(Signature { on_behalf, post, note, name: _ }: &Signature) -> String {
    let above = on_behalf.iter().chain([post, note]).map(|line| paragraph("Signature", "", &runs(line)));
    above.collect::<String>() + &paragraph("Signature", "", "").repeat(ROOM)
}
