use crate::{
    date,
    finding::Flaws,
    lang::say,
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
    if !cell.life().covers(ask.reference) {
        return;
    }
    let running = cell.running_term(ask.reference);
    sink.cover(running.flatten().is_some());
    let lang = ask.ctx.lang;
    let (at, message) = match running {
        None => return sink.left_out(cell.place()),
        // An unknown key may be the term or its regulations, misspelt.
        Some(term) if cell.file.has(Flaws::KEYS) && term.is_none_or(|term| term.working_regulations.is_absent()) => {
            return sink.left_out(cell.place());
        }
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
