use super::*;
use crate::{
    command::{
        init::AROUND,
        new_agreement::AGREEMENT,
        new_unit::{CELL, COMMUNE, DISTRICT, PROVINCE},
        new_year::{CELL_YEAR, COMMUNE_YEAR, DISTRICT_YEAR},
    },
    edit::kind::read,
    parse::{Described, Problems, Shape},
    records::{
        agreement::Agreement,
        cell::CellFile,
        cell_year::CellYear,
        commune::{CommuneFile, CommuneYear},
        district::{DistrictFile, DistrictYear},
        province::ProvinceFile,
    },
    register::claim::Claim,
    source::Source,
};

/// The names of blocks, of values, and of the keys that each form has, in order.
fn frame(form: &str) -> Vec<&str> {
    let keys = form.lines().filter(|line| !line.starts_with("# ") && *line != "#" && !line.is_empty());
    keys.collect()
}

#[test]
fn both_languages_have_the_same_form() {
    assert!(frame(MEETING.vi).contains(&"#: attendance"));
    for forms in [&MEETING, &CELL, &COMMUNE, &DISTRICT, &PROVINCE, &CELL_YEAR, &COMMUNE_YEAR, &DISTRICT_YEAR] {
        assert_eq!(frame(forms.vi), frame(forms.en));
    }
    // What a head reports is said in words.
    let unsaid =
        |form: &'static str| frame(form).into_iter().filter(|line| !line.starts_with("every")).collect::<Vec<_>>();
    assert_eq!(unsaid(AGREEMENT.vi), unsaid(AGREEMENT.en));
    for (path, forms) in &AROUND {
        let bare = |form: &'static str| -> Vec<&str> {
            let is_prose = |line: &&str| ["# ", "rem ", "echo "].iter().any(|mark| line.trim_start().starts_with(mark));
            let said = |line: &'static str| line.split(":?").next().unwrap_or(line);
            form.lines().filter(|line| !is_prose(line)).map(said).collect()
        };
        assert_eq!(bare(forms.vi), bare(forms.en), "{path}");
    }
}

#[test]
fn every_form_is_one_that_a_command_fills() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data-templates");
    let names = |directory: &std::path::Path| -> std::collections::BTreeSet<String> {
        let entries = std::fs::read_dir(directory).unwrap().map(Result::unwrap);
        let files = entries.filter(|entry| entry.file_type().unwrap().is_file());
        files.map(|entry| entry.file_name().into_string().unwrap()).collect()
    };
    let forms = [
        "agreement",
        "cell",
        "cell-year",
        "commune",
        "commune-year",
        "district",
        "district-year",
        "meeting",
        "province",
    ];
    let both = |name: &&str| [format!("{name}.en.toml"), format!("{name}.vi.toml")];
    assert_eq!(names(&root), forms.iter().flat_map(both).collect());
    let around = [
        "chibo.en.cmd",
        "chibo.vi.cmd",
        "editorconfig.en.txt",
        "editorconfig.vi.txt",
        "gitattributes.en.txt",
        "gitattributes.vi.txt",
        "github.en.yml",
        "github.vi.yml",
        "gitignore.en.txt",
        "gitignore.vi.txt",
        "gitlab.en.yml",
        "gitlab.vi.yml",
    ];
    assert_eq!(names(&root.join("register")), around.iter().map(|name| (*name).to_owned()).collect());
}

/// A form with every key that waits to be filled, filled.
fn complete(text: &str) -> String {
    let uncommented = |line: &str| match line.strip_prefix('#') {
        Some(rest) if !rest.starts_with(' ') || rest.starts_with("    {") => rest.to_owned(),
        _ => line.to_owned(),
    };
    let day = |line: String| match line.as_str() {
        line if line.ends_with(" =") => format!("{line} 2018-03-05"),
        line => line.replace("= }", "= 2018-03-05 }").replace("= ,", "= 2018-03-05,"),
    };
    text.lines().map(uncommented).map(day).map(|line| line + "\n").collect()
}

