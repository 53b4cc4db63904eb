//! The kinds of record that a form holds, and where a record of each stands in the register.

use crate::{
    form::{
        fields::{ABOUT, ASSESSMENT, BRIEFING, CONTENT, Field, GUEST, HEAD, INSPECTED, RESOLUTION, TERM, TOPIC, YEAR},
        kind::Kind,
        list::MARKS,
    },
    lang::Words,
    register::claim::Claim,
    unit::join,
};

/// A kind of record of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Section {
    Meeting,
    Resolution,
    Guest,
    Year,
    Topic,
    Inspected,
    Term,
    Assessment,
    Briefing,
}

/// The beginning of the key of a mark: `attendance.dv01`.
pub(crate) const MARK: &str = "attendance.";
/// The box of a resolution or guest that says of which meeting it is.
pub(crate) const OF_MEETING: &str = "meeting";

impl Section {
    pub(crate) const ALL: [Self; 9] = [
        Self::Meeting,
        Self::Resolution,
        Self::Guest,
        Self::Year,
        Self::Topic,
        Self::Inspected,
        Self::Term,
        Self::Assessment,
        Self::Briefing,
    ];

    /// The letter before the number in the key of a form's record.
    pub(crate) const fn letter(self) -> char {
        match self {
            Self::Meeting => 'm',
            Self::Resolution => 'r',
            Self::Guest => 'g',
            Self::Year => 'y',
            Self::Topic => 't',
            Self::Inspected => 'i',
            Self::Term => 'n',
            Self::Assessment => 'a',
            Self::Briefing => 'b',
        }
    }

    pub(crate) fn of_key(key: &str) -> Option<Self> {
        let letter = key.chars().next()?;
        Self::ALL.into_iter().find(|section| section.letter() == letter)
    }

    /// The list of its file whose elements these records are; absent where a record is a file or a row.
    pub(crate) const fn list(self) -> Option<&'static str> {
        match self {
            Self::Resolution => Some("resolutions"),
            Self::Guest => Some("guests"),
            Self::Topic => Some("thematic_plan.topics"),
            Self::Inspected => Some("inspection.inspections"),
            Self::Term => Some("terms"),
            Self::Meeting | Self::Year | Self::Assessment | Self::Briefing => None,
        }
    }

    pub(crate) const fn is_csv(self) -> bool {
        matches!(self, Self::Assessment | Self::Briefing)
    }

    fn fields(self) -> impl Iterator<Item = &'static Field> {
        let parts: [&'static [Field]; 3] = match self {
            Self::Meeting => [HEAD, ABOUT, CONTENT],
            Self::Resolution => [RESOLUTION, &[], &[]],
            Self::Guest => [GUEST, &[], &[]],
            Self::Year => [YEAR, &[], &[]],
            Self::Topic => [TOPIC, &[], &[]],
            Self::Inspected => [INSPECTED, &[], &[]],
            Self::Term => [TERM, &[], &[]],
            Self::Assessment => [ASSESSMENT, &[], &[]],
            Self::Briefing => [BRIEFING, &[], &[]],
        };
        parts.into_iter().flatten()
    }

    /// The keys that a form asks for; a meeting's marks are not among them.
    #[cfg(test)]
    pub(super) fn keys(self) -> impl Iterator<Item = &'static str> {
        self.fields().map(|field| field.key)
    }

    /// What a box of a key takes; `None` where the section has no such key.
    pub(crate) fn kind(self, key: &str) -> Option<Kind> {
        if self == Self::Meeting && key.starts_with(MARK) {
            return Some(Kind::Word(&MARKS));
        }
        if matches!(self, Self::Resolution | Self::Guest) && key == OF_MEETING {
            return Some(Kind::Meeting);
        }
        if self == Self::Assessment && key == "member" {
            return Some(Kind::Member);
        }
        self.fields().find(|field| field.key == key).map(|field| field.kind)
    }

    /// What a key is called in a message.
    pub(crate) fn label(self, key: &str) -> Words {
        let field = self.fields().find(|field| field.key == key).map(|field| field.label);
        field.unwrap_or(Words::new("mã đảng viên", "member"))
    }

    /// What one of many in a file is called; nothing where a file is one record.
    pub(crate) const fn element(self) -> Option<Words> {
        match self {
            Self::Resolution => Some(Words::new("nghị quyết", "resolution")),
            Self::Guest => Some(Words::new("khách", "guest")),
            Self::Topic => Some(Words::new("chuyên đề", "theme")),
            Self::Inspected => Some(Words::new("kiểm tra", "inspection")),
            Self::Term => Some(Words::new("nhiệm kỳ", "term")),
            Self::Meeting | Self::Year | Self::Assessment | Self::Briefing => None,
        }
    }

    /// What tells one record from another, where no record says all that the form does.
    pub(crate) const fn identity(self) -> &'static [&'static str] {
        match self {
            Self::Meeting => &["date", "kind"],
            Self::Resolution => &["number", "title"],
            Self::Guest => &["official"],
            Self::Year => &[],
            Self::Topic => &["title"],
            Self::Inspected | Self::Briefing => &["date"],
            Self::Term => &["congress"],
            Self::Assessment => &["member"],
        }
    }

    /// The keys without which a record cannot stand.
    pub(crate) const fn required(self) -> &'static [&'static str] {
        match self {
            Self::Meeting => &["date", "kind"],
            Self::Resolution | Self::Guest => &[OF_MEETING],
            Self::Term => &["congress"],
            Self::Assessment => &["member"],
            Self::Briefing => &["date"],
            Self::Year | Self::Topic | Self::Inspected => &[],
        }
    }

    /// The file of the records of a cell and year, and what it claims to be; each meeting has a file of its own.
    pub(crate) fn file(self, cell: &str, year: i32) -> Option<(String, Claim)> {
        let of_year = |name: &str| join(cell, &format!("{year:04}/{name}"));
        match self {
            Self::Year | Self::Topic | Self::Inspected => Some((of_year("year.toml"), Claim::CellYear(year))),
            Self::Term => Some((join(cell, "cell.toml"), Claim::Cell)),
            Self::Assessment => Some((of_year("assessments.csv"), Claim::Assessments(year))),
            Self::Briefing => Some((of_year("briefings.csv"), Claim::Briefings(year))),
            Self::Meeting | Self::Resolution | Self::Guest => None,
        }
    }
}

