//! What the schema of a record says beyond its keys and their types: ids that a table takes, keys that others require.

use serde_json::{Map, Value, json};

use crate::{
    catalogue,
    lang::Lang,
    rules,
    targets::{Judged, Shortfalls, TARGETS},
};

/// chibo.toml: the only format, and the ids that `[levels]`, `[goals]` and `[deadlines]` take.
pub(super) fn settings(schema: &mut Value, lang: Lang) {
    schema["properties"]["format"]["enum"] = json!([1]);
    let silent = |id: &str| TARGETS.iter().any(|target| target.id == id && target.shortfalls == Shortfalls::None);
    let levels = catalogue::entries().into_iter().filter(|entry| !silent(entry.id()));
    let levels: Vec<(&str, String)> = levels.map(|entry| (entry.id(), entry.title(lang))).collect();
    ids(schema, "levels", &levels, |id, value| {
        if !rules::can_be_off(id) {
            without(value, "off");
        }
    });
    let goals = TARGETS.iter().filter(|target| target.goal.is_share());
    let goals: Vec<(&str, String)> = goals.map(|target| (target.id, target.title.of(lang).to_owned())).collect();
    ids(schema, "goals", &goals, |_, _| ());
    let yearly = TARGETS.iter().filter(|target| target.judged == Judged::Yearly);
    let yearly: Vec<(&str, String)> = yearly.map(|target| (target.id, target.title.of(lang).to_owned())).collect();
    ids(schema, "deadlines", &yearly, |_, _| ());
}

/// A village cell names its villages.
pub(super) fn cell(schema: &mut Value, _: Lang) {
    when(schema, "kind", json!("village"), "villages");
}

/// A month without a meeting says why.
pub(super) fn meeting(schema: &mut Value, _: Lang) {
    when(schema, "held", json!(false), "reason");
}

fn when(schema: &mut Value, key: &str, value: Value, required: &str) {
    schema["if"] = json!({ "properties": { key: { "enum": [value] } }, "required": [key] });
    schema["then"] = json!({ "required": [required] });
}

/// A table of any names becomes one of these, each with what it is.
fn ids(schema: &mut Value, table: &str, ids: &[(&str, String)], narrow: impl Fn(&str, &mut Value)) {
    let table = &mut schema["properties"][table];
    let properties: Map<String, Value> = ids
        .iter()
        .map(|(id, title)| {
            let mut value = table["additionalProperties"].clone();
            value["description"] = title.as_str().into();
            narrow(id, &mut value);
            ((*id).to_owned(), value)
        })
        .collect();
    table["properties"] = properties.into();
    table["additionalProperties"] = false.into();
    if let Some(table) = table.as_object_mut() {
        table.remove("propertyNames");
    }
}

/// Takes a word out of a list of words, and what is said of it.
fn without(value: &mut Value, word: &str) {
    let at = value["enum"].as_array().and_then(|words| words.iter().position(|known| known == word));
    let lists = ["/enum", "/enumDescriptions", "/x-taplo/docs/enumValues"];
    for list in at.iter().flat_map(|_| lists) {
        if let (Some(words), Some(at)) = (value.pointer_mut(list).and_then(Value::as_array_mut), at) {
            words.remove(at);
        }
    }
}
