use std::collections::BTreeSet;

use chrono::Datelike;

use crate::{
    date::{self, Date},
    finding::Report,
    lang::say,
    records::meeting::{Mark, Meeting},
    register::{Cell, Commune, Record, meeting::Standing},
    regulations::{HD_12, MeetingRules},
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Từ ngày 06/7/2018, không đảng viên nào vắng có lý do quá ba buổi sinh hoạt liền nhau trong một năm.
    /// en: From 2018-07-06 no member is excused from more than three meetings in a row within a year.
    ///
    /// vi: Đây là tiêu chí của buổi sinh hoạt có chất lượng; người được miễn hoặc làm nhiệm vụ đặc biệt không tính. Chỉ đếm buổi
    /// thường kỳ và kết hợp; buổi nào không biết ai vắng thì cắt ngang, vì không thể nói là liền nhau. Người phải vắng lâu nên
    /// làm thủ tục tạm miễn hoặc chuyển sinh hoạt tạm thời.
    /// en: It is one of the criteria of a good meeting; the exempt and those on special duty are not counted. Only
    /// regular and combined meetings count, and one of which the roll is not known breaks the row. Who must be away for
    /// long should be exempted for the time, or sit elsewhere.
    ///
    /// Fails:
    /// ```toml chi-bo-thon-2/2018/2018-07-06-regular.toml
    /// date = 2018-07-06
    /// kind = "regular"
    /// attendance = { dv01 = "x", dv02 = "p", dv03 = "x" }
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-08-06-regular.toml
    /// date = 2018-08-06
    /// kind = "regular"
    /// attendance = { dv01 = "x", dv02 = "p", dv03 = "x" }
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-09-06-combined.toml
    /// date = 2018-09-06
    /// kind = "combined"
    /// attendance = { dv01 = "x", dv02 = "p", dv03 = "x" }
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-09-20-thematic.toml
    /// date = 2018-09-20
    /// kind = "thematic"
    /// attendance = { dv01 = "x", dv02 = "x", dv03 = "x" }
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-10-06-regular.toml
    /// date = 2018-10-06
    /// kind = "regular"
    /// held = false
    /// reason = "Lũ"
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-11-06-regular.toml
    /// date = 2018-11-06
    /// kind = "regular"
    /// attendance = { dv01 = "x", dv02 = "p", dv03 = "p" }
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-12-06-regular.toml
    /// date = 2018-12-06
    /// kind = "regular"
    /// attendance = { dv01 = "x", dv02 = "p", dv03 = "p" }
    /// ```
    /// ```text
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:3:28: cảnh báo[excused-in-a-row] `dv02` vắng có lý do 4 buổi sinh hoạt liền nhau: 06/07/2018, 06/08/2018, 06/09/2018, 06/11/2018; quá 3 buổi
    /// ```
    /// ```text
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:3:28: warning[excused-in-a-row] `dv02` was excused from 4 meetings in a row: 2018-07-06, 2018-08-06, 2018-09-06, 2018-11-06; more than 3
    /// ```
    ///
    /// Passes:
    /// ```toml chi-bo-thon-2/2018/2018-07-05-regular.toml
    /// date = 2018-07-05
    /// kind = "regular"
    /// attendance = { dv01 = "x", dv02 = "p", dv03 = "p" }
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-07-31-regular.toml
    /// date = 2018-07-31
    /// kind = "regular"
    /// attendance = { dv01 = "x", dv02 = "p", dv03 = "p" }
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-08-06-regular.toml
    /// date = 2018-08-06
    /// kind = "regular"
    /// attendance = { dv01 = "x", dv02 = "p", dv03 = "p" }
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-09-06-regular.toml
    /// date = 2018-09-06
    /// kind = "regular"
    /// attendance = { dv01 = "x", dv02 = "p", dv03 = "p" }
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-10-06-regular.toml
    /// date = 2018-10-06
    /// kind = "regular"
    /// counts = { expected = 3, present = 1 }
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-11-06-regular.toml
    /// date = 2018-11-06
    /// kind = "regular"
    /// attendance = { dv01 = "p", dv02 = "p", dv03 = "x" }
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-12-06-regular.toml
    /// date = 2018-12-06
    /// kind = "regular"
    /// attendance = { dv01 = "p", dv02 = "p", dv03 = "x" }
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-12-27-regular.toml
    /// date = 2018-12-27
    /// kind = "regular"
    /// attendance = { dv01 = "p", dv02 = "p", dv03 = "x" }
    /// ```
    /// ```toml chi-bo-thon-2/2019/2019-01-06-regular.toml
    /// date = 2019-01-06
    /// kind = "regular"
    /// attendance = { dv01 = "p", dv02 = "x", dv03 = "x" }
    /// ```
    "excused-in-a-row", Warning, Cites::by(HD_12), Check::Cell(check)
}

