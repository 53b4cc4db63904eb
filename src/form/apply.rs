//! The changes that a form asks for, made in the texts of the register's files.

use std::collections::BTreeMap;

use crate::{
    date::parse_iso,
    edit::{
        sheet::Sheet,
        toml_form::{self, TomlKind},
        toml_record::{Scalar, Step, TomlRecord},
    },
    form::{
        kind::Kind,
        plan::Change,
        section::{Home, Section},
    },
    parse::Described,
    records::{
        assessment::AssessmentRow,
        briefing::BriefingRow,
        cell::{CellFile, Term},
        cell_year::{
            AssessmentCounts, AssignmentCounts, CellYear, Emulation, Inspected, Inspection, ThematicPlan, Topic,
        },
        meeting::{Content, Counts, Guest, Meeting, Resolution, Theme, Votes},
        shared::Document,
    },
    source::Source,
};

/// Makes the changes of one file and gives its text; `None` where something else than a record is in the way.
pub(crate) fn apply(source: Option<&Source>, changes: &[&Change]) -> Option<String> {
    let section = changes.first()?.home.section;
    if section.is_csv() { Some(table(source, section, changes)) } else { record(source, section, changes) }
}

fn record(source: Option<&Source>, section: Section, changes: &[&Change]) -> Option<String> {
    let mut record = match source {
        Some(source) => TomlRecord::of(source)?,
        None => TomlRecord::new(),
    };
    for change in changes {
        let (own, inside) = (bare(own_keys(section)), order(change.home.section));
        let rank = |is_root: bool, key: &str| {
            let keys = if is_root { &own } else { &inside };
            keys.iter().position(|known| *known == key).unwrap_or(usize::MAX)
        };
        if !record.set(&steps(&change.home, &change.key), &scalar(change.kind, &change.will), &rank) {
            return None;
        }
    }
    if source.is_some() {
        return Some(record.text());
    }
    let kind = if section == Section::Meeting { TomlKind::Meeting } else { TomlKind::Other };
    toml_form::canonical(&record.text(), kind)
}

/// The path of a value in its file, step by step.
fn steps<'s>(home: &Home, key: &'s str) -> Vec<Step<'s>> {
    let list = home.section.list().map(|list| list.split('.').map(Step::Key).chain([Step::Nth(home.nth)]));
    // An id may hold no point, and neither does any key of a record.
    list.into_iter().flatten().chain(key.split('.').map(Step::Key)).collect()
}

/// The same as one text, as the leaves of a record are called.
pub(crate) fn leaf(home: &Home, key: &str) -> String {
    home.section.list().map_or_else(|| key.to_owned(), |list| format!("{list}[{}].{key}", home.nth))
}

fn scalar(kind: Kind, value: &str) -> Scalar {
    match kind {
        Kind::Date | Kind::Time | Kind::Count | Kind::Quarter | Kind::Bool => Scalar::Bare(value.to_owned()),
        Kind::Part if matches!(value, "true" | "false") => Scalar::Bare(value.to_owned()),
        _ => Scalar::Text(value.to_owned()),
    }
}

/// The keys of the file in which the records of a section stand.
const fn own_keys(section: Section) -> &'static [&'static str] {
    match section {
        Section::Meeting | Section::Resolution | Section::Guest => Meeting::KEYS,
        Section::Year | Section::Topic | Section::Inspected => CellYear::KEYS,
        Section::Term => CellFile::KEYS,
        Section::Assessment => AssessmentRow::KEYS,
        Section::Briefing => BriefingRow::KEYS,
    }
}

/// The keys of the tables in it on the way to a value of a section; none stands in two that have others in common.
fn order(section: Section) -> Vec<&'static str> {
    let tables: &[&[&'static str]] = match section {
        Section::Meeting => &[Counts::KEYS, Content::KEYS, Theme::KEYS],
        Section::Resolution => &[Resolution::KEYS, Votes::KEYS],
        Section::Guest => &[Guest::KEYS],
        Section::Year => &[
            Document::KEYS,
            ThematicPlan::KEYS,
            Inspection::KEYS,
            Emulation::KEYS,
            AssessmentCounts::KEYS,
            AssignmentCounts::KEYS,
        ],
        Section::Topic => &[ThematicPlan::KEYS, Topic::KEYS],
        Section::Inspected => &[Inspection::KEYS, Inspected::KEYS],
        Section::Term => &[Term::KEYS, Document::KEYS],
        Section::Assessment | Section::Briefing => &[],
    };
    tables.iter().flat_map(|keys| bare(keys)).collect()
}

/// Without the mark of the required ones.
fn bare(keys: &[&'static str]) -> Vec<&'static str> {
    keys.iter().map(|key| key.strip_prefix('*').unwrap_or(key)).collect()
}

fn table(source: Option<&Source>, section: Section, changes: &[&Change]) -> String {
    let columns = bare(own_keys(section));
    let mut sheet = source.map_or_else(|| Sheet::new(columns.iter().copied()), Sheet::of);
    let cell = |sheet: &Sheet, change: &Change| match (change.kind, parse_iso(&change.will)) {
        (Kind::Date, Some(day)) => sheet.day(day),
        _ => change.will.clone(),
    };
    // Rows keep their numbers until one is added.
    for change in changes.iter().filter(|change| !change.is_new) {
        let cell = cell(&sheet, change);
        sheet.set(change.home.nth, &change.key, &cell);
    }
    let mut rows: BTreeMap<&Home, Vec<&Change>> = BTreeMap::new();
    for change in changes.iter().filter(|change| change.is_new) {
        rows.entry(&change.home).or_default().push(change);
    }
    for row in rows.into_values() {
        let values: Vec<(&'static str, String)> = row
            .iter()
            .filter_map(|change| {
                let column = columns.iter().find(|column| **column == change.key)?;
                Some((*column, cell(&sheet, change)))
            })
            .collect();
        sheet.add(&values);
    }
    sheet.text().to_owned()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_key_of_a_section_stands_for_two() {
        for section in Section::ALL {
            let keys = order(section);
            let different: BTreeSet<&str> = keys.iter().copied().collect();
            assert_eq!(different.len(), keys.len(), "{section:?}: {keys:?}");
        }
    }
}
