//! `chibo schema`: every record of the examples fits, and what does not fit is refused.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::{json_schema::mistakes, support::chibo};

fn schema(kind: &str, lang: &str) -> Value {
    let args = ["schema", kind, "--lang", lang].map(str::to_owned);
    let run = chibo(&args, Path::new("."));
    assert_eq!((run.code, &*run.err), (0, ""));
    serde_json::from_str(&run.out).expect("it is JSON")
}

/// A TOML document as a validator sees it: dates are text.
fn json(value: toml::Value) -> Value {
    match value {
        toml::Value::Table(table) => table.into_iter().map(|(key, value)| (key, json(value))).collect(),
        toml::Value::Array(array) => array.into_iter().map(json).collect(),
        toml::Value::Datetime(date) => date.to_string().into(),
        toml::Value::String(text) => text.into(),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(flag) => flag.into(),
    }
}

fn document(text: &str) -> Value {
    json(toml::Value::Table(toml::from_str(text).expect("it is TOML")))
}

fn toml_files(directory: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(directory).expect("the directory is there").flatten() {
        let path = entry.path();
        if path.is_dir() {
            toml_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            found.push(path);
        }
    }
}

fn kind(path: &Path) -> String {
    let stem = path.file_stem().and_then(|stem| stem.to_str()).expect("a name");
    let directory = path.parent().expect("a directory");
    match stem {
        "year" => {
            let unit = directory.parent().expect("a unit");
            let of = ["cell", "commune", "district"].into_iter().find(|of| unit.join(format!("{of}.toml")).exists());
            format!("{}-year", of.expect("a unit has its file"))
        }
        _ if directory.ends_with("agreements") => "agreement".to_owned(),
        _ if stem.starts_with("20") => "meeting".to_owned(),
        _ => stem.to_owned(),
    }
}

#[test]
fn every_record_of_the_examples_fits_its_schema() {
    let mut files = Vec::new();
    for register in ["van-giang", "clean"] {
        toml_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(register), &mut files);
    }
    let mut seen = std::collections::BTreeMap::new();
    for path in files {
        let text = std::fs::read_to_string(&path).expect("it can be read");
        let kind = kind(&path);
        let schema = seen.entry(kind.clone()).or_insert_with(|| schema(&kind, "vi"));
        assert_eq!(mistakes(schema, &document(&text)), [""; 0], "{}", path.display());
    }
    let without_example = 1; // A district is the root, so there is no province.toml.
    assert_eq!(seen.len(), 10 - without_example, "{:?}", seen.keys());
}

#[test]
fn what_chibo_refuses_the_schema_refuses() {
    let meeting = "date = 2018-03-05\nkind = \"regular\"\n";
    let sound = [
        ("meeting", meeting.to_owned()),
        (
            "meeting",
            format!("{meeting}start = 19:30:00\nmonth = \"3/2018\"\n[content]\nopening = true\nnews = \"a\"\n"),
        ),
        ("meeting", format!("{meeting}[attendance]\ndv01 = \"\"\n[[resolutions]]\nvotes = {{ for = 2 }}\n")),
        (
            "chibo",
            "format = 1\nlevel = \"cell\"\nname = \"A\"\ngoals.attendance = 90\ndeadlines.commune-report = \"12-31\"\nlevels.toml-syntax = \"warning\"\n".to_owned(),
        ),
        ("cell", "name = \"A\"\nkind = \"health\"\n".to_owned()),
        ("meeting", format!("{meeting}held = false\nreason = \"Mưa bão\"\n")),
        ("meeting", format!("{meeting}held = true\n")),
    ];
    for (kind, text) in &sound {
        assert_eq!(mistakes(&schema(kind, "en"), &document(text)), [""; 0], "{text}");
    }
    let wrong = [
        ("meeting", format!("{meeting}colour = 1\n")),
        ("meeting", "date = 2018-03-05\n".to_owned()),
        ("meeting", "date = 2018-03-05\nkind = \"weekly\"\n".to_owned()),
        ("meeting", "date = \"5/3/2018\"\nkind = \"regular\"\n".to_owned()),
        ("meeting", "date = 2018-03-05T10:00:00\nkind = \"regular\"\n".to_owned()),
        ("meeting", format!("{meeting}month = \"2018-13\"\n")),
        ("meeting", format!("{meeting}start = \"25:00:00\"\n")),
        ("meeting", format!("{meeting}chair = \"Nguyễn A\"\n")),
        ("meeting", format!("{meeting}held = \"no\"\n")),
        ("meeting", format!("{meeting}[attendance]\ndv01 = \"có\"\n")),
        ("meeting", format!("{meeting}[attendance]\n\"a b\" = \"x\"\n")),
        ("meeting", format!("{meeting}[counts]\nexpected = 3\n")),
        ("meeting", format!("{meeting}[counts]\npresent = -1\n")),
        ("meeting", format!("{meeting}[content]\nopening = 1\n")),
        ("meeting", format!("{meeting}[[resolutions]]\nvotes = {{ yes = 2 }}\n")),
        ("chibo", "format = 1\nlevel = \"cell\"\nname = \"A\"\ngoals.attendance = 101\n".to_owned()),
        ("chibo", "format = 1\nlevel = \"cell\"\nname = \"A\"\ndeadlines.commune-report = \"31-12\"\n".to_owned()),
        ("meeting", format!("{meeting}held = false\n")),
        ("cell", "name = \"A\"\nkind = \"village\"\n".to_owned()),
        ("chibo", "format = 2\nlevel = \"cell\"\nname = \"A\"\n".to_owned()),
        ("chibo", "format = 1\nlevel = \"cell\"\nname = \"A\"\nlevels.foo = \"off\"\n".to_owned()),
        ("chibo", "format = 1\nlevel = \"cell\"\nname = \"A\"\nlevels.attendance = \"off\"\n".to_owned()),
        ("chibo", "format = 1\nlevel = \"cell\"\nname = \"A\"\nlevels.toml-syntax = \"off\"\n".to_owned()),
        ("chibo", "format = 1\nlevel = \"cell\"\nname = \"A\"\ngoals.no-weak-cell = 5\n".to_owned()),
        ("chibo", "format = 1\nlevel = \"cell\"\nname = \"A\"\ndeadlines.monthly-meeting = \"12-31\"\n".to_owned()),
    ];
    for (kind, text) in &wrong {
        assert!(!mistakes(&schema(kind, "en"), &document(text)).is_empty(), "{text}");
    }
}

#[test]
fn an_editor_is_told_what_each_word_means() {
    let kind = &schema("cell", "vi")["properties"]["kind"];
    assert_eq!(kind["enum"][0], "village");
    assert_eq!(kind["enumDescriptions"][0], "thôn, khu phố");
    assert_eq!(schema("cell", "vi")["properties"]["name"]["description"], "Tên chi bộ");
    assert_eq!(schema("cell", "en")["properties"]["name"]["description"], "The cell's name");
}
