use crate::{
    date::Month,
    finding::{Flaws, Place},
    lang::{Lang, say},
    parse::{Field, Id},
    records::meeting::Meeting,
    register::{Commune, Record},
    targets::{
        Ask, CellInYear, Count, Goal, Miss, Sink,
        meetings::{self, Pick, Told, told},
        target,
    },
};

target! {
    /// vi: Tỷ lệ chi bộ thôn mà mọi buổi thường kỳ, kết hợp đều đủ nội dung và các bước.
    /// en: The share of village cells whose regular and combined meetings all had every part and step.
    ///
    /// vi: Đề án yêu cầu sinh hoạt định kỳ đủ nội dung và các bước. Mẫu số là chi bộ thôn có ít nhất một buổi thường kỳ
    /// hoặc kết hợp trong năm. Tử số là chi bộ mà buổi nào cũng có mở đầu, thời sự, việc tháng trước, việc tháng tới,
    /// thảo luận, kết luận, có chủ trì và thư ký.
    /// en: The plan asks for the full content and every step of the periodic meeting. The denominator is the village
    /// cells with a regular or combined meeting in the year. The numerator is those each of whose meetings had its
    /// opening, news, last month, next month, discussion and conclusion, and a chair and a secretary.
    ///
    /// vi: Phần không ghi thì không coi là thiếu: chi bộ không bị kết luận thiếu gì mà còn phần chưa ghi là chưa biết.
    /// Năm có bản ghi không đọc được hoặc chưa xác nhận thì chi bộ để ngoài.
    /// en: A part that is not recorded is never a shortfall: a cell that lacks nothing for certain, but has such a
    /// part, is unknown. Where a record of the year cannot be read or confirmed the cell is left out.
    ///
    /// vi: Đủ các phần; phần học tập theo Bác không thuộc chỉ tiêu này.
    /// en: Every part; that there was no study is not of this target.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// date = 2018-03-05
    /// kind = "combined"
    /// chair = "dv01"
    /// minutes_by = "dv04"
    /// counts = { expected = 5, present = 5 }
    ///
    /// [content]
    /// opening = true
    /// news = true
    /// last_month = true
    /// study = false
    /// next_month = true
    /// discussion = true
    /// conclusion = true
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Không có phần thời sự.
    /// en: There was no news.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// date = 2018-03-05
    /// kind = "combined"
    /// chair = "dv01"
    /// minutes_by = "dv04"
    /// counts = { expected = 5, present = 5 }
    ///
    /// [content]
    /// opening = true
    /// news = false
    /// last_month = true
    /// study = true
    /// next_month = true
    /// discussion = true
    /// conclusion = true
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// chi-bo-thon-1/2018/2018-03-05-combined.toml:9:8: chưa đạt[meeting-steps] buổi họp ngày 05/03/2018 thiếu: news
    /// chi-bo-thon-1/2018/2018-03-05-combined.toml:9:8: shortfall[meeting-steps] the meeting of 2018-03-05 lacked: news
    /// ```
    ///
    /// vi: Thời sự để trống là không có; thiếu thư ký.
    /// en: News left empty was not held; nobody kept the minutes.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// date = 2018-03-05
    /// kind = "combined"
    /// chair = "dv01"
    /// counts = { expected = 5, present = 5 }
    ///
    /// [content]
    /// opening = true
    /// news = ""
    /// last_month = true
    /// study = true
    /// next_month = true
    /// discussion = true
    /// conclusion = true
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// chi-bo-thon-1/2018/2018-03-05-combined.toml:8:8: chưa đạt[meeting-steps] buổi họp ngày 05/03/2018 thiếu: news, minutes_by
    /// chi-bo-thon-1/2018/2018-03-05-combined.toml:8:8: shortfall[meeting-steps] the meeting of 2018-03-05 lacked: news, minutes_by
    /// ```
    ///
    /// vi: Đủ các phần nhưng thiếu chủ trì.
    /// en: Every part, but no chair.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// date = 2018-03-05
    /// kind = "combined"
    /// minutes_by = "dv04"
    /// counts = { expected = 5, present = 5 }
    ///
    /// [content]
    /// opening = true
    /// news = true
    /// last_month = true
    /// study = true
    /// next_month = true
    /// discussion = true
    /// conclusion = true
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// chi-bo-thon-1/2018/2018-03-05-combined.toml:1:1: chưa đạt[meeting-steps] buổi họp ngày 05/03/2018 thiếu: chair
    /// chi-bo-thon-1/2018/2018-03-05-combined.toml:1:1: shortfall[meeting-steps] the meeting of 2018-03-05 lacked: chair
    /// ```
    ///
    /// vi: Phần kết luận chưa ghi.
    /// en: The conclusion is not recorded.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// date = 2018-03-05
    /// kind = "combined"
    /// chair = "dv01"
    /// minutes_by = "dv04"
    /// counts = { expected = 5, present = 5 }
    ///
    /// [content]
    /// opening = true
    /// news = true
    /// last_month = true
    /// study = true
    /// next_month = true
    /// discussion = true
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 0 unknown 1 coverage 1/1
    /// ```
    ///
    /// vi: Khóa viết sai có thể là phần kết luận.
    /// en: A misspelt key may be the conclusion.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// date = 2018-03-05
    /// kind = "combined"
    /// chair = "dv01"
    /// minutes_by = "dv04"
    /// counts = { expected = 5, present = 5 }
    ///
    /// [content]
    /// opening = true
    /// news = true
    /// last_month = true
    /// study = true
    /// next_month = true
    /// discussion = true
    /// conclusions = true
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Bản ghi ngày 31/12 thuộc năm; không đọc được thì chi bộ để ngoài.
    /// en: A record of 31 December is of the year; it cannot be read, and the cell is left out.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/2018-12-31-regular.toml
    /// date =
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Không có bản ghi nào của năm.
    /// en: There is no record of the year.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 0 unknown 0 coverage 0/1
    /// ```
    "meeting-steps", ["2.I.2.1-1"], Goal::All, AtOnce, EachSubject,
    "Chi bộ sinh hoạt đủ nội dung, các bước" / "Cells whose meetings have every part and step", Count::Cell(count),
    unknown "chi bộ có buổi chưa ghi đủ nội dung" / "cells with a meeting whose content is not all recorded"
}

