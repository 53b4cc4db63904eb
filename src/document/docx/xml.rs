//! The little XML that a Word file needs: escaped text, runs, paragraphs.

use crate::document::{Line, Style};

/// Text as it stands in XML. Lines of a document hold no character that XML does not take.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// Millimetres in twentieths of a point, the unit of Word, rounded.
pub(super) fn twips(millimetres: u32) -> u32 {
    (millimetres * 14_400 + 127) / 254
}

/// A paragraph of a style; `extra` are further properties.
pub(super) fn paragraph(style: &str, extra: &str, runs: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{extra}</w:pPr>{runs}</w:p>")
}

/// The runs of a line.
pub(super) fn runs(line: &Line) -> String {
    let run = |text: &str, properties: &str| {
        let text = escaped(text);
        let properties = if properties.is_empty() { String::new() } else { format!("<w:rPr>{properties}</w:rPr>") };
        format!("<w:r>{properties}<w:t xml:space=\"preserve\">{text}</w:t></w:r>")
    };
    let runs = line.runs().iter().map(|piece| match piece.style {
        Style::Plain => run(&piece.text, ""),
        Style::Bold => run(&piece.text, "<w:b/>"),
        Style::Italic => run(&piece.text, "<w:i/>"),
    });
    runs.collect()
}

/// A cell of a table, as wide as this in twips; what stands in it begins at the top.
pub(super) fn cell(width: u32, inside: &str) -> String {
    placed_cell(width, "", inside)
}

/// The same with what stands in it half way down.
pub(super) fn middle_cell(width: u32, inside: &str) -> String {
    placed_cell(width, "<w:vAlign w:val=\"center\"/>", inside)
}

/// A cell that goes down through several rows; it begins in the first.
pub(super) fn merged_cell(width: u32, begins: bool, inside: &str) -> String {
    placed_cell(width, if begins { "<w:vMerge w:val=\"restart\"/>" } else { "<w:vMerge/>" }, inside)
}

fn placed_cell(width: u32, place: &str, inside: &str) -> String {
    format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{place}</w:tcPr>{inside}</w:tc>")
}

/// A table; `style` is its style, `widths` those of its columns, `rows` are rows of cells.
pub(super) fn table(style: &str, widths: &[u32], rows: &str) -> String {
    let whole: u32 = widths.iter().sum();
    let columns: String = widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
    format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"{style}\"/><w:tblW w:w=\"{whole}\" w:type=\"dxa\"/>\
         <w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )
}

/// Parts of a width by their shares; the last takes what rounding leaves.
pub(super) fn shared(width: u32, shares: &[u32]) -> Vec<u32> {
    let whole = shares.iter().sum::<u32>().max(1);
    let mut widths: Vec<u32> = shares.iter().map(|share| width * share / whole).collect();
    let rest = width.saturating_sub(widths.iter().sum());
    if let Some(last) = widths.last_mut() {
        *last += rest;
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_fill_the_page() {
        assert_eq!(shared(100, &[1, 1, 1]), [33, 33, 34]);
        assert_eq!([210, 297, 30].map(twips), [11_906, 16_838, 1_701]);
    }

    #[test]
    fn text_is_no_markup() {
        assert_eq!(escaped("<a & \"b\">"), "&lt;a &amp; &quot;b&quot;&gt;");
    }
}
