//! An attendance book with a meeting a row and a member a column.

use super::{put, titles};
use crate::{
    date::digits,
    import::{
        What,
        column::{self, Column, key},
        dates::Dates,
        header::{COLUMNS, LINES, ROWS},
        heading_date,
        table::is_sum,
    },
    lang::Lang,
    sheet_file::{Cell, Grid, Origin},
};

/// The columns of the table before those of the meetings.
const OWN: [&str; 2] = ["Họ và tên", "Mã"];
/// The words of the headings of days, and those of which one must be there.
const OF_DAYS: [&str; 12] = ["ngay", "thang", "nam", "buoi", "thoi", "gian", "hop", "sinh", "hoat", "ky", "chi", "bo"];
const OF_KINDS: [&str; 6] = ["loai", "loai hop", "loai sinh hoat", "hinh thuc", "loai hinh", "kind"];

/// Where the parts of such a book stand.
struct Book<'g> {
    grid: &'g Grid,
    /// Of the heading.
    first: u32,
    days: u32,
    months: Option<u32>,
    kinds: Option<u32>,
}

pub(super) fn turned(grid: &Grid, year: Option<i32>, day_first: bool) -> Option<Grid> {
    let dates = Dates::of(grid, day_first);
    let turned = (0..grid.rows().min(ROWS)).find_map(|first| {
        let book = Book::at(grid, first)?;
        // With any year: which one it is, is for whoever reads the heading.
        let is_meeting = |row: &u32| {
            let heading = book.heading(*row);
            heading.is_some_and(|cell| heading_date::read(&[&cell], year.or(Some(2018)), dates).is_some())
        };
        // As many lines may stand between it and the first meeting.
        let meeting = (first + 1..=(first + LINES).min(grid.rows())).find(is_meeting)?;
        // A page further down has its heading again: the same people stand below it, or whose a mark is, is not known.
        let again = |row: &u32| book.days_said(*row).is_some_and(|said| Some(said) == book.days_said(first));
        let is_same = |row: u32| book.line_of_names(meeting) == first && grid.row(row).eq(grid.row(first));
        if !(meeting..grid.rows()).filter(again).all(is_same) {
            return Some(None);
        }
        let rows = (meeting..grid.rows()).filter(|row| grid.row(*row).next().is_some() && !again(row));
        let rows: Vec<u32> = rows.collect();
        // What would be cut off is refused, here and not from a heading further down.
        let fits = OWN.len() + rows.len() <= COLUMNS as usize;
        if fits { book.turn(&rows, meeting).map(Some) } else { Some(None) }
    });
    turned.flatten()
}

