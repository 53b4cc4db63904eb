//! What describes the tables: a Frictionless data package, a schema in standard SQL, and the SQL of some targets.

use serde_json::{Map, Value, json};

use super::{
    rows::Format,
    tables::{Column, Kind, TABLES, Table},
};
use crate::{context::Context, lang::Words};

/// The description by which an export is known.
pub(super) const FILE: &str = "datapackage.json";

/// The name of every export's package.
const NAME: &str = "chibo-export";

/// Targets counted from the facts, in SQL that engines run as it is.
const SQL: [(&str, &str); 5] = [
    ("sql/attendance.sql", include_str!("../../data-templates/sql/attendance.sql")),
    ("sql/good-members.sql", include_str!("../../data-templates/sql/good-members.sql")),
    ("sql/head-membership.sql", include_str!("../../data-templates/sql/head-membership.sql")),
    ("sql/monthly-meeting.sql", include_str!("../../data-templates/sql/monthly-meeting.sql")),
    ("sql/thematic-quarterly.sql", include_str!("../../data-templates/sql/thematic-quarterly.sql")),
];

/// Whether a description is of an export.
pub(super) fn is_ours(text: &[u8]) -> bool {
    serde_json::from_slice::<Value>(text).is_ok_and(|package| package["name"] == NAME)
}

/// The files beside the tables. The description comes last: what has one is whole.
pub(super) fn files(ctx: &Context, format: Format, private: bool) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = vec![("schema.sql".to_owned(), schema(private))];
    files.extend(SQL.map(|(name, text)| (name.to_owned(), text.to_owned())));
    let mut package = serde_json::to_string_pretty(&package(ctx, format, private)).unwrap_or_default();
    package.push('\n');
    files.push((FILE.to_owned(), package));
    files
}

fn both(words: Words) -> String {
    format!("{} / {}", words.vi, words.en)
}

fn package(ctx: &Context, format: Format, private: bool) -> Value {
    let told = if private {
        Words::new("có tên người và mã trong sổ: chỉ dùng nội bộ", "with names and the register's ids: internal")
    } else {
        Words::new(
            "không có tên người; đảng viên đánh số lại theo từng lần xuất",
            "without names; people are numbered anew in each export",
        )
    };
    json!({
        "profile": "tabular-data-package",
        "name": NAME,
        "title": ctx.settings.name,
        "description": both(told),
        "resources": TABLES.iter().map(|table| resource(table, format, private)).collect::<Vec<_>>(),
    })
}

fn resource(table: &Table, format: Format, private: bool) -> Value {
    let foreign: Vec<Value> = table.refers.iter().map(|(column, other)| reference(table, column, other)).collect();
    let mut schema = Map::new();
    schema.insert("fields".to_owned(), table.columns(private).map(field).collect());
    schema.insert("missingValues".to_owned(), json!([""]));
    schema.insert("primaryKey".to_owned(), json!(table.key));
    if !foreign.is_empty() {
        schema.insert("foreignKeys".to_owned(), foreign.into());
    }
    let (mediatype, profile) = match format {
        Format::Csv => ("text/csv", "tabular-data-resource"),
        Format::Ndjson => ("application/x-ndjson", "data-resource"),
    };
    json!({
        "name": table.name.replace('_', "-"),
        "title": both(table.title),
        "path": format!("{}.{}", table.name, format.ending()),
        "profile": profile,
        "format": format.ending(),
        "mediatype": mediatype,
        "encoding": "utf-8",
        "schema": schema,
    })
}

fn reference(table: &Table, column: &str, other: &str) -> Value {
    let key = TABLES.iter().find(|table| table.name == other).map_or(column, |table| table.key[0]);
    // A table that refers to itself leaves the resource's name out.
    let resource = if other == table.name { String::new() } else { other.replace('_', "-") };
    json!({ "fields": column, "reference": { "resource": resource, "fields": key } })
}

fn field(column: &Column) -> Value {
    let kind = match column.kind {
        Kind::Integer => "integer",
        Kind::Text => "string",
        Kind::Date => "date",
        Kind::Boolean => "boolean",
    };
    json!({
        "name": column.name,
        "type": kind,
        "description": both(column.doc),
        "constraints": { "required": column.always },
    })
}

/// `CREATE TABLE` for every table, each after those to which it refers.
fn schema(private: bool) -> String {
    let mut text = String::from("-- Các bảng của chibo export. / The tables of chibo export.\n");
    for table in TABLES {
        text.push_str(&format!("\n-- {}\nCREATE TABLE {} (\n", both(table.title), table.name));
        for column in table.columns(private) {
            let kind = match column.kind {
                Kind::Integer => "BIGINT",
                Kind::Text => "VARCHAR",
                Kind::Date => "DATE",
                Kind::Boolean => "BOOLEAN",
            };
            let always = if column.always { " NOT NULL" } else { "" };
            text.push_str(&format!("    {} {kind}{always}, -- {}\n", column.name, both(column.doc)));
        }
        let foreign: Vec<String> = table
            .refers
            .iter()
            // A table that refers to itself could not be filled in one go.
            .filter(|(_, other)| *other != table.name)
            .map(|(column, other)| {
                let key = TABLES.iter().find(|table| table.name == *other).map_or("", |table| table.key[0]);
                format!(",\n    FOREIGN KEY ({column}) REFERENCES {other} ({key})")
            })
            .collect();
        text.push_str(&format!("    PRIMARY KEY ({}){}\n);\n", table.key.join(", "), foreign.concat()));
    }
    text
}
