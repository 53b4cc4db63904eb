use crate::{
    finding::{Flaws, Place},
    lang::say,
    parse::Field,
    records::shared::Document,
    register::{Cell, Commune, Lookup},
    targets::{Ask, Count, Goal, Miss, Sink, target},
};

target! {
    /// vi: Tỷ lệ chi bộ thôn có nghị quyết lãnh đạo năm và nghị quyết đại hội của nhiệm kỳ.
    /// en: The share of village cells with the year's leadership resolution and their congress's.
    "leadership-resolution", ["2.I.2.1-3"], Goal::All, Yearly, EachSubject,
    "Chi bộ có nghị quyết lãnh đạo hằng năm" / "Cells with an annual leadership resolution", Count::Cell(count)
}

fn count(_: &Commune<'_>, cell: &Cell<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    if !ask.is_due_year(cell.life()) {
        return;
    }
    let book = cell.years.get(&ask.year);
    sink.cover(book.is_some_and(|book| book.file.get().is_some()));
    let (lang, year) = (ask.ctx.lang, ask.year);
    let mut misses = Vec::new();
    match year_resolution(cell, ask) {
        Recorded::Yes => {}
        Recorded::Doubtful(place) => return sink.left_out(place),
        Recorded::No(place) => {
            let message = say!(
                lang,
                "chưa ghi nghị quyết lãnh đạo năm {year} ([leadership_resolution])",
                "no leadership resolution is recorded for {year} ([leadership_resolution])"
            );
            misses.push(Miss { place, period: ask.year_period(), message });
        }
    }
    match term_resolution(cell, ask) {
        Recorded::Yes => {}
        Recorded::Doubtful(place) => return sink.left_out(place),
        Recorded::No(place) => {
            let message = say!(
                lang,
                "chưa ghi nghị quyết đại hội của nhiệm kỳ ([[terms]] resolution)",
                "the running term's congress has no resolution ([[terms]] resolution)"
            );
            misses.push(Miss { place, period: ask.year_period(), message });
        }
    }
    sink.subject(misses);
}

enum Recorded<'c> {
    Yes,
    No(Place<'c>),
    Doubtful(Place<'c>),
}

fn year_resolution<'c>(cell: &'c Cell<'_>, ask: &Ask<'_>) -> Recorded<'c> {
    let file = match cell.years.get(&ask.year).map(|book| &book.file) {
        Some(Lookup::Found(file)) => file,
        Some(Lookup::Unread) => return Recorded::Doubtful(cell.place()),
        Some(Lookup::Missing) | None => return Recorded::No(cell.place()),
    };
    recorded(&file.leadership_resolution, file.whole(), file.has(Flaws::KEYS), ask)
}

fn term_resolution<'c>(cell: &'c Cell<'_>, ask: &Ask<'_>) -> Recorded<'c> {
    let has_unknown_key = cell.file.has(Flaws::KEYS);
    match cell.running_term(ask.reference) {
        None => Recorded::Doubtful(cell.place()),
        Some(None) if has_unknown_key => Recorded::Doubtful(cell.place()),
        Some(None) => Recorded::No(cell.place()),
        Some(Some(term)) => recorded(&term.resolution, cell.file.place(term.congress.at), has_unknown_key, ask),
    }
}

/// A document counts when its date is not after the reference date; one without a date counts as it stands.
fn recorded<'c>(
    document: &Field<Document<'_>>,
    place: Place<'c>,
    has_unknown_key: bool,
    ask: &Ask<'_>,
) -> Recorded<'c> {
    match document {
        Field::Unread(_) => Recorded::Doubtful(place),
        Field::Absent if has_unknown_key => Recorded::Doubtful(place),
        Field::Absent => Recorded::No(place),
        Field::Said(document, _) if document.number.is_unread() || document.date.is_unread() => {
            Recorded::Doubtful(place)
        }
        Field::Said(document, _) => match (document.number.get(), document.date.copied()) {
            (_, Some(day)) if day.0 > ask.reference => Recorded::No(place),
            (None, None) => Recorded::No(place),
            _ => Recorded::Yes,
        },
    }
}
