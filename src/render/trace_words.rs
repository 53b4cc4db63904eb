//! What stands above the evidence of a figure: the answer to "why this number?", fit to be pasted.

use super::{report_notes as notes, report_words as words};
use crate::{
    date,
    lang::{Lang, Words, say},
    number::{change, group, percent},
    page::Page,
    report::Line,
    targets::{Count, Goal, Status, Tally},
    trace::Trace,
    unit::UnitLevel,
};

/// "84,90% = 731/861 …": the figure, what it needs, and from how many units it comes; then how it is counted.
pub(super) fn answer(lang: Lang, trace: &Trace) -> Vec<String> {
    let mut lines = vec![figure(lang, trace)];
    lines.extend(counting(lang, trace));
    lines.extend(nothing(lang, trace));
    let Line { target, tally, goal, previous, .. } = &trace.line;
    if let Some(reading) = trace.line.other_reading {
        let (n, d) = tally.other;
        let other = Tally { numerator: n, denominator: d, ..Tally::default() };
        let (reading, share, count) = (reading.of(lang), share(lang, &other, *goal), count(lang, &other));
        lines.push(say!(
            lang,
            "Cách hiểu khác, {reading}: {share} = {count}",
            "Other reading, {reading}: {share} = {count}"
        ));
    }
    if let Some((year, before)) = &trace.against {
        let (was, count) = (share(lang, before, *goal), count(lang, before));
        let moved = change((tally.numerator, tally.denominator), (before.numerator, before.denominator), lang);
        lines.push(say!(
            lang,
            "Năm {year}: {was} = {count}; thay đổi {moved}",
            "{year}: {was} = {count}; change {moved}"
        ));
    }
    lines.extend(notes::parts(lang, target, tally, previous.as_ref()));
    // What the report notes below its table.
    let remark = notes::remark(lang, trace.year, &trace.line).map(ToOwned::to_owned);
    let notes = [notes::unknown(lang, &trace.line), notes::apart(lang, &trace.line), remark];
    lines.extend(notes.into_iter().flatten().map(|note| say!(lang, "Ghi chú: {note}.", "Note: {note}.")));
    if tally.left_out > 0 {
        let (n, records) = (group(tally.left_out, lang), crate::lang::plural(tally.left_out, "record", "records"));
        lines.push(say!(lang, "Để ngoài {n} bản ghi có lỗi.", "{n} {records} left out for an error."));
    }
    lines
}

/// The first line, which can stand alone.
pub(super) fn figure(lang: Lang, trace: &Trace) -> String {
    let Line { target, tally, status, goal, needed, .. } = &trace.line;
    let (title, name) = (target.title.of(lang), &trace.name);
    let day = trace.reference.map_or_else(
        || say!(lang, "năm {}", "{}", trace.year),
        |day| {
            let day = date::show(day, lang);
            say!(lang, "ngày {day}", "{day}")
        },
    );
    let figure = if tally.denominator == 0 {
        status.label().of(lang).to_owned()
    } else {
        format!("{} = {}", share(lang, tally, *goal), count(lang, tally))
    };
    let number = group(*needed, lang);
    let needed = match goal {
        _ if *needed == 0 => String::new(),
        _ if goal.is_a_limit() => say!(lang, "; vượt {number}", "; {number} too many"),
        _ => say!(lang, "; cần thêm {number}", "; {number} more needed"),
    };
    let (with_data, units) = (group(tally.with_data, lang), group(tally.units, lang));
    let covered = target.count.covered().of(lang);
    let verdict = verdict(lang, trace);
    say!(
        lang,
        "{figure} — {title}, {name}, {day}{verdict}{needed}; số liệu từ {with_data}/{units} {covered}",
        "{figure} — {title}, {name}, {day}{verdict}{needed}; based on {with_data}/{units} {covered}"
    )
}

fn verdict(lang: Lang, trace: &Trace) -> String {
    let Line { goal, status, .. } = trace.line;
    let asked = match goal {
        Goal::Figure => return String::new(),
        Goal::None => Words::new("không có", "none").of(lang).to_owned(),
        goal => words::goal(lang, goal),
    };
    if status == Status::Figure {
        let level = trace.level.label().of(lang);
        return say!(
            lang,
            " (mức {asked} không xét riêng cho {level})",
            " ({asked} is not asked of one {level} alone)"
        );
    }
    format!(" ({asked}: {})", status.label().of(lang))
}

/// The counting rule, and what this register has made of it.
fn counting(lang: Lang, trace: &Trace) -> Vec<String> {
    let page = Page::of(trace.line.target.doc);
    let rule = page.title(lang);
    if trace.settings.is_empty() {
        return vec![say!(lang, "Cách tính: {rule}", "How it is counted: {rule}")];
    }
    let mut lines = vec![say!(
        lang,
        "Cách tính khi sổ không đặt khác: {rule}",
        "How it is counted where the register sets nothing else: {rule}"
    )];
    lines.extend(trace.settings.iter().map(|difference| {
        let (label, sentence) = (difference.departs_from().of(lang), difference.sentence(lang));
        format!("{label}: {sentence} ({} = {})", difference.key(), difference.value())
    }));
    lines
}

/// Why nothing was counted at all, where no record tells.
fn nothing(lang: Lang, trace: &Trace) -> Option<String> {
    let Line { target, tally, .. } = &trace.line;
    if tally.denominator > 0 || !trace.evidence.is_empty() || !trace.by.is_empty() {
        return None;
    }
    let (covered, name, year) = (target.count.covered().of(lang), &trace.name, trace.year);
    let of_cells = matches!(target.count, Count::Cell(_) | Count::CellFromCommuneUp(_));
    let is_measured = target.count.is_measured_at(trace.level) || of_cells && trace.level == UnitLevel::Cell;
    Some(if trace.reference.is_none() {
        let (from, until) = (date::show(trace.period.from, lang), date::show(trace.period.until, lang));
        say!(
            lang,
            "Năm {year} nằm ngoài thời gian của sổ, từ {from} đến {until}.",
            "{year} lies outside the time of the register, {from} to {until}."
        )
    } else if !is_measured {
        let level = trace.level.label().of(lang);
        say!(
            lang,
            "Chỉ tiêu này đếm {covered}; {name} là {level}.",
            "This target counts {covered}; {name} is a {level}."
        )
    } else if of_cells && !trace.has_village_cells {
        if trace.level == UnitLevel::Cell {
            say!(
                lang,
                "Chỉ tiêu này chỉ đếm chi bộ thôn, khu phố đang hoạt động; {name} không phải.",
                "This target counts living cells of villages only; {name} is none."
            )
        } else {
            say!(
                lang,
                "Chỉ tiêu này chỉ đếm chi bộ thôn, khu phố; {name} không có.",
                "This target counts cells of villages only; {name} has none."
            )
        }
    } else if tally.units == 0 {
        say!(
            lang,
            "Năm {year} ở {name} không có gì phải tính cho chỉ tiêu này.",
            "Nothing of {name} is to be counted for this target in {year}."
        )
    } else {
        say!(
            lang,
            "Bản ghi năm {year} của {name} chưa nói gì về chỉ tiêu này.",
            "The records of {name} say nothing of this target in {year}."
        )
    })
}

pub(super) fn share(lang: Lang, tally: &Tally, goal: Goal) -> String {
    percent(tally.numerator, tally.denominator, Some(goal), lang)
}

pub(super) fn count(lang: Lang, tally: &Tally) -> String {
    format!("{}/{}", group(tally.numerator, lang), group(tally.denominator, lang))
}
