//! A paper of another kind than a cell's: a report with recipients beside the signature, tables, three depths.

use super::*;
use crate::date::ymd;

fn report() -> Document {
    let lang = Lang::Vi;
    let mut body = Body::default();
    body.heading(Depth::Part, "Kết quả");
    body.heading(Depth::Section, "Sinh hoạt chi bộ");
    body.heading(Depth::Point, "Tỷ lệ");
    body.paragraph("Toàn xã đạt 27,75%.");
    let column = |title: &str, share, align| Column { title: title.into(), share, align };
    body.push(Block::Table(Table {
        caption: Some("Kết quả năm 2018".into()),
        columns: vec![
            column("Chỉ tiêu", 70, Align::Left),
            column("Đạt", 20, Align::Centre),
            column("Tổng", 10, Align::Right),
        ],
        rows: vec![vec!["Dự sinh hoạt".into(), Line::default().bold("904/992"), "992".into()]],
        is_for_hand: false,
    }));
    body.push(Block::Blanks(2));
    let mut signature = phrases::signature("BÍ THƯ", None, lang);
    signature.on_behalf = Some(Line::default().bold("T/M ĐẢNG ỦY"));
    let list = [Words::new("Ban Thường vụ Huyện ủy (để báo cáo);", ""), Words::new("Lưu Đảng ủy.", "")];
    body.push(Block::Ending(vec![phrases::recipients(&list, lang), Ending::Signature(signature)]));
    Document {
        lang,
        layout: Layout::on(ymd(2018, 12, 31)),
        head: Head {
            superior: Some("ĐẢNG BỘ HUYỆN VĂN GIANG".into()),
            issuer: "ĐẢNG ỦY XÃ XUÂN QUAN".into(),
            number: Some(phrases::number(None, "BC/ĐU", lang)),
            place_and_date: phrases::place_and_date(Some("Xuân Quan"), None, lang),
        },
        kind: "BÁO CÁO".into(),
        subject: vec!["kết quả thực hiện Đề án số 04-ĐA/TU năm 2018".into()],
        body: body.done(),
    }
}

#[test]
fn a_report_is_a_document_too() {
    let text = text::write(&report());
    let ending: Vec<Vec<&str>> = text
        .lines()
        .skip_while(|line| !line.starts_with("Nơi nhận:"))
        .map(|line| line.split("   ").map(str::trim).filter(|part| !part.is_empty()).collect())
        .collect();
    let empty: &[&str] = &[];
    let expected: [&[&str]; 7] = [
        &["Nơi nhận:", "T/M ĐẢNG ỦY"],
        &["- Ban Thường vụ Huyện ủy (để báo cáo);", "BÍ THƯ"],
        &["- Lưu Đảng ủy.", "(Ký, ghi rõ họ tên)"],
        empty,
        empty,
        empty,
        &["…………………………"],
    ];
    assert_eq!(ending, expected.map(<[&str]>::to_vec));
    assert!(text.contains("\nI- Kết quả\n\n1. Sinh hoạt chi bộ\n\na) Tỷ lệ\nToàn xã đạt 27,75%.\n"), "{text}");
    assert!(text.contains("Xuân Quan, ngày … tháng … năm …\n"), "{text}");
}

#[test]
fn markdown_has_its_headings_and_tables() {
    let text = markdown::write(&report());
    for part in [
        "# BÁO CÁO\n\n**kết quả thực hiện Đề án số 04-ĐA/TU năm 2018**\n\n## I- Kết quả\n\n### 1. Sinh hoạt chi bộ\n",
        "**Kết quả năm 2018**\n\n| Chỉ tiêu | Đạt | Tổng |\n| --- | :---: | ---: |\n| Dự sinh hoạt | **904/992** | 992 |\n",
        "Nơi nhận:<br>- Ban Thường vụ Huyện ủy (để báo cáo);<br>- Lưu Đảng ủy. | **T/M ĐẢNG ỦY**<br>**BÍ THƯ**<br>",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
}

#[test]
fn a_page_of_html_stands_alone() {
    let page = html::write(&report()).unwrap();
    assert!(page.contains("<title>BÁO CÁO kết quả thực hiện Đề án số 04-ĐA/TU năm 2018</title>"), "{page}");
    assert!(page.contains("margin: 20mm 15mm 20mm 30mm;"), "{page}");
    // Nothing is fetched, nothing is run.
    for word in ["src=", "href=", "url(", "http", "<script", "@import"] {
        assert!(!page.contains(word), "{word}");
    }
    let opened = |name: &str| page.matches(&format!("<{name}>")).count() + page.matches(&format!("<{name} ")).count();
    for name in ["div", "table", "tr", "td", "p", "h2", "h3", "h4", "b", "i"] {
        assert_eq!(opened(name), page.matches(&format!("</{name}>")).count(), "{name}");
    }
}

#[test]
fn recipients_of_a_word_file_go_down_beside_the_signature() {
    let file = docx::write(&report()).unwrap();
    assert_eq!(file, docx::write(&report()).unwrap());
    let mut parts = zip::ZipArchive::new(std::io::Cursor::new(file)).unwrap();
    let page = std::io::read_to_string(parts.by_name("word/document.xml").unwrap()).unwrap();
    let tree = roxmltree::Document::parse(&page).unwrap();
    let named = |name: &'static str| tree.descendants().filter(move |node| node.tag_name().name() == name);
    let merged: Vec<_> =
        named("vMerge").map(|node| node.attributes().next().map(|attribute| attribute.value())).collect();
    assert_eq!(merged, [Some("restart"), None]);
    let rows: Vec<String> = named("tr")
        .map(|row| {
            row.descendants().filter(|node| node.is_text()).filter_map(|node| node.text()).collect::<Vec<_>>().join("|")
        })
        .skip(3)
        .collect();
    let above =
        "Nơi nhận:|- Ban Thường vụ Huyện ủy (để báo cáo);|- Lưu Đảng ủy.|T/M ĐẢNG ỦY|BÍ THƯ|(Ký, ghi rõ họ tên)";
    assert_eq!(rows, [above, "…………………………"]);
}

#[test]
fn a_text_is_one_clean_line() {
    let line = Line::said("a\u{1B}[31m\nb\u{202E}\u{0}\u{FFFF}c o\u{300}");
    assert_eq!(line.to_string(), "a[31m bc ò");
    assert_eq!(Line::said("\u{7}"), Line::default());
}

#[test]
fn lines_are_joined_with_something_between() {
    let joined = Line::join(["a", "b"].map(Line::from), "; ");
    assert_eq!(joined.to_string(), "a; b");
    assert_eq!(joined.runs().len(), 1);
    assert_eq!(Line::said("x").dots(2).bold("y").runs().len(), 2);
}
