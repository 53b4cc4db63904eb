//! `chibo merge`, as a district and a province use it.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod support;

use std::{fs, path::Path};

use support::{Run, chibo, copy, words};

fn run(line: &str, directory: &Path) -> Run {
    chibo(&words(line), directory)
}

/// The example district, with the reports of its two communes and its own.
fn place() -> tempfile::TempDir {
    let place = tempfile::tempdir().expect("a temporary directory");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/van-giang"), &place.path().join("van-giang"));
    for (unit, file) in [("me-so", "me-so.json"), ("xuan-quan", "xuan-quan.json"), (".", "district.json")] {
        let made = run(&format!("--lang en -C van-giang report {unit} --year 2018 -o {file}"), place.path());
        assert_eq!(made.code, 0, "{}", made.err);
    }
    place
}

#[test]
fn the_communes_merged_say_what_the_district_says() {
    let place = place();
    for format in ["table --all", "markdown --all"] {
        let merged = run(&format!("--lang en merge me-so.json xuan-quan.json -O {format}"), place.path());
        let own = run(&format!("--lang en -C van-giang report --year 2018 --by commune -O {format}"), place.path());
        assert_eq!(merged.code, 0, "{}", merged.err);
        // The name above, and what the district says of itself alone.
        let own_alone = ["district-plan", "rollout-2016", "agreement-guidance", "agreement-review-district"];
        let kept = |text: &str| {
            let figures = text.lines().filter(|line| !own_alone.iter().any(|id| line.contains(id)));
            let figures = figures.filter(|line| line.contains('%') || line.contains("met")).skip(1);
            figures.map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect::<Vec<_>>()
        };
        assert!(kept(&merged.out).len() > 30, "{}", merged.out);
        assert_eq!(kept(&merged.out), kept(&own.out));
    }
    let csv = run("--lang en merge me-so.json xuan-quan.json -o sum.csv", place.path());
    assert_eq!((csv.code, csv.out.as_str()), (0, ""), "{}", csv.err);
    let csv = fs::read_to_string(place.path().join("sum.csv")).expect("it is written");
    assert!(
        csv.contains("2018,,2 units,attendance,Members who attend,2.I.2.1-6,at-least,85,904,992,91.13,met,"),
        "{csv}"
    );
}

#[test]
fn what_does_not_go_together_is_refused_with_both_files() {
    let place = place();
    run("-C van-giang report me-so --year 2017 -o me-so-2017.json", place.path());
    run("-C van-giang report me-so --year 2018 --as-of 2018-06-30 -o me-so-june.json", place.path());
    run("-C van-giang report me-so --year 2018 --target attendance -o me-so-one.json", place.path());
    run("-C van-giang report me-so xuan-quan --year 2018 -o union.json", place.path());
    run("-C van-giang report me-so/chi-bo-me-so --year 2018 -o cell.json", place.path());
    let settings = place.path().join("van-giang/chibo.toml");
    let text = fs::read_to_string(&settings).expect("the settings are there");
    fs::write(&settings, format!("{text}\n[goals]\nattendance = 90\n")).expect("they can be changed");
    run("-C van-giang report me-so --year 2018 -o me-so-90.json", place.path());
    let refusals = [
        ("xuan-quan.json me-so-2017.json", "error: xuan-quan.json is of 2018, me-so-2017.json of 2017\n"),
        (
            "xuan-quan.json me-so-june.json",
            "error: xuan-quan.json is as of 2018-12-31, me-so-june.json as of 2018-06-30\n\
             hint: make the reports again with one --as-of\n",
        ),
        (
            "xuan-quan.json me-so-90.json",
            "error: the setting goals.attendance differs: xuan-quan.json not set, me-so-90.json 90\n\
             hint: agree on chibo.toml, then make the reports again\n",
        ),
        (
            "xuan-quan.json me-so-one.json",
            "error: xuan-quan.json lists the target monthly-meeting, me-so-one.json does not\n\
             hint: merge reports of units of one level, made with the same --target\n",
        ),
        (
            "me-so.json xuan-quan.json me-so.json",
            "error: me-so.json and me-so.json both count `me-so` of the register `Huyện Văn Giang`\n\
             hint: leave one out; if they are two places, give them two names (name in chibo.toml)\n",
        ),
        (
            "cell.json me-so.json",
            "error: me-so.json counts `me-so/chi-bo-me-so` of cell.json already: it lies in `me-so`, register `Huyện Văn Giang`\n\
             hint: leave one of the two reports out\n",
        ),
        (
            "union.json",
            "error: union.json: it is the report of several units; make one of each with chibo report, then merge those\n\
             hint: make it again with chibo report --year YEAR -o FILE.json\n",
        ),
        ("nowhere.json", "error: nowhere.json cannot be read: it is not there\n"),
    ];
    for (files, refusal) in refusals {
        let run = run(&format!("--lang en merge {files}"), place.path());
        assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (2, "", refusal), "{files}");
    }
}

