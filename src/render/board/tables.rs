//! The tables of the page: years, units by targets, cells by months.

use std::collections::BTreeSet;

use super::{super::report_words as words, evidence, page_of, standing};
use crate::{
    alphabet,
    board::{Board, CellYear},
    lang::{Lang, Words, say},
    received::{CellMonths, Sent, Share, by_commune},
    report::{Line, UnitReport, in_order},
    targets::Status,
    themes::Theme,
    unit::{UnitLevel, above},
    years,
};

pub(super) struct YearRow {
    pub(super) title: &'static str,
    pub(super) goal: String,
    pub(super) cells: Vec<Cell>,
}

/// One square of a table.
#[derive(Default)]
pub(super) struct Cell {
    pub(super) class: String,
    pub(super) text: String,
    pub(super) value: i64,
    pub(super) href: Option<String>,
}

/// Units by targets.
pub(super) struct Heat {
    pub(super) title: String,
    /// As many targets in each as a sheet of paper takes.
    pub(super) tables: Vec<HeatTable>,
}

pub(super) struct HeatTable {
    pub(super) label: String,
    pub(super) heads: Vec<&'static str>,
    pub(super) rows: Vec<Row>,
}

/// Targets that stand side by side on a sheet of paper.
const ON_PAPER: usize = 20;

pub(super) struct Row {
    pub(super) name: String,
    pub(super) href: Option<String>,
    pub(super) cells: Vec<Cell>,
}

/// Cells, or communes, by months and quarters.
pub(super) struct Months {
    pub(super) key: Vec<Key>,
    pub(super) heads: Vec<String>,
    pub(super) rows: Vec<Row>,
}

pub(super) struct Key {
    pub(super) class: &'static str,
    pub(super) sign: &'static str,
    pub(super) text: &'static str,
}

pub(super) fn by_year(lang: Lang, board: &Board) -> (Vec<String>, Vec<YearRow>) {
    let names = board.years.years.iter().map(ToString::to_string).collect();
    let shown: BTreeSet<&str> = board.lines().map(|line| line.target.id).collect();
    // The evidence is of the year that is judged.
    let place = |row: &years::Row, year: i32| {
        (year == board.report.year).then(|| format!("#{}", evidence::anchor(row.target.id, None)))
    };
    let rows = board.years.rows.iter().filter(|row| shown.contains(row.target.id)).map(|row| YearRow {
        title: row.target.title.of(lang),
        goal: words::goal(lang, row.goal),
        cells: row
            .years
            .iter()
            .zip(&board.years.years)
            .map(|(line, year)| figure(lang, line, place(row, *year)))
            .collect(),
    });
    (names, rows.collect())
}

/// A figure in a square: a sign for how it stands, and the share.
fn figure(lang: Lang, line: &Line, href: Option<String>) -> Cell {
    let (class, sign) = standing(line.status);
    let depth = if line.status == Status::Missed { depth(line) } else { "" };
    let text = match (line.tally.denominator, line.status) {
        (0, _) => "–".to_owned(),
        (_, Status::Figure) => words::share(lang, line),
        _ => format!("{sign} {}", words::share(lang, line)),
    };
    Cell { class: format!("{class}{depth}"), text, value: evidence::sorted_by(line), href }
}

/// How deep a missed goal is coloured: the further off, in points of the share, the deeper.
fn depth(line: &Line) -> &'static str {
    let off = line.needed * 100 / line.tally.denominator.max(1);
    match off {
        0..10 => "",
        10..30 => " x2",
        _ => " x3",
    }
}

pub(super) fn heat(lang: Lang, board: &Board) -> Heat {
    let has = |line: &&Line| board.report.by.iter().any(|unit| Board::figure(unit, line.target.id).is_some());
    let (foremost, others): (Vec<&Line>, Vec<&Line>) = board.lines().filter(has).partition(|line| line.is_foremost());
    let anchors = evidence::anchors(board);
    let row = |columns: &[&Line], unit: &UnitReport| {
        let id = unit.id.as_deref().unwrap_or_default();
        let page = page_of(board, id);
        let cells = columns.iter().map(|column| match Board::figure(unit, column.target.id) {
            Some(line) => {
                let place = evidence::anchor(line.target.id, Some(id));
                let href = match page {
                    Some(page) => Some(format!("{}#{}", page.file, evidence::anchor(line.target.id, None))),
                    None => anchors.contains(&place).then(|| format!("#{place}")),
                };
                figure(lang, line, href)
            }
            None => Cell::default(),
        });
        Row { name: full_name(board, id, &unit.name), href: page.map(|page| page.file.clone()), cells: cells.collect() }
    };
    let concerned = |unit: &&UnitReport| unit.lines.iter().any(Line::concerns_unit);
    let title = match board.rows {
        Some(UnitLevel::District) => Words::new("Từng huyện, thị xã, thành phố", "District by district"),
        Some(UnitLevel::Commune) => Words::new("Từng xã, phường, thị trấn", "Commune by commune"),
        Some(UnitLevel::Village) => Words::new("Từng thôn, khu phố", "Village by village"),
        _ => Words::new("Từng chi bộ", "Cell by cell"),
    };
    let title = title.of(lang).to_owned();
    let units: Vec<&UnitReport> = in_order(&board.report.by).into_iter().filter(concerned).collect();
    let parts: Vec<&[&Line]> = evenly(&foremost).chain(evenly(&others)).collect();
    let count = parts.len();
    let table = |(index, columns): (usize, &&[&Line])| HeatTable {
        label: if count == 1 { title.clone() } else { format!("{title} ({}/{count})", index + 1) },
        heads: columns.iter().map(|line| line.target.title.of(lang)).collect(),
        rows: units.iter().map(|unit| row(columns, unit)).collect(),
    };
    let tables = if units.is_empty() { Vec::new() } else { parts.iter().enumerate().map(table).collect() };
    Heat { title, tables }
}