fn check(_: &Commune<'_>, cell: &Cell<'_>, report: &mut Report<'_>) {
    let meetings = in_order(cell, report);
    // Of each person of the roster the first and last meeting of the latest row.
    let mut rows: Vec<Option<(usize, usize)>> = vec![None; cell.people.len()];
    let (mut told, mut year, mut begin) = (BTreeSet::new(), None, 0);
    for (nth, &(day, meeting)) in meetings.iter().enumerate() {
        let limit = MeetingRules::on(day).excused_in_a_row;
        let (Some(limit), Some(meeting)) = (limit, meeting) else {
            begin = nth + 1;
            continue;
        };
        if year.replace(day.year()) != Some(day.year()) {
            begin = nth;
        }
        for (person, line) in meeting.expected_with(cell, Mark::Excused) {
            let before = rows[person].filter(|(first, last)| *first >= begin && last + 1 == nth);
            let first = before.map_or(nth, |(first, _)| first);
            rows[person] = Some((first, nth));
            let row = &meetings[first..=nth];
            if row.len() > limit
                && let Some((id, at)) = line.member().said_copied()
                && told.insert((day.year(), person))
            {
                let (count, lang) = (row.len(), report.ctx.lang);
                let days: Vec<String> = row.iter().map(|(day, _)| date::show(*day, lang)).collect();
                let days = days.join(", ");
                let message = say!(
                    lang,
                    "`{id}` vắng có lý do {count} buổi sinh hoạt liền nhau: {days}; quá {limit} buổi",
                    "`{id}` was excused from {count} meetings in a row: {days}; more than {limit}"
                );
                let remedy = say!(
                    lang,
                    "nếu còn vắng lâu, làm thủ tục tạm miễn hoặc chuyển sinh hoạt tạm thời và ghi vào statuses.csv",
                    "if the absence is to last, exempt the member for the time or let them sit elsewhere, and record it in statuses.csv"
                );
                report.add(&RULE, &cell.unit, meeting.place(at), message).remedy(remedy);
            }
        }
    }
}

/// The regular meetings by day; `None` stands for one of which the roll is not known.
fn in_order<'c, 'a>(cell: &'c Cell<'a>, report: &Report<'_>) -> Vec<(Date, Option<&'c Record<'a, Meeting<'a>>>)> {
    let ctx = report.ctx;
    let mut meetings: Vec<_> = cell.unread_meetings.iter().map(|unread| (unread.date, None)).collect();
    for meeting in cell.meetings.iter().filter(|meeting| meeting.is_regular()) {
        let known = meeting.is_sound() && meeting.marks().next().is_some();
        // A meeting that was not held breaks no row.
        match meeting.standing(ctx) {
            Standing::NotHeld | Standing::Planned => {}
            Standing::Held if known => meetings.push((meeting.day(), Some(meeting))),
            Standing::Held | Standing::Unconfirmed | Standing::Unclear => meetings.push((meeting.day(), None)),
        }
    }
    meetings.sort_by_key(|(day, _)| *day);
    meetings
}
