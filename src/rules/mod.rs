//! The rules: what is wrong with records. One rule, one file, named as its id.
//!
//! A rule's doc comment is its page (`chibo explain`), and its examples are its tests: see `rule!`.

use crate::{
    finding::{Flaws, Level, Report},
    lang::Words,
    register::{Cell, Commune},
};

#[cfg(test)]
mod examples;
mod list;

pub(crate) use list::{FAMILIES, Family};

pub(crate) mod absent_three_months;
pub(crate) mod ambiguous_date;
pub(crate) mod approved_before_signed;
pub(crate) mod assessed_temporary;
pub(crate) mod assessed_too_soon;
pub(crate) mod assessed_while_exempt;
pub(crate) mod assessment_missing;
pub(crate) mod attendance_mark_missing;
pub(crate) mod attendance_not_recorded;
pub(crate) mod attendance_of_non_member;
pub(crate) mod bad_unit_name;
pub(crate) mod candidate_holds_role;
pub(crate) mod cell_grade_missing;
pub(crate) mod counts_differ_from_marks;
pub(crate) mod counts_differ_from_roster;
pub(crate) mod counts_do_not_add_up;
pub(crate) mod csv_header;
pub(crate) mod csv_row_length;
pub(crate) mod csv_syntax;
pub(crate) mod date_in_future;
pub(crate) mod deputies_over_two;
pub(crate) mod duplicate_id;
pub(crate) mod duplicate_meeting;
pub(crate) mod end_before_start;
pub(crate) mod excused_in_a_row;
pub(crate) mod explanation_expired;
pub(crate) mod explanation_unused;
pub(crate) mod file_name_mismatch;
pub(crate) mod file_too_large;
pub(crate) mod filed_figure_changed;
pub(crate) mod goal_changed;
pub(crate) mod grade_not_of_year;
pub(crate) mod head_link_mismatch;
pub(crate) mod interim_too_long;
pub(crate) mod interval_reversed;
pub(crate) mod intervals_overlap;
pub(crate) mod mentor_not_member;
pub(crate) mod missing_key;
pub(crate) mod missing_marker;
pub(crate) mod name_in_text;
pub(crate) mod no_committee_meeting_before;
pub(crate) mod not_carried;
pub(crate) mod not_utf8;
pub(crate) mod official_before_admitted;
pub(crate) mod outside_membership;
pub(crate) mod outside_unit_life;
pub(crate) mod personal_number;
pub(crate) mod plan_quarter_missing;
pub(crate) mod probation_length;
pub(crate) mod probation_overdue;
pub(crate) mod reporting_missing;
pub(crate) mod rolled_out_before_approved;
pub(crate) mod secrecy_mark;
pub(crate) mod short_meeting;
pub(crate) mod signatory_left;
pub(crate) mod status_expired;
pub(crate) mod strength_below_three;
pub(crate) mod symbolic_link;
pub(crate) mod toml_syntax;
pub(crate) mod two_heads;
pub(crate) mod two_secretaries;
pub(crate) mod two_thirds_needed;
pub(crate) mod unclaimed_record;
pub(crate) mod unknown_cell;
pub(crate) mod unknown_file;
pub(crate) mod unknown_key;
pub(crate) mod unknown_member;
pub(crate) mod unknown_official;
pub(crate) mod unknown_rule;
pub(crate) mod unknown_successor;
pub(crate) mod unknown_village;
pub(crate) mod unreadable_file;
pub(crate) mod utf16;
pub(crate) mod votes_exceed_present;
pub(crate) mod wrong_value;

/// One rule.
#[derive(Debug)]
pub(crate) struct Rule {
    /// Kebab-case; names the flaw.
    pub(crate) id: &'static str,
    pub(crate) level: Level,
    pub(crate) cites: Cites,
    /// What an error of this rule spoils in its record.
    pub(crate) spoils: Flaws,
    /// The page: Vietnamese and English, why, examples.
    pub(crate) doc: &'static str,
    pub(crate) check: Check,
}

/// What a rule rests on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cites {
    /// A clause of the plan.
    pub(crate) clause: Option<&'static str>,
    /// A regulation, with number and date, or the register's own form.
    pub(crate) source: Words,
}

impl Cites {
    /// Nothing can be counted from what cannot be read.
    pub(crate) const FORM: Self =
        Self { clause: None, source: Words::new("định dạng của sổ dữ liệu", "the register's format") };

