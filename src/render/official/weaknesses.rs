//! What is not met, in sentences: one a target, with the units that miss it and the months in which they do.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::{Names, Part, above, shortcomings, unit_name};
use crate::{
    alphabet,
    board::{Board, Gap, is_of_people},
    document::{Body, Depth, Line as Text, phrases},
    lang::{Lang, Words, plural, say},
    number::group,
    render::report_words as words,
    report::Line,
    targets::{Goal, Status},
    unit::{UnitLevel, above as above_of, within},
};

/// More units than this are counted by the units next below the whole: of a province a reader wants fewer names.
const fn most_named(level: UnitLevel) -> usize {
    match level {
        UnitLevel::Province => 8,
        _ => 24,
    }
}

pub(super) fn write(body: &mut Body, lang: Lang, board: &Board, names: &Names) {
    let mut is_any = false;
    for part in Part::ALL {
        let of_part = board.report.whole.lines.iter().filter(|line| Part::of(line) == part);
        let told: Vec<Vec<String>> = of_part.map(|line| sentences(lang, board, line, names)).collect();
        if told.iter().all(Vec::is_empty) {
            continue;
        }
        is_any = true;
        body.heading(Depth::Section, &phrases::both(part.subject(), lang));
        told.into_iter().flatten().for_each(|sentence| body.item(sentence));
    }
    if !is_any {
        body.paragraph(say!(
            lang,
            "Số liệu không cho thấy chỉ tiêu nào chưa đạt.",
            "The figures show no target that is missed."
        ));
    }
    body.paragraph(Text::italic(
        Words::new(
            "(Bổ sung hạn chế mà số liệu không thể hiện, nếu có.)",
            "(Add here what the figures do not show, if anything.)",
        )
        .of(lang),
    ));
}

/// What is to be said of one target: nothing where nothing is missing.
fn sentences(lang: Lang, board: &Board, line: &Line, names: &Names) -> Vec<String> {
    let id = line.target.id;
    let gaps: Vec<&Gap> = board.missing.iter().filter(|gap| gap.target == id).collect();
    let missed = line.status == Status::Missed && (board.all || line.is_foremost());
    let Some(what) = shortcomings::of(id).filter(|_| missed || !gaps.is_empty()) else { return Vec::new() };
    let what = what.of(lang);
    let whole = board.report.whole.id.as_deref().unwrap_or_default();
    let gaps_below: Vec<&Gap> = gaps.iter().copied().filter(|gap| &*gap.unit != whole).collect();
    let mut sentence = match line.target.goal {
        _ if is_one_by_one(line) => {
            let (missing, d) = (group(missing(line), lang), group(line.tally.denominator, lang));
            format!("{missing}/{d} {what}")
        }
        _ => share(lang, line, what),
    };
    if !gaps_below.is_empty() {
        let units = units(lang, board, line, &gaps_below, names);
        sentence.push_str(&match is_one_by_one(line) {
            true => format!(": {units}"),
            false => say!(lang, "; chưa đạt ở: {units}", "; not met in: {units}"),
        });
    }
    sentence.push('.');
    let people = gaps.iter().filter(|gap| gap.line.is_some() && is_of_people(&gap.path));
    let people = people.map(|gap| format!("{}: {}.", unit_name(&gap.unit, whole, names), gap.message()));
    std::iter::once(sentence).chain(people).collect()
}

/// Whether each subject is to meet the goal, or none; else a share is.
fn is_one_by_one(line: &Line) -> bool {
    matches!(line.target.goal, Goal::All | Goal::None)
}

/// How many subjects miss a goal of all or of none.
fn missing(line: &Line) -> u64 {
    let (n, d) = (line.tally.numerator, line.tally.denominator);
    if line.target.goal == Goal::None { n } else { d.saturating_sub(n) }
}

/// `Tỷ lệ đảng viên dự sinh hoạt chi bộ là 71/87 = 81,61%, dưới mức 85%, cần thêm 3`.
fn share(lang: Lang, line: &Line, what: &str) -> String {
    let (count, share) = (words::count(lang, line), words::share(lang, line));
    let figure = say!(lang, "Tỷ lệ {what} là {count} = {share}", "The share of {what} is {count} = {share}");
    if line.status != Status::Missed {
        let status = line.status.label().of(lang);
        return match line.goal.percent() {
            Some(percent) => say!(lang, "{figure} (mức {percent}%: {status})", "{figure} (goal {percent}%: {status})"),
            None => format!("{figure} ({status})"),
        };
    }
    let needed = group(line.needed, lang);
    let percent = line.goal.percent().unwrap_or(0);
    let against = match line.goal {
        Goal::AtMost(_) => {
            say!(lang, ", vượt mức {percent}% (quá {needed})", ", above the limit of {percent}% ({needed} too many)")
        }
        Goal::Falling => say!(
            lang,
            ", có mức xếp loại chưa giảm so với năm trước (cần bớt {needed})",
            ", with a grade that has not fallen against the year before ({needed} too many)"
        ),
        _ => say!(lang, ", dưới mức {percent}% (cần thêm {needed})", ", below {percent}% ({needed} more needed)"),
    };
    figure + &against
}

/// What one unit misses.
#[derive(Default)]
struct Missed<'b> {
    periods: BTreeSet<&'b str>,
    people: u64,
    is_explained: bool,
}

