//! Resolutions and their votes: whether one carries is told as soon as its votes are in.

use super::{Go, Guide, take};
use crate::{
    command::{Failure, ask::Answer, new_meeting::entry::Resolution},
    io::Io,
    lang::{Lang, say},
    parse::Vocabulary,
    records::meeting::{Kind, ResolutionKind},
    register::ballot::needed,
    text::shorten,
};

/// What is asked of one resolution, in order.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Number,
    Kind,
    Title,
    Votes,
    Carried,
}

const FIELDS: [Field; 5] = [Field::Number, Field::Kind, Field::Title, Field::Votes, Field::Carried];

/// Against whom votes are counted.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Ballot {
    /// How many members' votes a majority is one of; absent where the records cannot tell it, or a committee votes.
    pub(super) base: Option<u64>,
    /// Those who were there and may vote.
    pub(super) voters: Option<u64>,
}

impl Guide<'_, '_, '_> {
    pub(super) fn resolutions(&mut self, io: &mut Io<'_>) -> Result<Go, Failure> {
        let lang = self.asker.lang;
        let ballot = self.ballot(io)?;
        loop {
            let number = self.entry.resolutions.len();
            let mut labels = vec![
                if number == 0 {
                    say!(lang, "Không có nghị quyết, kết luận nào", "There is none")
                } else {
                    say!(lang, "Xong", "Done")
                },
                say!(lang, "Thêm một nghị quyết, kết luận", "Add a resolution"),
            ];
            for resolution in &self.entry.resolutions {
                let told = told(resolution, ballot, lang);
                labels.push(say!(lang, "Sửa: {told}", "Change: {told}"));
            }
            if number > 0 {
                labels.push(say!(lang, "Bỏ nghị quyết cuối", "Remove the last"));
            }
            let message = say!(lang, "Nghị quyết, kết luận đã biểu quyết?", "Resolutions that were voted on?");
            let start = usize::from(self.entry.resolutions.iter().any(|resolution| resolution.carried.is_none())) * 2;
            match self.asker.choose(&message, &labels, start)? {
                Answer::Said(0) => return Ok(Go::On),
                Answer::Said(1) => {
                    let kind = match self.kind() {
                        Kind::Regular | Kind::Combined => ResolutionKind::Monthly,
                        _ => ResolutionKind::Other,
                    };
                    self.entry.resolutions.push(Resolution { kind: Some(kind), ..Resolution::default() });
                    if self.resolution(number, ballot, io)? == Some(()) {
                        return Ok(Go::Left);
                    }
                }
                Answer::Said(chosen) if chosen - 2 < number => {
                    if self.resolution(chosen - 2, ballot, io)? == Some(()) {
                        return Ok(Go::Left);
                    }
                }
                Answer::Said(_) => {
                    self.entry.resolutions.pop();
                    self.save();
                }
                Answer::Back => return Ok(Go::Back),
                Answer::Left => return Ok(Go::Left),
            }
        }
    }

    /// Asks for one; `Some` where the whole entry is left.
    fn resolution(&mut self, nth: usize, ballot: Ballot, io: &mut Io<'_>) -> Result<Option<()>, Failure> {
        let mut at = 0;
        while let Some(field) = FIELDS.get(at).copied() {
            self.save();
            match self.field(nth, field, ballot, io)? {
                Go::On => at += 1,
                Go::Left => return Ok(Some(())),
                Go::Again => {}
                _ if at == 0 => break,
                // Whether it carries is no question where the votes tell it.
                _ => at -= 1,
            }
        }
        // One of which nothing was said is none.
        let untouched = |resolution: &Resolution| resolution.number.is_empty() && resolution.title.is_empty();
        self.entry.resolutions.retain(|resolution| !untouched(resolution) || resolution.votes.is_some());
        self.save();
        Ok(None)
    }

    fn field(&mut self, nth: usize, field: Field, ballot: Ballot, io: &mut Io<'_>) -> Result<Go, Failure> {
        let lang = self.asker.lang;
        let Some(said) = self.entry.resolutions.get(nth).cloned() else { return Ok(Go::On) };
        let kinds = ResolutionKind::ALL;
        match field {
            Field::Number => {
                let message = say!(lang, "Số nghị quyết?", "Number of the resolution?");
                let help = say!(
                    lang,
                    "ví dụ 03-NQ/CB; để trống nếu không có",
                    "such as 03-NQ/CB; leave empty if there is none"
                );
                let default = Some(said.number.as_str()).filter(|number| !number.is_empty());
                let answer = self.text(&message, default, &help, |_| Ok(()))?;
                Ok(take(answer, |number| self.change(nth, |resolution| resolution.number = number)))
            }
            Field::Kind => {
                let labels: Vec<String> = kinds.iter().map(|kind| kind_label(*kind, ballot, lang)).collect();
                let start = kinds.iter().position(|kind| Some(*kind) == said.kind).unwrap_or(0);
                let answer = self.asker.choose(
                    &say!(lang, "Nghị quyết về việc gì?", "What kind of resolution?"),
                    &labels,
                    start,
                )?;
                Ok(take(answer, |chosen| self.change(nth, |resolution| resolution.kind = kinds.get(chosen).copied())))
            }
            Field::Title => {
                let message = say!(lang, "Tên, nội dung nghị quyết?", "What does it say?");
                let help = say!(lang, "người ghi bằng mã, như @dv01", "people by their ids, as @dv01");
                let default = Some(said.title.as_str()).filter(|title| !title.is_empty());
                let answer = self.text(&message, default, &help, |_| Ok(()))?;
                Ok(take(answer, |title| self.change(nth, |resolution| resolution.title = title)))
            }
            Field::Votes => self.votes(nth, &said, ballot, io),
            Field::Carried => {
                if let (Some([in_favour, ..]), Some(base)) = (said.votes, ballot.base) {
                    let carries = u64::from(in_favour) >= needed(base, needs_two_thirds(&said));
                    self.change(nth, |resolution| resolution.carried = Some(carries));
                    return Ok(Go::On);
                }
                let labels =
                    [say!(lang, "Được thông qua", "Carried"), say!(lang, "Không được thông qua", "Not carried")];
                let start = usize::from(said.carried == Some(false));
                let answer = self.asker.choose(&say!(lang, "Kết quả?", "The result?"), &labels, start)?;
                Ok(take(answer, |chosen| self.change(nth, |resolution| resolution.carried = Some(chosen == 0))))
            }
        }
    }

    /// For, against and blank in one line; what they come to is said at once.
    fn votes(&mut self, nth: usize, said: &Resolution, ballot: Ballot, io: &mut Io<'_>) -> Result<Go, Failure> {
        let lang = self.asker.lang;
        let message =
            say!(lang, "Phiếu: tán thành / không tán thành / không có ý kiến?", "Votes: for / against / blank?");
        let usual = ballot.voters.map(|voters| format!("{voters}/0/0"));
        let default = said.votes.map(|[a, b, c]| format!("{a}/{b}/{c}")).or(usual);
        let needed = rule(needs_two_thirds(said), ballot, lang);
        let help = say!(
            lang,
            "ví dụ 22/0/1; - nếu không đếm phiếu{needed}",
            "such as 22/0/1; - if they were not counted{needed}"
        );
        let answer = self.text(&message, default.as_deref(), &help, move |text| {
            votes(text, lang).and_then(|votes| votes.map_or(Ok(()), |votes| not_more(votes, ballot, lang)))
        })?;
        let go = take(answer, |typed| {
            let votes = votes(&typed, lang).ok().flatten();
            self.change(nth, |resolution| resolution.votes = votes);
        });
        if matches!(go, Go::On)
            && let Some(resolution) = self.entry.resolutions.get(nth)
            && let Some(verdict) = verdict(resolution, ballot, lang)
        {
            let rule = rule(needs_two_thirds(resolution), ballot, lang);
            io.print(&format!("  → {verdict}{rule}\n")).map_err(Failure::Output)?;
        }
        Ok(go)
    }

    fn change(&mut self, nth: usize, change: impl FnOnce(&mut Resolution)) {
        if let Some(resolution) = self.entry.resolutions.get_mut(nth) {
            change(resolution);
        }
    }
}

fn needs_two_thirds(resolution: &Resolution) -> bool {
    resolution.kind.is_some_and(ResolutionKind::needs_two_thirds)
}

/// `22/0/1`, or `22`; nothing where no vote was counted.
fn votes(text: &str, lang: Lang) -> Result<Option<[u32; 3]>, String> {
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
    crate::date::digits(text).map(i32::cast_unsigned)
}

fn not_more(votes: [u32; 3], ballot: Ballot, lang: Lang) -> Result<(), String> {
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
fn rule(two_thirds: bool, ballot: Ballot, lang: Lang) -> String {
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

fn kind_label(kind: ResolutionKind, ballot: Ballot, lang: Lang) -> String {
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
fn verdict(resolution: &Resolution, ballot: Ballot, lang: Lang) -> Option<String> {
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
