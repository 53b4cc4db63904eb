//! Lines over the years, as SVG that needs no colour to be read: values in words, the goal dashed, points round.

use std::fmt::Write as _;

use crate::{
    lang::{Lang, say},
    number::percent,
    report::Line,
    targets::{Goal, Tally},
    years::{Baseline, Row, YearsReport},
};

use super::super::report_words as words;

/// Shares in thousandths: no figure is judged here, only drawn.
const WHOLE: u64 = 1000;

fn thousandths(tally: &Tally) -> Option<u64> {
    (tally.denominator > 0).then(|| (tally.numerator * WHOLE / tally.denominator).min(WHOLE))
}

/// What is drawn between two heights, in thousandths.
#[derive(Clone, Copy)]
struct Scale {
    low: u64,
    high: u64,
    /// In the units of the drawing: where `high` and `low` are.
    top: u64,
    bottom: u64,
}

impl Scale {
    fn y(self, value: u64) -> u64 {
        let above = value.clamp(self.low, self.high) - self.low;
        self.bottom - above * (self.bottom - self.top) / (self.high - self.low).max(1)
    }
}

/// Where the years stand, from left to right.
fn place(index: usize, count: usize, (left, right): (u64, u64)) -> u64 {
    match (count as u64).saturating_sub(1) {
        0 => left.midpoint(right),
        last => left + (right - left) * index as u64 / last,
    }
}