/// `chi bộ thôn 1, chi bộ thôn 2 (xã Xuân Quan); …`.
fn units(lang: Lang, board: &Board, line: &Line, gaps: &[&Gap], names: &Names) -> String {
    let whole = board.report.whole.id.as_deref().unwrap_or_default();
    let mut missed: BTreeMap<&Arc<str>, Missed<'_>> = BTreeMap::new();
    for gap in gaps {
        let unit = missed.entry(&gap.unit).or_insert_with(|| Missed { is_explained: true, ..Missed::default() });
        unit.periods.extend(gap.period.as_deref());
        unit.people += if is_of_people(&gap.path) { gap.count } else { 0 };
        unit.is_explained &= gap.explained.is_some();
    }
    let is_summed = board.rows.is_some_and(|rows| rows < UnitLevel::Cell) && missed.len() > most_named(board.level);
    if is_summed {
        let sums = board.report.by.iter().filter_map(|unit| {
            let id = unit.id.as_deref()?;
            // Of one by one the parts add up to what the sentence says.
            let count = match Board::figure(unit, line.target.id).filter(|_| is_one_by_one(line)) {
                Some(line) => missing(line),
                None => missed.keys().filter(|missed| within(missed, id)).count() as u64,
            };
            let name = names.get(id).cloned().unwrap_or_else(|| unit.name.clone());
            let count = (count > 0).then(|| group(count, lang))?;
            // What misses a share is a commune; what misses one by one the sentence has named.
            Some(match is_one_by_one(line) {
                true => format!("{name} {count}"),
                false => say!(lang, "{name} {count} xã", "{name} {count} communes"),
            })
        });
        return sums.collect::<Vec<_>>().join(", ");
    }
    // A share that is missed is told; of what misses one by one the subjects are named.
    let figure = |unit: &str| {
        let row = board.report.by.iter().find(|row| row.id.as_deref() == Some(unit));
        let line = row.filter(|_| !is_one_by_one(line)).and_then(|row| Board::figure(row, line.target.id));
        line.map(|line| format!(" – {} = {}", words::count(lang, line), words::share(lang, line))).unwrap_or_default()
    };
    // By the unit above, which is named once.
    let mut groups: Vec<(&str, Vec<String>)> = Vec::new();
    let mut in_order: Vec<_> = missed.into_iter().collect();
    in_order.sort_by_cached_key(|(unit, _)| {
        let next = above_of(unit);
        let name = |id: &str| alphabet::key(names.get(id).map_or(id, String::as_str));
        (name(next), next.to_owned(), name(unit), Arc::clone(unit))
    });
    for (unit, missed) in &in_order {
        let next = above_of(unit);
        let said = format!("{}{}{}", unit_name(unit, next, names), figure(unit), details(lang, missed));
        match groups.last_mut() {
            Some((known, list)) if *known == next => list.push(said),
            _ => groups.push((next, vec![said])),
        }
    }
    let told = groups.into_iter().map(|(next, list)| {
        // Where something is said of one, a comma would not part it from the next.
        let between = if list.iter().any(|said| said.contains(" – ")) { "; " } else { ", " };
        let list = list.join(between);
        if next == whole {
            return list;
        }
        let own = names.get(next).cloned().unwrap_or_else(|| next.to_owned());
        let chain = std::iter::once(own).chain(above(next, whole, names)).collect::<Vec<_>>().join(", ");
        format!("{list} ({chain})")
    });
    told.collect::<Vec<_>>().join("; ")
}

fn details(lang: Lang, missed: &Missed<'_>) -> String {
    let mut told = periods(lang, &missed.periods);
    if missed.people > 0 {
        let (n, people) = (group(missed.people, lang), plural(missed.people, "person", "people"));
        told.push(say!(lang, "{n} người", "{n} {people}"));
    }
    if missed.is_explained {
        told.push(Words::new("đã giải trình", "explained").of(lang).to_owned());
    }
    if told.is_empty() { String::new() } else { format!(" – {}", told.join(", ")) }
}

/// `tháng 5, 7` and `quý III`; a year is that of the paper.
fn periods(lang: Lang, periods: &BTreeSet<&str>) -> Vec<String> {
    let parts = || periods.iter().filter_map(|period| period.split_once('-').map(|(_, part)| part));
    let months: Vec<&str> =
        parts().filter(|part| !part.starts_with('Q')).map(|part| part.trim_start_matches('0')).collect();
    let quarter = |part: &str| match part.strip_prefix('Q')? {
        "1" => Some("I"),
        "2" => Some("II"),
        "3" => Some("III"),
        "4" => Some("IV"),
        _ => None,
    };
    let quarters: Vec<&str> = parts().filter_map(quarter).collect();
    let mut told = Vec::new();
    if !months.is_empty() {
        let months = months.join(", ");
        told.push(say!(lang, "tháng {months}", "month {months}"));
    }
    if !quarters.is_empty() {
        let quarters = quarters.join(", ");
        told.push(say!(lang, "quý {quarters}", "quarter {quarters}"));
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_and_quarters_are_said_once() {
        let told = |list: &[&str]| periods(Lang::Vi, &list.iter().copied().collect());
        assert_eq!(told(&["2018-05", "2018-07", "2018-11"]), ["tháng 5, 7, 11"]);
        assert_eq!(told(&["2018", "2018-Q3", "2018-Q1"]), ["quý I, III"]);
        assert!(told(&["2018"]).is_empty());
    }
}
