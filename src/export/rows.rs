//! Rows of a table, and their text. What is numbered is numbered within its commune first, so that communes can be read
//! beside each other; where each commune's numbers begin is known when the rows are written.

use std::fmt::Write;

use super::tables::{Kind, Of, TABLES};
use crate::date::Date;

/// What is numbered through an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Seq {
    Unit,
    Life,
    Member,
    Membership,
    Official,
    Meeting,
    Grade,
    Agreement,
    Finding,
}

/// How many there are of each, or where the next begins.
pub(crate) type Numbers = [u64; 9];

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    Nothing,
    Count(u64),
    /// The number of something, within its commune.
    Key(Seq, u32),
    Text(Box<str>),
    Word(&'static str),
    Day(Date),
    Is(bool),
}

impl Value {
    pub(crate) fn text(text: &str) -> Self {
        if text.is_empty() { Self::Nothing } else { Self::Text(text.into()) }
    }

    pub(crate) fn day(day: Option<Date>) -> Self {
        day.map_or(Self::Nothing, Self::Day)
    }

    pub(crate) fn year(year: i32) -> Self {
        Self::Count(u64::from(year.unsigned_abs()))
    }

    pub(crate) fn key(seq: Seq, number: Option<u32>) -> Self {
        number.map_or(Self::Nothing, |number| Self::Key(seq, number))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Csv,
    Ndjson,
}

impl Format {
    pub(crate) const fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Ndjson => "ndjson",
        }
    }
}

/// The rows of every table, one after another; and how many of each thing they number.
#[derive(Debug)]
pub(crate) struct Facts {
    values: [Vec<Value>; TABLES.len()],
    pub(crate) numbers: Numbers,
    private: bool,
}

impl Facts {
    pub(crate) fn new(private: bool) -> Self {
        Self { values: std::array::from_fn(|_| Vec::new()), numbers: [0; 9], private }
    }

    /// The next number of its kind.
    pub(crate) fn number(&mut self, seq: Seq) -> u32 {
        let number = self.numbers[seq as usize];
        self.numbers[seq as usize] += 1;
        // A commune of four thousand million records is none; they would share its last number.
        u32::try_from(number).unwrap_or(u32::MAX)
    }

    /// Adds a row, with all its columns; those that tell who somebody is are dropped unless they are wanted.
    pub(crate) fn row<const N: usize>(&mut self, of: Of, row: [Value; N]) {
        let columns = of.table().columns;
        debug_assert_eq!(columns.len(), N, "a row of {} has its columns", of.table().name);
        let kept = columns.iter().zip(row).filter(|(column, _)| self.private || !column.private);
        self.values[of as usize].extend(kept.map(|(_, value)| value));
    }

    /// The text of a table's rows, and how many they are.
    pub(crate) fn write(&self, table: usize, first: &Numbers, format: Format) -> (String, u64) {
        let columns: Vec<_> = TABLES[table].columns(self.private).collect();
        let values = &self.values[table];
        let mut text = String::with_capacity(values.len() * 8);
        for row in values.chunks(columns.len()) {
            for (index, (column, value)) in columns.iter().zip(row).enumerate() {
                match format {
                    Format::Csv => {
                        if index > 0 {
                            text.push(',');
                        }
                        csv_value(&mut text, value, first);
                    }
                    Format::Ndjson => {
                        text.push(if index > 0 { ',' } else { '{' });
                        let _ = write!(text, "\"{}\":", column.name);
                        json_value(&mut text, value, first, column.kind);
                    }
                }
            }
            text.push_str(if format == Format::Ndjson { "}\n" } else { "\n" });
        }
        (text, (values.len() / columns.len().max(1)) as u64)
    }
}

/// The first line of a table's file.
pub(crate) fn header(table: usize, format: Format, private: bool) -> String {
    let names: Vec<&str> = TABLES[table].columns(private).map(|column| column.name).collect();
    match format {
        Format::Csv => format!("{}\n", names.join(",")),
        Format::Ndjson => String::new(),
    }
}

fn csv_value(text: &mut String, value: &Value, first: &Numbers) {
    // Writing to memory cannot fail.
    let _ = match value {
        Value::Nothing => Ok(()),
        Value::Count(count) => write!(text, "{count}"),
        Value::Key(seq, number) => write!(text, "{}", first[*seq as usize] + u64::from(*number)),
        Value::Text(said) if said.contains([',', '"', '\n', '\r']) => {
            write!(text, "\"{}\"", said.replace('"', "\"\""))
        }
        Value::Text(said) => write!(text, "{said}"),
        Value::Word(word) => write!(text, "{word}"),
        Value::Day(day) => write!(text, "{day}"),
        Value::Is(is) => write!(text, "{is}"),
    };
}

fn json_value(text: &mut String, value: &Value, first: &Numbers, kind: Kind) {
    match value {
        Value::Nothing => text.push_str("null"),
        Value::Text(said) => text.push_str(&serde_json::Value::from(&**said).to_string()),
        Value::Word(_) | Value::Day(_) => {
            debug_assert!(matches!(kind, Kind::Text | Kind::Date), "a word is text");
            text.push('"');
            csv_value(text, value, first);
            text.push('"');
        }
        Value::Count(_) | Value::Key(..) | Value::Is(_) => csv_value(text, value, first),
    }
}
