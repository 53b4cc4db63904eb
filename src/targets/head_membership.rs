use crate::{
    date::PartialDate,
    records::{
        official::{OfficialRow, Post},
        village::VillageRow,
    },
    register::{Commune, Record},
    targets::{Ask, Count, Goal, Sink, target},
};

target! {
    /// vi: Tỷ lệ trưởng thôn đương chức là đảng viên.
    /// en: The share of village heads in post who are members of the Party.
    "head-membership", ["2.I.2.2-3", "1.II.2.1-5"], Goal::AtLeast(85), AtPlanEnd, ScopeRoot,
    "Trưởng thôn là đảng viên" / "Village heads who are members", Count::Village(count)
}

fn count(commune: &Commune<'_>, village: &Record<'_, VillageRow<'_>>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    in_post(commune, village, Post::Head, ask, sink);
}

/// Counts who is in a post of a village at the reference date, and who of them is a member then.
pub(super) fn in_post(
    commune: &Commune<'_>,
    village: &Record<'_, VillageRow<'_>>,
    post: Post,
    ask: &Ask<'_>,
    sink: &mut Sink<'_, '_>,
) {
    match Commune::is_alive(village, ask.reference) {
        Some(true) => {}
        Some(false) => return,
        None => return sink.left_out(village.whole()),
    }
    let rows: Vec<&Record<'_, OfficialRow<'_>>> = commune.in_post(village, post, ask.reference).collect();
    sink.cover(!rows.is_empty());
    if rows.is_empty() {
        // A vacancy is no head; it is printed.
        sink.unknown(1);
    }
    for row in rows {
        if row.party_since.is_unread() {
            sink.left_out(row.whole());
            continue;
        }
        let since = row.party_since.copied().map(PartialDate::latest);
        sink.add(u64::from(since.is_some_and(|since| since <= ask.reference)), 1);
    }
}
