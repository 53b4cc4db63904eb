//! `chibo import summary`: totals, a row a meeting of a cell, from those who send no marks.

use std::collections::{BTreeMap, BTreeSet};

use toml_edit::Value;

use super::{
    Work,
    attendance::{edited, fresh},
    members::within,
    outcome::{Outcome, Verdict},
};
use crate::{
    command::{Failure, event::Text},
    date::{self, Date},
    finding::Report,
    import::{
        What,
        column::{Column, key},
        table::{Row, Table, kind},
    },
    judge::commune_of,
    lang::{Lang, say},
    parse::{Field, Vocabulary},
    records::meeting::{Counts, Kind},
    register::{
        Commune,
        build::{self, load},
        discover::{UnitDir, list},
        open::scope,
    },
    sheet_file,
    text::{fold, nearest},
    unit::{UnitLevel, within as lies_within},
};

/// The keys of `[counts]` with the columns that say them.
const KEYS: [(&str, Column); 7] = [
    ("expected", Column::Expected),
    ("total", Column::Total),
    ("exempt", Column::Exempt),
    ("away", Column::Away),
    ("present", Column::Present),
    ("excused", Column::Excused),
    ("unexcused", Column::Unexcused),
];

/// A row that is a meeting's totals.
struct Read {
    row: Row,
    /// The cell by its words; empty where the table has no such column.
    cell: String,
    day: Date,
    kind: Kind,
    counts: Vec<(&'static str, u32)>,
}

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
            let one = read(&found, row, args.kind, lang).and_then(|read| {
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
                        let path = text.as_ref().map(|text| self.desk.show(&text.file.path)).unwrap_or_default();
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
    ) -> Result<Result<(Verdict, Option<Text>), (Verdict, String)>, Failure> {
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

fn read(found: &Table<'_>, row: Row, other_kind: Option<Kind>, lang: Lang) -> Result<Read, String> {
    let missing = || say!(lang, "thiếu ngày họp", "the day of the meeting is missing");
    let day = within(found.dates, found.cell(row, Column::Date).ok_or_else(missing)?, lang)?;
    let said = found.text(row, Column::Kind);
    let kind = if said.is_empty() {
        other_kind.unwrap_or(Kind::Regular)
    } else {
        kind(&said).ok_or_else(|| say!(lang, "không rõ loại họp `{said}`", "the kind `{said}` is not known"))?
    };
    let mut counts = Vec::new();
    for (name, column) in KEYS {
        if let Some(cell) = found.cell(row, column).filter(|cell| !super::members::is_blank(cell)) {
            counts.push((
                name,
                count(cell).ok_or_else(|| {
                    let (heading, shown) = (column_words(found, column), cell.show(lang));
                    say!(
                        lang,
                        "cột {heading}: `{shown}` không phải số người",
                        "column {heading}: `{shown}` is no number of people"
                    )
                })?,
            ));
        }
    }
    let of = |name: &str| counts.iter().find(|(key, _)| *key == name).map(|(_, count)| u64::from(*count));
    let present =
        of("present").ok_or_else(|| say!(lang, "thiếu số có mặt", "the number of those present is missing"))?;
    let others = of("exempt").unwrap_or(0) + of("away").unwrap_or(0);
    let expected = match (of("expected"), of("total")) {
        (Some(expected), _) => expected,
        (None, Some(total)) => total.checked_sub(others).ok_or_else(|| {
            say!(lang, "số miễn và đi xa nhiều hơn tổng số", "more are exempt and away than there are")
        })?,
        (None, None) => {
            return Err(say!(
                lang,
                "cần số phải dự, hoặc tổng số đảng viên",
                "the number of those expected, or of all members, is needed"
            ));
        }
    };
    if present > expected {
        return Err(say!(
            lang,
            "có mặt {present} nhiều hơn phải dự {expected}",
            "{present} present of {expected} expected"
        ));
    }
    let absent = found.cell(row, Column::Absent).and_then(count).map(u64::from);
    let apart = of("excused").zip(of("unexcused")).map(|(excused, unexcused)| excused + unexcused);
    if let Some(absent) = absent.or(apart).filter(|absent| present + absent != expected) {
        return Err(say!(
            lang,
            "không khớp: có mặt {present} + vắng {absent} khác phải dự {expected}",
            "it does not add up: {present} present and {absent} absent are not {expected} expected"
        ));
    }
    Ok(Read { row, cell: found.text(row, Column::Cell), day, kind, counts })
}

fn column_words<'f>(found: &'f Table<'_>, column: Column) -> &'f str {
    found.column(column).map_or("", |number| found.heading(number))
}

/// A number of people, written as a number or as a text.
fn count(cell: &sheet_file::Cell) -> Option<u32> {
    match cell {
        sheet_file::Cell::Whole(number) => u32::try_from(*number).ok(),
        sheet_file::Cell::Text(text) => date::digits(text.trim_start_matches('\''))?.try_into().ok(),
        _ => None,
    }
}

/// The cells at and below a unit, by what a row may call them.
#[derive(Default)]
struct Cells {
    units: Vec<UnitDir>,
    names: Vec<String>,
    by_path: BTreeMap<String, Vec<usize>>,
    /// By the name without `Chi bộ` in front, as it is written and without its marks.
    by_name: BTreeMap<String, Vec<usize>>,
    by_letters: BTreeMap<String, Vec<usize>>,
}

fn cells(work: &Work<'_>, top: &UnitDir) -> Cells {
    let ctx = &work.place.ctx;
    let mut report = Report::new(ctx);
    let communes: Vec<UnitDir> = if top.level >= UnitLevel::Commune {
        vec![commune_of(ctx, top)]
    } else {
        let listing = list(ctx, top, UnitLevel::Commune, &mut report);
        listing.units.into_iter().filter(|unit| unit.level == UnitLevel::Commune).collect()
    };
    let mut cells = Cells::default();
    for commune in communes {
        let listing = list(ctx, &commune, UnitLevel::Cell, &mut report);
        let loaded = load(&listing, &mut report);
        let commune = build::commune(&commune, &listing, &loaded, &mut report);
        for cell in commune.cells.iter().filter(|cell| lies_within(&cell.unit, &top.id)) {
            cells.add(UnitDir { id: cell.unit.clone(), level: UnitLevel::Cell }, &cell.file.name);
        }
    }
    cells
}

fn bare(name: &str) -> String {
    let name = fold(&name.split_whitespace().collect::<Vec<_>>().join(" "));
    name.strip_prefix(&fold("chi bộ ")).map_or_else(|| name.clone(), str::to_owned)
}

impl Cells {
    fn add(&mut self, unit: UnitDir, name: &str) {
        let nth = self.units.len();
        // Any end of its path may stand for it.
        let ends = unit.id.match_indices('/').map(|(at, _)| &unit.id[at + 1..]);
        for path in std::iter::once(&*unit.id).chain(ends) {
            self.by_path.entry(path.to_owned()).or_default().push(nth);
        }
        self.by_name.entry(bare(name)).or_default().push(nth);
        self.by_letters.entry(key(&bare(name))).or_default().push(nth);
        self.names.push(name.to_owned());
        self.units.push(unit);
    }

    /// The cell that a row names.
    fn find(&self, top: &UnitDir, said: &str, lang: Lang) -> Result<UnitDir, String> {
        if said.is_empty() {
            return match self.units.as_slice() {
                [only] if top.level == UnitLevel::Cell => Ok(only.clone()),
                _ => Err(say!(lang, "không ghi chi bộ nào", "it names no cell")),
            };
        }
        let found = [self.by_path.get(said), self.by_name.get(&bare(said)), self.by_letters.get(&key(&bare(said)))];
        match found.into_iter().flatten().next().map(Vec::as_slice) {
            Some([one]) => Ok(self.units[*one].clone()),
            Some(several) => {
                let paths: Vec<&str> = several.iter().map(|nth| &*self.units[*nth].id).collect();
                let paths = paths.join(", ");
                Err(say!(
                    lang,
                    "nhiều chi bộ tên này: {paths}; ghi đường dẫn thay cho tên",
                    "several cells have this name: {paths}; write the path in its place"
                ))
            }
            None => {
                let names: Vec<&str> = self.names.iter().map(String::as_str).take(200).collect();
                let near =
                    nearest(said, &names).map(|near| say!(lang, "; có phải là {near}?", "; did you mean {near}?"));
                let near = near.unwrap_or_default();
                Err(say!(lang, "không có chi bộ này trong đơn vị{near}", "there is no such cell in the unit{near}"))
            }
        }
    }
}