/// Where a record of a form stands in the register.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Home {
    pub(crate) section: Section,
    /// The file, from the register's root.
    pub(crate) path: String,
    /// Among the elements of its list, or the rows of its table.
    pub(crate) nth: usize,
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::{
        parse::{Described, FieldDoc},
        records::{
            assessment::AssessmentRow,
            briefing::BriefingRow,
            cell::Term,
            cell_year::{
                AssessmentCounts, AssignmentCounts, CellYear, Emulation, Inspected, Inspection, ThematicPlan, Topic,
            },
            meeting::{Content, Counts, Guest, Meeting, Resolution, Theme, Votes},
            shared::Document,
        },
    };

    fn keys(prefix: &str, fields: &[FieldDoc], tables: &[&str]) -> BTreeSet<String> {
        fields
            .iter()
            .filter(|field| !tables.contains(&field.key))
            .map(|field| format!("{prefix}{}", field.key))
            .collect()
    }

    #[test]
    fn a_form_asks_for_every_key_of_its_records() {
        let document = |key: &str| keys(&format!("{key}."), Document::FIELDS, &[]);
        let expected: [(Section, Vec<BTreeSet<String>>); 9] = [
            (
                Section::Meeting,
                vec![
                    keys("", Meeting::FIELDS, &["attendance", "counts", "content", "theme", "resolutions", "guests"]),
                    keys("counts.", Counts::FIELDS, &[]),
                    keys("content.", Content::FIELDS, &[]),
                    keys("theme.", Theme::FIELDS, &[]),
                ],
            ),
            (Section::Resolution, vec![keys("", Resolution::FIELDS, &["votes"]), keys("votes.", Votes::FIELDS, &[])]),
            (Section::Guest, vec![keys("", Guest::FIELDS, &[])]),
            (
                Section::Year,
                vec![
                    keys(
                        "",
                        CellYear::FIELDS,
                        &[
                            "leadership_resolution",
                            "thematic_plan",
                            "inspection",
                            "emulation",
                            "assessment_counts",
                            "assignment_counts",
                        ],
                    ),
                    document("leadership_resolution"),
                    keys("thematic_plan.", ThematicPlan::FIELDS, &["topics"]),
                    keys("inspection.", Inspection::FIELDS, &["inspections"]),
                    keys("emulation.", Emulation::FIELDS, &[]),
                    keys("assessment_counts.", AssessmentCounts::FIELDS, &[]),
                    keys("assignment_counts.", AssignmentCounts::FIELDS, &[]),
                ],
            ),
            (Section::Topic, vec![keys("", Topic::FIELDS, &[])]),
            (Section::Inspected, vec![keys("", Inspected::FIELDS, &[])]),
            (Section::Term, vec![keys("", Term::FIELDS, &["resolution"]), document("resolution")]),
            // The row of a member is the member's.
            (Section::Assessment, vec![keys("", AssessmentRow::FIELDS, &["member"])]),
            (Section::Briefing, vec![keys("", BriefingRow::FIELDS, &[])]),
        ];
        for (section, keys) in expected {
            let keys: BTreeSet<String> = keys.into_iter().flatten().collect();
            let asked: BTreeSet<String> = section.fields().map(|field| field.key.to_owned()).collect();
            assert_eq!(asked, keys, "{section:?}");
        }
    }

    #[test]
    fn no_two_sections_share_a_letter() {
        let letters: BTreeSet<char> = Section::ALL.map(Section::letter).into();
        assert_eq!(letters.len(), Section::ALL.len());
        assert_eq!(Section::of_key("r12"), Some(Section::Resolution));
    }
}
