//! The tables of an export: what each holds, column by column. The rows, the package's description and the SQL schema
//! all follow this list; so must what writes rows, which a test holds.

mod organisation;
mod people;
mod results;
mod work;

use crate::lang::Words;

/// A fact table: one file, one line or object a row.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) title: Words,
    pub(crate) columns: &'static [Column],
    /// The columns that tell a row from all others.
    pub(crate) key: &'static [&'static str],
    /// A column, and the table whose key it says.
    pub(crate) refers: &'static [(&'static str, &'static str)],
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Column {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    /// Whether every row says it.
    pub(crate) always: bool,
    /// Only where names were asked for: it tells who somebody is.
    pub(crate) private: bool,
    pub(crate) doc: Words,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Integer,
    Text,
    Date,
    Boolean,
}

const fn column(name: &'static str, kind: Kind, vi: &'static str, en: &'static str) -> Column {
    Column { name, kind, always: true, private: false, doc: Words::new(vi, en) }
}

impl Column {
    const fn or_nothing(self) -> Self {
        Self { always: false, ..self }
    }

    const fn private(self) -> Self {
        Self { private: true, always: false, ..self }
    }
}

/// The tables by name, so that writing to one cannot miss.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Of {
    Register,
    Years,
    Units,
    UnitAbove,
    Lives,
    Members,
    Memberships,
    Officials,
    Meetings,
    Attendance,
    Due,
    CellYears,
    Grades,
    Agreements,
    AgreementCells,
    Findings,
    Tallies,
}

/// In an order in which each refers only to those before it.
pub(crate) static TABLES: [&Table; 17] = [
    &organisation::REGISTER,
    &organisation::YEARS,
    &organisation::UNITS,
    &organisation::UNIT_ABOVE,
    &organisation::LIVES,
    &people::MEMBERS,
    &people::MEMBERSHIPS,
    &people::OFFICIALS,
    &work::MEETINGS,
    &work::ATTENDANCE,
    &work::DUE,
    &work::CELL_YEARS,
    &work::GRADES,
    &work::AGREEMENTS,
    &work::AGREEMENT_CELLS,
    &results::FINDINGS,
    &results::TALLIES,
];

const SINCE: Column = column(
    "since",
    Kind::Date,
    "từ ngày; không ghi hoặc sớm hơn thì là ngày đầu của Đề án",
    "the first day; the plan's first where earlier or not recorded",
);

const UNTIL: Column =
    column("until", Kind::Date, "ngày cuối; trống là còn tiếp", "the last day; empty: still so").or_nothing();

impl Of {
    pub(crate) fn table(self) -> &'static Table {
        TABLES[self as usize]
    }
}

impl Table {
    /// The columns of an export, with those that tell who somebody is where they are asked for.
    pub(crate) fn columns(&self, private: bool) -> impl Iterator<Item = &'static Column> {
        self.columns.iter().filter(move |column| private || !column.private)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_references_name_columns_that_are_there() {
        for (place, table) in TABLES.iter().enumerate() {
            let has = |name: &str| table.columns.iter().any(|column| column.name == name && !column.private);
            assert!(table.key.iter().all(|key| has(key)), "{}", table.name);
            for (column, other) in table.refers {
                let referred = TABLES.iter().position(|table| table.name == *other).unwrap();
                assert!(has(column) && referred <= place && TABLES[referred].key.len() == 1, "{}", table.name);
            }
        }
        assert_eq!(Of::Tallies as usize, TABLES.len() - 1);
    }
}