#[test]
fn what_is_no_report_is_refused_at_its_place() {
    let place = place();
    let whole = fs::read_to_string(place.path().join("me-so.json")).expect("it was made");
    let again = "gợi ý: lập lại bằng chibo report --year NĂM -o TỆP.json\n";
    let texts = [
        ("", "lỗi: x.json:1:1: tệp bị cắt cụt\n".to_owned()),
        (&whole[..60], "lỗi: x.json:4:26: tệp bị cắt cụt\n".to_owned()),
        ("ngày,đơn vị\n", "lỗi: x.json:1:2: sai cú pháp JSON\n".to_owned()),
        ("{\"version\": 1}", "lỗi: x.json:1:14: thiếu khóa `register`\n".to_owned()),
        ("{\"version\": 2}", "lỗi: x.json:1:14: đây là dạng phiên bản 2, chibo này đọc phiên bản 1\n".to_owned()),
        (
            &whole.replace("\"id\": \"attendance\"", "\"id\": \"beauty\""),
            format!(
                "lỗi: x.json:{}:20: chibo này không có chỉ tiêu `beauty`\n",
                line_of(&whole, "\"id\": \"attendance\"")
            ),
        ),
        (
            &whole.replace("\"numerator\": 490", "\"numerator\": -490"),
            format!("lỗi: x.json:{}:23: giá trị không đúng kiểu\n", line_of(&whole, "\"numerator\": 490")),
        ),
        (
            &whole.replace("\"numerator\": 490", "\"numerator\": 9900000000"),
            format!(
                "lỗi: x.json:{}:29: 9900000000 lớn hơn mọi số đếm có thể có\n",
                line_of(&whole, "\"numerator\": 490")
            ),
        ),
        (
            &whole.replace("\"percent\": 85", "\"percent\": 84"),
            "lỗi: x.json: mức của chỉ tiêu `attendance` khác mức theo thiết lập ghi trong báo cáo\n".to_owned(),
        ),
        (&whole.replace("\"year\": 2018", "\"year\": 2031"), "lỗi: x.json: năm 2031 nằm ngoài Đề án\n".to_owned()),
        (
            &whole.replace("\"settings\": {}", "\"settings\": {\"counting.sheep\": \"1\"}"),
            "lỗi: x.json: chibo này không có thiết lập `counting.sheep = 1`\n".to_owned(),
        ),
    ];
    for (text, refusal) in texts {
        fs::write(place.path().join("x.json"), text).expect("it can be written");
        let run = run("merge xuan-quan.json x.json", place.path());
        assert_eq!((run.code, run.err.as_str()), (2, format!("{refusal}{again}").as_str()));
    }
}

fn line_of(text: &str, part: &str) -> usize {
    text.lines().position(|line| line.contains(part)).expect("it is there") + 1
}
