use crate::{
    finding::Place,
    lang::say,
    records::{agreement::Agreement, settings::DualPosts},
    register::{Cell, Commune, Record},
    targets::{Ask, Count, Goal, Miss, Sink, agreement_in_force_village::in_force, target},
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
    if commune.outside || !cell.life().covers(ask.reference) {
        return;
    }
    let names = |agreement: &&Record<'_, Agreement<'_>>| {
        agreement.cells.iter().any(|id| id.get().is_some_and(|id| **id == *cell.id))
    };
    // A cell whose name could not be read may be this one.
    let may_name =
        |agreement: &&Record<'_, Agreement<'_>>| names(agreement) || agreement.cells.iter().any(|id| id.is_unread());
    let has = commune.agreements.iter().filter(names).any(|agreement| in_force(agreement, ask.reference) == Some(true));
    let set_apart = commune.is_dual_post(cell, ask.reference);
    sink.cover(set_apart || commune.agreements.iter().any(|agreement| names(&agreement)));
    let unsure = |agreement: &&Record<'_, Agreement<'_>>| {
        in_force(agreement, ask.reference).is_none()
            || !names(agreement) && in_force(agreement, ask.reference) == Some(true)
    };
    let mut doubtful: Vec<Place<'_>> =
        commune.agreements.iter().filter(may_name).filter(unsure).map(Record::whole).collect();
    let villages: Vec<&str> = crate::records::cell::villages(&cell.file).collect();
    let unread = commune.unread_agreements.iter().filter(|unread| villages.contains(&unread.village.as_str()));
    doubtful.extend(unread.map(|unread| Place::path(&unread.path)));
    if !has && !doubtful.is_empty() {
        return doubtful.into_iter().for_each(|place| sink.left_out(place));
    }
    sink.other(u64::from(has), 1);
    if set_apart && ask.ctx.settings.counting.dual_posts == DualPosts::Apart {
        return sink.apart();
    }
    if has {
        return sink.subject(Vec::new());
    }
    let (lang, name) = (ask.ctx.lang, &**cell.file.name);
    let message = say!(
        lang,
        "{name} chưa có tên trong quy chế phối hợp nào đang có hiệu lực",
        "{name} is named in no coordination agreement that is in force"
    );
    sink.subject(vec![Miss { place: cell.place(), period: ask.year_period(), message }]);
}