impl<'g> Book<'g> {
    fn at(grid: &'g Grid, first: u32) -> Option<Self> {
        let texts = || grid.row(first).filter_map(|(column, cell)| Some((column, text(cell)?)));
        // A column of names is a book of the usual shape; the word over a line of names is not.
        let is_over_names = |column| is_over_several(grid, first, column) && names_in(grid, first + 1) > 1;
        let mut of_names = texts().filter(|(_, text)| column::of(text, What::Attendance) == Some(Column::Name));
        if of_names.any(|(column, _)| !is_over_names(column)) {
            return None;
        }
        let with = |word: &'static str| {
            texts().find_map(|(column, text)| {
                let key = key(text);
                let mut words = key.split(' ');
                let is_of_days = words.clone().all(|word| OF_DAYS.contains(&word)) && words.any(|own| own == word);
                // `Ngày sinh` is none of them, `Ngày sinh hoạt` is.
                let is_birth = key.replace("sinh hoat", "").contains("sinh");
                (is_of_days && !is_birth).then_some(column)
            })
        };
        let months = with("thang").filter(|column| Some(*column) != with("ngay"));
        let days = with("ngay").or_else(|| with("buoi")).or_else(|| with("gian")).or(months)?;
        let kinds = texts().find_map(|(column, text)| OF_KINDS.contains(&key(text).as_str()).then_some(column));
        Some(Self { grid, first, days, months: months.filter(|column| *column != days), kinds })
    }

    /// The words in the column of the days.
    fn days_said(&self, row: u32) -> Option<String> {
        self.grid.get(row, self.days).and_then(text).map(key)
    }

    /// What the heading of a meeting's column is to say.
    fn heading(&self, row: u32) -> Option<Cell> {
        let day = self.grid.get(row, self.days);
        let is_months = self.grid.get(self.first, self.days).and_then(text).is_some_and(|text| key(text) == "thang");
        let day = match (day.and_then(number), self.months) {
            (Some(day), Some(column)) => {
                // A month stands beside the first of its days.
                let month = (self.first + 1..=row).rev().find_map(|row| self.grid.get(row, column))?;
                let month = month.show(Lang::Vi);
                let month = month.trim_start_matches(|c: char| !c.is_ascii_digit());
                Cell::Text(format!("ngày {day} tháng {month}"))
            }
            (Some(month), None) if is_months => Cell::Text(format!("tháng {month}")),
            _ => day?.clone(),
        };
        let kind = self.kinds.and_then(|column| self.grid.get(row, column)).and_then(text);
        Some(kind.map_or_else(|| day.clone(), |kind| Cell::Text(format!("{} {kind}", day.show(Lang::Vi)))))
    }

    fn turn(&self, rows: &[u32], meeting: u32) -> Option<Grid> {
        let (grid, mut turned) = (self.grid, titles(self.grid, self.first));
        for row in 0..=self.first {
            turned.origins.insert(row, Origin::Row(row));
        }
        for (column, words) in OWN.into_iter().enumerate() {
            put(&mut turned, self.first, column, Cell::text(words));
        }
        for (nth, row) in (OWN.len()..).zip(rows) {
            let heading = self.heading(*row);
            let words = || grid.row(*row).map(|(_, cell)| cell).find(|cell| matches!(cell, Cell::Text(_))).cloned();
            put(&mut turned, self.first, nth, heading.or_else(words));
        }
        let own = [Some(self.days), self.months, self.kinds];
        let (mut people, names) = (0, self.line_of_names(meeting));
        for column in (0..grid.columns()).filter(|column| !own.contains(&Some(*column))) {
            let Person { name, id } = self.person(column, names, meeting);
            if name.is_none() && id.is_none() {
                continue;
            }
            let to = self.first + 2 + people;
            people += 1;
            turned.origins.insert(to, Origin::Column(column));
            put(&mut turned, to, 0, name.and_then(Cell::text));
            put(&mut turned, to, 1, id.and_then(Cell::text));
            for (nth, row) in (OWN.len()..).zip(rows) {
                put(&mut turned, to, nth, grid.get(*row, column).cloned());
            }
        }
        (people > 0).then_some(turned)
    }

    /// Whose column it is; sums and remarks are nobody's, and are named as rows that are passed over.
    fn person(&self, column: u32, names: u32, meeting: u32) -> Person<'g> {
        let mut texts = (self.first..meeting).filter_map(|row| self.grid.get(row, column)).filter_map(text);
        let above = || (self.first..names).find_map(|row| text(self.grid.get(row, column)?));
        let name = self.grid.get(names, column).and_then(text).or_else(above);
        Person {
            name: name.filter(|text| !is_id(text) && !is_word_of_heading(text)),
            id: texts.find(|text| is_id(text)),
        }
    }

    /// The line of the names: a word for all of them may stand above it.
    fn line_of_names(&self, meeting: u32) -> u32 {
        let lines = (self.first..meeting).rev();
        lines.max_by_key(|row| names_in(self.grid, *row)).unwrap_or(self.first)
    }
}

struct Person<'g> {
    name: Option<&'g str>,
    id: Option<&'g str>,
}

/// Whether nothing of its own stands to the right of a cell of the heading.
fn is_over_several(grid: &Grid, row: u32, column: u32) -> bool {
    grid.shown(row, column + 1).is_none_or(|right| grid.get(row, column).is_some_and(|own| std::ptr::eq(own, right)))
}

/// Of a day or a month.
fn number(cell: &Cell) -> Option<i64> {
    let number = match cell {
        Cell::Whole(number) => *number,
        Cell::Text(text) => i64::from(digits(text)?),
        _ => return None,
    };
    (1..=31).contains(&number).then_some(number)
}

fn text(cell: &Cell) -> Option<&str> {
    if let Cell::Text(text) = cell { Some(text) } else { None }
}

/// No more words than these: a name may hold one that heads a column elsewhere.
fn is_word_of_heading(text: &str) -> bool {
    use Column::{Id, Name, Number, Role};
    matches!(column::of(text, What::Attendance), Some(Id | Name | Number | Role))
}

/// `dv07`.
fn is_id(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        && text.bytes().any(|byte| byte.is_ascii_digit())
}

