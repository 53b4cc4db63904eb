use crate::{
    lang::say,
    records::{agreement::Agreement, cell},
    register::{Cell, Commune, Record, posts::DualPost},
    targets::{
        Ask, Count, Goal, Miss, Sink,
        agreements::{Concerns, settle, standing},
        target,
    },
};

target! {
    /// vi: Tỷ lệ chi bộ thôn có tên trong một quy chế phối hợp đang có hiệu lực.
    /// en: The share of village cells that are named in a coordination agreement in force.
    "agreement-in-force-cell", ["2.I.2.2-1", "2.III.2.2-3", "2.III.2.2-4"], Goal::All, AtOnce, EachSubject,
    "Chi bộ có quy chế phối hợp" / "Cells with an agreement in force", Count::Cell(count),
    other "tính cả bí thư kiêm trưởng thôn" / "dual posts counted"
}

fn count(commune: &Commune<'_>, cell: &Cell<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    // Agreements lie outside the register at a cell's own root.
    if commune.outside {
        return;
    }
    match cell.sure_life() {
        Some(life) if life.covers(ask.reference) => {}
        Some(_) => return,
        None => {
            sink.cover(false);
            return sink.left_out(cell.place());
        }
    }
    let dual = commune.dual_post(cell, ask.reference);
    let mut named = commune.agreements.iter().filter(|agreement| names(agreement, &cell.id));
    sink.cover(matches!(dual, DualPost::Yes) || named.next().is_some());
    let concerns = |agreement: &Record<'_, Agreement<'_>>| concerns(commune, agreement, cell);
    let standing = standing(commune, ask.reference, concerns, |village| leads(cell, village));
    let miss = || {
        let (lang, name) = (ask.ctx.lang, &**cell.file.name);
        let message = say!(
            lang,
            "{name} chưa có tên trong quy chế phối hợp nào đang có hiệu lực",
            "{name} is named in no coordination agreement that is in force"
        );
        Miss { place: cell.place(), period: ask.year_period(), message }
    };
    settle(standing, dual, miss, ask, sink);
}

fn names(agreement: &Agreement<'_>, cell: &str) -> bool {
    agreement.cells.iter().any(|id| id.get().is_some_and(|id| **id == *cell))
}

/// Whether the cell leads a village, or may lead it.
fn leads(cell: &Cell<'_>, village: &str) -> bool {
    cell.file.villages.has_unread() || cell::villages(&cell.file).any(|led| led == village)
}

fn concerns(commune: &Commune<'_>, agreement: &Record<'_, Agreement<'_>>, cell: &Cell<'_>) -> Concerns {
    // A cell whose name could not be read, or that does not exist, may be this one.
    let unsure = agreement.cells.iter().any(|id| id.get().is_none_or(|id| commune.cell(id).is_missing()));
    if names(agreement, &cell.id) {
        Concerns::Yes
    } else if unsure && leads(cell, &agreement.village) {
        Concerns::Perhaps
    } else {
        Concerns::No
    }
}
