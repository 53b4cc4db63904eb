//! Which kind of record a file is, by its path alone.

use crate::{
    date::{Date, digits, parse_iso},
    unit::UnitLevel,
};

/// What a file of a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Claim {
    Settings,
    Province,
    District,
    Commune,
    Cell,
    Explanations,
    Names,
    Members,
    Statuses,
    Roles,
    Villages,
    Officials,
    Agreement,
    DistrictYear(i32),
    CommuneYear(i32),
    CellYear(i32),
    VillageYear(i32),
    Assessments(i32),
    Briefings(i32),
    /// A meeting in the directory of a year; its own date is in the name.
    Meeting(i32),
}

/// What a path below a unit is.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Found {
    Record(Claim),
    /// A `.toml` or `.csv` that no kind of record claims.
    Unclaimed(Looks),
    /// Some other file.
    Strange,
    /// A file that nobody needs to hear of.
    PassedOver,
}

/// What an unclaimed file looks like, by its name.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Looks {
    Nothing,
    /// A copy that Explorer, Excel or a cloud drive made of a record of this name.
    CopyOf(String),
    /// A slip of the hand for this name.
    Meant(String),
}

/// Classifies a file by its unit's level and its path below the unit's directory.
pub(crate) fn claim(level: UnitLevel, is_root: bool, inside: &[&str]) -> Found {
    let Some((name, directories)) = inside.split_last() else { return Found::PassedOver };
    if let Some(claim) = claimed(level, is_root, directories, name) {
        return Found::Record(claim);
    }
    if is_passed_over(name, is_root) || is_filed(directories, name) {
        return Found::PassedOver;
    }
    if has_extension(name, "toml") || has_extension(name, "csv") {
        let is_claimed = |name: &str| claimed(level, is_root, directories, name).is_some();
        return Found::Unclaimed(match copy_of(name) {
            Some(original) if is_claimed(&original) => Looks::CopyOf(original),
            _ => meant(name, is_claimed),
        });
    }
    Found::Strange
}

fn claimed(level: UnitLevel, is_root: bool, directories: &[&str], name: &str) -> Option<Claim> {
    match (directories, name) {
        ([], "chibo.toml") if is_root => return Some(Claim::Settings),
        ([], "explanations.csv") => return Some(Claim::Explanations),
        _ => {}
    }
    match (level, directories, name) {
        (UnitLevel::Province, [], "province.toml") => Some(Claim::Province),
        (UnitLevel::District, [], "district.toml") => Some(Claim::District),
        (UnitLevel::District, [year], "year.toml") => Some(Claim::DistrictYear(year_of(year)?)),
        (UnitLevel::Commune, [], "commune.toml") => Some(Claim::Commune),
        (UnitLevel::Commune, [], "villages.csv") => Some(Claim::Villages),
        (UnitLevel::Commune, [], "officials.csv") => Some(Claim::Officials),
        (UnitLevel::Commune | UnitLevel::Cell, [], "names.csv") => Some(Claim::Names),
        (UnitLevel::Commune, ["agreements"], name) if is_agreement_name(name) => Some(Claim::Agreement),
        (UnitLevel::Commune, [year], "year.toml") => Some(Claim::CommuneYear(year_of(year)?)),
        (UnitLevel::Commune, [year], "villages.csv") => Some(Claim::VillageYear(year_of(year)?)),
        (UnitLevel::Cell, [], "cell.toml") => Some(Claim::Cell),
        (UnitLevel::Cell, [], "members.csv") => Some(Claim::Members),
        (UnitLevel::Cell, [], "statuses.csv") => Some(Claim::Statuses),
        (UnitLevel::Cell, [], "roles.csv") => Some(Claim::Roles),
        (UnitLevel::Cell, [year], "year.toml") => Some(Claim::CellYear(year_of(year)?)),
        (UnitLevel::Cell, [year], "assessments.csv") => Some(Claim::Assessments(year_of(year)?)),
        (UnitLevel::Cell, [year], "briefings.csv") => Some(Claim::Briefings(year_of(year)?)),
        (UnitLevel::Cell, [year], name) if meeting_date(name).is_some() => Some(Claim::Meeting(year_of(year)?)),
        _ => None,
    }
}

/// Figures that were sent stand beside the year's records.
fn is_filed(directories: &[&str], name: &str) -> bool {
    name == "filed.json" && matches!(directories, [year] if year_of(year).is_some())
}

/// The names that records of one name have.
const NAMES: [&str; 15] = [
    "chibo.toml",
    "province.toml",
    "district.toml",
    "commune.toml",
    "cell.toml",
    "year.toml",
    "explanations.csv",
    "names.csv",
    "members.csv",
    "statuses.csv",
    "roles.csv",
    "villages.csv",
    "officials.csv",
    "assessments.csv",
    "briefings.csv",
];

/// The record that a name nearly is; `Members.CSV` is one to Windows, and to nobody else.
fn meant(name: &str, is_claimed: impl Fn(&str) -> bool) -> Looks {
    let lower = name.to_lowercase();
    if is_claimed(&lower) {
        return Looks::Meant(lower);
    }
    let here: Vec<&str> = NAMES.into_iter().filter(|name| is_claimed(name)).collect();
    crate::text::nearest(&lower, &here).map_or(Looks::Nothing, |near| Looks::Meant(near.to_owned()))
}

