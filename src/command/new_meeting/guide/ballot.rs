//! Votes against the roster: how many it takes, and what they come to.

use std::sync::Arc;

use chrono::Datelike;

use super::Guide;
use crate::{
    command::{Failure, new_meeting::entry::Resolution},
    date::digits,
    edit::proof::lay_over,
    finding::Report,
    io::Io,
    judge::commune_of,
    lang::{Lang, say},
    parse::Vocabulary,
    records::meeting::{Kind, ResolutionKind},
    register::{
        ballot::needed,
        build,
        claim::Claim,
        discover::{RecordFile, UnitDir, list},
        load::load,
    },
    source::Source,
    text::shorten,
    unit::{UnitLevel, join},
};

/// Against whom votes are counted.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Ballot {
    /// How many members' votes a majority is one of; absent where the records cannot tell it, or a committee votes.
    pub(super) base: Option<u64>,
    /// Those who were there and may vote.
    pub(super) voters: Option<u64>,
}

impl Guide<'_, '_, '_> {
    /// Read from the record as it stands now, so that it is the same that `check` will see.
    pub(super) fn ballot(&self, io: &Io<'_>) -> Result<Ballot, Failure> {
        if self.kind() == Kind::Committee {
            return Ok(Ballot::default());
        }
        let (ctx, cell, wish) = (&self.work.place.ctx, self.work.cell, self.now());
        let claim = Claim::Meeting(wish.date.year());
        // It stands in no other's place.
        let path = join(&cell.unit, &wish.date.format("%Y/%Y-%m-%d-ballot.toml").to_string());
        let file = RecordFile { path: path.clone(), unit: Arc::clone(&cell.unit), claim, closed: false };
        let unit = UnitDir { id: Arc::clone(&cell.unit), level: UnitLevel::Cell };
        let top = commune_of(ctx, &unit);
        let mut unheard = Report::new(ctx);
        let listing = list(ctx, &top, UnitLevel::Cell, &mut unheard);
        let mut loaded = load(&listing, &mut unheard);
        lay_over(&mut loaded, &file, &Source::new(path.clone(), self.work.text(&wish, io)?));
        let commune = build::commune(&top, &listing, &loaded, &mut unheard);
        let found = commune.cells.iter().find(|other| other.unit == cell.unit);
        let found =
            found.and_then(|cell| Some((cell, cell.meetings.iter().find(|meeting| meeting.source.path == path)?)));
        Ok(found.map_or(Ballot::default(), |(cell, meeting)| Ballot {
            base: cell.voting_base(meeting),
            voters: cell.voters_present(meeting).map(|voters| voters.present),
        }))
    }
}

pub(super) fn needs_two_thirds(resolution: &Resolution) -> bool {
    resolution.kind.is_some_and(ResolutionKind::needs_two_thirds)
}

/// `22/0/1`, or `22`; nothing where no vote was counted.
pub(super) fn votes(text: &str, lang: Lang) -> Result<Option<[u32; 3]>, String> {
    if text.is_empty() || text == "-" {
        return Ok(None);
    }
    let parts: Option<Vec<u32>> = text.split(['/', ' ', ',']).filter(|part| !part.is_empty()).map(number).collect();
    match parts.as_deref() {
        Some([in_favour]) => Ok(Some([*in_favour, 0, 0])),
        Some([in_favour, against]) => Ok(Some([*in_favour, *against, 0])),
        Some([in_favour, against, blank]) => Ok(Some([*in_favour, *against, *blank])),
        _ => Err(say!(lang, "cần số phiếu, ví dụ 22/0/1", "give the votes as 22/0/1")),
    }
}

fn number(text: &str) -> Option<u32> {
    digits(text).map(i32::cast_unsigned)
}

pub(super) fn not_more(votes: [u32; 3], ballot: Ballot, lang: Lang) -> Result<(), String> {
    let sum: u64 = votes.into_iter().map(u64::from).sum();
    match ballot.voters.filter(|voters| sum > *voters) {
        None => Ok(()),
        Some(voters) => Err(say!(
            lang,
            "{sum} phiếu, nhiều hơn {voters} người có quyền biểu quyết có mặt",
            "{sum} votes are more than the {voters} present who may vote"
        )),
    }
}

/// How many votes it takes.
pub(super) fn rule(two_thirds: bool, ballot: Ballot, lang: Lang) -> String {
    let Some(base) = ballot.base else { return String::new() };
    let needed = needed(base, two_thirds);
    if two_thirds {
        say!(
            lang,
            "; cần từ {needed} phiếu tán thành (hai phần ba của {base})",
            "; it takes {needed} in favour (two thirds of {base})"
        )
    } else {
        say!(
            lang,
            "; cần từ {needed} phiếu tán thành (hơn một nửa của {base})",
            "; it takes {needed} in favour (more than half of {base})"
        )
    }
}

