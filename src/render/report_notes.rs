//! What stands below the figures of a report: notes on the lines that are shown, and the rest in one line.

use crate::{
    lang::{Lang, Words, plural, say},
    number::{group, percent},
    report::{Line, YearReport},
    targets::{Goal, Status, Tally, Target},
};

/// What must be said of the figures that are shown, a line a note.
pub(super) fn notes(lang: Lang, report: &YearReport, shown: &[&Line]) -> Vec<String> {
    let mut notes: Vec<String> = shown.iter().flat_map(|line| of_line(lang, report.year, line)).collect();
    if report.left_out_records > 0 {
        let n = group(report.left_out_records, lang);
        let records = plural(report.left_out_records, "record was", "records were");
        notes.push(say!(
            lang,
            "Có {n} bản ghi lỗi không tính được vào số liệu; xem bằng chibo check --fail-on error.",
            "{n} {records} left out for an error; see them with chibo check --fail-on error."
        ));
    }
    notes
}

fn of_line(lang: Lang, year: i32, line: &Line) -> Vec<String> {
    let mut notes = Vec::new();
    let (id, tally) = (line.target.id, &line.tally);
    if tally.left_out > 0 {
        let n = group(tally.left_out, lang);
        let records = plural(tally.left_out, "record is", "records are");
        notes.push(say!(lang, "* {id}: {n} bản ghi có lỗi để ngoài", "* {id}: {n} {records} left out for an error"));
    }
    if let Some(unknown) = line.target.unknown.filter(|_| tally.unknown > 0) {
        let (n, unknown) = (group(tally.unknown, lang), unknown.of(lang));
        notes.push(format!("  {id}: {n} {unknown}"));
    }
    if let Some(reading) = line.other_reading.filter(|_| tally.denominator > 0 || tally.other.1 > 0) {
        let (reading, (n, d)) = (reading.of(lang), tally.other);
        let share = percent(n, d, Some(line.goal), lang);
        let (n, d, apart) = (group(n, lang), group(d, lang), tally.apart);
        let apart = if apart == 0 {
            String::new()
        } else {
            say!(lang, "{apart} kiêm nhiệm để riêng; ", "{apart} of dual posts apart; ")
        };
        notes.push(format!("  {id}: {apart}{reading}: {n}/{d} = {share}"));
    }
    if tally.denominator > 0 {
        let parts = parts(lang, line.target, tally, line.previous.as_ref());
        notes.extend(parts.map(|parts| format!("  {id}: {parts}")));
        let remark = line.target.remark.and_then(|remark| remark(year));
        notes.extend(remark.map(|remark| format!("  {id}: {}", remark.of(lang))));
    }
    notes
}

/// What a target counts apart: shares with those of the year before, else counts, those that are nought passed over.
pub(super) fn parts(lang: Lang, target: &Target, tally: &Tally, previous: Option<&Tally>) -> Option<String> {
    let parts = target.parts?;
    let of_share = |tally: &Tally, index: usize| {
        let (n, d) = (tally.parts[index], tally.denominator);
        format!("{}/{} = {}", group(n, lang), group(d, lang), percent(n, d, None, lang))
    };
    let told = (parts.names)().into_iter().enumerate().filter_map(|(index, (_, name))| {
        let name = name.of(lang);
        match (target.goal, previous.filter(|previous| previous.denominator > 0)) {
            (Goal::Falling, None) => Some(format!("{name} {}", of_share(tally, index))),
            (Goal::Falling, Some(previous)) => {
                let (now, before) = (of_share(tally, index), of_share(previous, index));
                Some(say!(lang, "{name} {now} (năm trước {before})", "{name} {now} (the year before {before})"))
            }
            _ => (tally.parts[index] > 0).then(|| format!("{name} {}", group(tally.parts[index], lang))),
        }
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| format!("{}: {}", parts.label.of(lang), told.join(", ")))
}

/// Duties and figures in one line, for those who did not ask for all: how many stand how.
pub(super) fn summary(lang: Lang, report: &YearReport) -> Option<String> {
    let rest = || report.whole.lines.iter().filter(|line| !line.is_foremost());
    let (figures, duties): (Vec<&Line>, Vec<&Line>) = rest().partition(|line| line.goal == Goal::Figure);
    let standing = [Status::Met, Status::Missed, Status::Progress, Status::NoData].map(|status| {
        let count = duties.iter().filter(|line| line.status == status).count();
        (count > 0).then(|| format!("{count} {}", status.label().of(lang)))
    });
    let duties: Vec<String> = standing.into_iter().flatten().collect();
    let mut parts = Vec::new();
    if !duties.is_empty() {
        let duties = duties.join(", ");
        parts.push(say!(lang, "Nhiệm vụ: {duties}.", "Duties: {duties}."));
    }
    if !figures.is_empty() {
        let count = figures.len();
        parts.push(say!(lang, "Số liệu theo dõi: {count}.", "Figures: {count}."));
    }
    if parts.is_empty() {
        return None;
    }
    parts.push(Words::new("Xem đủ bằng --all.", "See them all with --all.").of(lang).to_owned());
    Some(parts.join(" "))
}
