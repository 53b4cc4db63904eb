//! The regulations that changed while the plan ran, as data in one place: for a meeting those of its day, for a grade
//! those of its year. What the plan itself asks does not change.

use chrono::Months;

use crate::{
    date::{Date, Span, ymd},
    guidance::{self, Part},
    lang::Words,
    records::{assessment::MemberGrade, cell_year::CellGrade, meeting::Kind, status::Status},
};

/// A guidance of the central organisation board on cell meetings.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct MeetingRules {
    valid_from: (i32, u32, u32),
    pub(crate) number: &'static str,
    /// Number and date.
    pub(crate) title: Words,
    /// Whether a month's thematic meeting stands in for its regular one.
    pub(crate) thematic_serves: bool,
    minutes: Option<Minutes>,
    /// Excused more often than this in a row, within a year, is too often; absent where the guidance sets no limit.
    pub(crate) excused_in_a_row: Option<usize>,
    parts: &'static [Part],
}

/// The shortest that a meeting may be.
#[derive(Debug, PartialEq, Eq)]
struct Minutes {
    alone: u32,
    /// Regular and thematic in one session.
    combined: u32,
}

pub(crate) const HD_09: Words =
    Words::new("Hướng dẫn 09-HD/BTCTW ngày 02/3/2012", "guidance 09-HD/BTCTW of 2012-03-02");
pub(crate) const HD_12: Words =
    Words::new("Hướng dẫn 12-HD/BTCTW ngày 06/7/2018", "guidance 12-HD/BTCTW of 2018-07-06");

static MEETINGS: &[MeetingRules] = &[
    MeetingRules {
        valid_from: (2012, 3, 2),
        number: "09-HD/BTCTW",
        title: HD_09,
        thematic_serves: true,
        minutes: None,
        excused_in_a_row: None,
        parts: guidance::HD_09,
    },
    MeetingRules {
        valid_from: (2018, 7, 6),
        number: "12-HD/BTCTW",
        title: HD_12,
        thematic_serves: false,
        minutes: Some(Minutes { alone: 90, combined: 120 }),
        excused_in_a_row: Some(3),
        parts: guidance::HD_12,
    },
];

impl MeetingRules {
    /// The one in force on a day; before the first, the first.
    pub(crate) fn on(day: Date) -> &'static Self {
        let in_force = |rules: &&Self| {
            let (year, month, date) = rules.valid_from;
            ymd(year, month, date) <= day
        };
        MEETINGS.iter().rev().find(in_force).unwrap_or(&MEETINGS[0])
    }

    /// The parts of a kind of meeting, in the order of the record.
    pub(crate) fn parts(&self, kind: Kind) -> impl Iterator<Item = &'static Part> {
        self.parts.iter().chain(guidance::ALWAYS).filter(move |part| part.kinds.contains(&kind))
    }

    /// The fewest minutes of a kind of meeting, where the guidance sets any.
    pub(crate) fn minutes(&self, kind: Kind) -> Option<u32> {
        let minutes = self.minutes.as_ref()?;
        match kind {
            Kind::Regular | Kind::Thematic => Some(minutes.alone),
            Kind::Combined => Some(minutes.combined),
            Kind::Extraordinary | Kind::Committee | Kind::Review | Kind::Congress => None,
        }
    }
}

/// What rules on annual grades rest on.
pub(crate) const GRADES: Words = Words::new(
    "Hướng dẫn 27-HD/BTCTW ngày 25/9/2014; năm 2018, 16-HD/BTCTW ngày 24/9/2018; từ năm 2019, 21-HD/BTCTW ngày 18/10/2019",
    "guidance 27-HD/BTCTW of 2014-09-25; for 2018, 16-HD/BTCTW of 2018-09-24; from 2019, 21-HD/BTCTW of 2019-10-18",
);

/// A guidance on the annual grades of cells and members.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct GradeRules {
    from_year: i32,
    /// Number and date.
    pub(crate) title: Words,
    /// What a cell may be graded.
    pub(crate) cells: &'static [CellGrade],
    /// What a member may be graded.
    pub(crate) members: &'static [MemberGrade],
    /// Who has one of these statuses on the year's last day is not assessed.
    pub(crate) excused: &'static [Status],
    /// Who was admitted to the Party fewer months than this before the year's last day is not assessed.
    months_in_party: Option<u32>,
}

const CELLS_FROM_2018: &[CellGrade] =
    &[CellGrade::Excellent, CellGrade::Good, CellGrade::Completed, CellGrade::NotCompleted];
const MEMBERS_FROM_2018: &[MemberGrade] =
    &[MemberGrade::Excellent, MemberGrade::Good, MemberGrade::Completed, MemberGrade::NotCompleted];