/// How many texts of a row may be names of people.
fn names_in(grid: &Grid, row: u32) -> usize {
    let texts = grid.row(row).filter(|(_, cell)| !is_sum(cell)).filter_map(|(_, cell)| text(cell));
    texts.filter(|text| !is_id(text) && text.contains(' ') && !is_word_of_heading(text)).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{import::table::Table, sheet_file};

    fn people(text: &str) -> Vec<String> {
        let book = sheet_file::read(text.as_bytes()).unwrap();
        let Some(turned) = turned(&book.grids[0], Some(2018), false) else { return Vec::new() };
        let table = Table::find(&turned, What::Attendance, Some(2018), false).unwrap();
        let marks = |row| {
            let marks = table.meetings().map(|(column, heading)| {
                let mark = table.at(row, column).map_or_else(|| "-".to_owned(), |cell| cell.show(Lang::Vi));
                format!("{} {mark}", heading.show(Lang::Vi))
            });
            marks.collect::<Vec<_>>().join(", ")
        };
        let rows = table.rows.iter();
        rows.map(|row| {
            let (place, name) = (turned.origin(row.first).show(Lang::Vi), table.text(*row, Column::Name));
            format!("{place}: {name}{}: {}", table.text(*row, Column::Id), marks(*row))
        })
        .collect()
    }

    #[test]
    fn days_in_rows_are_read_as_those_in_columns() {
        let book = "NĂM 2018,,,\nTT,Ngày họp,Loại,Lê An,Vũ Bình,Vắng\n1,05/01/2018,,x,p,1\n2,20/01,Chuyên đề,,x,0\n";
        let expected = [
            "cột D: Lê An: 05/01/2018 x, 20/01/2018 chuyên đề -",
            "cột E: Vũ Bình: 05/01/2018 p, 20/01/2018 chuyên đề x",
        ];
        assert_eq!(people(book), expected);
        let months = "Tháng,Ngày,Họ và tên,\n,,Lê An,Vũ Bình\n,,dv01,dv02\n1,5,x,x\n,20,,k\n2,6,x,x\n";
        let expected = [
            "cột C: Lê Andv01: 05/01/2018 x, 20/01/2018 -, 06/02/2018 x",
            "cột D: Vũ Bìnhdv02: 05/01/2018 x, 20/01/2018 k, 06/02/2018 x",
        ];
        assert_eq!(people(months), expected);
    }

    #[test]
    fn a_book_of_the_usual_shape_is_left_alone() {
        let books = [
            "Họ và tên,05/01/2018\nLê An,x\n",
            // Days lack their year, and some columns hold several words.
            "Họ và tên,Ngày sinh,05/01,05/02\nLê An,01/02/1960,x,đến muộn\nVũ Bình,03/04/1970,có lý do,x\n",
            "STT,Họ và tên,Quê quán,Ngày vào,05/01\n1,Lê An,Xuân Quan,01/02/1960,x\n",
            "Mã,Ngày sinh,05/01\ndv01,01/02/1960,x\n",
            "a,b\n",
            "",
        ];
        for text in books {
            let book = sheet_file::read(text.as_bytes()).unwrap();
            for year in [None, Some(2018)] {
                assert_eq!(book.grids.first().and_then(|grid| turned(grid, year, false)), None, "{text}");
            }
        }
        assert_eq!(people("Ngày sinh hoạt,Lê An\n05/01/2018,x\n"), ["cột B: Lê An: 05/01/2018 x"]);
    }

    #[test]
    fn what_a_list_of_meetings_says_beside_their_days_is_nobody() {
        assert!(people("Ngày,Nội dung\n05/01/2018,Họp\n").is_empty());
        assert_eq!(people("Ngày,Nội dung,Lê An\n05/01/2018,Họp,x\n"), ["cột C: Lê An: 05/01/2018 x"]);
    }

    #[test]
    fn more_meetings_than_a_table_has_columns_are_refused() {
        let book = |meetings: usize| "Ngày,Lê An\n".to_owned() + &"05/01/2018,x\n".repeat(meetings);
        let most = COLUMNS as usize - OWN.len();
        assert_eq!(people(&book(most))[0].matches(" x").count(), most);
        assert!(people(&book(most + 1)).is_empty());
        // Nor is the second page taken for the whole.
        assert!(people(&(book(40) + &book(most))).is_empty());
    }
}