pub(super) fn kind_label(kind: ResolutionKind, ballot: Ballot, lang: Lang) -> String {
    let label = kind.label().of(lang);
    match ballot.base.filter(|_| kind.needs_two_thirds()) {
        Some(base) => {
            let needed = needed(base, true);
            say!(lang, "{label} (cần hai phần ba: {needed}/{base})", "{label} (two thirds: {needed}/{base})")
        }
        None => label.to_owned(),
    }
}

/// What the votes come to; nothing where that cannot be told.
pub(super) fn verdict(resolution: &Resolution, ballot: Ballot, lang: Lang) -> Option<String> {
    let ([in_favour, ..], base) = (resolution.votes?, ballot.base?);
    let result = if u64::from(in_favour) >= needed(base, needs_two_thirds(resolution)) {
        say!(lang, "ĐƯỢC THÔNG QUA", "CARRIED")
    } else {
        say!(lang, "KHÔNG ĐƯỢC THÔNG QUA", "NOT CARRIED")
    };
    Some(say!(lang, "{result}, {in_favour}/{base} tán thành", "{result}, {in_favour}/{base} in favour"))
}

/// A resolution in a line.
pub(super) fn told(resolution: &Resolution, ballot: Ballot, lang: Lang) -> String {
    let kind = resolution.kind.map(|kind| kind.label().of(lang)).unwrap_or_default();
    let named = [resolution.number.as_str(), resolution.title.as_str()];
    let named: Vec<String> = named.iter().filter(|text| !text.is_empty()).map(|text| shorten(text, 40)).collect();
    let named = if named.is_empty() { say!(lang, "chưa có tên", "without a name") } else { named.join(": ") };
    let result = match (verdict(resolution, ballot, lang), resolution.carried) {
        (Some(verdict), _) => verdict,
        (None, Some(true)) => say!(lang, "được thông qua", "carried"),
        (None, Some(false)) => say!(lang, "không được thông qua", "not carried"),
        (None, None) => say!(lang, "chưa xong", "not finished"),
    };
    format!("{named} ({kind}) – {result}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resolution(kind: ResolutionKind, in_favour: u32) -> Resolution {
        Resolution { kind: Some(kind), votes: Some([in_favour, 0, 0]), title: "a".to_owned(), ..Resolution::default() }
    }

    fn carries(kind: ResolutionKind, in_favour: u32, base: u64) -> bool {
        let ballot = Ballot { base: Some(base), voters: None };
        verdict(&resolution(kind, in_favour), ballot, Lang::En).unwrap().starts_with("CARRIED")
    }

    #[test]
    fn a_majority_and_two_thirds_are_those_of_the_regulations() {
        for (base, half, two_thirds) in [(7, 4, 5), (9, 5, 6), (20, 11, 14), (27, 14, 18)] {
            assert!(carries(ResolutionKind::Monthly, half, base) && !carries(ResolutionKind::Monthly, half - 1, base));
            let kind = ResolutionKind::Admission;
            assert!(carries(kind, two_thirds, base) && !carries(kind, two_thirds - 1, base));
        }
        assert_eq!(verdict(&resolution(ResolutionKind::Other, 3), Ballot::default(), Lang::Vi), None);
    }

    #[test]
    fn votes_are_typed_in_one_line() {
        assert_eq!(votes("22/0/1", Lang::Vi), Ok(Some([22, 0, 1])));
        assert_eq!(votes("22", Lang::Vi), Ok(Some([22, 0, 0])));
        assert_eq!(votes("22 1", Lang::Vi), Ok(Some([22, 1, 0])));
        assert_eq!(votes("-", Lang::Vi), Ok(None));
        assert!(
            votes("hai", Lang::Vi).is_err() && votes("1/2/3/4", Lang::Vi).is_err() && votes("-1", Lang::Vi).is_err()
        );
    }

    #[test]
    fn more_votes_than_voters_are_refused() {
        let ballot = Ballot { base: Some(9), voters: Some(8) };
        assert!(not_more([8, 0, 0], ballot, Lang::Vi).is_ok());
        let reason = "9 phiếu, nhiều hơn 8 người có quyền biểu quyết có mặt";
        assert_eq!(not_more([8, 0, 1], ballot, Lang::Vi), Err(reason.to_owned()));
        assert!(not_more([99, 0, 1], Ballot::default(), Lang::Vi).is_ok());
    }
}
