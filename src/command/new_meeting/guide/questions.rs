//! Day, kind, times and place: each with what is usual, which Enter takes.

use super::{Go, Guide, take};
use crate::{
    cli,
    command::{
        Failure,
        new_meeting::{before, days, entry::How, target},
    },
    date::{self, Date},
    io::Io,
    lang::{Lang, say},
    parse::Vocabulary,
    records::meeting::Kind,
    render::Paths,
};

/// What is typed for "there is none" where Enter would take what is usual.
const NONE: &str = "-";

impl Guide<'_, '_, '_> {
    pub(super) fn date(&mut self) -> Result<Go, Failure> {
        let lang = self.asker.lang;
        let message = say!(lang, "Ngày họp?", "Day of the meeting?");
        let help = say!(
            lang,
            "ví dụ 05/03/2018 hoặc 5/3/2018; Enter nhận ngày trong ngoặc; Esc quay lại",
            "such as 2018-03-05 or 5/3/2018; Enter takes the day shown; Esc goes back"
        );
        let default = date::show(self.day(), lang);
        let (cell, attended, today) = (self.work.cell, self.wish.has_attendance(), self.work.today);
        let answer = self.text(&message, Some(&default), &help, move |text| {
            let day = typed_day(text, lang)?;
            days::refusal(cell, day, attended, today, lang).map_or(Ok(()), Err)
        })?;
        Ok(take(answer, |typed| self.entry.date = typed_day(&typed, lang).ok()))
    }

    pub(super) fn kind_of(&mut self) -> Result<Go, Failure> {
        let lang = self.asker.lang;
        let due =
            self.entry.kind.unwrap_or_else(|| before::next_kind(&self.work.place.ctx, self.work.cell, self.day()));
        let labels: Vec<String> = Kind::ALL
            .iter()
            .map(|kind| match lang {
                Lang::Vi => format!("{} ({})", kind.label().vi, kind.word()),
                Lang::En => kind.word().to_owned(),
            })
            .collect();
        let start = Kind::ALL.iter().position(|kind| *kind == due).unwrap_or(0);
        let answer = self.asker.choose(&say!(lang, "Loại cuộc họp?", "Kind of meeting?"), &labels, start)?;
        Ok(take(answer, |chosen| self.entry.kind = Kind::ALL.get(chosen).copied()))
    }

    pub(super) fn how_known(&mut self, io: &mut Io<'_>) -> Result<Go, Failure> {
        let (lang, day) = (self.asker.lang, self.day());
        if day > self.work.today {
            return Ok(Go::On);
        }
        let mut options = vec![
            (How::Called, say!(lang, "Đã họp: điểm danh từng người", "Held: call the roll")),
            (How::Counted, say!(lang, "Đã họp: sổ giấy chỉ ghi số người", "Held: the paper holds numbers only")),
            (How::Planned, say!(lang, "Chưa họp: chuẩn bị sẵn bản ghi", "Not yet: prepare the record")),
        ];
        if matches!(self.kind(), Kind::Regular | Kind::Combined | Kind::Thematic | Kind::Committee) {
            options.push((How::NotHeld, say!(lang, "Tháng này không họp", "No meeting was held this month")));
        }
        let labels: Vec<String> = options.iter().map(|(_, label)| label.clone()).collect();
        let start = options.iter().position(|(how, _)| Some(*how) == self.entry.how).unwrap_or(0);
        let answer =
            self.asker.choose(&say!(lang, "Cuộc họp đã diễn ra chưa?", "Has it taken place?"), &labels, start)?;
        let go = take(answer, |chosen| self.entry.how = options.get(chosen).map(|(how, _)| *how));
        if self.entry.how == Some(How::NotHeld) && matches!(go, Go::On) && !self.is_free(io) {
            return Ok(Go::Again);
        }
        Ok(go)
    }

    pub(super) fn reason(&mut self) -> Result<Go, Failure> {
        let lang = self.asker.lang;
        let message = say!(lang, "Vì sao không họp?", "Why was it not held?");
        let help = say!(lang, "ví dụ: mưa bão; trùng vụ gặt", "for example: storm; harvest");
        let default = self.entry.reason.clone();
        let answer = self.text(&message, default.as_deref(), &help, move |text| {
            let said = !text.is_empty();
            if said { Ok(()) } else { Err(say!(lang, "cần ghi lý do", "a reason is needed")) }
        })?;
        Ok(take(answer, |reason| self.entry.reason = Some(reason)))
    }

    pub(super) fn counts(&mut self) -> Result<Go, Failure> {
        let lang = self.asker.lang;
        let message = say!(lang, "Có mặt / phải dự?", "Present / expected?");
        let expected = self.called().expected.len();
        let help = say!(
            lang,
            "ví dụ 24/27; theo danh sách đảng viên phải dự {expected}",
            "such as 24/27; the roster expects {expected}"
        );
        let default = self.entry.counts.map(|(present, expected)| format!("{present}/{expected}"));
        let answer = self.text(&message, default.as_deref(), &help, move |text| cli::counts(text, lang).map(drop))?;
        Ok(take(answer, |typed| self.entry.counts = cli::counts(&typed, lang).ok()))
    }

    pub(super) fn start(&mut self, io: &mut Io<'_>) -> Result<Go, Failure> {
        let lang = self.asker.lang;
        let message = say!(lang, "Giờ bắt đầu?", "When does it begin?");
        let usual = self.usual().start;
        let go = self.time(
            &message,
            self.entry.start.clone(),
            usual,
            |_| None,
            |guide, time| guide.entry.start = Some(time),
        )?;
        // A second meeting of a day is told from the first by its hour.
        if matches!(go, Go::On) && !self.is_free(io) {
            return Ok(Go::Again);
        }
        Ok(go)
    }

    pub(super) fn end(&mut self) -> Result<Go, Failure> {
        let lang = self.asker.lang;
        let message = say!(lang, "Giờ kết thúc?", "When did it end?");
        let (usual, start) = (self.usual().end, self.now().start);
        let early = move |end: &str| start.as_deref().filter(|start| end <= *start).map(str::to_owned);
        self.time(&message, self.entry.end.clone(), usual, early, |guide, time| guide.entry.end = Some(time))
    }

    fn time(
        &mut self,
        message: &str,
        said: Option<String>,
        usual: Option<String>,
        after: impl Fn(&str) -> Option<String> + Clone,
        put: impl FnOnce(&mut Self, String),
    ) -> Result<Go, Failure> {
        let lang = self.asker.lang;
        let default = said.or(usual).map(|time| time.strip_suffix(":00").unwrap_or(&time).to_owned());
        let default = default.filter(|time| !time.is_empty());
        let help = none_help(default.is_some(), &say!(lang, "ví dụ 19:30 hoặc 19h30", "such as 19:30"), lang);
        let answer = self.text(message, default.as_deref(), &help, move |text| {
            if is_none(text) {
                return Ok(());
            }
            match after(&cli::time(text, lang)?) {
                Some(start) => {
                    let start = start.strip_suffix(":00").unwrap_or(&start);
                    Err(say!(lang, "phải sau giờ bắt đầu {start}", "it must be after the beginning, {start}"))
                }
                None => Ok(()),
            }
        })?;
        Ok(take(answer, |typed| put(self, cli::time(&typed, lang).unwrap_or_default())))
    }

    pub(super) fn place(&mut self) -> Result<Go, Failure> {
        let lang = self.asker.lang;
        let message = say!(lang, "Nơi họp?", "Where?");
        let default = self.entry.place.clone().or(self.usual().place).filter(|place| !place.is_empty());
        let help = none_help(default.is_some(), "", lang);
        let answer = self.text(&message, default.as_deref(), &help, |_| Ok(()))?;
        Ok(take(answer, |place| self.entry.place = Some(if is_none(&place) { String::new() } else { place })))
    }

    pub(super) fn announced(&mut self) -> Result<Go, Failure> {
        let lang = self.asker.lang;
        let message = say!(lang, "Báo trước cho đảng viên ngày nào?", "On what day were members told of it?");
        let go = self.day_before(&message, self.entry.announced)?;
        Ok(go.map_or_else(
            |go| go,
            |day| {
                self.entry.announced = day;
                Go::On
            },
        ))
    }

    pub(super) fn committee_met(&mut self) -> Result<Go, Failure> {
        let lang = self.asker.lang;
        let message = say!(lang, "Chi ủy họp trước đó ngày nào?", "On what day had the committee met before it?");
        let said = self
            .entry
            .committee_met
            .or_else(|| before::committee_met(&self.work.place.ctx, self.work.cell, self.day()));
        let go = self.day_before(&message, said)?;
        Ok(go.map_or_else(
            |go| go,
            |day| {
                self.entry.committee_met = day;
                Go::On
            },
        ))
    }

    /// A day not after the meeting's, or none.
    fn day_before(&mut self, message: &str, said: Option<Date>) -> Result<Result<Option<Date>, Go>, Failure> {
        let (lang, day) = (self.asker.lang, self.day());
        let default = said.filter(|said| *said <= day).map(|said| date::show(said, lang));
        let help = none_help(default.is_some(), &say!(lang, "ví dụ 02/03/2018", "such as 2018-03-02"), lang);
        let answer = self.text(message, default.as_deref(), &help, move |text| {
            if is_none(text) || typed_day(text, lang)? <= day {
                return Ok(());
            }
            let day = date::show(day, lang);
            Err(say!(lang, "phải trước hoặc trong ngày họp {day}", "it must not be after the meeting of {day}"))
        })?;
        let mut said = None;
        match take(answer, |typed| said = typed_day(&typed, lang).ok()) {
            Go::On => Ok(Ok(said)),
            go => Ok(Err(go)),
        }
    }

    fn usual(&self) -> before::Usual {
        before::usual(&self.work.place.ctx, self.work.cell, &self.now())
    }

    /// Whether the record has a place of its own; says why not.
    fn is_free(&self, io: &mut Io<'_>) -> bool {
        let ctx = &self.work.place.ctx;
        let paths = Paths::new(&ctx.root, &io.working_dir);
        match target::choose(ctx, &paths, self.work.cell, &self.now(), self.args.force) {
            Ok(_) => true,
            Err(Failure::Usage(reason)) => {
                io.complain(&format!("{reason}\n"));
                false
            }
            // Whatever else is wrong is told when it is written.
            Err(_) => true,
        }
    }
}

