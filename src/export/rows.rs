//! Rows of a table, and their text. What is numbered is numbered within its commune first, so that communes can be read
//! beside each other; where each commune's numbers begin is known when the rows are written.

use std::{fmt::Write, io};

use chrono::Datelike;
use serde::{Deserialize, Serialize};

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

/// A value as it is kept until its row is written. A commune has a hundred thousand of them, most of a few bytes.
#[derive(Debug, Serialize, Deserialize)]
enum Kept<'k> {
    Nothing,
    Count(u64),
    Key(usize, u32),
    Text(&'k str),
    /// By its number.
    Day(i32),
    Is(bool),
}

impl Value {
    fn keep(&self, bytes: &mut Vec<u8>) {
        let kept = match self {
            Self::Nothing => Kept::Nothing,
            Self::Count(count) => Kept::Count(*count),
            Self::Key(seq, number) => Kept::Key(*seq as usize, *number),
            Self::Text(text) => Kept::Text(text),
            Self::Word(word) => Kept::Text(word),
            Self::Day(day) => Kept::Day(day.num_days_from_ce()),
            Self::Is(is) => Kept::Is(*is),
        };
        // Writing to memory cannot fail.
        let _ = postcard::to_io(&kept, bytes);
    }
}

/// The rows of every table, one after another; and how many of each thing they number.
#[derive(Debug)]
pub(crate) struct Facts {
    /// Of each table, the values of its rows.
    kept: [Vec<u8>; TABLES.len()],
    pub(crate) numbers: Numbers,
    private: bool,
}

impl Facts {
    pub(crate) fn new(private: bool) -> Self {
        Self { kept: std::array::from_fn(|_| Vec::new()), numbers: [0; 9], private }
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
        kept.for_each(|(_, value)| value.keep(&mut self.kept[of as usize]));
    }

    /// Writes the text of a table's rows, and gives how many they are.
    pub(crate) fn write(
        &self,
        table: usize,
        first: &Numbers,
        format: Format,
        file: &mut impl io::Write,
    ) -> io::Result<u64> {
        let columns: Vec<_> = TABLES[table].columns(self.private).collect();
        let (mut rest, mut rows, mut row) = (&*self.kept[table], 0, String::new());
        while !rest.is_empty() {
            row.clear();
            for (index, column) in columns.iter().enumerate() {
                let (value, after) = postcard::take_from_bytes(rest).map_err(io::Error::other)?;
                rest = after;
                match format {
                    Format::Csv => {
                        if index > 0 {
                            row.push(',');
                        }
                        csv_value(&mut row, &value, first);
                    }
                    Format::Ndjson => {
                        row.push(if index > 0 { ',' } else { '{' });
                        let _ = write!(row, "\"{}\":", column.name);
                        json_value(&mut row, &value, first, column.kind);
                    }
                }
            }
            row.push_str(if format == Format::Ndjson { "}\n" } else { "\n" });
            file.write_all(row.as_bytes())?;
            rows += 1;
        }
        Ok(rows)
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

fn csv_value(text: &mut String, value: &Kept<'_>, first: &Numbers) {
    // Writing to memory cannot fail.
    let _ = match value {
        Kept::Nothing => Ok(()),
        Kept::Count(count) => write!(text, "{count}"),
        Kept::Key(seq, number) => write!(text, "{}", first.get(*seq).unwrap_or(&0) + u64::from(*number)),
        Kept::Text(said) if said.contains([',', '"', '\n', '\r']) => {
            write!(text, "\"{}\"", said.replace('"', "\"\""))
        }
        Kept::Text(said) => write!(text, "{said}"),
        Kept::Day(day) => Date::from_num_days_from_ce_opt(*day).map_or(Ok(()), |day| write!(text, "{day}")),
        Kept::Is(is) => write!(text, "{is}"),
    };
}

fn json_value(text: &mut String, value: &Kept<'_>, first: &Numbers, kind: Kind) {
    match value {
        Kept::Nothing => text.push_str("null"),
        Kept::Text(said) => text.push_str(&serde_json::Value::from(*said).to_string()),
        Kept::Day(_) => {
            debug_assert!(matches!(kind, Kind::Date), "a day stands in a column of days");
            text.push('"');
            csv_value(text, value, first);
            text.push('"');
        }
        Kept::Count(_) | Kept::Key(..) | Kept::Is(_) => csv_value(text, value, first),
    }
}
