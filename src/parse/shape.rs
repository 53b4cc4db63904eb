//! The JSON Schema of each type of value, for editors. What a schema cannot say, such as that a date stands without
//! quotes, `check` says.

use serde_json::{Map, Value, json};

use crate::{
    date::{Month, PartialDate},
    lang::Lang,
    parse::{
        Described, Entries, Field, Id, Text, Time, Vocabulary,
        dates::{Day, DayOfYear},
        value::{MemberRef, Part, Percent, YesNo},
    },
};

/// A type of value whose form can be described.
pub(crate) trait Shape {
    /// In how many ways a cell may write it.
    const CELL: CellForm = CellForm::AsWritten;
    fn schema(lang: Lang) -> Value;
}

/// How a cell of CSV writes a value of a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CellForm {
    /// In one way.
    AsWritten,
    /// A day: in ISO form, or as Excel writes it.
    Date,
    /// A day, a month or a year.
    PartialDate,
    /// `2018-03`, `3/2018` or `T3/2018`.
    Month,
    /// With leading zeros or without.
    Number,
}

/// A record, or a table in one: its keys and no others.
impl<T: Described> Shape for T {
    fn schema(lang: Lang) -> Value {
        let mut properties = Map::new();
        for field in T::FIELDS {
            let mut schema = (field.schema)(lang);
            // The field says more than the type of its table.
            schema["description"] = field.doc.of(lang).into();
            properties.insert(field.key.to_owned(), schema);
        }
        let required: Vec<&str> = T::FIELDS.iter().filter(|field| field.required).map(|field| field.key).collect();
        let mut schema = json!({
            "title": T::DOC.of(lang),
            "type": "object",
            "additionalProperties": false,
            "properties": properties,
        });
        if !required.is_empty() {
            schema["required"] = required.into();
        }
        schema
    }
}

/// A word of a list, with what each is called where an editor shows it: VS Code's own key, and that of the editors that
/// read TOML by Taplo.
pub(crate) fn of_words<T: Vocabulary>(lang: Lang) -> Value {
    let labels: Vec<&str> = T::ALL.iter().map(|word| word.label().of(lang)).collect();
    json!({
        "enum": T::WORDS,
        "enumDescriptions": labels,
        "x-taplo": { "docs": { "enumValues": labels } },
    })
}

fn text(pattern: &str) -> Value {
    json!({ "type": "string", "pattern": pattern })
}

impl Shape for Text<'_> {
    fn schema(_: Lang) -> Value {
        json!({ "type": "string" })
    }
}

impl Shape for Id<'_> {
    fn schema(_: Lang) -> Value {
        text("^[A-Za-z][A-Za-z0-9-]{0,39}$")
    }
}

impl Shape for MemberRef<'_> {
    fn schema(_: Lang) -> Value {
        text("^[A-Za-z][A-Za-z0-9-]{0,39}/[A-Za-z][A-Za-z0-9-]{0,39}$")
    }
}

/// A TOML date reaches a validator as text.
impl Shape for Day {
    const CELL: CellForm = CellForm::Date;

    fn schema(_: Lang) -> Value {
        json!({ "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" })
    }
}

impl Shape for PartialDate {
    const CELL: CellForm = CellForm::PartialDate;

    fn schema(_: Lang) -> Value {
        text("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")
    }
}

impl Shape for Month {
    const CELL: CellForm = CellForm::Month;

    fn schema(_: Lang) -> Value {
        text("^([0-9]{4}-(0[1-9]|1[0-2])|[Tt]?(0?[1-9]|1[0-2])/[0-9]{4})$")
    }
}

/// The schema's own format of a time wants an offset, which no meeting has.
impl Shape for Time {
    fn schema(_: Lang) -> Value {
        text("^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]+)?$")
    }
}

impl Shape for DayOfYear {
    fn schema(_: Lang) -> Value {
        text("^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")
    }
}

impl Shape for YesNo {
    fn schema(_: Lang) -> Value {
        json!({ "enum": ["yes", "no"] })
    }
}

impl Shape for Percent {
    fn schema(_: Lang) -> Value {
        json!({ "type": "integer", "minimum": 0, "maximum": 100 })
    }
}

impl Shape for u32 {
    const CELL: CellForm = CellForm::Number;

    fn schema(_: Lang) -> Value {
        json!({ "type": "integer", "minimum": 0, "maximum": Self::MAX })
    }
}

impl Shape for bool {
    fn schema(_: Lang) -> Value {
        json!({ "type": "boolean" })
    }
}

impl Shape for Part<'_> {
    fn schema(_: Lang) -> Value {
        json!({ "type": ["string", "boolean"] })
    }
}

impl<T: Shape> Shape for Vec<Field<T>> {
    fn schema(lang: Lang) -> Value {
        json!({ "type": "array", "items": T::schema(lang) })
    }
}

impl<K: Shape, V: Shape> Shape for Entries<K, V> {
    fn schema(lang: Lang) -> Value {
        json!({ "type": "object", "propertyNames": K::schema(lang), "additionalProperties": V::schema(lang) })
    }
}