/// The year that a directory's name is.
pub(crate) fn year_of(name: &str) -> Option<i32> {
    (name.len() == 4).then(|| digits(name)).flatten()
}

/// The date with which a meeting's file name begins: `2018-03-05-regular.toml`.
pub(crate) fn meeting_date(name: &str) -> Option<Date> {
    let rest = name.strip_suffix(".toml")?;
    let date = parse_iso(rest.get(..10)?)?;
    is_plain(rest.get(10..)?.strip_prefix('-')?).then_some(date)
}

/// `<village>-<signed>.toml`.
fn is_agreement_name(name: &str) -> bool {
    agreement_parts(name).is_some()
}

/// The village and the date in an agreement's file name.
pub(crate) fn agreement_parts(name: &str) -> Option<(&str, Date)> {
    let rest = name.strip_suffix(".toml")?;
    let cut = rest.len().checked_sub(10)?;
    let village = rest.get(..cut)?.strip_suffix('-')?;
    is_plain(village).then_some((village, parse_iso(rest.get(cut..)?)?))
}

/// Letters, digits and dashes: what a copy's name (`… (1)`, `… - Copy`) is not.
fn is_plain(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

fn has_extension(name: &str, extension: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, found)| found.eq_ignore_ascii_case(extension))
}

fn is_passed_over(name: &str, is_root: bool) -> bool {
    name.starts_with('.')
        || name.starts_with("~$")
        || has_extension(name, "md")
        || name.eq_ignore_ascii_case("thumbs.db")
        || name.eq_ignore_ascii_case("desktop.ini")
        || is_root && name == "chibo.cmd"
        // What an import could not take, left for a clerk to mend.
        || [".loi.csv", ".bad.csv"].iter().any(|end| name.ends_with(end))
}

/// The name of which Explorer, Excel or a cloud drive made this copy.
fn copy_of(name: &str) -> Option<String> {
    let (stem, extension) = name.rsplit_once('.')?;
    // `members (1)`, `members - Copy`, `members - Sao chép`, `Copy of members`, `members conflicted copy 2018…`.
    let lower = stem.to_lowercase();
    let cut = [" (", " - copy", " - sao", "_copy", "-copy", " copy", " conflicted", ".sync-conflict"]
        .iter()
        .filter_map(|mark| lower.find(mark))
        .min();
    let original = match cut {
        Some(cut) => stem.get(..cut)?,
        None => stem.strip_prefix("Copy of ").or_else(|| stem.strip_prefix("Bản sao của "))?,
    };
    Some(format!("{}.{}", original.to_lowercase(), extension.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_meeting_is_known_by_the_date_in_front() {
        let cell = |inside: &[&str]| claim(UnitLevel::Cell, false, inside);
        assert_eq!(cell(&["2018", "2018-03-05-regular.toml"]), Found::Record(Claim::Meeting(2018)));
        assert_eq!(cell(&["2018", "2018-03-05-regular-2.toml"]), Found::Record(Claim::Meeting(2018)));
        assert_eq!(cell(&["2018", "5-3-2018.toml"]), Found::Unclaimed(Looks::Nothing));
        assert_eq!(cell(&["2018-03-05-regular.toml"]), Found::Unclaimed(Looks::Nothing));
    }

    #[test]
    fn a_copy_is_unclaimed_and_names_its_original() {
        let cell = |inside: &[&str]| claim(UnitLevel::Cell, false, inside);
        for name in ["members (1).csv", "members - Sao chép.csv", "Copy of members.csv", "Bản sao của members.csv"]
        {
            assert_eq!(cell(&[name]), Found::Unclaimed(Looks::CopyOf("members.csv".into())), "{name}");
        }
        assert_eq!(
            cell(&["2018", "2018-03-05-regular - Copy.toml"]),
            Found::Unclaimed(Looks::CopyOf("2018-03-05-regular.toml".into()))
        );
    }

    #[test]
    fn a_slip_in_a_name_tells_the_name_that_was_meant() {
        let cell = |inside: &[&str]| claim(UnitLevel::Cell, false, inside);
        for name in ["Members.CSV", "member.csv"] {
            assert_eq!(cell(&[name]), Found::Unclaimed(Looks::Meant("members.csv".into())), "{name}");
        }
        // What belongs elsewhere is not meant here.
        assert_eq!(cell(&["officials.csv"]), Found::Unclaimed(Looks::Nothing));
    }

    #[test]
    fn what_nobody_needs_to_hear_of_is_passed_over() {
        for name in ["README.md", "Thumbs.db", "~$so.xlsx", ".DS_Store", "desktop.ini", "dv.loi.csv", "dv.bad.csv"] {
            assert_eq!(claim(UnitLevel::Cell, false, &[name]), Found::PassedOver, "{name}");
        }
        assert_eq!(claim(UnitLevel::Cell, false, &["so.xlsx"]), Found::Strange);
    }

    #[test]
    fn an_agreement_is_named_by_its_village_and_day() {
        assert_eq!(agreement_parts("thon-1-2017-02-10.toml"), Some(("thon-1", crate::date::ymd(2017, 2, 10))));
        assert_eq!(agreement_parts("2017-02-10.toml"), None);
    }
}
