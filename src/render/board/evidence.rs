//! Where each figure of the page comes from: sub-units, or records; every figure above leads here.

use std::collections::BTreeSet;

use super::{super::report_words as words, super::trace_words, page_of, standing};
use crate::{
    board::{Board, is_of_people},
    clauses,
    lang::{Lang, say},
    number::group,
    report::Line,
    targets::{Evidence, Status},
    trace::{Part as UnitPart, Trace},
    unit::UnitLevel,
};

pub(super) struct Target {
    pub(super) anchor: String,
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    pub(super) clause: String,
    pub(super) answer: Vec<String>,
    pub(super) parts: Vec<Part>,
}

/// What one unit's figure is made of.
pub(super) struct Part {
    pub(super) anchor: String,
    pub(super) is_whole: bool,
    pub(super) title: String,
    pub(super) units: Vec<Unit>,
    pub(super) records: Vec<Record>,
}

pub(super) struct Unit {
    pub(super) anchor: Option<String>,
    pub(super) href: Option<String>,
    pub(super) name: String,
    pub(super) numerator: u64,
    pub(super) count: String,
    pub(super) value: i64,
    pub(super) share: String,
    pub(super) class: &'static str,
    pub(super) sign: &'static str,
    pub(super) status: &'static str,
    pub(super) off: u64,
    pub(super) needed: String,
}

pub(super) struct Record {
    pub(super) place: String,
    pub(super) numerator: u64,
    pub(super) count: String,
    pub(super) note: String,
}

/// The place on the page of a target's evidence, or of a unit's part of it.
pub(super) fn anchor(target: &str, unit: Option<&str>) -> String {
    match unit {
        None => format!("e-{target}"),
        // A unit's id has no dot; a village's `#` would end an address.
        Some(unit) => format!("e-{target}-{}", unit.replace('#', ".")),
    }
}

/// A share by which a column is sorted, in ten-thousandths; below every share where there is none.
pub(super) fn sorted_by(line: &Line) -> i64 {
    let (n, d) = (line.tally.numerator, line.tally.denominator);
    (n * 10_000).checked_div(d).map_or(-1, |share| i64::try_from(share).unwrap_or(i64::MAX))
}

/// How far a figure is from its goal.
pub(super) fn off(lang: Lang, line: &Line) -> Option<String> {
    let needed = words::bare_needed(lang, line);
    (!needed.is_empty()).then(|| {
        if line.goal.is_a_limit() {
            say!(lang, "vượt {needed}", "{needed} too many")
        } else {
            say!(lang, "cần thêm {needed}", "{needed} more needed")
        }
    })
}

/// What the section says of itself.
pub(super) fn lead(lang: Lang, board: &Board) -> String {
    let year = board.report.year;
    if board.level < UnitLevel::Commune {
        say!(
            lang,
            "Mỗi số liệu là tổng của các đơn vị dưới. Muốn xem từng bản ghi: chibo trace CHỈ-TIÊU ĐƠN-VỊ --year {year}.",
            "Each figure is the sum of the units below. For the records: chibo trace TARGET UNIT --year {year}."
        )
    } else {
        say!(
            lang,
            "Mỗi số liệu là tổng của các đơn vị dưới và của những bản ghi nêu ở đây; đường dẫn tính từ gốc của sổ.",
            "Each figure is the sum of the units below and of the records named here; paths are from the register's root."
        )
    }
}

/// The anchors of the units that the page tells of, so that no link leads nowhere.
pub(super) fn anchors(board: &Board) -> BTreeSet<String> {
    let mut anchors = BTreeSet::new();
    for trace in &board.traces {
        anchors.insert(anchor(trace.line.target.id, Some(&trace.unit)));
        anchors.extend(trace.by.iter().map(|part| anchor(trace.line.target.id, Some(&part.unit))));
    }
    anchors
}

