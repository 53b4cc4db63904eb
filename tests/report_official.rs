//! The report in the official form says what the JSON and `check` say, names nobody, and is the same bytes each time.
//! python-docx opens it in `tests/office`.
#![allow(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod support;

use std::{
    fs,
    io::{Cursor, Read},
    path::Path,
};

use roxmltree::{Document, Node};
use serde_json::Value;
use support::{Run, chibo, piped, words};

/// Units and years of which there are shortfalls of many kinds.
const REPORTS: [&str; 6] = [
    "-C examples/van-giang report --year 2018",
    "-C examples/van-giang report --year 2017 --all",
    "-C examples/van-giang report me-so --year 2018",
    "-C examples/van-giang report xuan-quan --year 2018 --all",
    "-C examples/mistakes report --year 2018",
    "-C tests/registers/otherwise-counted report --year 2018",
];

fn here() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn run(line: &str) -> Run {
    chibo(&words(line), here())
}

fn json(line: &str) -> Value {
    serde_json::from_str(&run(line).out).expect("it is JSON")
}

/// The bytes of a report, from its file.
fn written(line: &str) -> Vec<u8> {
    let directory = tempfile::tempdir().expect("a directory");
    let file = directory.path().join("bao-cao.docx");
    let mut words = words(line);
    words.extend(["-o".to_owned(), file.display().to_string()]);
    let run = chibo(&words, here());
    assert!(run.code < 2, "{line}: {}", run.err);
    fs::read(file).expect("it was written")
}

/// The text of a Word file: its tables as rows of boxes, and its paragraphs.
struct Paper {
    page: String,
    rows: Vec<Vec<String>>,
    paragraphs: Vec<String>,
}

fn text(node: Node<'_, '_>) -> String {
    node.descendants().filter(Node::is_text).filter_map(|node| node.text()).collect()
}

fn paper(line: &str) -> Paper {
    let mut file = zip::ZipArchive::new(Cursor::new(written(line))).expect("it is a zip");
    let mut page = String::new();
    file.by_name("word/document.xml").and_then(|mut part| Ok(part.read_to_string(&mut page)?)).expect("it is text");
    let tree = Document::parse(&page).expect("it is XML");
    let named = |name: &'static str| tree.descendants().filter(move |node| node.tag_name().name() == name);
    let rows = named("tr").map(|row| row.children().filter(|cell| cell.tag_name().name() == "tc").map(text).collect());
    let (rows, paragraphs) = (rows.collect(), named("p").map(text).collect());
    Paper { page: page.clone(), rows, paragraphs }
}

fn group(count: u64) -> String {
    let digits = count.to_string();
    if digits.len() > 3 { format!("{}.{}", &digits[..digits.len() - 3], &digits[digits.len() - 3..]) } else { digits }
}

fn count(target: &Value, key: &str) -> u64 {
    target[key].as_u64().expect("a count")
}

#[test]
fn every_target_that_is_shown_has_its_figure_in_a_table() {
    for line in REPORTS {
        let (paper, report) = (paper(line), json(&format!("{line} -O json")));
        let shown = report["targets"].as_array().expect("targets").iter().filter(|target| {
            line.contains("--all") || target["clauses"][0].as_str().is_some_and(|clause| clause.starts_with("2.I."))
        });
        let mut compared = 0;
        for (index, target) in shown.enumerate() {
            let number = (index + 1).to_string();
            let row = paper.rows.iter().find(|row| row.len() == 7 && row[0] == number).expect("a row");
            let (n, d) = (count(target, "numerator"), count(target, "denominator"));
            let figure = if d == 0 { "—".to_owned() } else { format!("{}/{}", group(n), group(d)) };
            assert_eq!(row[3], figure, "{line}: {} in {row:?}", target["id"]);
            compared += 1;
        }
        assert!(compared >= 10, "{line}: {compared}");
    }
}

