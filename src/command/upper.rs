//! The file of a unit above the communes, for the papers that name it.

use crate::{
    context::Context,
    finding::Report,
    register::{
        discover::{UnitDir, list},
        load::load,
        upper::Upper,
    },
};

/// Reads a district or the province alone, and nothing below it; what is wrong with its file is told by `check`.
pub(super) fn read<T>(ctx: &Context, unit: &UnitDir, look: impl FnOnce(&Upper<'_>) -> T) -> T {
    let mut unheard = Report::new(ctx);
    let listing = list(ctx, unit, unit.level, &mut unheard);
    let loaded = load(&listing, &mut unheard);
    look(&Upper::read(unit, &listing, &loaded, &mut unheard))
}
