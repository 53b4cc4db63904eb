//! Communes judged some at a time, for what is too much to keep: each is looked at while it is in memory, and only the
//! figures of the units above stay.

use xxhash_rust::xxh3::Xxh3;

use super::{Judgement, UnitFigures, Wanted, above, commune, each, shares, sum_above, upper};
use crate::{
    context::Context,
    explanation::Explanation,
    finding::Report,
    register::{Commune, discover::UnitDir},
    watch::{Running, Stage},
};

/// A scope that is being judged.
pub(crate) struct Stream<'s, 'c> {
    ctx: &'c Context,
    scope: &'s UnitDir,
    wanted: &'s Wanted,
    report: Report<'c>,
    /// Of the units above the communes.
    whole: Judgement,
    communes: std::vec::IntoIter<UnitDir>,
    digest: Xxh3,
    reading: Option<Running>,
}

impl<'s, 'c> Stream<'s, 'c> {
    pub(crate) fn new(ctx: &'c Context, scope: &'s UnitDir, wanted: &'s Wanted) -> Self {
        let mut report = Report::new(ctx);
        let listing = ctx.watch.stage(Stage::Listing);
        let (whole, communes) = upper::judge(ctx, scope, wanted, &mut report);
        drop(listing);
        let reading = Some(ctx.watch.steps(Stage::Communes, communes.len()));
        let mut digest = Xxh3::new();
        digest.update(&ctx.settings_digest.to_le_bytes());
        digest.update(&whole.digest.to_le_bytes());
        Self { ctx, scope, wanted, report, whole, communes: communes.into_iter(), digest, reading }
    }

    /// The units above the communes, with what is summed of them so far.
    pub(crate) fn above(&self) -> &[UnitFigures] {
        &self.whole.units
    }

    /// The explanations of the units above the communes.
    pub(crate) fn explanations(&self) -> Vec<Explanation> {
        let own = self.report.explanations.iter().cloned();
        own.chain(above(self.ctx, self.scope)).collect()
    }

    /// The next communes, so many at once and in order; nothing where there are no more.
    pub(crate) fn next<T: Send>(
        &mut self,
        at_once: usize,
        look: impl Fn(&Commune<'_>, &mut Judgement) -> T + Sync,
    ) -> Vec<T> {
        let next: Vec<UnitDir> = self.communes.by_ref().take(at_once).collect();
        let (ctx, scope, wanted) = (self.ctx, self.scope, self.wanted);
        let judged = each(&ctx.watch, &next, |top| commune::judge_and_look(ctx, top, scope, wanted, &look));
        let mut seen = Vec::with_capacity(judged.len());
        for (part, looked) in judged {
            self.digest.update(&part.digest.to_le_bytes());
            sum_above(&mut self.whole.units, &part.units);
            seen.push(looked);
        }
        seen
    }

    /// The units above the communes with their own findings, once every commune was seen.
    pub(crate) fn finish(mut self) -> Judgement {
        self.reading = None;
        if let Some(root) = self.whole.units.first().filter(|root| root.id == self.scope.id) {
            shares::of_root(self.ctx, root, self.wanted, &mut self.report);
        }
        self.whole.digest = self.digest.digest128();
        self.whole.findings.append(&mut self.report.findings);
        self.whole
    }
}
