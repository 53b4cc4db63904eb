use crate::{
    date::PartialDate,
    finding::Place,
    records::{
        official::{OfficialRow, Post},
        village::VillageRow,
    },
    register::{Commune, Record, posts::is_in_post},
    targets::{Ask, Count, Goal, Sink, target},
    unit::join,
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
        None => {
            sink.cover(false);
            return sink.left_out(village.whole());
        }
    }
    let (mut known, mut doubtful) = (0u64, Vec::new());
    let of_village = |row: &&Record<'_, OfficialRow<'_>>| *row.role == post && **row.village == **village.id;
    for row in commune.officials.rows.iter().filter(of_village) {
        match is_in_post(row, ask.reference) {
            Some(false) => {}
            Some(true) if !row.party_since.is_unread() => {
                let since = row.party_since.copied().map(PartialDate::latest);
                sink.add(u64::from(since.is_some_and(|since| since <= ask.reference)), 1);
                known += 1;
            }
            _ => doubtful.push(row.whole()),
        }
    }
    let officials = join(&commune.unit, "officials.csv");
    if known == 0 && commune.officials.unread {
        // A row that could not be read may be the one in post.
        doubtful.push(Place::path(&officials));
    }
    sink.cover(known > 0);
    if known == 0 && doubtful.is_empty() {
        // A vacancy is no head; it is printed.
        sink.unknown(1);
    }
    doubtful.into_iter().for_each(|place| sink.left_out(place));
}
