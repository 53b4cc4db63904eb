//! Every form of a report puts units in the order of Vietnamese names, speaks the language that is asked for, and names
//! people only to those who ask; a terminal is shown no file of Excel.
#![allow(clippy::expect_used, reason = "a test that cannot read its own data has failed")]

mod support;

use std::{
    collections::BTreeSet,
    fs,
    io::{Cursor, Read},
    path::Path,
};

use calamine::{Reader, Xlsx};
use support::{chibo, copy, piped, words};

fn here() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What a command writes into a file of a form.
fn written(root: &Path, line: &str, form: &str) -> Vec<u8> {
    let directory = tempfile::tempdir().expect("a directory");
    let file = directory.path().join(format!("report.{form}"));
    let mut words = words(line);
    words.extend(["-o".to_owned(), file.display().to_string()]);
    let run = chibo(&words, root);
    assert!(run.code < 2, "{line}: {}", run.err);
    fs::read(file).expect("it was written")
}

/// The boxes of a workbook, sheet by sheet and row by row; the text of a page; the paper of a Word file.
fn text(root: &Path, line: &str, form: &str) -> String {
    let bytes = written(root, line, form);
    match form {
        "xlsx" => {
            let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("it is a workbook");
            let boxes = |row: &[calamine::Data]| row.iter().map(ToString::to_string).collect::<Vec<_>>().join("\t");
            let sheets = book.worksheets();
            let rows = sheets.iter().flat_map(|(name, sheet)| {
                std::iter::once(name.clone()).chain(sheet.rows().map(boxes)).collect::<Vec<_>>()
            });
            rows.collect::<Vec<_>>().join("\n")
        }
        "docx" => {
            let mut page = String::new();
            let mut file = zip::ZipArchive::new(Cursor::new(bytes)).expect("it is a zip");
            file.by_name("word/document.xml").and_then(|mut part| Ok(part.read_to_string(&mut page)?)).expect("text");
            page
        }
        _ => String::from_utf8(bytes).expect("it is text"),
    }
}

fn van_giang() -> tempfile::TempDir {
    let place = tempfile::tempdir().expect("a directory");
    copy(&here().join("examples/van-giang"), place.path());
    place
}

/// In paths Đông comes before Dương and Ân behind both; a dictionary has them otherwise.
#[test]
fn units_stand_in_the_order_of_their_names() {
    let place = van_giang();
    let cells = [("thon-1", "Đông"), ("thon-2", "Dương"), ("thon-3a", "Ân"), ("thon-3b", "An")];
    for (cell, name) in cells {
        let file = place.path().join(format!("xuan-quan/chi-bo-{cell}/cell.toml"));
        let text = fs::read_to_string(&file).expect("a cell");
        let (before, rest) = text.split_once("name = \"").expect("a name");
        let after = rest.split_once('"').expect("its end").1;
        fs::write(&file, format!("{before}name = \"Chi bộ {name}\"{after}")).expect("written");
    }
    for (form, more) in
        [("txt", ""), ("md", ""), ("html", "--target attendance"), ("xlsx", "--target attendance"), ("docx", "")]
    {
        let report = text(place.path(), &format!("report xuan-quan --year 2018 --by cell {more}"), form);
        // What is worst stands first where a figure is traced; the table of units comes before.
        let table = report.split("id=\"evidence\"").next().expect("a part").to_lowercase();
        let places = ["chi bộ an", "chi bộ ân", "chi bộ dương", "chi bộ đông"].map(|name| table.find(name));
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{form}: {places:?}");
    }
    // Programs go by path.
    let csv = text(place.path(), "report xuan-quan --year 2018 --by cell --target attendance", "csv");
    let places = cells.map(|(cell, _)| csv.find(&format!("chi-bo-{cell},")));
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn people_are_named_to_those_who_ask() {
    let place = van_giang();
    let name = "Nguyễn Thị Sen";
    fs::write(place.path().join("me-so/chi-bo-hoang-trach/names.csv"), format!("id,name\ndv12,{name}\n"))
        .expect("written");
    for form in ["xlsx", "html", "docx"] {
        let of = |more: &str| text(place.path(), &format!("{more} report me-so --year 2018 --members"), form);
        let (ids, names) = (of(""), of("--names"));
        assert!(ids.contains("dv12") && !ids.contains(name), "{form} without --names");
        assert!(names.contains("dv12") && names.contains(name), "{form} with --names");
        let nobody = text(place.path(), "report me-so --year 2018", form);
        assert!(!nobody.contains("dv12") && !nobody.contains(name), "{form} without --members");
    }
}

/// Letters that English has not.
fn foreign(text: &str) -> BTreeSet<String> {
    let words = text.split(|letter: char| !letter.is_alphabetic());
    words.filter(|word| !word.is_ascii()).map(str::to_lowercase).collect()
}

/// Every text of a register.
fn texts(directory: &Path, all: &mut String) {
    for entry in fs::read_dir(directory).expect("a directory") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            texts(&path, all);
        } else {
            all.push_str(&fs::read_to_string(&path).expect("text"));
            all.push('\n');
        }
    }
}

