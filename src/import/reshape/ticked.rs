//! The list of a meeting with a column for each way of being there or not, ticked: `Có mặt`, `Có phép`, `Không phép`. Its
//! day stands in a title, or over the columns where there are several meetings.

use super::{
    put,
    titled::{in_titles, of_meeting},
    titles,
};
use crate::{
    date::{Date, digits},
    import::{
        What,
        column::{self, Column, key},
        dates::Dates,
        header::{self, COLUMNS, LINES, ROWS},
        heading_date::{self, Heading, When},
        mark::{Marks, Said},
    },
    lang::Lang,
    records::meeting::Mark,
    sheet_file::{Cell, Grid},
};

/// A heading is short; what is longer is a title.
const WORDS: usize = 5;

/// A column of ticks: what a tick in it says, and of which meeting where the heading says one.
struct Ticks {
    column: u32,
    says: Said,
    heading: Option<Heading>,
}

pub(super) fn ticked(grid: &Grid, year: Option<i32>, day_first: bool) -> Option<Grid> {
    let dates = Dates::of(grid, day_first);
    let mut best: Option<(u32, u32, Vec<Ticks>)> = None;
    // `Vắng mặt` over `Có phép` and `Không phép` tells more with the line below it.
    let tells = |ticks: &[Ticks]| (ticks.len(), distinct(ticks.iter().map(|own| own.says)).len());
    for first in 0..grid.rows().min(ROWS) {
        for last in first..(first + LINES).min(grid.rows()) {
            if let Some(ticks) = columns(grid, (first, last), year, dates)
                && best.as_ref().is_none_or(|(.., most)| tells(&ticks) > tells(most))
            {
                best = Some((first, last, ticks));
            }
        }
    }
    let (first, last, mut ticks) = best?;
    if ticks.iter().any(|own| own.heading.is_none()) {
        let titled = in_titles(grid, first, dates)?;
        // A list of another meeting below it.
        let is_other = |day: Date| titled.when != When::Day(day);
        let days = |row| grid.row(row).flat_map(|(_, cell)| dates.days_in(cell));
        if (last + 1..grid.rows()).any(|row| of_meeting(grid, row) && days(row).any(is_other)) {
            return None;
        }
        ticks.iter_mut().for_each(|own| own.heading = own.heading.or(Some(titled)));
    }
    Some(one_column_a_meeting(grid, (first, last), &ticks))
}

/// The columns of ticks under a heading that has people too; nothing where other columns may be days of meetings.
fn columns(grid: &Grid, rows: (u32, u32), year: Option<i32>, dates: Dates) -> Option<Vec<Ticks>> {
    let mut ticks: Vec<Ticks> = Vec::new();
    let (mut names, mut ids): (Vec<(u32, String)>, usize) = (Vec::new(), 0);
    for column in 0..grid.columns().min(COLUMNS) {
        let cells = header::cells(grid, rows, column);
        let Some(says) = cells.iter().rev().find_map(|cell| said(cell)) else {
            let words = words_of(&cells);
            if words.contains(|c: char| c.is_ascii_digit()) {
                return None;
            }
            match column::of(&words, What::Attendance) {
                Some(Column::Name) => names.push((column, words)),
                Some(Column::Id) => ids += 1,
                _ => {}
            }
            continue;
        };
        let over: Vec<&Cell> = cells.into_iter().filter(|cell| said(cell).is_none()).collect();
        ticks.push(Ticks { column, says, heading: heading_date::read(&over, year, dates) });
    }
    // Two lists side by side: whose a tick is, is not known.
    let goes_on = |(before, own): (&(u32, String), &(u32, String))| {
        before.0 + 1 == own.0 && header::is_part_of_name(&names[0].1, &own.1)
    };
    let is_one = ids < 2 && names.iter().zip(names.iter().skip(1)).all(goes_on);
    let is_once = distinct(ticks.iter().map(|own| (own.says, own.heading))).len() == ticks.len();
    let has_people = ids + names.len() > 0;
    let tells = distinct(ticks.iter().map(|own| own.says)).len() > 1;
    (is_one && is_once && has_people && tells).then_some(ticks)
}

fn words_of(cells: &[&Cell]) -> String {
    cells.iter().map(|cell| cell.show(Lang::Vi)).collect::<Vec<_>>().join(" ")
}

fn distinct<T: PartialEq>(all: impl Iterator<Item = T>) -> Vec<T> {
    all.fold(Vec::new(), |mut seen, one| {
        if !seen.contains(&one) {
            seen.push(one);
        }
        seen
    })
}

