//! The head of a cell's paper: its commune's Party organisation above it, the cell, the place.

use crate::{
    date::{self, Date},
    document::{Head, Line, phrases},
    lang::{Lang, Words},
    parse::{List, Vocabulary},
    records::shared::FormerName,
    register::{Cell, Commune},
    text::fold,
};

/// The head of what cells issue on a day; several stand side by side with a dash between them.
pub(super) fn head(commune: &Commune<'_>, cells: &[&Cell<'_>], day: Date, number: Option<Line>, lang: Lang) -> Head {
    let place = place(commune, day);
    let issuer = match cells {
        [] => Line::said(Words::new("CHI BỘ ", "CELL ").of(lang)).dots(6),
        [cell] => Line::said(&name(cell, day).to_uppercase()),
        // A line is broken between the names, not inside one.
        cells => Line::join(
            cells.iter().map(|cell| Line::said(&name(cell, day).to_uppercase().replace(' ', "\u{a0}"))),
            " - ",
        ),
    };
    Head {
        superior: Some(superior(commune, day, lang)),
        issuer,
        number,
        place_and_date: phrases::place_and_date(place.as_deref(), Some(day), lang),
    }
}

fn superior(commune: &Commune<'_>, day: Date, lang: Lang) -> Line {
    let of = Line::said(Words::new("ĐẢNG BỘ ", "PARTY ORGANISATION OF ").of(lang));
    match with_kind(commune, day) {
        Some(name) => of.and(&name.to_uppercase()),
        None => of.dots(7),
    }
}

/// `Chi bộ Thôn 1`, as it was called on a day.
pub(crate) fn name(cell: &Cell<'_>, day: Date) -> String {
    let (name, _) = called(&cell.file.name, &cell.file.names, day);
    if fold(name).starts_with(&fold("chi bộ")) { name.to_owned() } else { format!("Chi bộ {name}") }
}

/// `xã Xuân Quan`, as it was called on a day; absent where the commune is outside the register or not read.
pub(crate) fn with_kind(commune: &Commune<'_>, day: Date) -> Option<String> {
    let file = commune.file.get()?;
    let (name, former) = called(&file.name, &file.names, day);
    let kind = former.unwrap_or(file.kind.word());
    Some(if fold(name).starts_with(&fold(kind)) { name.to_owned() } else { format!("{kind} {name}") })
}

/// The commune's name alone, for the line of place and date.
fn place(commune: &Commune<'_>, day: Date) -> Option<String> {
    let file = commune.file.get()?;
    Some(called(&file.name, &file.names, day).0.to_owned())
}

/// What a unit was called on a day, and the kind that it was then where that is recorded.
pub(crate) fn called<'f>(now: &'f str, former: &'f List<FormerName<'_>>, day: Date) -> (&'f str, Option<&'f str>) {
    let then = former.each().map(|(former, _)| former);
    let until = |former: &&FormerName<'_>| former.until.copied().map(|until| until.0);
    let then = then.filter(|former| until(former).is_some_and(|until| until >= day)).min_by_key(until);
    match then {
        Some(then) => (then.name.trim(), then.kind.get().map(|kind| kind.trim())),
        None => (now.trim(), None),
    }
}

/// `05/03/2018` within a text.
pub(super) fn short(day: Date, lang: Lang) -> String {
    date::show(day, lang)
}