/// In English stands no Vietnamese word but names, and those of the plan that English leaves as they are.
#[test]
fn english_is_complete() {
    // The last is of the page's script, which finds names without their signs.
    let kept = "thôn khu phố Hồ Chí Minh số Đề án ĐA Hưng Yên đĐ";
    for register in ["examples/van-giang", "examples/mistakes", "tests/registers/otherwise-counted"] {
        let mut known = String::new();
        texts(&here().join(register), &mut known);
        let known: BTreeSet<String> = foreign(&known).union(&foreign(kept)).cloned().collect();
        for form in ["txt", "md", "csv", "html", "xlsx"] {
            for more in ["--all", "--all --by cell", "--public", "--by village"] {
                let line = format!("-C {register} --lang en --as-of 2019-01-31 report --year 2018 {more}");
                let told = foreign(&text(here(), &line, form));
                let left: Vec<&String> = told.difference(&known).collect();
                assert!(left.is_empty(), "{line} as {form}: {left:?}");
            }
            let line = format!("-C {register} --lang en report --from 2016 --to 2018");
            let told = foreign(&text(here(), &line, form));
            assert!(told.is_subset(&known), "{line} as {form}: {:?}", told.difference(&known));
        }
    }
}

/// A run of many units fits a pull request: a table each, folded, whose summary says how many miss the target.
#[test]
fn units_are_folded_in_markdown() {
    let line = "-C examples/van-giang --lang vi report --year 2018 --by cell --target attendance-by-cell";
    let report = text(here(), line, "md");
    let summary = "<details><summary>Chi bộ có tỷ lệ dự sinh hoạt đạt mức (<code>attendance-by-cell</code>, 100%): 1/8 đơn vị chưa đạt</summary>\n\n| Đơn vị |";
    assert!(report.contains(summary), "{report}");
    assert_eq!(report.matches("<details>").count(), report.matches("\n</details>\n").count());
    // Up to eight stand side by side.
    let report = text(here(), "-C examples/van-giang --lang vi report --year 2018 --by commune", "md");
    assert!(!report.contains("<details>") && report.contains("| Chỉ tiêu | Mễ Sở | Xuân Quan |"), "{report}");
}

#[test]
fn one_shortfall_is_one() {
    let page = |unit: &str| text(here(), &format!("-C examples/van-giang --lang en report {unit} --year 2018"), "html");
    assert!(page("xuan-quan/chi-bo-thon-2").contains(">1 shortfall<"));
    assert!(page("me-so/chi-bo-hoang-trach").contains(">5 shortfalls<"));
}

#[test]
fn a_terminal_is_shown_no_workbook() {
    let file = written(here(), "-C examples/van-giang report --year 2018", "xlsx");
    let piped = |width| piped("-C examples/van-giang report --year 2018 -O xlsx", width);
    assert_eq!(piped(None), (0, file, String::new()));
    let refused = "lỗi: tệp Excel không in ra màn hình được; thêm -o TỆP.xlsx\n";
    assert_eq!(piped(Some(80)), (2, Vec::new(), refused.to_owned()));
}

/// What has changed since it was filed stands in each form.
#[test]
fn what_was_filed_is_told_in_every_form() {
    let place = van_giang();
    assert_eq!(chibo(&words("report xuan-quan --year 2018 --file"), place.path()).code, 0);
    let record = place.path().join("xuan-quan/chi-bo-thon-1/2018/2018-01-05-regular.toml");
    let text_of = fs::read_to_string(&record).expect("a record");
    fs::write(&record, text_of.replacen("= \"x\"", "= \"p\"", 1)).expect("written");
    for form in ["txt", "md", "csv", "json", "html", "xlsx", "docx"] {
        let report = text(place.path(), "report xuan-quan --year 2018 --against xuan-quan/2018/filed.json", form);
        let record = "xuan-quan/chi-bo-thon-1/2018/2018-01-05-regular.toml";
        assert!(report.contains("414") && report.contains(record), "{form} does not tell");
    }
    // Of a district, how many records are gone is told where they are not named.
    assert_eq!(chibo(&words("report --year 2018 --file"), place.path()).code, 0);
    fs::remove_file(place.path().join("me-so/chi-bo-nhan-thap/2018/2018-07-10-regular.toml")).expect("a record");
    for (form, told) in [
        ("txt", "do 1 bản ghi không còn"),
        ("md", "do 1 bản ghi không còn"),
        ("csv", ",records,,1\r\n"),
        ("json", "\"gone\": 1"),
        ("html", "do 1 bản ghi không còn"),
    ] {
        let report = text(place.path(), "report --year 2018 --against 2018/filed.json", form);
        assert!(report.contains(told), "{form} does not tell");
    }
}

