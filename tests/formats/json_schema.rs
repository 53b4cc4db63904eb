//! As much of JSON Schema (draft-07) as the schemas here use. A keyword that is not known fails the test: no constraint
//! goes unlooked at.

use regex_lite::Regex;
use serde_json::Value;

/// What keeps a value from its schema, each with its place.
pub(crate) fn mistakes(schema: &Value, value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    Schema { root: schema, own: schema }.check(value, "", &mut found);
    found
}

#[derive(Clone, Copy)]
struct Schema<'s> {
    root: &'s Value,
    own: &'s Value,
}

impl<'s> Schema<'s> {
    fn of(self, own: &'s Value) -> Self {
        Self { own, ..self }
    }

    fn accepts(self, value: &Value) -> bool {
        let mut found = Vec::new();
        self.check(value, "", &mut found);
        found.is_empty()
    }

    fn check(self, value: &Value, at: &str, found: &mut Vec<String>) {
        if let Some(allowed) = self.own.as_bool() {
            if !allowed {
                found.push(format!("{at}: {value} is not allowed"));
            }
            return;
        }
        for (keyword, wants) in self.own.as_object().expect("a schema is an object") {
            if !self.keyword(keyword, wants, value, at, found) {
                found.push(format!("{at}: {value} against {keyword} {wants}"));
            }
        }
    }

    /// Whether the value itself is right; mistakes inside it go to `found`.
    fn keyword(self, keyword: &str, wants: &'s Value, value: &Value, at: &str, found: &mut Vec<String>) -> bool {
        let length = |least: &Value, len: usize| len as u64 >= least.as_u64().expect("a length");
        match keyword {
            "title" | "description" | "default" | "definitions" | "$schema" | "$id" | "enumDescriptions"
            | "x-taplo" => {}
            "if" => {
                // What follows from it is looked at here.
                if self.of(wants).accepts(value) {
                    self.of(self.own.get("then").expect("something follows")).check(value, at, found);
                }
            }
            "then" => {}
            "$ref" => {
                let path = wants.as_str().and_then(|path| path.strip_prefix('#')).expect("a place in this schema");
                self.of(self.root.pointer(path).expect("it is there")).check(value, at, found);
            }
            "type" => return types(wants).any(|kind| is(kind, value)),
            "enum" => return wants.as_array().expect("a list").contains(value),
            "anyOf" => return alternatives(wants).any(|own| self.of(own).accepts(value)),
            "oneOf" => return alternatives(wants).filter(|own| self.of(own).accepts(value)).count() == 1,
            "not" => return !self.of(wants).accepts(value),
            "minimum" => return value.as_f64().is_none_or(|number| number >= wants.as_f64().expect("a number")),
            "maximum" => return value.as_f64().is_none_or(|number| number <= wants.as_f64().expect("a number")),
            "pattern" => return value.as_str().is_none_or(|text| matches(wants, text)),
            "format" => return value.as_str().is_none_or(|text| has_format(wants.as_str().expect("a name"), text)),
            "minLength" => return value.as_str().is_none_or(|text| length(wants, text.chars().count())),
            "minItems" => return value.as_array().is_none_or(|items| length(wants, items.len())),
            "uniqueItems" => {
                let unique = |items: &Vec<Value>| items.iter().enumerate().all(|(n, item)| !items[..n].contains(item));
                return wants != &Value::Bool(true) || value.as_array().is_none_or(unique);
            }
            "items" => {
                for (n, item) in value.as_array().into_iter().flatten().enumerate() {
                    self.of(wants).check(item, &format!("{at}/{n}"), found);
                }
            }
            "required" => {
                let has = |key: &Value| value.get(key.as_str().expect("a key")).is_some();
                return !value.is_object() || wants.as_array().expect("a list").iter().all(has);
            }
            "properties" => {
                for (key, schema) in wants.as_object().expect("a table") {
                    if let Some(inside) = value.get(key) {
                        self.of(schema).check(inside, &format!("{at}/{key}"), found);
                    }
                }
            }
            "additionalProperties" => {
                let known = self.own.get("properties");
                for (key, inside) in value.as_object().into_iter().flatten() {
                    if known.is_none_or(|known| known.get(key).is_none()) {
                        self.of(wants).check(inside, &format!("{at}/{key}"), found);
                    }
                }
            }
            "propertyNames" => {
                for key in value.as_object().into_iter().flat_map(|object| object.keys()) {
                    self.of(wants).check(&key.as_str().into(), &format!("{at}/{key}"), found);
                }
            }
            other => panic!("the keyword {other} is not known here"),
        }
        true
    }
}

fn types(wants: &Value) -> impl Iterator<Item = &str> {
    let list = wants.as_array().map_or(std::slice::from_ref(wants), Vec::as_slice);
    list.iter().map(|kind| kind.as_str().expect("a type is a word"))
}

fn alternatives(wants: &Value) -> impl Iterator<Item = &Value> {
    wants.as_array().expect("a list").iter()
}

fn is(kind: &str, value: &Value) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        "number" => value.is_number(),
        "integer" => value.as_f64().is_some_and(|number| number.fract() == 0.0),
        other => panic!("the type {other} is not known here"),
    }
}

fn matches(pattern: &Value, text: &str) -> bool {
    Regex::new(pattern.as_str().expect("a pattern is text")).expect("the pattern is sound").is_match(text)
}

fn has_format(format: &str, text: &str) -> bool {
    let address = text.bytes().all(|b| b.is_ascii_graphic() && !br#"<>"{}|\^`"#.contains(&b));
    match format {
        "uri" => {
            address && text.split_once(':').is_some_and(|(scheme, _)| scheme.bytes().all(|b| b.is_ascii_alphanumeric()))
        }
        "uri-reference" => {
            address && !text.split('/').next().unwrap_or_default().contains(':') || has_format("uri", text)
        }
        "date" => chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok() && text.len() == 10,
        "date-time" => chrono::DateTime::parse_from_rfc3339(text).is_ok(),
        other => panic!("the format {other} is not known here"),
    }
}

#[test]
fn what_a_schema_refuses_is_refused() {
    let schema = serde_json::json!({
        "type": "object", "required": ["a"], "additionalProperties": false,
        "properties": { "a": { "type": "integer", "minimum": 1 }, "b": { "type": "array", "uniqueItems": true, "items": { "$ref": "#/definitions/word" } } },
        "definitions": { "word": { "enum": ["x", "y"] } },
    });
    let sound = |text: &str| mistakes(&schema, &serde_json::from_str(text).expect("it is JSON")).is_empty();
    assert!(sound(r#"{"a":1,"b":["x","y"]}"#));
    for wrong in [
        r#"{}"#,
        r#"{"a":0}"#,
        r#"{"a":1.5}"#,
        r#"{"a":1,"c":1}"#,
        r#"{"a":1,"b":["z"]}"#,
        r#"{"a":1,"b":["x","x"]}"#,
        "[]",
    ] {
        assert!(!sound(wrong), "{wrong}");
    }
}
