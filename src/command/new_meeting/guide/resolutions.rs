//! Resolutions and their votes: whether one carries is told as soon as its votes are in.

use super::{
    Go, Guide,
    ballot::{Ballot, kind_label, needs_two_thirds, not_more, rule, told, verdict, votes},
    take,
};
use crate::{
    command::{Failure, ask::Answer, new_meeting::entry::Resolution},
    io::Io,
    lang::say,
    parse::Vocabulary,
    records::meeting::{Kind, ResolutionKind},
    register::ballot::needed,
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