/// The parts of the content (HD 09, HD 12); the study of Hồ Chí Minh's example is `hcm-study`.
const PARTS: [(&str, Pick); 6] = [
    ("opening", |content| &content.opening),
    ("news", |content| &content.news),
    ("last_month", |content| &content.last_month),
    ("next_month", |content| &content.next_month),
    ("discussion", |content| &content.discussion),
    ("conclusion", |content| &content.conclusion),
];

fn count(_: &Commune<'_>, cell: &CellInYear<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    let found = meetings::of_year(cell, meetings::REGULAR);
    found.cover(ask, sink);
    let mut doubtful: Vec<Place<'_>> = found.doubtful().collect();
    if doubtful.is_empty() && found.sound().next().is_none() {
        return;
    }
    let (mut lacking, mut recorded) = (Vec::new(), true);
    for meeting in found.sound() {
        match steps(meeting) {
            Steps::All => {}
            Steps::Lacking => lacking.push(meeting),
            Steps::NotRecorded => recorded = false,
            Steps::Unclear => doubtful.push(meeting.whole()),
        }
    }
    if !doubtful.is_empty() {
        return doubtful.into_iter().for_each(|place| sink.left_out(place));
    }
    for meeting in found.sound() {
        sink.seen(meeting.whole(), |lang| Month::of(meeting.day()).show(lang));
    }
    if lacking.is_empty() && !recorded {
        return sink.unknown(cell.place(), 1);
    }
    let misses = || lacking.iter().map(|meeting| miss(meeting, ask.ctx.lang)).collect();
    sink.missing(cell.place(), lacking.len(), misses);
}

enum Steps {
    All,
    /// Something was not held, or nobody was there for it.
    Lacking,
    NotRecorded,
    Unclear,
}

fn steps(meeting: &Record<'_, Meeting<'_>>) -> Steps {
    let parts = PARTS.map(|(_, pick)| told(meeting, pick));
    if parts.iter().any(|told| matches!(told, Told::NotHeld(_))) {
        return Steps::Lacking;
    }
    let people = people(meeting).map(|(_, member)| member);
    let has_nobody = people.iter().any(|member| member.is_absent());
    let unread = people.iter().any(|member| member.is_unread());
    if unread || parts.contains(&Told::Unclear) || has_nobody && meeting.has(Flaws::KEYS) {
        Steps::Unclear
    } else if parts.contains(&Told::NotRecorded) {
        // A record that does not tell its content tells nothing of its steps.
        Steps::NotRecorded
    } else if has_nobody {
        Steps::Lacking
    } else {
        Steps::All
    }
}

/// Those without whom a meeting has not all its steps.
fn people<'m, 'a>(meeting: &'m Meeting<'a>) -> [(&'static str, &'m Field<Id<'a>>); 2] {
    [("chair", &meeting.chair), ("minutes_by", &meeting.minutes_by)]
}

fn miss<'c>(meeting: &'c Record<'_, Meeting<'_>>, lang: Lang) -> Miss<'c> {
    let lacks = PARTS.iter().filter(|(_, pick)| matches!(told(meeting, *pick), Told::NotHeld(_))).map(|(key, _)| *key);
    let nobody = people(meeting).into_iter().filter(|(_, member)| member.is_absent()).map(|(key, _)| key);
    let missing: Vec<&str> = lacks.chain(nobody).collect();
    let not_held = PARTS.iter().find_map(|(_, pick)| match told(meeting, *pick) {
        Told::NotHeld(at) => Some(at),
        Told::Held | Told::NotRecorded | Told::Unclear => None,
    });
    let (day, missing) = (crate::date::show(meeting.day(), lang), missing.join(", "));
    let message = say!(lang, "buổi họp ngày {day} thiếu: {missing}", "the meeting of {day} lacked: {missing}");
    Miss { place: meeting.place(not_held.unwrap_or(meeting.at)), period: Month::of(meeting.day()).iso(), message }
}
