//! The tables that events edit.

use std::borrow::Cow;

use crate::{
    parse::Described,
    records::{
        briefing::BriefingRow, member::MemberRow, name::NameRow, official::OfficialRow, role::RoleRow,
        status::StatusRow, village::VillageRow,
    },
    register::claim::Claim,
};

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::command) enum Book {
    Members,
    Statuses,
    Roles,
    Names,
    Officials,
    Villages,
    /// Of a year.
    Briefings(i32),
}

impl Book {
    pub(super) fn file(self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Briefings(year) => return Cow::Owned(format!("{year}/briefings.csv")),
            Self::Members => "members.csv",
            Self::Statuses => "statuses.csv",
            Self::Roles => "roles.csv",
            Self::Names => "names.csv",
            Self::Officials => "officials.csv",
            Self::Villages => "villages.csv",
        })
    }

    pub(super) const fn claim(self) -> Claim {
        match self {
            Self::Members => Claim::Members,
            Self::Statuses => Claim::Statuses,
            Self::Roles => Claim::Roles,
            Self::Names => Claim::Names,
            Self::Officials => Claim::Officials,
            Self::Villages => Claim::Villages,
            Self::Briefings(year) => Claim::Briefings(year),
        }
    }

    pub(super) fn columns(self) -> impl Iterator<Item = &'static str> {
        let fields = match self {
            Self::Members => MemberRow::FIELDS,
            Self::Statuses => StatusRow::FIELDS,
            Self::Roles => RoleRow::FIELDS,
            Self::Names => NameRow::FIELDS,
            Self::Officials => OfficialRow::FIELDS,
            Self::Villages => VillageRow::FIELDS,
            Self::Briefings(_) => BriefingRow::FIELDS,
        };
        fields.iter().map(|field| field.key)
    }
}
