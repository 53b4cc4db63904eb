use crate::{
    records::{official::Post, village::VillageRow},
    register::{Commune, Record},
    targets::{Ask, Count, Goal, Sink, head_membership, target},
};

target! {
    /// vi: Tỷ lệ phó trưởng thôn đương chức là đảng viên (số liệu theo dõi).
    /// en: The share of deputy heads in post who are members of the Party (a figure).
    "deputy-membership", ["2.II.2.3", "1.II.2.1-5"], Goal::Figure, AtOnce, None,
    "Phó trưởng thôn là đảng viên" / "Deputy heads who are members", Count::Village(count)
}

fn count(commune: &Commune<'_>, village: &Record<'_, VillageRow<'_>>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    head_membership::in_post(commune, village, Post::Deputy, ask, sink);
}
