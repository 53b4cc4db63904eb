//! The rows of a commune's villages: their lives, officials and agreements.

use std::collections::BTreeSet;

use super::{Facts, Maker, Seq, Units, Value, cell::name_of};
use crate::{
    date::{PartialDate, Span},
    export::tables::Of,
    finding::Flaws,
    parse::Vocabulary,
    records::{agreement::Agreement, official::OfficialRow, shared::Document},
    register::{Commune, Record, people::span},
    unit::join,
};

impl Maker<'_> {
    pub(super) fn villages(&self, commune: &Commune<'_>, units: &Units<'_>, facts: &mut Facts) {
        let value = |village: &str| units.value(&commune.village_unit(village));
        // A village that the scope does not hold has no number, and nothing to say.
        let told = |village: &str| value(village) != Value::Nothing;
        for village in commune.villages.rows.iter().filter(|village| told(&village.id)) {
            let life = span(village, &village.from, &village.until).and_then(|life| self.span(life));
            if let Some([since, until]) = life {
                let number = facts.number(Seq::Life);
                facts.row(Of::Lives, [Value::Key(Seq::Life, number), value(&village.id), since, until]);
            }
        }
        if commune.outside || !units.own.contains_key(&commune.unit) {
            return;
        }
        for row in &commune.officials.rows {
            self.official(commune, row, value(&row.village), facts);
        }
        for agreement in &commune.agreements {
            agreement_rows(commune, agreement, units, facts);
        }
    }

    fn official(&self, commune: &Commune<'_>, row: &Record<'_, OfficialRow<'_>>, unit: Value, facts: &mut Facts) {
        let sound = !row.until.is_unread() && !row.party_since.is_unread() && !row.has(Flaws::WHOLE.and(Flaws::TIME));
        let time = Span::new(Some(row.from.0), row.until.copied().map(|day| day.0));
        let Some([since, until]) = self.span(time) else { return };
        let admitted = row.party_since.copied().map(PartialDate::latest);
        let cells = [
            Value::Key(Seq::Official, facts.number(Seq::Official)),
            unit,
            Value::Word(row.role.word()),
            since,
            until,
            Value::Word(row.how.word()),
            admitted.map_or(Value::Nothing, |day| self.not_before_plan(day)),
            Value::Is(sound),
            Value::text(&row.id),
            name_of(&commune.names, &row.id),
        ];
        facts.row(Of::Officials, cells);
    }
}

fn agreement_rows(commune: &Commune<'_>, agreement: &Record<'_, Agreement<'_>>, units: &Units<'_>, facts: &mut Facts) {
    let key = Value::Key(Seq::Agreement, facts.number(Seq::Agreement));
    let approval = agreement.approval.get();
    let day = |document: Option<&Document<'_>>| {
        Value::day(document.and_then(|document| document.date.copied()).map(|day| day.0))
    };
    let row = [
        key.clone(),
        units.value(&commune.village_unit(&agreement.village)),
        Value::Day(agreement.signed.0),
        day(approval.and_then(|approval| approval.party_committee.get())),
        day(approval.and_then(|approval| approval.peoples_committee.get())),
        Value::day(agreement.rolled_out.copied().map(|day| day.0)),
        Value::day(agreement.ended.copied().map(|day| day.0)),
        agreement.briefings.copied().map_or(Value::Nothing, |rhythm| Value::Word(rhythm.word())),
        Value::Is(agreement.reporting.get().is_some()),
    ];
    facts.row(Of::Agreements, row);
    let cells: BTreeSet<&str> = agreement.cells.iter().filter_map(|cell| Some(&**cell.get()?)).collect();
    for cell in cells {
        let unit = units.value(&join(&commune.unit, cell));
        if unit != Value::Nothing {
            facts.row(Of::AgreementCells, [key.clone(), unit]);
        }
    }
}
