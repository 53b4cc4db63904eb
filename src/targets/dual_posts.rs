//! Subjects that stand apart where secretary and head are one person: there are no two to coordinate.

use crate::{
    finding::Place,
    records::settings::DualPosts,
    register::posts::DualPost,
    targets::{Ask, Miss, Sink},
};

/// What the records say of a subject.
pub(super) enum Standing<'c> {
    /// It has what is asked; where that stands.
    Holds(Place<'c>),
    /// How many misses are to be told of it.
    Lacking(usize),
    /// The records do not tell.
    NotRecorded,
    /// It lacks what is asked for certain only if these records, which cannot be read or believed, are not it.
    Doubtful(Vec<Place<'c>>),
}

/// Counts one subject; one of a dual post stands apart, unless the register counts it. The reading that is not chosen is
/// counted beside.
pub(super) fn settle<'c>(
    at: Place<'c>,
    standing: Standing<'c>,
    dual: DualPost<'_>,
    misses: impl FnOnce() -> Vec<Miss<'c>>,
    ask: &Ask<'_>,
    sink: &mut Sink<'_, '_>,
) {
    let set_apart = ask.ctx.settings.counting.dual_posts == DualPosts::Apart;
    let has = match standing {
        Standing::Holds(_) => Some(true),
        Standing::Lacking(_) => Some(false),
        Standing::NotRecorded | Standing::Doubtful(_) => None,
    };
    let counts_in_other = set_apart || matches!(dual, DualPost::No);
    if let Some(has) = has.filter(|_| counts_in_other) {
        sink.other(u64::from(has), 1);
    }
    match dual {
        DualPost::Yes if set_apart => return sink.apart(at),
        DualPost::Unknown(place) if set_apart => return sink.left_out(place),
        _ => {}
    }
    match standing {
        Standing::Holds(place) => sink.holds(place),
        Standing::Lacking(count) => sink.missing(at, count, misses),
        Standing::NotRecorded => sink.unknown(at, 1),
        Standing::Doubtful(places) => places.into_iter().for_each(|place| sink.left_out(place)),
    }
}
