//! What the command line of `report` says, and what it refuses.

use super::*;
use crate::cli::tests::{refused_en, refused_vi, run, tried};

fn report(line: &str) -> ReportArgs {
    match run(line) {
        Cli::Report(args) => args,
        other => panic!("{other:?}"),
    }
}

#[test]
fn only_the_year_is_required() {
    let expected = ReportArgs {
        units: Vec::new(),
        time: Time::Year(2018),
        by: None,
        form: ReportForm::Text(ReportFormat::Table),
        output: None,
        targets: Vec::new(),
        all: false,
        members: false,
        public: false,
        file: false,
        against: None,
        force: false,
    };
    assert_eq!(report("report --year 2018"), expected);
}

#[test]
fn every_option_is_read() {
    let expected = ReportArgs {
        units: vec!["van-giang".to_owned()],
        time: Time::Year(2020),
        by: Some(By::Village),
        form: ReportForm::Text(ReportFormat::Markdown),
        output: Some(PathBuf::from("a.csv")),
        targets: vec!["attendance".to_owned(), "good-members".to_owned()],
        all: true,
        members: false,
        public: false,
        file: true,
        against: Some(PathBuf::from("old.json")),
        force: true,
    };
    let line = "report --year=2020 --by village -O markdown -o a.csv --target attendance --target good-members \
                --all --file --against old.json --force van-giang";
    assert_eq!(report(line), expected);
    // What goes with none of those.
    assert!(report("report --year 2020 -O html --members").members);
    assert!(report("report --year 2020 --public").public);
}

#[test]
fn the_ending_of_the_file_tells_the_form() {
    let endings = [
        ("a.csv", ReportFormat::Csv),
        ("A.CSV", ReportFormat::Csv),
        ("a.json", ReportFormat::Json),
        ("a.2018.md", ReportFormat::Markdown),
        ("a.markdown", ReportFormat::Markdown),
        ("a.txt", ReportFormat::Table),
        ("a", ReportFormat::Table),
        ("-", ReportFormat::Table),
    ];
    for (file, format) in endings {
        assert_eq!(report(&format!("report --year 2018 -o {file}")).form, ReportForm::Text(format), "{file}");
    }
    assert_eq!(report("report --year 2018 -o -").output, None);
}

#[test]
fn a_named_form_makes_any_ending_good() {
    assert_eq!(report("report --year 2018 -O csv -o a.pdf").form, ReportForm::Text(ReportFormat::Csv));
}

#[test]
fn an_unknown_ending_is_refused_with_those_that_are_known() {
    assert_eq!(
        refused_vi("report --year 2018 -o x.pdf"),
        "lỗi: -o/--output: không biết dạng của tệp .pdf; có: .txt, .csv, .json, .md, .markdown, .html, .htm, .xlsx, .docx; hoặc nói dạng \
         bằng -O\n\
         xem: chibo report --help\n"
    );
    assert_eq!(
        refused_en("report --year 2018 -o x.pdf"),
        "error: -o/--output: no form is known for a .pdf file; known: .txt, .csv, .json, .md, .markdown, .html, .htm, .xlsx, .docx; or name \
         the form with -O\nsee: chibo report --help\n"
    );
}

#[test]
fn what_is_missing_is_what_the_line_would_need() {
    assert_eq!(refused_vi("report --to 2018"), "lỗi: thiếu --from <NĂM>\nxem: chibo report --help\n");
    assert_eq!(refused_vi("report --from 2018"), "lỗi: thiếu --to <NĂM>\nxem: chibo report --help\n");
    assert_eq!(refused_vi("report"), "lỗi: thiếu --year <NĂM>\nxem: chibo report --help\n");
}

#[test]
fn a_document_has_its_own_ending() {
    assert_eq!(
        refused_vi("report --year 2018 -O docx -o a.xlsx"),
        "lỗi: -O docx không ghi vào tệp .xlsx; bỏ -O, hoặc đổi đuôi tệp\nxem: chibo report --help\n"
    );
    assert_eq!(
        refused_en("report --year 2018 -O table -o a.XLSX"),
        "error: -O table does not go into a .xlsx file; leave -O out, or change the ending\nsee: chibo report --help\n"
    );
    assert_eq!(report("report --year 2018 -O html -o a.htm").form, ReportForm::Html);
    assert_eq!(report("report --year 2018 -O xlsx").form, ReportForm::Workbook);
    assert_eq!(report("report --year 2018 -O docx -o -").output, None);
}

/// What is said of each pair that does not go together: what there is instead.
const REFUSED: [(&str, &str, &str); 7] = [
    (
        "--from 2017 --to 2018 --by commune",
        "--by là của một năm: dùng --year; nhiều năm cạnh nhau thì mỗi lần một đơn vị",
        "--by is of one year: use --year; several years side by side are of one unit at a time",
    ),
    (
        "--from 2017 --to 2018 --against a.json",
        "--file và --against là của một năm: dùng --year",
        "--file and --against are of one year: use --year",
    ),
    (
        "--year 2018 --members",
        "--members chỉ có ở html, xlsx và docx; bản ghi của từng số liệu thì dùng chibo trace",
        "--members is for html, xlsx and docx only; the records of a figure are shown by chibo trace",
    ),
    (
        "--year 2018 --public --names",
        "--public không nêu người; bỏ --members, --names, hoặc bỏ --public nếu dùng riêng",
        "--public names nobody; leave out --members and --names, or --public for what stays in the house",
    ),
    (
        "--year 2018 --public --file",
        "--file và --against cần đủ mọi số liệu; chạy riêng, không kèm --public",
        "--file and --against need every figure; run them apart, without --public",
    ),
    (
        "--year 2018 --public -o trang/",
        "--public lập từng tệp một: chạy lại với từng đơn vị, -o TỆP.html",
        "--public makes one file at a time: run again with each unit, -o FILE.html",
    ),
    (
        "--from 2017 --to 2018 --public",
        "--public với nhiều năm chỉ có ở dạng html và xlsx; dạng khác thì dùng --year",
        "--public with several years is for html and xlsx only; for other forms use --year",
    ),
];

#[test]
fn what_does_not_go_together_is_told_what_there_is() {
    for (options, vi, en) in REFUSED {
        let line = format!("report {options}");
        assert_eq!(refused_vi(&line), format!("lỗi: {vi}\nxem: chibo report --help\n"), "{line}");
        assert_eq!(refused_en(&line), format!("error: {en}\nsee: chibo report --help\n"), "{line}");
    }
}

/// Every form with every option that may not go with it: none is both, and no refusal has other words.
#[test]
fn every_choice_is_taken_or_refused() {
    let forms = ["-O table", "-O csv", "-O json", "-O markdown", "-O html", "-O xlsx", "-O docx", "-o trang/"];
    let options = ["--by commune", "--members", "--names", "--public", "--file", "--against a.json"];
    let (mut taken, mut refused) = (0, 0);
    for form in forms {
        for time in ["--year 2018", "--from 2017 --to 2018"] {
            for chosen in 0..1 << options.len() {
                let words = options.iter().enumerate().filter(|(index, _)| chosen & (1 << index) != 0);
                let words: Vec<&str> = words.map(|(_, option)| *option).collect();
                match tried(&format!("report {time} {form} {}", words.join(" "))) {
                    Ok(()) => taken += 1,
                    Err(told) => {
                        assert!(REFUSED.iter().any(|(_, vi, _)| told.contains(vi)), "{form} {words:?}: {told}");
                        refused += 1;
                    }
                }
            }
        }
    }
    assert_eq!((taken, refused), (233, 791));
}
