//! The kind of a record by its claim: how it is read for its mistakes, and how it is written.

use std::fmt::Debug;

use crate::{
    edit::toml_form::{self, TomlKind},
    parse::{FieldDoc, Problems, Recorded, csv_canonical, csv_reader, toml_reader},
    records::{
        agreement::Agreement,
        assessment::AssessmentRow,
        briefing::BriefingRow,
        cell::CellFile,
        cell_year::CellYear,
        commune::{CommuneFile, CommuneYear},
        district::{DistrictFile, DistrictYear},
        explanation::ExplanationRow,
        meeting::Meeting,
        member::MemberRow,
        name::NameRow,
        official::OfficialRow,
        province::ProvinceFile,
        role::RoleRow,
        settings::SettingsFile,
        status::StatusRow,
        village::VillageRow,
        village_year::VillageYearRow,
    },
    register::claim::Claim,
};

/// The carrier of a record.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    Toml(TomlKind),
    /// The fields are the columns.
    Csv(&'static [FieldDoc]),
}

/// Reads a file as the record that its path claims, for what is wrong with it; gives its kind and what was read.
pub(crate) fn read<'a>(claim: Claim, problems: &Problems<'a>) -> (Kind, Box<dyn Debug + 'a>) {
    match claim {
        Claim::Settings => toml::<SettingsFile<'_>>(TomlKind::Other, problems),
        Claim::Province => toml::<ProvinceFile<'_>>(TomlKind::Other, problems),
        Claim::District => toml::<DistrictFile<'_>>(TomlKind::Other, problems),
        Claim::DistrictYear(_) => toml::<DistrictYear>(TomlKind::Other, problems),
        Claim::Commune => toml::<CommuneFile<'_>>(TomlKind::Other, problems),
        Claim::CommuneYear(_) => toml::<CommuneYear>(TomlKind::Other, problems),
        Claim::Agreement => toml::<Agreement<'_>>(TomlKind::Other, problems),
        Claim::Cell => toml::<CellFile<'_>>(TomlKind::Other, problems),
        Claim::CellYear(_) => toml::<CellYear<'_>>(TomlKind::Other, problems),
        Claim::Meeting(_) => toml::<Meeting<'_>>(TomlKind::Meeting, problems),
        Claim::Explanations => csv::<ExplanationRow<'_>>(problems),
        Claim::Names => csv::<NameRow<'_>>(problems),
        Claim::Members => csv::<MemberRow<'_>>(problems),
        Claim::Statuses => csv::<StatusRow<'_>>(problems),
        Claim::Roles => csv::<RoleRow<'_>>(problems),
        Claim::Villages => csv::<VillageRow<'_>>(problems),
        Claim::Officials => csv::<OfficialRow<'_>>(problems),
        Claim::VillageYear(_) => csv::<VillageYearRow<'_>>(problems),
        Claim::Assessments(_) => csv::<AssessmentRow<'_>>(problems),
        Claim::Briefings(_) => csv::<BriefingRow<'_>>(problems),
    }
}

fn toml<'a, T: Recorded<'a> + Debug + 'a>(kind: TomlKind, problems: &Problems<'a>) -> (Kind, Box<dyn Debug + 'a>) {
    (Kind::Toml(kind), Box::new(toml_reader::read::<T>(&problems.source.text, problems)))
}

fn csv<'a, T: Recorded<'a> + Debug + 'a>(problems: &Problems<'a>) -> (Kind, Box<dyn Debug + 'a>) {
    (Kind::Csv(T::FIELDS), Box::new(csv_reader::read(problems, |at, row: T| Some((at, row)))))
}

/// The canonical form of a file in which nothing was found wrong; `None` where it cannot be told.
pub(crate) fn canonical(kind: Kind, problems: &Problems<'_>) -> Option<String> {
    match kind {
        Kind::Toml(kind) => toml_form::canonical(&problems.source.text, kind),
        Kind::Csv(fields) => Some(csv_canonical::canonical(problems, fields)),
    }
}
