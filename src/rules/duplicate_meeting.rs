use std::collections::BTreeMap;

use crate::{
    date,
    finding::{Flaws, Report},
    lang::say,
    parse::Vocabulary,
    records::meeting::Meeting,
    register::{Cell, Commune, Record},
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Một cuộc họp chỉ có một bản ghi.
    /// en: A meeting has one record.
    ///
    /// vi: Hai bản ghi của một cuộc họp làm cuộc ấy được đếm hai lần. Chi bộ họp hai lần trong ngày thì mỗi lần ghi giờ bắt đầu
    /// của mình; hai cuộc họp tính cho một tháng không phải là lỗi.
    /// en: Two records of one meeting count it twice. A cell that met twice on one day records when each began; two meetings
    /// that count for one month are no error.
    ///
    /// Fails:
    /// ```toml chi-bo-thon-2/2018/2018-11-06-regular-2.toml
    /// date = 2018-11-06
    /// kind = "regular"
    ///
    /// [counts]
    /// expected = 3
    /// present = 3
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-12-05-combined-2.toml
    /// date = 2018-12-05
    /// kind = "combined"
    /// start = 19:30:00
    ///
    /// [attendance]
    /// dv01 = "x"
    /// dv02 = "x"
    /// dv04 = "x"
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/2018-12-05-combined-2.toml:1:8: lỗi[duplicate-meeting] cuộc họp kết hợp lúc 19:30 ngày 05/12/2018 đã ghi ở 2018-12-05-combined.toml
    /// chi-bo-thon-2/2018/2018-11-06-regular-2.toml:1:8: lỗi[duplicate-meeting] cuộc họp thường kỳ ngày 06/11/2018 đã ghi ở 2018-11-06-regular.toml, cả hai không ghi giờ bắt đầu
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/2018-12-05-combined-2.toml:1:8: error[duplicate-meeting] the combined meeting at 19:30 of 2018-12-05 is recorded in 2018-12-05-combined.toml already
    /// chi-bo-thon-2/2018/2018-11-06-regular-2.toml:1:8: error[duplicate-meeting] the regular meeting of 2018-11-06 is recorded in 2018-11-06-regular.toml already, and neither says when it began
    /// ```
    ///
    /// Passes:
    /// ```toml chi-bo-thon-1/2018/2018-12-05-combined-2.toml
    /// date = 2018-12-05
    /// kind = "combined"
    /// start = 19:30:01
    ///
    /// [attendance]
    /// dv01 = "x"
    /// dv02 = "x"
    /// dv04 = "x"
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-12-05-regular.toml
    /// date = 2018-12-05
    /// kind = "regular"
    /// start = 19:30:00
    ///
    /// [attendance]
    /// dv01 = "x"
    /// dv02 = "x"
    /// dv04 = "x"
    /// ```
    "duplicate-meeting", Error, Cites::plan("2.I.2.1-1"), Check::Cell(check), spoils Flaws::WHOLE
}

fn check(_: &Commune<'_>, cell: &Cell<'_>, report: &mut Report<'_>) {
    if are_apart(cell) {
        return;
    }
    let lang = report.ctx.lang;
    let mut first = BTreeMap::new();
    // `…-regular` before `…-regular-2`: the further one is the copy.
    let mut meetings: Vec<_> = cell.meetings.iter().collect();
    meetings.sort_by_cached_key(|meeting| meeting.source.path.trim_end_matches(".toml"));
    for meeting in meetings {
        if meeting.start.is_unread() || !meeting.is_sound() {
            continue;
        }
        let path = &meeting.source.path;
        let before = *first.entry((meeting.day(), *meeting.kind, meeting.start.copied())).or_insert(path);
        if before != path {
            let (day, kind) = (date::show(meeting.day(), lang), meeting.kind.label().of(lang));
            let name = before.rsplit('/').next().unwrap_or_default();
            let message = match meeting.start.copied() {
                Some(start) => say!(
                    lang,
                    "cuộc họp {kind} lúc {start} ngày {day} đã ghi ở {name}",
                    "the {kind} meeting at {start} of {day} is recorded in {name} already"
                ),
                None => say!(
                    lang,
                    "cuộc họp {kind} ngày {day} đã ghi ở {name}, cả hai không ghi giờ bắt đầu",
                    "the {kind} meeting of {day} is recorded in {name} already, and neither says when it began"
                ),
            };
            let remedy = say!(
                lang,
                "xóa một trong hai tệp; nếu họp hai lần trong ngày, ghi giờ bắt đầu của mỗi lần",
                "delete one of the two; if there were two meetings that day, record when each began"
            );
            report.add(&RULE, &cell.unit, meeting.place(meeting.date.at), message).remedy(remedy);
        }
    }
}

/// Whether no two meetings can be one, as it nearly always is: they go by day, and those of a day differ.
fn are_apart(cell: &Cell<'_>) -> bool {
    let alike = |one: &Record<'_, Meeting<'_>>, other: &Record<'_, Meeting<'_>>| {
        *one.kind == *other.kind && one.start.copied() == other.start.copied()
    };
    let differ = |of_day: &[Record<'_, Meeting<'_>>]| {
        let mut earlier = of_day.iter().enumerate().map(|(nth, meeting)| (&of_day[..nth], meeting));
        earlier.all(|(earlier, meeting)| !earlier.iter().any(|other| alike(other, meeting)))
    };
    cell.meetings.is_sorted_by_key(|meeting| meeting.day())
        && cell.meetings.chunk_by(|one, next| one.day() == next.day()).all(differ)
}
