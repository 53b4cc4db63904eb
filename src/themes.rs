//! What each quarter of a cell's year shows of its thematic meetings, told from the records alone.

use crate::{
    context::Context,
    date::{Quarter, Span},
    lang::Words,
    register::Cell,
    targets::{
        Ask,
        thematic_quarterly::{doubtful, has_theme},
    },
};

/// What a quarter has of a thematic or combined meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Theme {
    Held,
    /// A record that cannot be read or confirmed may be it.
    Doubtful,
    /// None, and the quarter is over and its paper due.
    Missing,
    /// None yet, and nothing due.
    NotDue,
    /// The cell or the register was not there for the whole quarter.
    Outside,
}

impl Theme {
    pub(crate) const ALL: [Self; 5] = [Self::Held, Self::Doubtful, Self::Missing, Self::NotDue, Self::Outside];

    /// As of a month that has come in, or not.
    pub(crate) const fn sign(self) -> &'static str {
        match self {
            Self::Held => "x",
            Self::Doubtful => "!",
            Self::Missing => "–",
            Self::NotDue => "·",
            Self::Outside => "",
        }
    }

    pub(crate) const fn label(self) -> Words {
        match self {
            Self::Held => Words::new("có chuyên đề", "a theme"),
            Self::Doubtful => Words::new("bản ghi có lỗi hoặc chưa xác nhận", "a record with errors or not confirmed"),
            Self::Missing => Words::new("chưa có chuyên đề", "no theme"),
            Self::NotDue => Words::new("chưa đến hạn", "not due"),
            Self::Outside => Words::new("ngoài thời gian", "outside"),
        }
    }
}

/// The four quarters of a village cell's year; nothing for a cell of another kind, of which the plan asks no theme.
pub(crate) fn of_cell(ctx: &Context, cell: &Cell<'_>, year: i32) -> Vec<Theme> {
    let Some(reference) = ctx.reference_date(year).filter(|_| cell.is_village_cell()) else { return Vec::new() };
    let ask = Ask { ctx, year, reference, ahead: false };
    Quarter::of_year(year).map(|quarter| of_quarter(cell, quarter, &ask)).collect()
}

fn of_quarter(cell: &Cell<'_>, quarter: Quarter, ask: &Ask<'_>) -> Theme {
    let days = Span { from: quarter.first_day(), until: quarter.last_day() };
    let life = cell.life().meet(ask.ctx.settings.plan).meet(ask.ctx.settings.records);
    if has_theme(cell, quarter, ask) {
        Theme::Held
    } else if !doubtful(cell, quarter, ask).is_empty() {
        Theme::Doubtful
    } else if ask.ctx.is_due(days, life.meet(ask.ctx.period())) {
        Theme::Missing
    } else if life.holds(days) {
        Theme::NotDue
    } else {
        Theme::Outside
    }
}
