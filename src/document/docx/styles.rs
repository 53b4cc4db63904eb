//! The styles of a Word file: what stands on the paper is set by name, so that a clerk changes one style and not every
//! paragraph.

use super::xml::twips;
use crate::document::{
    Document,
    layout::{FONT, Sizes},
};

/// A paragraph style.
struct Paragraph {
    id: &'static str,
    name: &'static str,
    based_on: &'static str,
    /// Properties of the paragraph, in the order of the schema.
    paragraph: String,
    /// Properties of its text.
    text: String,
}

/// The first line of a paragraph begins so far in.
const INDENT: u32 = 10;

pub(super) fn write(document: &Document) -> String {
    let sizes = &document.layout.sizes;
    let language = if document.tag() == "vi" { "vi-VN" } else { "en-GB" };
    let body = size(sizes.body);
    let paragraphs: String = paragraphs(sizes).iter().map(Paragraph::write).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"{FONT}\" w:hAnsi=\"{FONT}\" w:eastAsia=\"{FONT}\" w:cs=\"{FONT}\"/>{body}\
         <w:lang w:val=\"{language}\" w:eastAsia=\"{language}\"/></w:rPr></w:rPrDefault>\
         <w:pPrDefault><w:pPr/></w:pPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>\
         <w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:tblPr>\
         <w:tblInd w:w=\"0\" w:type=\"dxa\"/></w:tblPr></w:style>\
         {paragraphs}{TABLES}</w:styles>"
    )
}

const TABLES: &str = r#"<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:left w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:right w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tblBorders><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="table" w:customStyle="1" w:styleId="SideBySide"><w:name w:val="Side by side"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>"#;

/// Word counts half points.
fn size(points: u32) -> String {
    let halves = points * 2;
    format!("<w:sz w:val=\"{halves}\"/><w:szCs w:val=\"{halves}\"/>")
}

fn paragraphs(sizes: &Sizes) -> Vec<Paragraph> {
    let indent = twips(INDENT);
    let own = |id, name, based_on, paragraph: &str, text: &str| Paragraph {
        id,
        name,
        based_on,
        paragraph: paragraph.to_owned(),
        text: text.to_owned(),
    };
    let after = |points: u32| format!("<w:spacing w:before=\"0\" w:after=\"{}\"/>", points * 20);
    let text = format!("{}<w:ind w:firstLine=\"{indent}\"/><w:jc w:val=\"both\"/>", after(6));
    let heading = |level: u32| {
        format!(
            "<w:keepNext/><w:spacing w:before=\"120\" w:after=\"120\"/><w:ind w:firstLine=\"{indent}\"/><w:outlineLvl w:val=\"{level}\"/>"
        )
    };
    let centred = "<w:jc w:val=\"center\"/>";
    let (motto, head, kind) = (size(sizes.motto), size(sizes.head), size(sizes.kind));
    let (subject, small) = (size(sizes.subject), size(sizes.small));
    // The rule beneath is as long as the words: the indents are what these leave of the right column.
    let rule = "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"1\" w:color=\"auto\"/></w:pBdr>";
    vec![
        own("BodyText", "Body Text", "Normal", &text, ""),
        own("ListBullet", "List Bullet", "BodyText", "<w:jc w:val=\"left\"/>", ""),
        own("Heading1", "heading 1", "Normal", &heading(0), "<w:b/>"),
        own("Heading2", "heading 2", "Normal", &heading(1), "<w:b/>"),
        own("Heading3", "heading 3", "Normal", &heading(2), "<w:b/><w:i/>"),
        own(
            "Title",
            "Title",
            "Normal",
            &format!("<w:spacing w:before=\"320\" w:after=\"0\"/>{centred}"),
            &format!("<w:b/>{kind}"),
        ),
        own("Subtitle", "Subtitle", "Normal", centred, &format!("<w:b/>{subject}")),
        own("Header", "header", "Normal", centred, ""),
        own("Head", "Document head", "Normal", centred, &head),
        own("Motto", "Motto", "Head", rule, &format!("<w:b/>{motto}")),
        own("TableText", "Table text", "Normal", "<w:spacing w:before=\"40\" w:after=\"40\"/>", &small),
        own(
            "Caption",
            "caption",
            "Normal",
            &format!("<w:keepNext/><w:spacing w:before=\"120\" w:after=\"60\"/>{centred}"),
            &format!("<w:b/>{small}"),
        ),
        own("Signature", "Signature", "Normal", &format!("<w:keepNext/><w:keepLines/>{centred}"), ""),
        own("RecipientsTitle", "Recipients title", "Normal", "", "<w:u w:val=\"single\"/>"),
        own("Recipients", "Recipients", "Normal", "", &small),
    ]
}

impl Paragraph {
    fn write(&self) -> String {
        let Self { id, name, based_on, paragraph, text } = self;
        // Word knows its own styles by their names.
        let own = ["Head", "Motto", "TableText", "RecipientsTitle", "Recipients"];
        let custom = if own.contains(id) { " w:customStyle=\"1\"" } else { "" };
        format!(
            "<w:style w:type=\"paragraph\"{custom} w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>\
             <w:basedOn w:val=\"{based_on}\"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{text}</w:rPr></w:style>"
        )
    }
}