/// What a unit is called in its own record.
fn name_of(register: &str, unit: &str) -> String {
    let root = here().join(register);
    let quoted = |file: &str| {
        let text = fs::read_to_string(root.join(unit).join(file)).ok()?;
        let name = text.lines().find_map(|line| line.strip_prefix("name = "))?;
        Some(name.trim_matches('"').to_owned())
    };
    if let Some((commune, village)) = unit.split_once('#') {
        let table = fs::read_to_string(root.join(commune).join("villages.csv")).expect("the villages");
        let row = table.lines().find(|row| row.starts_with(&format!("{village},"))).expect("the village");
        return row.split(',').nth(1).expect("a name").to_owned();
    }
    ["cell.toml", "commune.toml", "district.toml"].into_iter().find_map(quoted).expect("a name")
}

#[test]
fn every_shortfall_is_told_in_a_sentence() {
    let mut told = 0;
    for line in REPORTS {
        let paper = paper(line);
        let report = json(&format!("{line} -O json"));
        let checked = json(&format!("{} -O json", line.replace("report", "check").replace(" --all", "")));
        let register = line.split(' ').nth(1).expect("a register");
        let whole = line.split(' ').nth(3).filter(|word| !word.starts_with('-')).unwrap_or_default();
        let items: Vec<String> =
            paper.paragraphs.iter().filter(|text| text.starts_with("- ")).map(|text| text.to_lowercase()).collect();
        for found in checked["findings"].as_array().expect("findings").iter().filter(|one| one["level"] == "shortfall")
        {
            let (id, unit) = (&found["rule"], found["unit"].as_str().expect("a unit"));
            let target = report["targets"].as_array().expect("targets").iter().find(|target| target["id"] == *id);
            let target = target.expect("its target");
            let (n, d) = (count(target, "numerator"), count(target, "denominator"));
            let figures = match target["goal"]["kind"].as_str().or(target["goal"].as_str()) {
                Some("none") => [format!("- {}/{} ", group(n), group(d)), String::new()],
                _ => [format!("- {}/{} ", group(d - n), group(d)), format!("{}/{} = ", group(n), group(d))],
            };
            let name = name_of(register, unit).to_lowercase();
            let is_whole = unit == whole;
            let period = found["period"].as_str().unwrap_or_default();
            let period = match period.split_once('-').map(|(_, part)| part) {
                None => String::new(),
                Some("Q1") => "quý i".to_owned(),
                Some("Q2") => "quý ii".to_owned(),
                Some("Q3") => "quý iii".to_owned(),
                Some("Q4") => "quý iv".to_owned(),
                Some(month) => month.trim_start_matches('0').to_owned(),
            };
            let says = |item: &&String| {
                figures.iter().any(|figure| !figure.is_empty() && item.contains(figure.as_str()))
                    && (is_whole || item.contains(&name))
                    && item.contains(&period)
            };
            assert!(items.iter().any(|item| says(&item)), "{line}: {id} of {unit} {period} in {items:#?}");
            told += 1;
        }
    }
    assert!(told > 25, "{told}");
}

#[test]
fn nobody_is_named_unless_people_are_asked_for() {
    let line = "-C examples/van-giang report me-so --year 2018";
    let has_id = |text: &str| {
        text.match_indices("dv").any(|(at, _)| text[at + 2..].chars().take(2).all(|letter| letter.is_ascii_digit()))
    };
    assert!(!has_id(&paper(line).page));
    assert!(has_id(&paper(&format!("{line} --members")).page));
    // For publication no village tells which of its people are members, and no sentence names a unit.
    let public = paper(&format!("{line} --public"));
    assert!(!has_id(&public.page));
    let all = public.paragraphs.join("\n");
    assert!(!all.contains("Trưởng thôn là đảng viên") && !all.contains("0/0"), "{all}");
    assert!(all.contains("Bản công bố"), "{all}");
}

#[test]
fn the_same_records_give_the_same_bytes_in_a_file_and_on_standard_output() {
    let line = "-C examples/van-giang report --year 2018";
    let file = written(line);
    assert_eq!(file, written(line));
    let piped = |width| piped(&format!("{line} -O docx"), width);
    assert_eq!(piped(None), (0, file, String::new()));
    // A terminal would show what nobody can read.
    let refused = "lỗi: tệp Word không in ra màn hình được; thêm -o TỆP.docx\n";
    assert_eq!(piped(Some(80)), (2, Vec::new(), refused.to_owned()));
}

