//! The tables that events edit.

use crate::{
    parse::Described,
    records::{member::MemberRow, name::NameRow, official::OfficialRow, role::RoleRow, status::StatusRow},
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
}

impl Book {
    pub(super) const fn file(self) -> &'static str {
        match self {
            Self::Members => "members.csv",
            Self::Statuses => "statuses.csv",
            Self::Roles => "roles.csv",
            Self::Names => "names.csv",
            Self::Officials => "officials.csv",
        }
    }

    pub(super) const fn claim(self) -> Claim {
        match self {
            Self::Members => Claim::Members,
            Self::Statuses => Claim::Statuses,
            Self::Roles => Claim::Roles,
            Self::Names => Claim::Names,
            Self::Officials => Claim::Officials,
        }
    }

    pub(super) fn columns(self) -> impl Iterator<Item = &'static str> {
        let fields = match self {
            Self::Members => MemberRow::FIELDS,
            Self::Statuses => StatusRow::FIELDS,
            Self::Roles => RoleRow::FIELDS,
            Self::Names => NameRow::FIELDS,
            Self::Officials => OfficialRow::FIELDS,
        };
        fields.iter().map(|field| field.key)
    }
}
