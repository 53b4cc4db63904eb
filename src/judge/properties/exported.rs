//! What is exported of any register holds together: every row has its own key, and what it refers to is there.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use proptest::{collection::vec, prelude::*};
use serde_json::Value;

use super::{Choices, merged::run, register, write};

type Row = BTreeMap<String, Value>;

fn rows(directory: &Path, file: &str) -> Vec<Row> {
    let text = fs::read_to_string(directory.join(file)).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: super::CASES / 2, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_key_is_its_own_and_every_reference_is_there(bytes in vec(any::<u8>(), 0..8000)) {
        let (files, as_of) = register(&mut Choices::new(&bytes));
        let place = tempfile::tempdir().unwrap();
        let out = place.path().join("out");
        write(&place.path().join("register"), files.iter());
        run(&["-C", "register", "--as-of", &as_of.to_string(), "export", "out", "-O", "ndjson"], place.path());
        let package: Value = serde_json::from_str(&fs::read_to_string(out.join("datapackage.json")).unwrap()).unwrap();
        let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for table in package["resources"].as_array().unwrap() {
            let (name, schema) = (table["name"].as_str().unwrap(), &table["schema"]);
            let rows = rows(&out, table["path"].as_str().unwrap());
            let key = schema["primaryKey"].as_array().unwrap();
            let told = |row: &Row| key.iter().map(|key| row[key.as_str().unwrap()].to_string()).collect::<Vec<_>>().join(" ");
            let own: BTreeSet<String> = rows.iter().map(told).collect();
            prop_assert_eq!(own.len(), rows.len(), "{}", name);
            keys.insert(name.to_owned(), own);
            for field in schema["fields"].as_array().unwrap().iter().filter(|field| field["constraints"]["required"] == true) {
                let column = field["name"].as_str().unwrap();
                prop_assert!(rows.iter().all(|row| !row[column].is_null()), "{}: {}", name, column);
            }
            for reference in schema["foreignKeys"].as_array().into_iter().flatten() {
                let column = reference["fields"].as_str().unwrap();
                let other = reference["reference"]["resource"].as_str().filter(|other| !other.is_empty()).unwrap_or(name);
                let is_there = |row: &Row| row[column].is_null() || keys[other].contains(&row[column].to_string());
                prop_assert!(rows.iter().all(is_there), "{}: {}", name, column);
            }
        }
    }
}
