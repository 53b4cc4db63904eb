//! Records that cannot be counted and yet may be what a subject seems to lack. A subject that they could complete is
//! left out: never a false shortfall.

use crate::{
    date::Date,
    finding::{Flaws, Place},
    records::meeting::{Kind, Meeting},
    register::{Cell, Record, UnreadMeeting, claim::meeting_date, meeting::Standing},
    unit::join,
};

/// Whether a meeting's record tells too little, or too wrongly, to say what it was.
pub(super) fn is_doubtful(meeting: &Record<'_, Meeting<'_>>, ctx: &crate::context::Context) -> bool {
    meeting.has(Flaws::WHOLE) || matches!(meeting.standing(ctx), Standing::Unconfirmed | Standing::Unclear)
}

/// The days on which a meeting may have been: its own, and the one in its file's name where that is another.
pub(super) fn days(meeting: &Record<'_, Meeting<'_>>) -> impl Iterator<Item = Date> {
    let named = meeting_date(file_name(&meeting.source.path));
    std::iter::once(meeting.day()).chain(named)
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
pub(super) fn year_file(cell: &Cell<'_>, year: i32) -> String {
    join(&cell.unit, &format!("{year}/year.toml"))
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}
