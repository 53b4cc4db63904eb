//! What the command line of `report` says, and what it refuses.

use super::*;
use crate::cli::tests::{refused_en, refused_vi, run};

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
        file: false,
        against: None,
        force: false,
    };
    let line = "report --year=2020 --by village -O markdown -o a.csv --target attendance --target good-members \
                --all van-giang";
    assert_eq!(report(line), expected);
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

/// Every form with every option that may not go with it: what goes together is taken, and each refusal says what there is.
#[test]
fn what_does_not_go_together_is_told_what_there_is() {
    let forms = ["-O table", "-O csv", "-O json", "-O markdown", "-O html", "-O xlsx", "-O docx", "-o trang/"];
    let options = ["--by commune", "--members", "--names", "--public", "--file", "--against a.json"];
    let (mut taken, mut refused) = (0, 0);
    for form in forms {
        for (time, several) in [("--year 2018", false), ("--from 2017 --to 2018", true)] {
            for chosen in 0..1 << options.len() {
                let has = |option: usize| chosen & (1 << option) != 0;
                let [by, members, names, public, file, against] = std::array::from_fn(has);
                let is_text =
                    form.starts_with("-O") && !["html", "xlsx", "docx"].iter().any(|name| form.contains(name));
                let words: Vec<&str> =
                    options.iter().enumerate().filter(|(index, _)| has(*index)).map(|(_, option)| *option).collect();
                let line = format!("report {time} {form} {}", words.join(" "));
                let stands = !(several && (by || file || against)
                    || members && is_text
                    || public && (members || names || file || against || form == "-o trang/" || several && is_text));
                if stands {
                    report(&line);
                    taken += 1;
                    continue;
                }
                let told = refused_vi(&line);
                let says = ["dùng --year", "chỉ có ở", "bỏ --members", "chạy riêng", "từng tệp một"];
                assert!(says.iter().any(|says| told.contains(says)), "{line}: {told}");
                assert!(refused_en(&line).starts_with("error: --"), "{line}");
                refused += 1;
            }
        }
    }
    assert!(taken > 200 && refused > 500, "{taken} taken, {refused} refused");
}
