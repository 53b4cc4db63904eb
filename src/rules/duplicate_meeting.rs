use std::collections::BTreeMap;

use crate::{
    date,
    finding::{Flaws, Report},
    lang::say,
    parse::Vocabulary,
    register::{Cell, Commune},
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Một cuộc họp chỉ có một bản ghi.
    /// en: A meeting has one record.
    "duplicate-meeting", Error, Cites::plan("2.I.2.1-1"), Check::Cell(check), spoils Flaws::WHOLE
}

fn check(_: &Commune<'_>, cell: &Cell<'_>, report: &mut Report<'_>) {
    let lang = report.ctx.lang;
    let mut first = BTreeMap::new();
    for meeting in &cell.meetings {
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