/// What a tick below a heading says: the heading is a mark in words.
fn said(heading: &Cell) -> Option<Said> {
    let Cell::Text(text) = heading else { return None };
    let short = |text: &str| {
        let key = key(text);
        let is_short = !key.is_empty() && key.split(' ').count() <= WORDS && digits(&key).is_none();
        is_short.then_some(key)
    };
    // `Có mặt (đánh dấu x)`, but also `Vắng (có phép)`.
    [text.as_str(), text.split('(').next().unwrap_or_default()].into_iter().find_map(|text| {
        match short(text)?.as_str() {
            "vang mat" => Some(Said::V),
            "du hop" | "tham gia" | "du sinh hoat" => Some(Said::Mark(Mark::Present)),
            "vang mat co ly do" | "vang mat co phep" => Some(Said::Mark(Mark::Excused)),
            "vang mat khong ly do" | "vang mat khong phep" => Some(Said::Mark(Mark::Absent)),
            key => Marks::default().read(&Cell::Text(key.to_owned())),
        }
    })
}

/// The rows stay where they are; the columns of a meeting become its first.
fn one_column_a_meeting(grid: &Grid, (first, last): (u32, u32), ticks: &[Ticks]) -> Grid {
    // Its titles have said what they say.
    let mut other = titles(grid, 0);
    let of = |column: u32| ticks.iter().find(|own| own.column == column);
    // The heading again, at the top of a page.
    let repeats = |row| ticks.iter().all(|own| grid.get(row, own.column).and_then(said) == Some(own.says));
    let rows = || (last + 1..grid.rows()).filter(|row| !numbers_columns(grid, *row) && !repeats(*row));
    for column in (0..grid.columns()).filter(|column| of(*column).is_none()) {
        put(&mut other, last, column as usize, Cell::text(&words_of(&header::cells(grid, (first, last), column))));
    }
    for row in rows() {
        for (column, cell) in grid.row(row).filter(|(column, _)| of(*column).is_none()) {
            put(&mut other, row, column as usize, Some(cell.clone()));
        }
    }
    for heading in distinct(ticks.iter().filter_map(|own| own.heading)) {
        let own: Vec<&Ticks> = ticks.iter().filter(|own| own.heading == Some(heading)).collect();
        let Some(to) = own.first().map(|own| own.column as usize) else { continue };
        put(&mut other, last, to, Cell::text(&heading.show(Lang::Vi)));
        for row in rows() {
            let ticked: Vec<(Said, &Cell)> =
                own.iter().filter_map(|own| Some((own.says, grid.get(row, own.column)?))).collect();
            put(&mut other, row, to, mark(&ticked));
        }
    }
    other
}

/// `1 2 3 4` below the heading.
fn numbers_columns(grid: &Grid, row: u32) -> bool {
    let is_number = |cell: &Cell| match cell {
        Cell::Whole(_) => true,
        Cell::Text(text) => digits(text.trim_matches(['(', ')'])).is_some(),
        _ => false,
    };
    grid.row(row).count() > 2 && grid.row(row).all(|(_, cell)| is_number(cell))
}

/// What the ticks of a row say: its one mark, or all of them where they do not go together.
fn mark(ticked: &[(Said, &Cell)]) -> Option<Cell> {
    let mut said: Vec<(Said, String)> = Vec::new();
    for (says, cell) in ticked {
        match tick(*says, cell) {
            Tick::None => {}
            Tick::Here => said.push((*says, words(*says).to_owned())),
            Tick::Other(text) => said.push((*says, text)),
        }
    }
    // Absence is said again by its kind, presence by being late.
    let has = |wanted: &[Said]| said.iter().any(|(own, _)| wanted.contains(own));
    let absent = has(&[Said::Mark(Mark::Excused), Said::Mark(Mark::Absent)]);
    let late = has(&[Said::Mark(Mark::Late)]);
    said.retain(|(own, _)| !(absent && *own == Said::V || late && *own == Said::Mark(Mark::Present)));
    Cell::text(&said.into_iter().map(|(_, words)| words).collect::<Vec<_>>().join(" + "))
}

enum Tick {
    None,
    Here,
    /// What is no tick: a mark of its own, or a word that its reader has to judge.
    Other(String),
}

fn tick(says: Said, cell: &Cell) -> Tick {
    let text = cell.show(Lang::Vi);
    if *cell == Cell::Truth(false) || matches!(text.as_str(), "0" | "-" | "–") {
        return Tick::None;
    }
    let own = Marks::default().read(cell);
    if own == Some(says) || matches!(own, Some(Said::V | Said::Mark(Mark::Present))) {
        Tick::Here
    } else {
        Tick::Other(text)
    }
}

