use crate::{
    date,
    finding::Flaws,
    lang::say,
    records::cell::Term,
    register::{Cell, Commune},
    targets::{Ask, Count, Goal, Miss, Sink, target},
};

target! {
    /// vi: Tỷ lệ chi bộ thôn có quy chế làm việc của nhiệm kỳ đang giữ.
    /// en: The share of village cells with working regulations for the running term.
    "working-regulations", ["2.I.2.1-2"], Goal::All, AtOnce, EachSubject,
    "Chi bộ có quy chế làm việc" / "Cells with working regulations", Count::Cell(count)
}

fn count(_: &Commune<'_>, cell: &Cell<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    let running = running_term(cell, ask);
    match cell.sure_life() {
        Some(life) if !life.covers(ask.reference) => return,
        _ => sink.cover(matches!(running, Some(Some(_)))),
    }
    let lang = ask.ctx.lang;
    let (at, message) = match running {
        None => return sink.left_out(cell.place()),
        Some(None) => (
            cell.file.at,
            say!(
                lang,
                "chưa ghi nhiệm kỳ nào ([[terms]]), nên chưa có quy chế làm việc",
                "no term is recorded ([[terms]]), and so no working regulations"
            ),
        ),
        Some(Some(term)) if term.working_regulations.is_unread() => return sink.left_out(cell.place()),
        Some(Some(term)) => match term.working_regulations.copied() {
            Some(day) if day.0 <= ask.reference => return sink.subject(Vec::new()),
            // An unknown key may be the regulations, misspelt.
            None if cell.file.has(Flaws::KEYS) => return sink.left_out(cell.place()),
            _ => {
                let congress = date::show(term.congress.0, lang);
                let message = say!(
                    lang,
                    "nhiệm kỳ từ đại hội {congress} chưa có quy chế làm việc (working_regulations)",
                    "the term since the congress of {congress} has no working regulations (working_regulations)"
                );
                (term.congress.at, message)
            }
        },
    };
    sink.subject(vec![Miss { place: cell.file.place(at), period: ask.year_period(), message }]);
}

/// The term running at the reference date; `None` where the cell's file has an error that bears on it.
pub(super) fn running_term<'c, 'a>(cell: &'c Cell<'a>, ask: &Ask<'_>) -> Option<Option<&'c Term<'a>>> {
    let life = cell.sure_life()?;
    let running = cell.running_term(ask.reference)?;
    match running {
        // An unknown key may be the terms, misspelt.
        None if cell.file.has(Flaws::KEYS) => None,
        // A congress before there was a cell is an error.
        Some(term) if !life.covers(term.congress.0) => None,
        told => Some(told),
    }
}