static BY_YEAR: &[GradeRules] = &[
    GradeRules {
        from_year: 2014,
        title: Words::new("Hướng dẫn 27-HD/BTCTW ngày 25/9/2014", "guidance 27-HD/BTCTW of 2014-09-25"),
        cells: &[CellGrade::Tsvm, CellGrade::Good, CellGrade::Completed, CellGrade::Weak],
        members: &[
            MemberGrade::Excellent,
            MemberGrade::Good,
            MemberGrade::Completed,
            MemberGrade::NotCompleted,
            MemberGrade::Unworthy,
        ],
        excused: &[Status::Exempt, Status::ExemptTemporarily],
        months_in_party: None,
    },
    GradeRules {
        from_year: 2018,
        title: Words::new("Hướng dẫn 16-HD/BTCTW ngày 24/9/2018", "guidance 16-HD/BTCTW of 2018-09-24"),
        cells: CELLS_FROM_2018,
        members: MEMBERS_FROM_2018,
        excused: &[Status::Exempt, Status::ExemptTemporarily],
        months_in_party: Some(6),
    },
    GradeRules {
        from_year: 2019,
        title: Words::new("Hướng dẫn 21-HD/BTCTW ngày 18/10/2019", "guidance 21-HD/BTCTW of 2019-10-18"),
        cells: CELLS_FROM_2018,
        members: MEMBERS_FROM_2018,
        excused: &[Status::Exempt, Status::ExemptTemporarily, Status::Suspended],
        months_in_party: Some(6),
    },
];

impl GradeRules {
    /// The one by which a year is graded; a year before the first is graded by the first, one after the plan by the last.
    pub(crate) fn of(year: i32) -> &'static Self {
        BY_YEAR.iter().rev().find(|rules| rules.from_year <= year).unwrap_or(&BY_YEAR[0])
    }

    /// The last day of admission to the Party with which a member is assessed for a year.
    pub(crate) fn admitted_until(&self, year: i32) -> Date {
        let year_end = Span::year(year).until;
        self.months_in_party.and_then(|months| year_end.checked_sub_months(Months::new(months))).unwrap_or(year_end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        parse::{Described, Vocabulary},
        records::meeting::Content,
    };

    #[test]
    fn the_guidance_on_meetings_changes_on_6_july_2018() {
        let (before, after) = (MeetingRules::on(ymd(2018, 7, 5)), MeetingRules::on(ymd(2018, 7, 6)));
        assert_eq!((before.number, after.number), ("09-HD/BTCTW", "12-HD/BTCTW"));
        assert!(before.thematic_serves && !after.thematic_serves);
        assert_eq!((before.minutes(Kind::Regular), after.minutes(Kind::Regular)), (None, Some(90)));
        assert_eq!((after.minutes(Kind::Combined), after.minutes(Kind::Congress)), (Some(120), None));
        assert_eq!((before.excused_in_a_row, after.excused_in_a_row), (None, Some(3)));
        assert_eq!(MeetingRules::on(ymd(2001, 1, 1)).number, "09-HD/BTCTW");
    }

    #[test]
    fn the_guidance_on_grades_changes_with_2018_and_2019() {
        let years = [2017, 2018, 2019, 2020].map(GradeRules::of);
        assert_eq!(years.map(|rules| rules.cells.contains(&CellGrade::Tsvm)), [true, false, false, false]);
        assert_eq!(years.map(|rules| rules.members.contains(&MemberGrade::Unworthy)), [true, false, false, false]);
        assert_eq!(years.map(|rules| rules.excused.contains(&Status::Suspended)), [false, false, true, true]);
        assert_eq!(GradeRules::of(2017).admitted_until(2017), ymd(2017, 12, 31));
        assert_eq!(GradeRules::of(2018).admitted_until(2018), ymd(2018, 6, 30));
        assert_eq!((GradeRules::of(1999), GradeRules::of(2030)), (years[0], years[3]));
    }

    #[test]
    fn the_parts_of_every_kind_are_the_record_s_own_each_once_in_its_order() {
        for rules in MEETINGS {
            for kind in Kind::WORDS.iter().filter_map(|word| Kind::from_word(word)) {
                let keys: Vec<&str> = rules.parts(kind).map(|part| part.key).collect();
                let order: Vec<&str> = Content::KEYS.iter().copied().filter(|key| keys.contains(key)).collect();
                assert_eq!(keys, order, "{kind:?} in {}", rules.number);
                assert!(keys.contains(&"opening") && keys.contains(&"conclusion"), "{kind:?}");
            }
        }
    }
}
