//! Who has sent what: each cell's months of a year, told from the records alone.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use crate::{
    context::Context,
    date::{Month, Span},
    finding::{Finding, Flaws, Level},
    lang::Words,
    records::{cell::villages, meeting::Mark},
    register::{Cell, Commune, meeting::Standing},
    unit::{join, within},
};

/// What has come in for a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sent {
    /// A meeting with its roll called.
    Complete,
    /// A meeting with totals instead of marks.
    TotalsOnly,
    /// `held = false` with its reason.
    NotHeld,
    /// Something that cannot be read, is not confirmed, or has an error.
    WithErrors,
    /// A meeting that lies ahead.
    Planned,
    /// Nothing, and the month is over and its paper due.
    Nothing,
    /// Nothing yet, and nothing due.
    NotDue,
    /// The cell or the register was not there then.
    Outside,
}

impl Sent {
    pub(crate) const ALL: [Self; 8] = [
        Self::Complete,
        Self::TotalsOnly,
        Self::NotHeld,
        Self::WithErrors,
        Self::Planned,
        Self::Nothing,
        Self::NotDue,
        Self::Outside,
    ];

    /// One or two letters for a narrow column, the same in both languages.
    pub(crate) const fn sign(self) -> &'static str {
        match self {
            Self::Complete => "x",
            Self::TotalsOnly => "s",
            Self::NotHeld => "0",
            Self::WithErrors => "!",
            Self::Planned => "~",
            Self::Nothing => "–",
            Self::NotDue => "·",
            Self::Outside => "",
        }
    }

    /// The word of machine formats.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Complete => "complete",
            Self::TotalsOnly => "totals-only",
            Self::NotHeld => "not-held",
            Self::WithErrors => "with-errors",
            Self::Planned => "planned",
            Self::Nothing => "nothing",
            Self::NotDue => "not-due",
            Self::Outside => "outside",
        }
    }

    pub(crate) const fn label(self) -> Words {
        match self {
            Self::Complete => Words::new("đủ", "complete"),
            Self::TotalsOnly => Words::new("chỉ có số lượng", "totals only"),
            Self::NotHeld => Words::new("không họp", "not held"),
            Self::WithErrors => Words::new("có lỗi", "with errors"),
            Self::Planned => Words::new("mới dự kiến", "planned"),
            Self::Nothing => Words::new("chưa gửi", "nothing"),
            Self::NotDue => Words::new("chưa đến hạn", "not due"),
            Self::Outside => Words::new("ngoài thời gian", "outside"),
        }
    }
}

/// A cell and its twelve months.
#[derive(Clone, Debug)]
pub(crate) struct CellMonths {
    pub(crate) unit: Arc<str>,
    pub(crate) name: String,
    pub(crate) commune: Arc<str>,
    pub(crate) commune_name: String,
    /// The units of the villages that the cell leads.
    pub(crate) villages: Vec<Arc<str>>,
    pub(crate) months: Vec<(Month, Sent)>,
}

impl CellMonths {
    /// Whether the cell is of a unit: below it, or leading the village that it is.
    pub(crate) fn is_of(&self, unit: &str) -> bool {
        within(&self.unit, unit) || self.villages.iter().any(|village| **village == *unit)
    }
}

/// How many of some cells had a month to send, and how many have sent it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Share {
    pub(crate) sent: u64,
    pub(crate) asked: u64,
}

impl Share {
    /// Of a month, by its place in the year.
    pub(crate) fn of(cells: &[&CellMonths], month: usize) -> Self {
        let months = || cells.iter().filter_map(|cell| cell.months.get(month).map(|(_, sent)| *sent));
        let asked = |sent: &Sent| !matches!(sent, Sent::Outside | Sent::NotDue | Sent::Planned);
        let come = |sent: &Sent| matches!(sent, Sent::Complete | Sent::TotalsOnly | Sent::NotHeld);
        Self { sent: months().filter(come).count() as u64, asked: months().filter(asked).count() as u64 }
    }
}

/// The cells by commune, in the order of their paths.
pub(crate) fn by_commune(cells: &[CellMonths]) -> Vec<Vec<&CellMonths>> {
    let mut communes: BTreeMap<&str, Vec<&CellMonths>> = BTreeMap::new();
    for cell in cells {
        communes.entry(&cell.commune).or_default().push(cell);
    }
    communes.into_values().collect()
}

/// The cells of a commune, all kinds, with what each has sent for a year.
pub(crate) fn of_commune(ctx: &Context, commune: &Commune<'_>, findings: &[Finding], year: i32) -> Vec<CellMonths> {
    let broken = broken(findings);
    let cells = commune.cells.iter().map(|cell| CellMonths {
        unit: Arc::clone(&cell.unit),
        name: cell.file.name.to_string(),
        commune: Arc::clone(&commune.unit),
        commune_name: commune.name().to_owned(),
        villages: villages(&cell.file).map(|village| commune.village_unit(village)).collect(),
        months: Month::of_year(year).map(|month| (month, sent(ctx, cell, month, &broken))).collect(),
    });
    // A cell of which only the directory is known has sent something that cannot be read.
    let unread = commune.unread_cells.iter().map(|id| CellMonths {
        unit: join(&commune.unit, id).into(),
        name: id.clone(),
        commune: Arc::clone(&commune.unit),
        commune_name: commune.name().to_owned(),
        villages: Vec::new(),
        months: Month::of_year(year).map(|month| (month, Sent::WithErrors)).collect(),
    });
    cells.chain(unread).collect()
}

/// The files that have an error.
fn broken(findings: &[Finding]) -> BTreeSet<&str> {
    findings.iter().filter(|finding| finding.level == Level::Error).map(|finding| &*finding.path).collect()
}

fn sent(ctx: &Context, cell: &Cell<'_>, month: Month, broken: &BTreeSet<&str>) -> Sent {
    let days = Span { from: month.first_day(), until: month.last_day() };
    let life = cell.life().meet(ctx.settings.plan).meet(ctx.settings.records);
    if !life.overlaps(days) {
        return Sent::Outside;
    }
    let of_month =
        cell.meetings.iter().filter(|meeting| meeting.counts_for() == month).filter(|meeting| {
            meeting.is_regular() || meeting.held.copied() == Some(false) || meeting.has(Flaws::WHOLE)
        });
    let records = of_month.map(|meeting| match meeting.standing(ctx) {
        _ if broken.contains(&*meeting.source.path) => Sent::WithErrors,
        Standing::Planned => Sent::Planned,
        Standing::NotHeld => Sent::NotHeld,
        Standing::Unconfirmed | Standing::Unclear => Sent::WithErrors,
        Standing::Held if meeting.marks().any(|(_, mark)| mark != Mark::Blank) => Sent::Complete,
        Standing::Held if meeting.has_totals() => Sent::TotalsOnly,
        Standing::Held => Sent::WithErrors,
    });
    let unread = cell.unread_meetings.iter().filter(|unread| Month::of(unread.date) == month);
    // The best record of the month speaks for it.
    match records.chain(unread.map(|_| Sent::WithErrors)).min() {
        Some(sent) => sent,
        None if ctx.is_due(days, life.meet(ctx.period())) => Sent::Nothing,
        None => Sent::NotDue,
    }
}
