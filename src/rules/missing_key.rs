use crate::{
    finding::{Flaws, Place, Report},
    lang::say,
    register::{Cell, Commune},
    rules::{Check, Cites, rule},
    source::At,
};

rule! {
    /// vi: Bản ghi có đủ các khóa bắt buộc.
    /// en: A record has every required key.
    "missing-key", Error, Cites::FORM, Check::Cell(check), spoils Flaws::ATTENDANCE
}

/// Keys that are required only beside others; the rest is found while reading.
fn check(_: &Commune<'_>, cell: &Cell<'_>, report: &mut Report<'_>) {
    let lang = report.ctx.lang;
    if cell.is_village_cell() && cell.file.villages.is_absent() && !cell.file.has(Flaws::KEYS) {
        let message = say!(
            lang,
            "chi bộ thôn thiếu `villages`, các thôn mà chi bộ lãnh đạo",
            "a village cell lacks `villages`, the villages that it leads"
        );
        report.add(&RULE, &cell.unit, Place::in_source(cell.file.source, cell.file.kind.at), message);
    }
    for meeting in &cell.meetings {
        if let Some((counts, at)) = meeting.counts.said()
            && counts.expected.is_absent()
            && counts.total.is_absent()
            && !meeting.has(Flaws::KEYS)
        {
            let message = say!(
                lang,
                "[counts] thiếu `expected` (số phải dự), hoặc `total` (tổng số đảng viên)",
                "[counts] lacks `expected`, or `total`"
            );
            report.add(&RULE, &cell.unit, meeting.place(at), message);
        }
        if meeting.held.copied() == Some(false) && meeting.reason.is_absent() && !meeting.has(Flaws::KEYS) {
            let at = meeting.held.at().unwrap_or(At::File);
            let message = say!(
                lang,
                "tháng không họp thiếu `reason`, lý do không họp",
                "a month without a meeting lacks its `reason`"
            );
            report.add(&RULE, &cell.unit, Place::in_source(meeting.source, at), message);
        }
    }
}