fn is_none(text: &str) -> bool {
    text.is_empty() || text == NONE
}

fn none_help(has_default: bool, example: &str, lang: Lang) -> String {
    let none = if has_default {
        say!(
            lang,
            "Enter nhận như trong ngoặc; {NONE} nếu không có",
            "Enter takes what is shown; {NONE} if there is none"
        )
    } else {
        say!(lang, "để trống nếu không có hoặc chưa biết", "leave empty if there is none or it is not known")
    };
    if example.is_empty() { none } else { format!("{example}; {none}") }
}

/// A day as it is typed; where the command line wants two digits, one will do, for nobody else reads it.
fn typed_day(text: &str, lang: Lang) -> Result<Date, String> {
    let parts: Vec<&str> = text.trim().split('/').collect();
    match parts.as_slice() {
        [day, month, year] => cli::date(&format!("{day:0>2}/{month:0>2}/{year}"), lang),
        _ => cli::date(text.trim(), lang),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::ymd;

    #[test]
    fn a_day_is_taken_in_every_way_of_writing_it() {
        for typed in ["05/03/2018", "5/3/2018", "05/3/2018", "2018-03-05", " 5/3/2018 "] {
            assert_eq!(typed_day(typed, Lang::Vi), Ok(ymd(2018, 3, 5)), "{typed}");
        }
        for wrong in ["", "5/3", "5/3/18", "30/2/2018", "/3/2018", "hôm nay"] {
            assert!(typed_day(wrong, Lang::Vi).is_err(), "{wrong}");
        }
    }
}
