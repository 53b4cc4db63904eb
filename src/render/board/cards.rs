//! The targets at a glance: how many stand how, and a card for each.

use super::{super::report_words as words, chart, evidence, standing};
use crate::{
    board::Board,
    lang::{Lang, plural, say},
    number::group,
    report::Line,
    targets::Status,
};

pub(super) struct Total {
    pub(super) class: &'static str,
    pub(super) text: String,
    pub(super) href: Option<&'static str>,
}

/// One target at a glance.
pub(super) struct Card {
    pub(super) class: &'static str,
    pub(super) sign: &'static str,
    pub(super) status: &'static str,
    pub(super) href: Option<String>,
    pub(super) title: &'static str,
    pub(super) share: String,
    pub(super) detail: String,
    pub(super) chart: String,
}

pub(super) fn totals(lang: Lang, board: &Board, shown: &[&Line]) -> Vec<Total> {
    let standings = [Status::Met, Status::Missed, Status::Progress, Status::NoData];
    let mut totals: Vec<Total> = standings
        .into_iter()
        .filter_map(|status| {
            let count = shown.iter().filter(|line| line.status == status).count();
            let (class, sign) = standing(status);
            (count > 0).then(|| Total {
                class,
                href: None,
                text: format!("{sign} {count} {}", status.label().of(lang)),
            })
        })
        .collect();
    let missing: u64 = board.missing.iter().map(|gap| gap.count).sum();
    if missing > 0 {
        let (count, shortfalls) = (group(missing, lang), plural(missing, "shortfall", "shortfalls"));
        let text = say!(lang, "{count} việc còn thiếu", "{count} {shortfalls}");
        totals.push(Total { class: "f", text, href: Some("#missing") });
    }
    totals
}

pub(super) fn card(lang: Lang, board: &Board, line: &Line) -> Card {
    let (class, sign) = standing(line.status);
    let row = board.years.rows.iter().find(|row| row.target.id == line.target.id);
    let mut detail = Vec::new();
    if line.tally.denominator > 0 {
        detail.push(words::count(lang, line));
    }
    if line.goal != crate::targets::Goal::Figure {
        let goal = words::goal(lang, line.goal);
        detail.push(say!(lang, "mức {goal}", "goal {goal}"));
    }
    if line.previous.is_some_and(|previous| previous.denominator > 0) && line.tally.denominator > 0 {
        let (before, change) = (board.report.year - 1, words::since(lang, line));
        detail.push(say!(lang, "so với {before}: {change} điểm phần trăm", "vs {before}: {change} percentage points"));
    }
    detail.extend(evidence::off(lang, line));
    if line.tally.with_data < line.tally.units {
        let coverage = words::coverage(lang, line);
        detail.push(say!(lang, "số liệu từ {coverage}", "based on {coverage}"));
    }
    Card {
        class,
        sign,
        status: line.status.label().of(lang),
        href: Some(format!("#{}", evidence::anchor(line.target.id, None))),
        title: line.target.title.of(lang),
        share: if line.tally.denominator == 0 { "—".to_owned() } else { words::share(lang, line) },
        detail: detail.join(" · "),
        chart: row.map(|row| chart::small(lang, &board.years.years, board.report.year, row)).unwrap_or_default(),
    }
}