/// No table much smaller than the one before it.
fn evenly<'c, 'l>(columns: &'c [&'l Line]) -> impl Iterator<Item = &'c [&'l Line]> {
    let tables = columns.len().div_ceil(ON_PAPER).max(1);
    columns.chunks(columns.len().div_ceil(tables).max(1))
}

/// The order of rows: by the name of the unit above, then by their own.
fn order(board: &Board, id: &str, name: &str) -> [(alphabet::Key, String); 2] {
    let above = above(id);
    let above_name = board.names.get(above).map_or("", String::as_str);
    [(alphabet::key(above_name), above.to_owned()), (alphabet::key(name), id.to_owned())]
}

/// A unit's name, with that of the unit above it where that is not the page's own.
pub(super) fn full_name(board: &Board, id: &str, name: &str) -> String {
    let above = above(id);
    match board.names.get(above) {
        Some(above_name) if board.report.whole.id.as_deref() != Some(above) => format!("{name}, {above_name}"),
        _ => name.to_owned(),
    }
}

pub(super) fn months(lang: Lang, board: &Board) -> Months {
    let mut heads: Vec<String> = (1..=12).map(|month| say!(lang, "T{month}", "M{month}")).collect();
    heads.extend(["I", "II", "III", "IV"].map(|quarter| say!(lang, "CĐ {quarter}", "Q{quarter}")));
    let rows = if board.by_commune { communes(board) } else { cells(board) };
    let key = Sent::ALL.into_iter().filter(|sent| !sent.sign().is_empty());
    let key = key.map(|sent| Key { class: class_of(sent), sign: sent.sign(), text: sent.label().of(lang) });
    let themes = Theme::ALL.into_iter().filter(|theme| matches!(theme, Theme::Held | Theme::Missing));
    let themes =
        themes.map(|theme| Key { class: class_of_theme(theme), sign: theme.sign(), text: theme.label().of(lang) });
    let key = if board.by_commune {
        vec![Key {
            class: "",
            sign: "9/10",
            text: Words::new(
                "9 trong 10 chi bộ đã gửi, đã sinh hoạt chuyên đề",
                "9 of 10 cells have sent theirs, held a theme",
            )
            .of(lang),
        }]
    } else {
        key.chain(themes).collect()
    };
    Months { key, heads, rows }
}

const fn class_of(sent: Sent) -> &'static str {
    match sent {
        Sent::Complete | Sent::TotalsOnly => "m",
        Sent::NotHeld | Sent::Nothing => "x x2",
        Sent::WithErrors => "x",
        Sent::Planned => "p",
        Sent::NotDue => "n",
        Sent::Outside => "",
    }
}

const fn class_of_theme(theme: Theme) -> &'static str {
    match theme {
        Theme::Held => "m",
        Theme::Doubtful => "x",
        Theme::Missing => "x x2",
        Theme::NotDue => "n",
        Theme::Outside => "",
    }
}

fn cells(board: &Board) -> Vec<Row> {
    let square = |class: &'static str, sign: &'static str| Cell {
        class: class.to_owned(),
        text: sign.to_owned(),
        ..Cell::default()
    };
    let row = |cell: &CellYear| {
        let mut cells: Vec<Cell> =
            cell.months.months.iter().map(|(_, sent)| square(class_of(*sent), sent.sign())).collect();
        cells.extend(cell.themes.iter().map(|theme| square(class_of_theme(*theme), theme.sign())));
        cells.resize_with(16, Cell::default);
        Row { name: full_name(board, &cell.months.unit, &cell.months.name), href: None, cells }
    };
    let mut cells: Vec<&CellYear> = board.cells.iter().collect();
    cells.sort_by_cached_key(|cell| order(board, &cell.months.unit, &cell.months.name));
    cells.into_iter().map(row).collect()
}

/// How many of a commune's cells have sent a month, or held a theme in a quarter.
fn communes(board: &Board) -> Vec<Row> {
    let cells = &board.cells;
    let months: Vec<CellMonths> = cells.iter().map(|cell| cell.months.clone()).collect();
    let row = |of_commune: Vec<&CellMonths>| {
        let first = of_commune.first()?;
        let mut row: Vec<Cell> = (0..12).map(|month| share(Share::of(&of_commune, month))).collect();
        let themes: Vec<&CellYear> = cells.iter().filter(|cell| cell.months.commune == first.commune).collect();
        row.extend((0..4).map(|quarter| {
            let states = || themes.iter().filter_map(|cell| cell.themes.get(quarter));
            let asked = states().filter(|theme| !matches!(theme, Theme::Outside | Theme::NotDue)).count() as u64;
            let sent = states().filter(|theme| **theme == Theme::Held).count() as u64;
            share(Share { sent, asked })
        }));
        Some(Row { name: full_name(board, &first.commune, &first.commune_name), href: None, cells: row })
    };
    let mut communes = by_commune(&months);
    communes.sort_by_cached_key(|cells| cells.first().map(|first| order(board, &first.commune, &first.commune_name)));
    communes.into_iter().filter_map(row).collect()
}

fn share(share: Share) -> Cell {
    let Share { sent, asked } = share;
    let class = match (sent, asked) {
        (_, 0) => "n",
        _ if sent >= asked => "m",
        _ if sent * 10 >= asked * 9 => "x",
        _ if sent * 10 >= asked * 7 => "x x2",
        _ => "x x3",
    };
    let text = if asked == 0 { "·".to_owned() } else { format!("{sent}/{asked}") };
    Cell { class: class.to_owned(), text, ..Cell::default() }
}
