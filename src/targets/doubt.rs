//! Records that cannot be counted and yet may be what a subject seems to lack. A subject that they could complete is
//! left out: never a false shortfall.

use crate::{
    context::Context,
    date::{Date, Month},
    finding::{Flaws, Place},
    records::meeting::{Kind, Meeting},
    register::{Cell, Record, UnreadMeeting, claim::meeting_date, meeting::Standing},
    unit::join,
};

/// Whether a meeting's record tells too little, or too wrongly, to say what it was.
pub(super) fn is_doubtful(meeting: &Record<'_, Meeting<'_>>, ctx: &Context) -> bool {
    meeting.has(Flaws::WHOLE) || matches!(meeting.standing(ctx), Standing::Unconfirmed | Standing::Unclear)
}

/// The days on which a meeting may have been: its own, and the one in its file's name where that is another.
pub(super) fn days(meeting: &Record<'_, Meeting<'_>>) -> impl Iterator<Item = Date> {
    let named = meeting_date(file_name(&meeting.source.path));
    std::iter::once(meeting.day()).chain(named)
}

/// Whether a record that does not count for a month may be its meeting all the same. `serves` is whether its kind may.
pub(super) fn may_count_for(meeting: &Record<'_, Meeting<'_>>, month: Month, serves: bool, ctx: &Context) -> bool {
    if let Some(said) = meeting.month.copied() {
        return said == month && is_doubtful(meeting, ctx);
    }
    // Where `month` cannot be read, or an unknown key may be it, the record may count for a month beside its own.
    let is_displaced = meeting.month.is_unread() || meeting.has(Flaws::KEYS) && serves;
    is_displaced && days(meeting).any(|day| is_near(month, day))
        || is_doubtful(meeting, ctx) && days(meeting).any(|day| Month::of(day) == month)
}

/// Whether a day lies in a month or in one beside it.
pub(super) fn is_near(month: Month, day: Date) -> bool {
    let number = |month: Month| i64::from(month.year) * 12 + i64::from(month.month);
    number(month).abs_diff(number(Month::of(day))) <= 1
}

impl UnreadMeeting {
    /// What kind of meeting the file's name says; `None` where it says none.
    pub(super) fn kind(&self) -> Option<Kind> {
        let rest = file_name(&self.path).strip_suffix(".toml")?.get(11..)?;
        Kind::from_word(rest.split('-').next()?)
    }

    pub(super) fn place(&self) -> Place<'_> {
        Place::path(&self.path)
    }
}

/// The file of a cell's year, which is named where it could not be read.
pub(crate) fn year_file(cell: &Cell<'_>, year: i32) -> String {
    join(&cell.unit, &format!("{year}/year.toml"))
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}