/// A meeting of a cell with totals is one of a hundred thousand, and the cell misses its goal by less than it shows.
fn enlarge(root: &Path) {
    let record = root.join("me-so/chi-bo-me-so/2018/2018-01-06-regular.toml");
    let mut counts = fs::read_to_string(&record).expect("a record");
    for (old, new) in [
        ("expected = 13", "expected = 100000"),
        ("present = 11", "present = 84990"),
        ("unexcused = 1\n", "unexcused = 15009\n"),
    ] {
        assert!(counts.contains(old), "{counts}");
        counts = counts.replace(old, new);
    }
    fs::write(&record, counts).expect("written");
}

/// A number is never cut in two: the column of counts is as wide as they are long.
#[test]
fn long_counts_have_room_in_the_official_report() {
    let place = van_giang();
    let widths = |report: &str| -> Vec<u32> {
        let columns = report.split("<w:tbl>").find(|table| table.contains("Chỉ tiêu")).expect("a table");
        let columns = columns.split("<w:gridCol w:w=\"").skip(1);
        columns.filter_map(|column| column.split('"').next()?.parse().ok()).collect()
    };
    let of = || text(place.path(), "report me-so --year 2018", "docx");
    let before = widths(&of());
    enlarge(place.path());
    let report = of();
    assert!(report.contains("85.469/100.528"), "{report}");
    let after = widths(&report);
    assert!(after[3] * 4 > before[3] * 5 && after[1] < before[1], "{before:?} {after:?}");
    assert_eq!(before.iter().sum::<u32>().abs_diff(after.iter().sum()), 0, "the table stays as wide");
}

/// A share that is rounded to its goal would look reached: a workbook has as many decimals as a table.
#[test]
fn a_missed_goal_never_looks_reached_in_a_workbook() {
    let place = van_giang();
    enlarge(place.path());
    let line = "report me-so/chi-bo-me-so --year 2018 --target attendance";
    assert!(text(place.path(), line, "md").contains("84,9999%"));
    let mut book = zip::ZipArchive::new(Cursor::new(written(place.path(), line, "xlsx"))).expect("it is a zip");
    let mut styles = String::new();
    book.by_name("xl/styles.xml").and_then(|mut part| Ok(part.read_to_string(&mut styles)?)).expect("styles");
    assert!(styles.contains("formatCode=\"0.0000%\""), "{styles}");
}

/// Why a month had no meeting is for the cell's own record: no document repeats it.
#[test]
fn no_document_tells_the_reason_of_a_month_without_meeting() {
    let place = van_giang();
    // One reason begins the other.
    for (cell, reason) in [("chi-bo-nhan-thap", "bí thư ốm nặng, nằm viện"), ("chi-bo-me-so", "bí thư ốm")]
    {
        let year = place.path().join("me-so").join(cell).join("2018");
        fs::read_dir(&year)
            .expect("a year")
            .flatten()
            .filter(|entry| {
                let name = entry.file_name().to_string_lossy().into_owned();
                name.starts_with("2018-07") && name.ends_with("regular.toml")
            })
            .for_each(|entry| fs::remove_file(entry.path()).expect("removed"));
        let record = format!("date = 2018-07-10\nkind = \"regular\"\nheld = false\nreason = \"{reason}\"\n");
        fs::write(year.join("2018-07-10-regular.toml"), record).expect("written");
    }
    assert!(chibo(&words("check me-so/chi-bo-nhan-thap -O concise"), place.path()).out.contains("nằm viện"));
    for form in ["html", "xlsx", "docx"] {
        let report = text(place.path(), "report me-so --year 2018 --members", form);
        assert!(report.contains("không họp") || form == "docx", "{form}");
        assert!(!report.contains("nằm viện") && !report.contains("bí thư ốm"), "{form} tells the reason");
    }
}

#[test]
fn a_directory_that_is_named_as_a_file_is_told_how_pages_are_made() {
    let place = van_giang();
    fs::create_dir(place.path().join("pages")).expect("a directory");
    let refused = chibo(&words("report --year 2018 -o pages"), place.path());
    assert!(refused.code == 2 && refused.err.contains("gợi ý: -o pages/ lập trang"), "{}", refused.err);
    assert_eq!(chibo(&words("report --year 2018 -o pages/"), place.path()).code, 0);
    assert!(place.path().join("pages/xuan-quan.html").exists());
}