/// The mark in the words of attendance books.
const fn words(says: Said) -> &'static str {
    match says {
        Said::Mark(Mark::Present) => "x",
        Said::Mark(Mark::Late) => "m",
        Said::Mark(Mark::Excused) => "p",
        Said::Mark(Mark::Absent | Mark::Blank) => "k",
        Said::NotExpected => "miễn",
        Said::V => "v",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{import::table::Table, sheet_file};

    fn marks(text: &str) -> Vec<String> {
        let book = sheet_file::read(text.as_bytes()).unwrap();
        let Some(other) = ticked(&book.grids[0], Some(2018), false) else { return Vec::new() };
        let table = Table::find(&other, What::Attendance, Some(2018), false).unwrap();
        let of = |row| {
            let marks = table.meetings().map(|(column, heading)| {
                format!(
                    "{} {}",
                    heading.show(Lang::Vi),
                    table.at(row, column).map_or("-".to_owned(), |c| c.show(Lang::Vi))
                )
            });
            marks.collect::<Vec<_>>().join(", ")
        };
        let rows = table.rows.iter();
        rows.map(|row| format!("{} {}: {}", row.first + 1, table.text(*row, Column::Name), of(*row))).collect()
    }

    #[test]
    fn a_list_of_one_meeting_has_its_day_in_a_title() {
        let list = "CHI BỘ THÔN 9,,,,,\nDANH SÁCH ĐIỂM DANH SINH HOẠT CHUYÊN ĐỀ,,,,,\nNgày 05 tháng 3 năm 2018,,,,,\n\
                    TT,Họ và tên,Có mặt,Có phép,Không phép,Ghi chú\n1,2,3,4,5,6\n1,Lê An,x,,,\n2,Vũ Bình,,x,,ốm\n\
                    3,Đỗ Cúc,,,v,\n4,Tạ Dần,x,x,,\n5,Bùi Giang,,ốm,,\n6,Ngô Hà,,,,\n,Cộng,2,2,1,\n";
        let expected = [
            "6 Lê An: 05/03/2018 chuyên đề x",
            "7 Vũ Bình: 05/03/2018 chuyên đề p",
            "8 Đỗ Cúc: 05/03/2018 chuyên đề k",
            "9 Tạ Dần: 05/03/2018 chuyên đề x + p",
            "10 Bùi Giang: 05/03/2018 chuyên đề ốm",
            "11 Ngô Hà: 05/03/2018 chuyên đề -",
        ];
        assert_eq!(marks(list), expected);
    }

    #[test]
    fn the_day_is_that_of_the_meeting_or_none() {
        let list = |titles: &str| marks(&format!("{titles}\nHọ và tên,Có mặt,Vắng\nLê An,x,\n"));
        let fifth = ["3 Lê An: 05/03/2018 x"];
        assert_eq!(list("Điểm danh ngày 05/03/2018 (theo giấy mời),"), fifth);
        assert_eq!(list("Ngày họp:,05/03/2018").len(), 1);
        for titles in ["Điểm danh,", "Từ ngày 05/03/2018 đến ngày 05/04/2018,", "Điểm danh ngày 3/5/2018,"]
        {
            assert_eq!(list(titles), [""; 0], "{titles}");
        }
        let two = "Kèm công văn ngày 01/02/2018,,\nHọp chi bộ ngày 05/03/2018,,\nHọ và tên,Có mặt,Vắng\nLê An,,v\n";
        assert_eq!(marks(two), ["4 Lê An: 05/03/2018 v"]);
    }

    #[test]
    fn two_lines_of_headings_and_several_meetings() {
        let absent =
            "Họp ngày 05/03/2018,,,\nHọ và tên,Có mặt,Vắng mặt,\n,,Có lý do,Không lý do\nLê An,1,0,0\nVũ Bình,0,0,1\n";
        assert_eq!(marks(absent), ["4 Lê An: 05/03/2018 x", "5 Vũ Bình: 05/03/2018 k"]);
        let two = "Họ và tên,05/03,,20/04,\n,Có mặt,Vắng,CM,KP\nLê An,x,,,x\n";
        assert_eq!(marks(two), ["3 Lê An: 05/03/2018 x, 20/04/2018 k"]);
    }

    #[test]
    fn sums_beside_days_that_cannot_be_read_are_no_ticks() {
        let book = "Lập ngày 31/12/2018,,,,\nHọ và tên,3/5,4/6,Có mặt,Vắng\nLê An,x,v,1,1\n";
        assert!(marks(book).is_empty());
        assert!(marks("").is_empty());
    }
}
