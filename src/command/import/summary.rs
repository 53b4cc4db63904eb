//! `chibo import summary`: totals, a row a meeting of a cell, from those who send no marks.

mod cells;
mod row;

use std::collections::BTreeSet;

use toml_edit::Value;

use self::{cells::cells, row::Read};
use super::{
    Work,
    attendance::{edited, fresh},
    outcome::{Outcome, Verdict},
};
use crate::{
    command::{Failure, change::Change},
    date::{self, Date},
    finding::Report,
    import::{What, column::Column, table::Table},
    judge::commune_of,
    lang::say,
    parse::{Field, Vocabulary},
    records::meeting::Counts,
    register::{
        Commune, build,
        discover::{UnitDir, list},
        load::load,
        open::scope,
    },
    unit::UnitLevel,
};

/// A row whose cell is found.
struct Placed {
    read: Read,
    unit: UnitDir,
}

impl Work<'_> {
    pub(super) fn summary(&mut self) -> Result<Outcome, Failure> {
        let (place, args) = (self.place, self.args);
        let (ctx, lang) = (&place.ctx, place.ctx.lang);
        let named: Vec<String> = args.unit.iter().cloned().collect();
        let top = scope(ctx, &place.here, &named)?.remove(0);
        if top.level == UnitLevel::Village {
            return Err(Failure::Usage(say!(
                lang,
                "cần chi bộ, hoặc đơn vị chứa các chi bộ, không phải thôn",
                "give a cell, or a unit that holds the cells, not a village"
            )));
        }
        let found = self.source.table(What::Summary, args, lang)?;
        let mut outcome = Outcome::new(&found, &top.id, lang);
        let cells = cells(self, &top);
        let mut placed: Vec<Placed> = Vec::new();
        let mut seen: BTreeSet<(String, Date, &'static str)> = BTreeSet::new();
        for &row in &found.rows {
            let who = found.text(row, Column::Cell);
            let one = Read::of(&found, row, args.kind, lang).and_then(|read| {
                let unit = cells.find(&top, &read.cell, lang)?;
                if !seen.insert((unit.id.to_string(), read.day, read.kind.word())) {
                    return Err(say!(lang, "buổi họp này đã có ở dòng trên", "this meeting stands in a row above"));
                }
                if read.day > ctx.today {
                    return Err(say!(lang, "ngày này chưa tới", "this day is still to come"));
                }
                Ok(Placed { read, unit })
            });
            match one {
                Ok(one) => placed.push(one),
                Err(reason) => outcome.refuse(&found, row, who, &reason, lang),
            }
        }
        self.put(&placed, &found, &mut outcome)?;
        outcome.lines.sort_by_key(|line| line.row);
        Ok(outcome)
    }

    /// Puts the records on the desk, one commune after the other.
    fn put(&mut self, placed: &[Placed], found: &Table<'_>, outcome: &mut Outcome) -> Result<(), Failure> {
        let (place, lang) = (self.place, self.place.ctx.lang);
        let ctx = &place.ctx;
        let mut tops: Vec<UnitDir> = Vec::new();
        for one in placed {
            let top = commune_of(ctx, &one.unit);
            if !tops.contains(&top) {
                tops.push(top);
            }
        }
        for top in tops {
            let mut report = Report::new(ctx);
            let listing = list(ctx, &top, UnitLevel::Cell, &mut report);
            let loaded = load(&listing, &mut report);
            let commune = build::commune(&top, &listing, &loaded, &mut report);
            for one in placed.iter().filter(|one| commune_of(ctx, &one.unit) == top) {
                let who = format!("{} {}", one.unit.id, date::show(one.read.day, lang));
                match self.text(one, &commune)? {
                    Ok((verdict, text)) => {
                        let path = text.as_ref().map(|text| self.desk.show(&text.path)).unwrap_or_default();
                        outcome.line(one.read.row, who, verdict, path);
                        text.into_iter().for_each(|text| self.desk.text(text));
                    }
                    Err((Verdict::Bad, reason)) => outcome.refuse(found, one.read.row, who, &reason, lang),
                    Err((verdict, reason)) => outcome.line(one.read.row, who, verdict, reason),
                }
            }
        }
        Ok(())
    }

    /// The record that a row fills or begins; or why it does neither.
    #[expect(clippy::type_complexity, reason = "what to write, or why not, or why nothing can be written at all")]
    fn text(
        &self,
        one: &Placed,
        commune: &Commune<'_>,
    ) -> Result<Result<(Verdict, Option<Change>), (Verdict, String)>, Failure> {
        let (place, lang, read) = (self.place, self.place.ctx.lang, &one.read);
        let Some(cell) = commune.cells.iter().find(|cell| cell.unit == one.unit.id) else {
            return Ok(Err((
                Verdict::Bad,
                say!(lang, "cell.toml của chi bộ còn lỗi", "the cell's cell.toml is at fault"),
            )));
        };
        if cell.unread_meetings.iter().any(|unread| unread.date == read.day) {
            return Ok(Err((
                Verdict::Bad,
                say!(lang, "biên bản ngày này còn lỗi", "the record of this day is at fault"),
            )));
        }
        let is_it = |meeting: &&crate::register::Record<'_, crate::records::meeting::Meeting<'_>>| {
            meeting.day() == read.day && *meeting.kind == read.kind
        };
        let there: Vec<_> = cell.meetings.iter().filter(is_it).collect();
        let values = |counts: &[(&str, u32)]| -> Vec<(String, Value)> {
            counts.iter().map(|(key, count)| ((*key).to_owned(), Value::from(i64::from(*count)))).collect()
        };
        Ok(match there.as_slice() {
            [] => {
                let lines: String = read.counts.iter().map(|(key, count)| format!("{key} = {count}\n")).collect();
                Ok((Verdict::Added, Some(fresh(read.day, read.kind, &format!("[counts]\n{lines}"), &one.unit))))
            }
            [meeting] if meeting.marks().next().is_some() => Err((
                Verdict::Skipped,
                say!(lang, "biên bản đã điểm danh từng người", "its record has a mark for each member"),
            )),
            [meeting] if meeting.held.copied() == Some(false) => Err((
                Verdict::Bad,
                say!(lang, "đã ghi là tháng không họp", "it is recorded as a month without a meeting"),
            )),
            [meeting] => {
                let (new, differs) = beside(meeting.counts.get(), &read.counts);
                if !differs.is_empty() {
                    let differs = differs.join(", ");
                    Err((
                        Verdict::Skipped,
                        say!(lang, "giữ số đã ghi, khác tệp: {differs}", "recorded otherwise, and kept: {differs}"),
                    ))
                } else if new.is_empty() {
                    Ok((Verdict::Same, None))
                } else {
                    Ok((Verdict::Changed, Some(edited(meeting, "counts", &values(&new), &one.unit, place)?)))
                }
            }
            _ => Err((
                Verdict::Bad,
                say!(lang, "ngày này có nhiều buổi họp cùng loại", "there are several meetings of this day and kind"),
            )),
        })
    }
}

/// What the record lacks, and what it has otherwise.
fn beside(recorded: Option<&Counts>, read: &[(&'static str, u32)]) -> (Vec<(&'static str, u32)>, Vec<String>) {
    let (mut new, mut differs) = (Vec::new(), Vec::new());
    for (key, count) in read {
        let there = recorded.and_then(|counts| {
            let Counts { expected, total, exempt, away, present, excused, unexcused } = counts;
            let field: &Field<u32> = match *key {
                "expected" => expected,
                "total" => total,
                "exempt" => exempt,
                "away" => away,
                "excused" => excused,
                "unexcused" => unexcused,
                _ => return Some(**present),
            };
            field.copied()
        });
        match there {
            None => new.push((*key, *count)),
            Some(there) if there == *count => {}
            Some(there) => differs.push(format!("{key} {there} ≠ {count}")),
        }
    }
    (new, differs)
}
