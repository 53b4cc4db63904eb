//! Days on which there can be no meeting, and days of which its writer should hear.

use crate::{
    context::Context,
    date::{self, Date, plus_days},
    lang::{Lang, say},
    register::{Cell, people::span},
};

/// Nobody plans a meeting farther ahead than this: the year is mistyped.
const FAR_AHEAD: u32 = 366;

/// Why no record can have this date.
pub(super) fn refusal(cell: &Cell<'_>, day: Date, has_attendance: bool, today: Date, lang: Lang) -> Option<String> {
    let (life, shown) = (cell.life(), date::show(day, lang));
    if day < life.from {
        let from = date::show(life.from, lang);
        return Some(say!(
            lang,
            "ngày {shown} trước ngày thành lập chi bộ, {from} (cell.toml)",
            "{shown} is before the cell was founded on {from} (cell.toml)"
        ));
    }
    if day > life.until {
        let until = date::show(life.until, lang);
        return Some(say!(
            lang,
            "ngày {shown} sau ngày chi bộ giải thể, {until} (cell.toml)",
            "{shown} is after the cell was dissolved on {until} (cell.toml)"
        ));
    }
    if let Some(begins) = roster_begins(cell).filter(|begins| day < *begins) {
        let begins = date::show(begins, lang);
        return Some(say!(
            lang,
            "ngày {shown} chưa có đảng viên nào: danh sách (members.csv) bắt đầu từ {begins}",
            "on {shown} there is no member yet: the roster (members.csv) begins on {begins}"
        ));
    }
    if day > plus_days(today, FAR_AHEAD) {
        let today = date::show(today, lang);
        return Some(say!(
            lang,
            "ngày {shown} còn quá xa, hôm nay là {today}; xem lại năm",
            "{shown} is too far ahead, today is {today}; look at the year"
        ));
    }
    (has_attendance && day > today).then(|| {
        let today = date::show(today, lang);
        say!(
            lang,
            "ngày {shown} chưa đến (hôm nay là {today}), chưa ai có mặt hay vắng; bỏ --absent, --counts",
            "{shown} is still to come (today is {today}), nobody was present or absent; leave out --absent, --counts"
        )
    })
}

/// Why a record of this date will count nowhere.
pub(super) fn warning(ctx: &Context, day: Date) -> Option<String> {
    let (lang, expected) = (ctx.lang, ctx.settings.plan.meet(ctx.settings.records));
    (!expected.covers(day)).then(|| {
        let (day, from, until) =
            (date::show(day, lang), date::show(expected.from, lang), date::show(expected.until, lang));
        say!(
            lang,
            "ngày {day} ngoài thời gian của sổ ({from} – {until}), nên cuộc họp không tính vào chỉ tiêu nào",
            "{day} is outside the time of the register ({from} – {until}), so the meeting counts for no target"
        )
    })
}

/// The first day on which somebody is a member: joined the cell, and admitted to the Party.
fn roster_begins(cell: &Cell<'_>) -> Option<Date> {
    let begins = cell.members.rows.iter().filter_map(|row| {
        let membership = span(row, &row.from, &row.until)?;
        Some(membership.from.max(row.admitted.earliest()))
    });
    begins.min()
}
