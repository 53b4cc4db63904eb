//! What is decided over for a report that is published.

use crate::{
    context::Context,
    judge::{Judgement, Traced, Wanted, judge},
    public::Tree,
    register::discover::UnitDir,
    unit::UnitLevel,
};

/// Every unit of the register in these years: whatever is published of one stands beside what is published of others.
/// `judged` is of the scope, which may be the register.
pub(super) fn tree(ctx: &Context, scope: &UnitDir, judged: &Judgement, years: &[i32]) -> Tree {
    if scope.id.is_empty() {
        return Tree::of(&judged.units, years);
    }
    let root = UnitDir { id: "".into(), level: ctx.root_level };
    let wanted = Wanted {
        years: years.to_vec(),
        shortfall_years: Vec::new(),
        keep: UnitLevel::Village,
        digest: false,
        trace: Traced::Nothing,
        ahead: false,
        only: None,
    };
    Tree::of(&judge(ctx, &root, &wanted).units, years)
}