pub(super) fn all(lang: Lang, board: &Board) -> Vec<Target> {
    let of_line = |line: &Line| {
        let traces: Vec<&Trace> = board.traces.iter().filter(|trace| trace.line.target.id == line.target.id).collect();
        let whole = traces.iter().find(|trace| Some(&trace.unit) == board.report.whole.id.as_ref());
        Target {
            anchor: anchor(line.target.id, None),
            id: line.target.id,
            title: line.target.title.of(lang),
            clause: line.target.clauses.first().map(|clause| clauses::shown(clause, lang)).unwrap_or_default(),
            answer: whole.map(|trace| trace_words::answer(lang, trace)).unwrap_or_default(),
            parts: traces.iter().map(|trace| part(lang, board, trace, &traces)).collect(),
        }
    };
    board.lines().map(of_line).collect()
}

fn part(lang: Lang, board: &Board, trace: &Trace, beside: &[&Trace]) -> Part {
    let is_whole = Some(&trace.unit) == board.report.whole.id.as_ref();
    let has_own = |unit: &UnitPart| beside.iter().any(|trace| trace.unit == unit.unit);
    Part {
        anchor: anchor(trace.line.target.id, Some(&trace.unit)),
        is_whole,
        title: format!("{}: {}", trace.name, figure(lang, &trace.line)),
        units: trace.by.iter().map(|unit| of_unit(lang, board, unit, has_own(unit))).collect(),
        records: records(lang, &trace.evidence, board.members),
    }
}

/// A figure in a line: what it is, of how many, and how it stands.
pub(super) fn figure(lang: Lang, line: &Line) -> String {
    let status = line.status.label().of(lang);
    if line.tally.denominator == 0 {
        return status.to_owned();
    }
    let (share, count) = (words::share(lang, line), words::count(lang, line));
    if line.status == Status::Figure { format!("{share} = {count}") } else { format!("{share} = {count}, {status}") }
}

fn of_unit(lang: Lang, board: &Board, unit: &UnitPart, has_own: bool) -> Unit {
    let line = &unit.line;
    let (class, sign) = standing(line.status);
    let place = anchor(line.target.id, Some(&unit.unit));
    let beside = page_of(board, &unit.unit).map(|page| format!("{}#{}", page.file, anchor(line.target.id, None)));
    Unit {
        href: if has_own { Some(format!("#{place}")) } else { beside },
        anchor: (!has_own).then_some(place),
        name: unit.name.clone(),
        numerator: line.tally.numerator,
        count: words::count(lang, line),
        value: sorted_by(line),
        share: words::share(lang, line),
        class,
        sign,
        status: line.status.label().of(lang),
        off: line.needed,
        needed: off(lang, line).unwrap_or_default(),
    }
}

/// The records, those of people only in sum unless they are asked for.
fn records(lang: Lang, evidence: &[Evidence], members: bool) -> Vec<Record> {
    let mut records: Vec<Record> = Vec::new();
    let mut people: Option<(&str, u64, u64, u64)> = None;
    let finish = |people: &mut Option<(&str, u64, u64, u64)>, records: &mut Vec<Record>| {
        records.extend(people.take().map(|(path, numerator, denominator, lines)| {
            let n = group(lines, lang);
            let rows = crate::lang::plural(lines, "row", "rows");
            Record {
                place: path.to_owned(),
                numerator,
                count: format!("{}/{}", group(numerator, lang), group(denominator, lang)),
                note: say!(lang, "{n} dòng", "{n} {rows}"),
            }
        }));
    };
    for evidence in evidence {
        let Evidence { path, line, numerator, denominator, note, .. } = evidence;
        if !members && is_of_people(path) {
            match &mut people {
                Some((known, n, d, lines)) if known == path => {
                    *n += numerator;
                    *d += denominator;
                    *lines += 1;
                }
                _ => {
                    finish(&mut people, &mut records);
                    people = Some((path, *numerator, *denominator, 1));
                }
            }
            continue;
        }
        finish(&mut people, &mut records);
        let count = match denominator {
            0 => String::new(),
            _ => format!("{}/{}", group(*numerator, lang), group(*denominator, lang)),
        };
        records.push(Record { place: format!("{path}:{line}"), numerator: *numerator, count, note: note.clone() });
    }
    finish(&mut people, &mut records);
    records
}
