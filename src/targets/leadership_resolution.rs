use crate::{
    finding::{Flaws, Place},
    lang::say,
    parse::Field,
    records::shared::Document,
    register::{Cell, Commune, Lookup},
    targets::{Ask, Count, Goal, Miss, Sink, doubt, target, working_regulations::running_term},
};

target! {
    /// vi: Tỷ lệ chi bộ thôn có nghị quyết lãnh đạo năm và nghị quyết đại hội của nhiệm kỳ.
    /// en: The share of village cells with the year's leadership resolution and their congress's.
    "leadership-resolution", ["2.I.2.1-3"], Goal::All, Yearly, EachSubject,
    "Chi bộ có nghị quyết lãnh đạo hằng năm" / "Cells with an annual leadership resolution", Count::Cell(count)
}

fn count(_: &Commune<'_>, cell: &Cell<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    match cell.sure_life() {
        Some(life) if !ask.is_due_year(life) => return,
        None if !ask.ctx.is_due_year(ask.year) => return,
        _ => {}
    }
    sink.cover(cell.years.get(&ask.year).is_some_and(|book| book.file.get().is_some()));
    let (lang, year) = (ask.ctx.lang, ask.year);
    let year_file = doubt::year_file(cell, year);
    let recorded = [year_resolution(cell, &year_file, ask), term_resolution(cell, ask)];
    let mut misses = Vec::new();
    for (recorded, of_term) in recorded.into_iter().zip([false, true]) {
        let place = match recorded {
            Recorded::Yes => continue,
            Recorded::Doubtful(place) => return sink.left_out(place),
            Recorded::No(place) => place,
        };
        let message = if of_term {
            say!(
                lang,
                "chưa ghi nghị quyết đại hội của nhiệm kỳ ([[terms]] resolution)",
                "the running term's congress has no resolution ([[terms]] resolution)"
            )
        } else {
            say!(
                lang,
                "chưa ghi nghị quyết lãnh đạo năm {year} ([leadership_resolution])",
                "no leadership resolution is recorded for {year} ([leadership_resolution])"
            )
        };
        misses.push(Miss { place, period: ask.year_period(), message });
    }
    sink.subject(misses);
}

enum Recorded<'c> {
    Yes,
    No(Place<'c>),
    Doubtful(Place<'c>),
}

fn year_resolution<'c>(cell: &'c Cell<'_>, year_file: &'c str, ask: &Ask<'_>) -> Recorded<'c> {
    let file = match cell.years.get(&ask.year).map(|book| &book.file) {
        Some(Lookup::Found(file)) => file,
        Some(Lookup::Unread) => return Recorded::Doubtful(Place::path(year_file)),
        Some(Lookup::Missing) | None => return Recorded::No(cell.place()),
    };
    recorded(&file.leadership_resolution, file.whole(), file.has(Flaws::KEYS), ask)
}

fn term_resolution<'c>(cell: &'c Cell<'_>, ask: &Ask<'_>) -> Recorded<'c> {
    match running_term(cell, ask) {
        None => Recorded::Doubtful(cell.place()),
        Some(None) => Recorded::No(cell.place()),
        Some(Some(term)) => {
            recorded(&term.resolution, cell.file.place(term.congress.at), cell.file.has(Flaws::KEYS), ask)
        }
    }
}

/// A document counts when its date is not after the reference date; one without a date counts by its number.
fn recorded<'c>(
    document: &Field<Document<'_>>,
    place: Place<'c>,
    has_unknown_key: bool,
    ask: &Ask<'_>,
) -> Recorded<'c> {
    let (number, date) = match document {
        Field::Unread(_) => return Recorded::Doubtful(place),
        Field::Absent => (None, None),
        Field::Said(document, _) if document.number.is_unread() || document.date.is_unread() => {
            return Recorded::Doubtful(place);
        }
        Field::Said(document, _) => (document.number.get(), document.date.copied()),
    };
    match (number, date) {
        (_, Some(day)) if day.0 > ask.reference => Recorded::No(place),
        // An unknown key may be the document, misspelt.
        (None, None) if has_unknown_key => Recorded::Doubtful(place),
        (None, None) => Recorded::No(place),
        _ => Recorded::Yes,
    }
}