    pub(crate) const fn plan(clause: &'static str) -> Self {
        Self { clause: Some(clause), source: Words::new("Đề án 04-ĐA/TU", "plan 04-ĐA/TU") }
    }

    pub(crate) const fn regulation(vi: &'static str, en: &'static str) -> Self {
        Self::by(Words::new(vi, en))
    }

    /// A regulation that `regulations.rs` names.
    pub(crate) const fn by(source: Words) -> Self {
        Self { clause: None, source }
    }
}

/// When a rule looks, and at what.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Check {
    /// While the files are found and read: whoever comes upon it reports it.
    Reading,
    /// Once a commune, with its villages, officials and agreements.
    Commune(fn(&Commune<'_>, &mut Report<'_>)),
    /// Once a cell.
    Cell(fn(&Commune<'_>, &Cell<'_>, &mut Report<'_>)),
}

/// Declares the rule of a file: its page, then `"id", Level, Cites, [Flaws,] Check`.
///
/// The page has paragraphs that begin with `vi:` and `en:`: in each language what holds when all is well, then why.
/// Examples follow `Fails:` and `Passes:`. Each is laid over a copy of the sound register `tests/base`, one fenced block
/// a file: `toml PATH`, `csv PATH`, `text PATH`, `bytes PATH` (with `\xNN`, `\r`, `\t`; a `\` at a line's end takes its
/// newline away), `size PATH` (the file there, brought to so many bytes with blank lines), `link PATH` (to the text),
/// `socket PATH`, `delete PATH`. After `Fails:` two bare `text` blocks hold the errors and warnings that
/// `check -O concise` prints then, in Vietnamese and in English; `BLESS=1 cargo test` writes them. After `Passes:`
/// nothing is printed: such an example stands on the rule's boundary.
macro_rules! rule {
    ($(#[doc = $doc:literal])+ $id:literal, $level:ident, $cites:expr, $check:expr $(, spoils $spoils:expr)?) => {
        $(#[doc = $doc])+
        pub(crate) static RULE: $crate::rules::Rule = $crate::rules::Rule {
            id: $id,
            level: $crate::finding::Level::$level,
            cites: $cites,
            spoils: $crate::rules::rule!(@ $($spoils)?),
            doc: concat!($($doc, "\n"),+),
            check: $check,
        };
    };
    (@ $spoils:expr) => { $spoils };
    (@) => { $crate::finding::Flaws::NONE };
}
pub(crate) use rule;

/// Every rule, in the order of the families.
pub(crate) fn all() -> impl Iterator<Item = &'static Rule> {
    FAMILIES.iter().flat_map(|family| family.rules.iter().copied())
}

/// Rules that tell of what is not read. It is missing from every figure, so no register can make them silent.
const UNREAD: [&str; 13] = [
    "ambiguous-date",
    "bad-unit-name",
    "csv-header",
    "csv-row-length",
    "csv-syntax",
    "file-too-large",
    "missing-key",
    "missing-marker",
    "not-utf8",
    "symbolic-link",
    "toml-syntax",
    "unreadable-file",
    "wrong-value",
];

/// Whether a register may set a rule or target off.
pub(crate) fn can_be_off(id: &str) -> bool {
    !UNREAD.contains(&id)
}

/// Runs every rule that looks at a commune and its cells, in the order of the list. Neighbours in it that look at cells go
/// through each cell together, while its records are at the processor's hand.
pub(crate) fn check(commune: &Commune<'_>, report: &mut Report<'_>) {
    let rules: Vec<Check> = all().map(|rule| rule.check).filter(|check| !matches!(check, Check::Reading)).collect();
    let of_cells = |check: &Check| matches!(check, Check::Cell(_));
    for together in rules.chunk_by(|check, next| of_cells(check) && of_cells(next)) {
        match together {
            [Check::Commune(check)] => check(commune, report),
            of_cells => commune.cells.iter().for_each(|cell| check_cell(commune, cell, of_cells, report)),
        }
    }
}

fn check_cell(commune: &Commune<'_>, cell: &Cell<'_>, checks: &[Check], report: &mut Report<'_>) {
    for check in checks {
        if let Check::Cell(check) = check {
            check(commune, cell, report);
        }
    }
}
