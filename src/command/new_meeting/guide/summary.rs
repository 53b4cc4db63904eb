//! The whole record in a few lines before it is written, with what it comes to and what would be wrong with it.

use std::sync::Arc;

use chrono::Datelike;

use super::{
    Go, Guide,
    ballot::{Ballot, told},
    content,
};
use crate::{
    command::{
        Failure,
        ask::Answer,
        change::bars,
        new_meeting::{
            entry::{How, Step, Way},
            target,
            wish::Roll,
        },
    },
    date,
    edit::proof,
    finding::Finding,
    io::Io,
    lang::{Words, say},
    number::percent,
    parse::Vocabulary,
    records::meeting::Mark,
    register::{
        ballot::needed,
        claim::Claim,
        discover::{RecordFile, UnitDir},
    },
    regulations::MeetingRules,
    render::Paths,
    source::Source,
    targets::Goal,
    text::columns::folded,
    unit::UnitLevel,
};

impl Guide<'_, '_, '_> {
    pub(super) fn summary(&mut self, io: &mut Io<'_>) -> Result<Go, Failure> {
        let lang = self.asker.lang;
        let (findings, fits) = self.findings(io)?;
        let wrong = findings.iter().filter(|finding| bars(finding)).count();
        let mut text = self.told(io)?;
        let label = |finding: &Finding| finding.level.label().of(lang).to_owned();
        text.extend(findings.iter().map(|finding| format!("{}: {}", label(finding), finding.message)));
        let width = usize::from(io.width.unwrap_or(80).max(20));
        let text: String = text.iter().map(|line| folded(line, width) + "\n").collect();
        io.print(&format!("\n{text}\n")).map_err(Failure::Output)?;

        let mut choices: Vec<(Go, String)> = Vec::new();
        if wrong == 0 && fits {
            choices.push((Go::Write, say!(lang, "Ghi vào sổ", "Write it")));
        }
        for step in self.steps().into_iter().filter(|step| *step != Step::Summary) {
            let label = self.label(step);
            choices.push((Go::To(step), say!(lang, "Sửa: {label}", "Change: {label}")));
        }
        choices.push((Go::Left, say!(lang, "Nghỉ, lần sau nhập tiếp", "Stop here, and go on another time")));
        choices.push((Go::Discard, say!(lang, "Bỏ, không ghi gì", "Discard it")));
        let labels: Vec<String> = choices.iter().map(|(_, label)| label.clone()).collect();
        let message = if wrong == 0 && fits {
            say!(lang, "Ghi bản ghi này?", "Write this record?")
        } else {
            say!(lang, "Bản ghi còn lỗi, sửa chỗ nào?", "The record is wrong; change what?")
        };
        Ok(match self.asker.choose(&message, &labels, 0)? {
            Answer::Said(chosen) => choices.into_iter().nth(chosen).map_or(Go::Again, |(go, _)| go),
            Answer::Back => Go::Back,
            Answer::Left => Go::Left,
        })
    }

    fn label(&self, step: Step) -> String {
        let lang = self.asker.lang;
        let words = match step {
            Step::Date => Words::new("ngày họp", "day"),
            Step::Kind => Words::new("loại cuộc họp", "kind"),
            Step::How => Words::new("đã họp hay chưa", "whether it was held"),
            Step::Reason => Words::new("lý do không họp", "why it was not held"),
            Step::Counts => Words::new("số người", "numbers"),
            Step::Start => Words::new("giờ bắt đầu", "beginning"),
            Step::End => Words::new("giờ kết thúc", "end"),
            Step::Place => Words::new("nơi họp", "place"),
            Step::Announced => Words::new("ngày báo trước", "day of the announcement"),
            Step::CommitteeMet => Words::new("ngày chi ủy họp", "day of the committee's meeting"),
            Step::Roll => Words::new("điểm danh", "roll call"),
            Step::Chair => Words::new("chủ trì", "chair"),
            Step::MinutesBy => Words::new("thư ký", "who kept the minutes"),
            Step::Content => Words::new("nội dung", "content"),
            Step::Part(key) => {
                let parts = MeetingRules::on(self.day()).parts(self.kind());
                return parts.filter(|part| part.key == key).map(|part| part.holds.of(lang).to_owned()).collect();
            }
            Step::Area => Words::new("lĩnh vực chuyên đề", "area of the theme"),
            Step::Title => Words::new("tên chuyên đề", "title of the theme"),
            Step::Author => Words::new("người chuẩn bị chuyên đề", "who prepared the theme"),
            Step::Resolutions => Words::new("nghị quyết", "resolutions"),
            Step::Guests => Words::new("khách dự", "guests"),
            Step::Summary => Words::new("tóm tắt", "summary"),
        };
        words.of(lang).to_owned()
    }

    fn told(&self, io: &Io<'_>) -> Result<Vec<String>, Failure> {
        let (lang, wish) = (self.asker.lang, self.now());
        let (kind, day) = (wish.kind.label().of(lang), date::show(wish.date, lang));
        let cell = self.work.cell.file.name.trim();
        let mut text =
            vec![say!(lang, "TÓM TẮT: {cell}, họp {kind} ngày {day}", "SUMMARY: {cell}, {kind} meeting of {day}")];
        if let Err(reason) = wish.roll {
            let month = wish.month().show(lang);
            text.push(say!(lang, "Tháng {month} không họp: {reason}", "No meeting in {month}: {reason}"));
            return Ok(text);
        }
        let mut when: Vec<String> = Vec::new();
        when.extend(self.times());
        when.extend(wish.place.clone().filter(|place| !place.is_empty()));
        if !when.is_empty() {
            text.push(when.join(", "));
        }
        if self.how() == Some(How::Planned) {
            let expected = self.called().expected.len();
            text.push(say!(
                lang,
                "Bản ghi chuẩn bị trước: phải dự {expected} người, chưa điểm danh",
                "A planned record: {expected} expected, no roll call yet"
            ));
            return Ok(text);
        }
        let posts = [
            (say!(lang, "Chủ trì", "Chair"), &self.entry.chair),
            (say!(lang, "Thư ký", "Minutes"), &self.entry.minutes_by),
        ];
        let posts: Vec<String> = posts
            .iter()
            .filter_map(|(post, id)| {
                Some(format!("{post} {}", self.called_by(id.as_deref().filter(|id| !id.is_empty())?)))
            })
            .collect();
        text.extend((!posts.is_empty()).then(|| posts.join("; ")));
        text.extend(self.attendance(&wish.roll.unwrap_or(Roll::Blank)));
        let ballot = self.ballot(io)?;
        text.extend(self.quorum(ballot));
        text.extend(self.content_told());
        for resolution in &self.entry.resolutions {
            let told = told(resolution, ballot, lang);
            text.push(say!(lang, "Nghị quyết {told}", "Resolution {told}"));
        }
        let guests: Vec<&str> = self.entry.guests.iter().map(|guest| guest.from.label().of(lang)).collect();
        let guests = guests.join(", ");
        text.extend((!guests.is_empty()).then(|| say!(lang, "Khách dự: {guests}", "Guests: {guests}")));
        Ok(text)
    }

    fn times(&self) -> Option<String> {
        let (lang, wish) = (self.asker.lang, self.now());
        let minutes =
            |time: &str| Some(time.get(..2)?.parse::<u32>().ok()? * 60 + time.get(3..5)?.parse::<u32>().ok()?);
        let start = wish.start.filter(|start| !start.is_empty())?;
        let shown = |time: &str| time.get(..5).unwrap_or(time).to_owned();
        let Some(end) = wish.end.filter(|end| !end.is_empty()) else { return Some(shown(&start)) };
        let took = minutes(&end)?.saturating_sub(minutes(&start)?);
        let (start, end) = (shown(&start), shown(&end));
        Some(say!(lang, "{start}–{end} ({took} phút)", "{start}–{end} ({took} minutes)"))
    }

    /// How many came of those expected, against what the plan asks, and who did not.
    fn attendance(&self, roll: &Roll<'_>) -> Vec<String> {
        let lang = self.asker.lang;
        if let Roll::Counts { present, expected } = roll {
            let share = percent(u64::from(*present), u64::from(*expected), None, lang);
            return vec![say!(lang, "Có mặt {present}/{expected} = {share}", "Present {present}/{expected} = {share}")];
        }
        let called = self.called();
        let marks = roll.marks(&called);
        let of = |mark: Mark| marks.iter().filter(move |(_, other)| **other == mark).map(|(id, _)| id.as_str());
        let kept_away = |id: &&str| !called.expected.contains(id);
        let extra: Vec<&str> = of(Mark::Present).chain(of(Mark::Late)).filter(kept_away).collect();
        let present = (of(Mark::Present).count() + of(Mark::Late).count()) as u64;
        // Who need not come and came counts in both.
        let expected = (called.expected.len() + extra.len()) as u64;
        let (share, late) = (percent(present, expected, Some(Goal::AtLeast(85)), lang), of(Mark::Late).count());
        let mut text = vec![say!(
            lang,
            "Có mặt {present}/{expected} = {share}, trong đó đến muộn {late}",
            "Present {present}/{expected} = {share}, {late} of them late"
        )];
        for (mark, words) in [
            (Mark::Late, Words::new("Đến muộn", "Late")),
            (Mark::Excused, Words::new("Vắng có lý do", "Excused")),
            (Mark::Absent, Words::new("Vắng không lý do", "Absent without reason")),
        ] {
            let people: Vec<String> = of(mark).map(|id| self.called_by(id)).collect();
            if !people.is_empty() {
                text.push(format!("{} ({}): {}", words.of(lang), people.len(), people.join(", ")));
            }
        }
        let blank: Vec<String> =
            called.expected.iter().filter(|id| !marks.contains_key(**id)).map(|id| self.called_by(id)).collect();
        if !blank.is_empty() {
            let (number, people) = (blank.len(), blank.join(", "));
            text.push(say!(lang, "Chưa điểm danh ({number}): {people}", "Not called ({number}): {people}"));
        }
        text
    }

    /// Whether those who are there can carry anything.
    fn quorum(&self, ballot: Ballot) -> Option<String> {
        let (lang, base) = (self.asker.lang, ballot.base?);
        let (half, two_thirds) = (needed(base, false), needed(base, true));
        let rule = say!(
            lang,
            "thông qua nghị quyết cần từ {half}/{base} phiếu, hai phần ba là {two_thirds}",
            "a resolution takes {half}/{base} votes, two thirds are {two_thirds}"
        );
        Some(match ballot.voters {
            Some(voters) if voters < half => say!(
                lang,
                "Biểu quyết: {voters} người có quyền biểu quyết có mặt, KHÔNG ĐỦ để thông qua; {rule}",
                "Voting: {voters} present may vote, TOO FEW to carry anything; {rule}"
            ),
            Some(voters) => say!(
                lang,
                "Biểu quyết: {voters} người có quyền biểu quyết có mặt; {rule}",
                "Voting: {voters} present may vote; {rule}"
            ),
            None => say!(lang, "Biểu quyết: {rule}", "Voting: {rule}"),
        })
    }

    fn content_told(&self) -> Vec<String> {
        let lang = self.asker.lang;
        match self.entry.way {
            Some(Way::InBook) => vec![say!(
                lang,
                "Nội dung: đã làm đủ các phần, lời ghi ở sổ giấy",
                "Content: all parts held, text in the paper book"
            )],
            Some(Way::PartByPart) => {
                let parts: Vec<_> = MeetingRules::on(self.day()).parts(self.kind()).collect();
                let said = parts.iter().filter(|part| self.entry.content.contains_key(part.key)).count();
                let all = parts.len();
                let mut text = vec![say!(lang, "Nội dung: đã ghi {said}/{all} phần", "Content: {said} of {all} parts")];
                for part in parts {
                    if let Some(said) = self.entry.content.get(part.key) {
                        let holds = part.holds.of(lang).split([':', ';']).next().unwrap_or_default();
                        text.push(format!("  {holds}: {}", content::shown(said, lang)));
                    }
                }
                text
            }
            _ => vec![say!(lang, "Nội dung: để sau", "Content: later")],
        }
    }

    /// What the register would find wrong that it does not find now; and whether the record has a place.
    fn findings(&self, io: &mut Io<'_>) -> Result<(Vec<Finding>, bool), Failure> {
        let ctx = &self.work.place.ctx;
        let Some((draft, unit)) = self.record(io)? else { return Ok((Vec::new(), false)) };
        let source = Source::new(draft.path.clone(), self.work.text(&self.now(), io)?);
        Ok((proof::findings(ctx, &[proof::Draft { file: draft, unit, source }]), true))
    }

    /// The file that the record would be; nothing, and the reason told, where there is no place for it.
    fn record(&self, io: &mut Io<'_>) -> Result<Option<(RecordFile, UnitDir)>, Failure> {
        let (ctx, cell, wish) = (&self.work.place.ctx, self.work.cell, self.now());
        let paths = Paths::new(&ctx.root, &io.working_dir);
        let path = match target::choose(ctx, &paths, cell, &wish, self.args.force) {
            Ok(target) => target.path,
            Err(Failure::Usage(reason)) => {
                io.complain(&format!("{reason}\n"));
                return Ok(None);
            }
            Err(failure) => return Err(failure),
        };
        let claim = Claim::Meeting(wish.date.year());
        let file = RecordFile { path, unit: Arc::clone(&cell.unit), claim, closed: false };
        Ok(Some((file, UnitDir { id: Arc::clone(&cell.unit), level: UnitLevel::Cell })))
    }
}