/// The keys of a record, those of its tables behind a dot.
fn keys(schema: &serde_json::Value, above: &str, found: &mut Vec<String>) {
    let inner = if schema["items"].is_object() { &schema["items"] } else { schema };
    for (key, of_key) in inner["properties"].as_object().into_iter().flatten() {
        found.push(format!("{above}{key}"));
        keys(of_key, &format!("{above}{key}."), found);
    }
}

fn written(value: &toml::Value, above: &str, found: &mut Vec<String>) {
    let tables = match value {
        toml::Value::Table(_) => std::slice::from_ref(value),
        toml::Value::Array(elements) => elements.as_slice(),
        _ => &[],
    };
    for (key, of_key) in tables.iter().filter_map(toml::Value::as_table).flatten() {
        found.push(format!("{above}{key}"));
        written(of_key, &format!("{above}{key}."), found);
    }
}

/// Whether a form has every key of its record, and is one in which nothing is wrong once it is filled.
fn holds<T: Described>(claim: Claim, text: &str) {
    let (mut asked, mut found) = (Vec::new(), Vec::new());
    keys(&T::schema(Lang::Vi), "", &mut asked);
    let text = complete(text);
    let value: toml::Value = toml::Value::Table(text.parse().unwrap_or_else(|error| panic!("{text}\n{error}")));
    written(&value, "", &mut found);
    found.sort();
    found.dedup();
    asked.sort();
    assert_eq!(found, asked, "{text}");
    // An empty word is told: it waits to be written.
    let text = text.replace("grade = \"\"", "grade = \"good\"");
    let source = Source::new("a.toml", text.clone());
    let problems = Problems::new(Lang::En, &source);
    drop(read(claim, &problems));
    let told: Vec<String> = problems.take().into_iter().map(|problem| problem.message).collect();
    assert!(told.is_empty(), "{text}\n{told:?}");
}

#[test]
fn every_form_has_the_keys_of_its_record() {
    for lang in [Lang::Vi, Lang::En] {
        let name = ("name", "\"a\"");
        let code = ("code", "#code = \"\"");
        let cell = [
            name,
            ("kind", "village"),
            ("villages", "villages = [\"thon-1\"]"),
            ("section", "#section = \"a\""),
            ("founded", "#founded ="),
        ];
        holds::<CellFile<'_>>(Claim::Cell, &CELL.of(lang).fill("cell", &cell));
        holds::<CommuneFile<'_>>(Claim::Commune, &COMMUNE.of(lang).fill("commune", &[name, code, ("kind", "xã")]));
        holds::<DistrictFile<'_>>(
            Claim::District,
            &DISTRICT.of(lang).fill("district", &[name, code, ("kind", "huyện")]),
        );
        holds::<ProvinceFile<'_>>(Claim::Province, &PROVINCE.of(lang).fill("province", &[name, code]));
        holds::<CellYear<'_>>(Claim::CellYear(2018), &CELL_YEAR.of(lang).fill("year", &[]));
        holds::<CommuneYear>(Claim::CommuneYear(2018), &COMMUNE_YEAR.of(lang).fill("year", &[]));
        holds::<DistrictYear>(Claim::DistrictYear(2018), &DISTRICT_YEAR.of(lang).fill("year", &[]));
        for reporting in ["reporting", "no-reporting"] {
            let form = AGREEMENT.of(lang);
            let reporting = form.fill(reporting, &[]);
            let values = [
                ("village", "a"),
                ("cells", "\"b\""),
                ("signed", "2018-03-05"),
                ("secretaries", "\"b/c\""),
                ("head", "d"),
                ("reporting", reporting.as_str()),
            ];
            holds::<Agreement<'_>>(Claim::Agreement, &form.fill("agreement", &values));
        }
    }
}

#[test]
fn a_line_that_is_only_a_value_goes_with_it() {
    let form = Form("#: a\nx = <x>\n<y>\nz\n\n#: b\nw\n");
    assert_eq!(form.fill("a", &[("x", "1"), ("y", "")]), "x = 1\nz");
    assert_eq!(form.fill("a", &[("x", "<y>"), ("y", "y = 2\ny = 3")]), "x = <y>\ny = 2\ny = 3\nz");
    assert_eq!(form.fill("b", &[]), "w");
}
