//! From which day each kind of row is, for a view of the register as of an earlier day.

use crate::{
    date::Date,
    records::{
        assessment::AssessmentRow, briefing::BriefingRow, explanation::ExplanationRow, member::MemberRow,
        name::NameRow, official::OfficialRow, role::RoleRow, status::StatusRow, village::VillageRow,
        village_year::VillageYearRow,
    },
    register::read::Dated,
};

macro_rules! dated {
    ($($row:ident => $begins:expr;)+) => {
        $(impl Dated for $row<'_> {
            fn begins(&self) -> Option<Date> {
                let begins: fn(&$row<'_>) -> Option<Date> = $begins;
                begins(self)
            }
        })+
    };
}

dated! {
    MemberRow => |row| row.from.copied().map(|day| day.0);
    StatusRow => |row| row.from.copied().map(|day| day.0);
    RoleRow => |row| row.from.copied().map(|day| day.0);
    OfficialRow => |row| Some(row.from.0);
    VillageRow => |row| row.from.copied().map(|day| day.0);
    BriefingRow => |row| Some(row.date.0);
    // A year's rows count whatever the day; names and explanations have none.
    AssessmentRow => |_| None;
    VillageYearRow => |_| None;
    NameRow => |_| None;
    ExplanationRow => |_| None;
}