#[test]
fn the_head_is_that_of_the_committee_and_the_layout_that_of_the_day() {
    let margin = |paper: &Paper| paper.page.split_once("w:left=\"").map(|(_, rest)| rest[..4].to_owned());
    let head = |line: &str, issuer: [&str; 2], left: &str| {
        let paper = paper(line);
        assert_eq!(paper.paragraphs[..2], issuer, "{line}");
        assert_eq!(paper.paragraphs[4], "(Dự thảo)", "{line}");
        let all = paper.page.split_once("<w:pgMar").expect("margins").1;
        assert_eq!(margin(&Paper { page: all.to_owned(), ..paper }), Some(left.to_owned()), "{line}");
    };
    // 35 mm under HD 11-HD/VPTW, 30 mm under HD 36-HD/VPTW.
    head(
        "-C examples/van-giang --as-of 2018-01-31 report me-so --year 2017",
        ["ĐẢNG BỘ HUYỆN VĂN GIANG", "ĐẢNG ỦY XÃ MỄ SỞ"],
        "1984",
    );
    head(
        "-C examples/van-giang --as-of 2019-01-31 report --year 2018",
        ["ĐẢNG BỘ TỈNH HƯNG YÊN", "HUYỆN ỦY VĂN GIANG"],
        "1701",
    );
}

#[test]
fn what_has_no_official_report_is_told_what_there_is() {
    for (line, vi) in [
        ("report xuan-quan/chi-bo-thon-1 --year 2018", "báo cáo theo thể thức (docx) là của cấp xã trở lên"),
        ("report xuan-quan#thon-1 --year 2018", "báo cáo theo thể thức (docx) là của cấp xã trở lên"),
        (
            "report xuan-quan me-so --year 2018",
            "mỗi tệp docx là của một đơn vị; chạy lại với từng đơn vị\ngợi ý: nhiều đơn vị cạnh nhau có ở table",
        ),
        (
            "report --from 2017 --to 2018",
            "báo cáo theo thể thức (docx) là của một năm\ngợi ý: dùng --year; nhiều năm cạnh nhau có ở table",
        ),
    ] {
        let refused = run(&format!("-C examples/van-giang {line} -O docx"));
        assert!(refused.code == 2 && refused.out.is_empty() && refused.err.contains(vi), "{line}: {}", refused.err);
    }
    let english = run("-C examples/van-giang --lang en report xuan-quan/chi-bo-thon-1 --year 2018 -O docx").err;
    assert!(english.contains("the report in the official form (docx) is of communes and above"), "{english}");
}

#[test]
fn of_a_province_the_districts_add_up_to_what_a_sentence_says() {
    let place = tempfile::tempdir().expect("a directory");
    let demo = chibo(&words("demo so --communes 12 --years 2017-2018 --mistakes 0.05"), place.path());
    assert_eq!(demo.code, 0, "{}", demo.err);
    let paper = paper(&format!("-C {} report --year 2018", place.path().join("so").display()));
    assert_eq!(paper.paragraphs[..2], ["TỈNH ỦY HƯNG YÊN", "*"]);
    let mut added = 0;
    for sentence in paper.paragraphs.iter().filter_map(|text| text.strip_prefix("- ")) {
        let Some((head, list)) = sentence.split_once(": ") else { continue };
        let Some((missing, _)) = head.split_once('/') else { continue };
        let Ok(missing) = missing.replace('.', "").parse::<u64>() else { continue };
        let counts: Option<Vec<u64>> = list
            .trim_end_matches('.')
            .split(", ")
            .map(|part| {
                let is_district = ["huyện ", "thị xã ", "thành phố "].iter().any(|kind| part.starts_with(kind));
                let count = part.rsplit(' ').next().filter(|_| is_district)?;
                count.replace('.', "").parse().ok()
            })
            .collect();
        if let Some(counts) = counts {
            assert_eq!(counts.iter().sum::<u64>(), missing, "{sentence}");
            added += 1;
        }
    }
    assert!(added > 3, "{added}");
}
