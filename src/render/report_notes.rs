//! What stands below the figures of a report: notes on the lines that are shown, and the rest in one line.

use crate::{
    date::{parse_iso, show},
    lang::{Lang, Words, plural, say},
    number::{group, percent},
    report::{Line, YearReport},
    targets::{Goal, Status, Tally, Target},
};

/// What must be said of the figures that are shown, a line a note.
pub(super) fn notes(lang: Lang, report: &YearReport, shown: &[&Line]) -> Vec<String> {
    let mut notes: Vec<String> = Vec::new();
    for line in shown {
        notes.extend(of_line(lang, line.target.id, line));
        notes.extend(remark(lang, report.year, line).map(|remark| format!("  {}: {remark}", line.target.id)));
    }
    notes.extend(left_out_records(lang, report.left_out_records));
    notes
}

/// What is said of a report for publication.
pub(super) fn withheld(lang: Lang, report: &YearReport) -> Option<String> {
    let words = Words::new(
        "Bản công bố: số liệu có mẫu số dưới 5, và số liệu mà từ đó tính ra được chúng, không nêu; \
         tỷ lệ đảng viên trong trưởng thôn, phó trưởng thôn chỉ nêu từ cấp huyện.",
        "For publication: figures of fewer than 5, and what would let one compute them, are not given; \
         membership of village heads and deputies is given for districts and above only.",
    );
    report.withheld.then(|| words.of(lang).to_owned())
}

/// What has changed since figures were filed; nothing where nobody asked.
pub(super) fn since(lang: Lang, report: &YearReport) -> Vec<String> {
    let Some(since) = &report.since else { return Vec::new() };
    let day = parse_iso(&since.reference).map_or_else(|| since.reference.clone(), |day| show(day, lang));
    let file = &since.file;
    if since.changes.is_empty() {
        return vec![say!(
            lang,
            "Không khác số liệu đã chốt đến {day} ({file}).",
            "Nothing differs from the figures filed to {day} ({file})."
        )];
    }
    // Figures of the middle of a year are compared with those of the same day.
    let now = report.reference.filter(|now| parse_iso(&since.reference).is_some_and(|was| was < *now));
    let head = match now.map(|now| show(now, lang)) {
        None => say!(lang, "Khác số liệu đã chốt đến {day} ({file}):", "Other than filed to {day} ({file}):"),
        Some(now) => say!(
            lang,
            "Tính đến {now}, khác số liệu đã chốt đến {day} ({file}); muốn so cùng ngày, thêm --as-of {}:",
            "To {now}, other than filed to {day} ({file}); to compare the same day, add --as-of {}:",
            since.reference
        ),
    };
    let told = since.changes.iter().map(|change| format!("  {}: {}", change.target, change.said(lang)));
    std::iter::once(head).chain(told).collect()
}

/// How many records no figure could use.
pub(super) fn left_out_records(lang: Lang, count: u64) -> Option<String> {
    let n = group(count, lang);
    let records = plural(count, "record was", "records were");
    (count > 0).then(|| {
        say!(
            lang,
            "Có {n} bản ghi lỗi không tính được vào số liệu; xem bằng chibo check --fail-on error.",
            "{n} {records} left out for an error; see them with chibo check --fail-on error."
        )
    })
}

/// What must be said of one figure, but for what is true of every register in the year; `label` names the figure.
pub(super) fn of_line(lang: Lang, label: &str, line: &Line) -> Vec<String> {
    let mut notes = Vec::new();
    let tally = &line.tally;
    if tally.left_out > 0 {
        let n = group(tally.left_out, lang);
        let records = plural(tally.left_out, "record is", "records are");
        notes.push(say!(
            lang,
            "* {label}: {n} bản ghi có lỗi để ngoài",
            "* {label}: {n} {records} left out for an error"
        ));
    }
    notes.extend(unknown(lang, line).map(|unknown| format!("  {label}: {unknown}")));
    if let Some(reading) = line.other_reading.filter(|_| tally.denominator > 0 || tally.other.1 > 0) {
        let (reading, (n, d)) = (reading.of(lang), tally.other);
        let share = percent(n, d, Some(line.goal), lang);
        let (n, d) = (group(n, lang), group(d, lang));
        let apart = apart(lang, line).map(|apart| format!("{apart}; ")).unwrap_or_default();
        notes.push(format!("  {label}: {apart}{reading}: {n}/{d} = {share}"));
    }
    if tally.denominator > 0 {
        let parts = parts(lang, line.target, tally, line.previous.as_ref());
        notes.extend(parts.map(|parts| format!("  {label}: {parts}")));
    }
    notes
}

/// Of how many subjects the records do not speak.
pub(super) fn unknown(lang: Lang, line: &Line) -> Option<String> {
    let unknown = line.target.unknown.filter(|_| line.tally.unknown > 0)?;
    Some(format!("{} {}", group(line.tally.unknown, lang), unknown.of(lang)))
}

/// How many subjects the counting rule sets apart.
pub(super) fn apart(lang: Lang, line: &Line) -> Option<String> {
    let apart = group(line.tally.apart, lang);
    (line.tally.apart > 0).then(|| say!(lang, "{apart} kiêm nhiệm để riêng", "{apart} of dual posts apart"))
}

/// What is to be said of a target's figure of a year, whatever the figure.
pub(super) fn remark(lang: Lang, year: i32, line: &Line) -> Option<&'static str> {
    if line.tally.denominator == 0 {
        return None;
    }
    line.target.remark.and_then(|remark| remark(year)).map(|remark| remark.of(lang))
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