/// The years of a target on one line, with its goal.
pub(super) fn small(lang: Lang, years: &[i32], judged: i32, row: &Row) -> String {
    let shares: Vec<Option<u64>> = row.years.iter().map(|line| thousandths(&line.tally)).collect();
    if shares.iter().flatten().count() < 2 {
        return String::new();
    }
    let goal = goal_line(row.goal);
    let most = shares.iter().flatten().copied().chain(goal).max().unwrap_or(WHOLE);
    // What must stay small would be a flat line on a scale to the whole.
    let high = if row.goal.is_a_limit() || row.goal == Goal::Figure { (most * 5 / 4).clamp(10, WHOLE) } else { WHOLE };
    let scale = Scale { low: 0, high, top: 12, bottom: 54 };
    let mut svg = open(240, 72, &spoken(lang, years, row));
    let _ = write!(svg, r#"<line class="axis" x1="8" x2="232" y1="54" y2="54"/>"#);
    if let Some(goal) = goal {
        let y = scale.y(goal);
        let _ = write!(svg, r#"<line class="goal" x1="8" x2="232" y1="{y}" y2="{y}"/>"#);
    }
    let marked = years.iter().position(|year| *year == judged);
    line(&mut svg, &shares, scale, ((16, 224), shares.len()), marked);
    for (index, year) in [(0, years.first()), (years.len() - 1, years.last())] {
        let x = place(index, years.len(), (16, 224));
        if let Some(year) = year {
            let _ = write!(svg, r#"<text x="{x}" y="68" text-anchor="middle">{year}</text>"#);
        }
    }
    svg.push_str("</svg>");
    svg
}

/// The way of one target to its goal at the plan's end, with the plan's own starting figure.
pub(super) fn path(lang: Lang, report: &YearsReport, (judged, last): (i32, i32), row: &Row) -> String {
    let count = usize::try_from(last - report.years.first().copied().unwrap_or(last)).unwrap_or(0) + 1;
    let shares: Vec<Option<u64>> = row.years.iter().map(|line| thousandths(&line.tally)).collect();
    let baseline = row.baseline.map(|baseline| match baseline {
        Baseline::Count(n, d) => (n * WHOLE / d.max(1), n, d),
        Baseline::Percent(hundredths) => (hundredths / 10, hundredths, 10_000),
    });
    let goal = goal_line(row.goal);
    let least =
        shares.iter().flatten().copied().chain(goal).chain(baseline.map(|(share, ..)| share)).min().unwrap_or(0);
    let low = if least >= 600 { 500 } else { 0 };
    // Above the line of the whole stand the shares of those who reach it, and above them what the circle is.
    let scale = Scale { low, high: WHOLE, top: 36, bottom: 216 };
    let span = (70, 560);
    let mut svg = open(680, 250, &spoken(lang, &report.years, row));
    for step in (low..=WHOLE).step_by(100) {
        let (y, at) = (scale.y(step), step / 10);
        let below = y + 4;
        let _ = write!(
            svg,
            r#"<line class="axis" x1="48" x2="580" y1="{y}" y2="{y}"/><text x="42" y="{below}" text-anchor="end">{at}%</text>"#
        );
    }
    if let Some(goal) = goal {
        let (y, text) = (scale.y(goal), words::goal(lang, row.goal));
        let (below, text) = (y + 4, say!(lang, "mức {text}", "goal {text}"));
        let _ = write!(
            svg,
            r#"<line class="goal" x1="48" x2="580" y1="{y}" y2="{y}"/><text class="g" x="586" y="{below}">{text}</text>"#
        );
    }
    if let Some((share, n, d)) = baseline {
        let (x, y) = (span.0 - 14, scale.y(share));
        let shown = percent(n, d, None, lang);
        let text = say!(lang, "○ Đề án, cả tỉnh 2016: {shown}", "○ plan, whole province 2016: {shown}");
        let _ = write!(svg, r#"<circle class="base" cx="{x}" cy="{y}" r="6"/><text x="48" y="8">{text}</text>"#);
    }
    let reached = shares.iter().enumerate().filter_map(|(index, share)| Some((index, (*share)?))).next_back();
    if let (Some((index, share)), Some(goal), true) = (reached, goal, row.pace.is_some()) {
        let (x1, y1) = (place(index, count, span), scale.y(share));
        let (x2, y2) = (place(count - 1, count, span), scale.y(goal));
        let _ = write!(svg, r#"<line class="path" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"/>"#);
    }
    let marked = report.years.iter().position(|year| *year == judged);
    line(&mut svg, &shares, scale, (span, count), marked);
    for (index, (line, share)) in row.years.iter().zip(&shares).enumerate() {
        if let Some(share) = share {
            let (x, y) = (place(index, count, span), scale.y(*share).saturating_sub(9));
            let shown = words::share(lang, line);
            // The plan's own circle stands to the left of the first year.
            let anchor = if index == 0 && baseline.is_some() { "start" } else { "middle" };
            let _ = write!(svg, r#"<text class="v" x="{x}" y="{y}" text-anchor="{anchor}">{shown}</text>"#);
        }
    }
    for index in 0..count {
        let x = place(index, count, span);
        let year = report.years.first().copied().unwrap_or(last) + i32::try_from(index).unwrap_or(0);
        let _ = write!(svg, r#"<text x="{x}" y="238" text-anchor="middle">{year}</text>"#);
    }
    svg.push_str("</svg>");
    svg
}

fn goal_line(goal: Goal) -> Option<u64> {
    goal.percent().map(|percent| u64::from(percent) * WHOLE / 100)
}

fn open(width: u32, height: u32, spoken: &str) -> String {
    format!(
        r#"<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" aria-label="{}">"#,
        askama::filters::escape(spoken, askama::filters::Html).map(|text| text.to_string()).unwrap_or_default()
    )
}

/// What the drawing shows, for those who hear it.
fn spoken(lang: Lang, years: &[i32], row: &Row) -> String {
    let of_year = |(year, line): (&i32, &Line)| format!("{year}: {}", words::share(lang, line));
    let told: Vec<String> = years.iter().zip(&row.years).map(of_year).collect();
    let (title, goal, told) = (row.target.title.of(lang), words::goal(lang, row.goal), told.join("; "));
    say!(lang, "{title}, mức {goal}. {told}", "{title}, goal {goal}. {told}")
}

/// A line through the years that have a figure, broken where one has none; the judged year's point is filled.
fn line(
    svg: &mut String,
    shares: &[Option<u64>],
    scale: Scale,
    (span, count): ((u64, u64), usize),
    marked: Option<usize>,
) {
    let points: Vec<Option<(u64, u64)>> = shares
        .iter()
        .enumerate()
        .map(|(index, share)| share.map(|share| (place(index, count, span), scale.y(share))))
        .collect();
    for pair in points.windows(2) {
        if let [Some((x1, y1)), Some((x2, y2))] = pair {
            let _ = write!(svg, r#"<line class="line" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"/>"#);
        }
    }
    for (index, point) in points.iter().enumerate() {
        if let Some((x, y)) = point {
            let class = if Some(index) == marked { "dot" } else { "open" };
            let _ = write!(svg, r#"<circle class="{class}" cx="{x}" cy="{y}" r="4"/>"#);
        }
    }
}
