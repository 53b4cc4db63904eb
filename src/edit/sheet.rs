//! A CSV file that is to be changed, in the dialect of whoever wrote it: separator, line ends, byte order mark, order of
//! columns, way of writing dates. Only the rows concerned change.

use crate::{
    date::{Date, PartialDate, parse_iso},
    parse::{
        csv_canonical::{DAYS, OWNERS, line, quoted},
        csv_cells,
        csv_reader::{delimiter, starts},
    },
    source::Source,
};

/// The text of a table in which nothing is wrong.
#[derive(Debug)]
pub(crate) struct Sheet {
    text: String,
    bom: bool,
    delimiter: u8,
    line_end: &'static str,
    slashes: bool,
    header: Vec<String>,
}

impl Sheet {
    pub(crate) fn of(source: &Source) -> Self {
        let text = source.text.to_string();
        let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let delimiter = delimiter(&text);
        let mut sheet = Self { text, bom: source.bom, delimiter, line_end, slashes: false, header: Vec::new() };
        sheet.header = sheet.starts().first().map(|start| sheet.cells(*start)).unwrap_or_default();
        let rows = sheet.starts().into_iter().skip(1).flat_map(|start| sheet.cells(start));
        let (mut iso, mut slashed) = (false, false);
        for cell in rows {
            iso |= parse_iso(&cell).is_some();
            slashed |= iso_of(&cell).is_some();
        }
        sheet.slashes = slashed && !iso;
        sheet
    }

    /// A file that is not there yet.
    pub(crate) fn new(columns: impl Iterator<Item = &'static str>) -> Self {
        let header: Vec<String> = columns.map(str::to_owned).collect();
        let text = line(&header, b',') + "\n";
        Self { text, bom: false, delimiter: b',', line_end: "\n", slashes: false, header }
    }

    /// Whether the file begins with a mark.
    pub(crate) fn has_mark(&self) -> bool {
        self.bom
    }

    /// Without the mark in front: what a reader is handed.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// A day as the file writes days.
    pub(crate) fn day(&self, day: Date) -> String {
        day.format(if self.slashes { "%d/%m/%Y" } else { "%Y-%m-%d" }).to_string()
    }

    pub(crate) fn partial(&self, date: PartialDate) -> String {
        match date {
            PartialDate::Year(year) => format!("{year:04}"),
            PartialDate::Month(month) => month.iso(),
            PartialDate::Day(day) => self.day(day),
        }
    }

    /// Writes a cell; `row` counts the rows that hold anything, the header not among them.
    pub(crate) fn set(&mut self, row: usize, column: &str, value: &str) {
        let column = self.column(column);
        let Some(start) = self.starts().get(row + 1).copied() else { return };
        let (from, to) = csv_cells::cell(&self.text, start, column, self.delimiter);
        self.text.replace_range(from..to, &quoted(value, self.delimiter));
    }

    /// Takes a row out.
    pub(crate) fn remove(&mut self, row: usize) {
        let Some(start) = self.starts().get(row + 1).copied() else { return };
        let end = self.end(start);
        let rest = &self.text[end..];
        let newline = if rest.starts_with("\r\n") { 2 } else { usize::from(!rest.is_empty()) };
        self.text.replace_range(start..end + newline, "");
    }

    /// Puts a row where it belongs by its owner and day, or behind its owner's others where rows have another order.
    pub(crate) fn add(&mut self, values: &[(&'static str, String)]) {
        for (column, value) in values {
            if !value.is_empty() {
                self.column(column);
            }
        }
        let value = |name: &String| values.iter().find(|(column, _)| column == name).map(|(_, value)| value.clone());
        let cells: Vec<String> = self.header.iter().map(|name| value(name).unwrap_or_default()).collect();
        let starts = self.starts();
        let keys: Vec<_> = starts.iter().skip(1).map(|start| self.key(&self.cells(*start))).collect();
        let key = self.key(&cells);
        let before = if keys.is_sorted() {
            keys.partition_point(|other| *other <= key)
        } else {
            keys.iter().rposition(|other| other.0 == key.0).map_or(keys.len(), |last| last + 1)
        };
        let end = starts.get(before).map_or(self.text.len(), |start| self.end(*start));
        let ends_file = self.text.len() == end;
        let row = line(&cells, self.delimiter);
        let line_end = self.line_end;
        let after = if ends_file { line_end } else { "" };
        self.text.insert_str(end, &format!("{line_end}{row}{after}"));
    }

    /// The number of a column, which is added behind the others where the file has none of that name.
    fn column(&mut self, name: &str) -> u16 {
        let there = self.header.iter().position(|column| column == name);
        let column = there.unwrap_or_else(|| {
            for (nth, start) in self.starts().into_iter().enumerate().rev() {
                let end = self.end(start);
                self.text.insert_str(end, if nth == 0 { name } else { "" });
                self.text.insert(end, char::from(self.delimiter));
            }
            self.header.push(name.to_owned());
            self.header.len() - 1
        });
        u16::try_from(column).unwrap_or(u16::MAX)
    }

    /// Where the rows that hold anything begin, the header first.
    fn starts(&self) -> Vec<usize> {
        starts(&self.text, self.delimiter)
    }

    fn end(&self, start: usize) -> usize {
        csv_cells::cell(&self.text, start, u16::MAX, self.delimiter).1
    }

    fn cells(&self, start: usize) -> Vec<String> {
        let end = self.end(start);
        let mut cells = Vec::new();
        let mut at = start;
        loop {
            let (from, to) = csv_cells::cell(&self.text, at, 0, self.delimiter);
            let raw = self.text[from..to].trim();
            let inner = raw.strip_prefix('"').and_then(|raw| raw.strip_suffix('"'));
            cells.push(inner.map_or_else(|| raw.to_owned(), |inner| inner.replace("\"\"", "\"").trim().to_owned()));
            if to >= end {
                return cells;
            }
            at = to + 1;
        }
    }

    fn key(&self, cells: &[String]) -> (String, String) {
        let of = |names: &[&str]| {
            let column = names.iter().find_map(|name| self.header.iter().position(|column| column == name));
            column.and_then(|column| cells.get(column)).cloned().unwrap_or_default()
        };
        let day = of(&DAYS);
        (of(&OWNERS), iso_of(&day).unwrap_or(day))
    }
}

/// The ISO form of a date with slashes.
fn iso_of(cell: &str) -> Option<String> {
    let (day, rest) = cell.split_once('/')?;
    let (month, year) = rest.split_once('/')?;
    let iso = format!("{year}-{month:0>2}-{day:0>2}");
    parse_iso(&iso).map(|_| iso)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::{Month, ymd};

    fn sheet(text: &str) -> Sheet {
        Sheet::of(&Source::new("a.csv", text.to_owned()))
    }

    fn row(id: &str, from: &str) -> [(&'static str, String); 2] {
        [("id", id.to_owned()), ("from", from.to_owned())]
    }

    #[test]
    fn a_row_goes_where_it_belongs_and_the_rest_stays() {
        let mut one = sheet("id,from\ndv01,\ndv03,2018-01-01\n,\n");
        one.add(&row("dv02", "2018-05-05"));
        one.add(&row("dv03", "2017-05-05"));
        one.add(&row("dv04", ""));
        assert_eq!(one.text, "id,from\ndv01,\ndv02,2018-05-05\ndv03,2017-05-05\ndv03,2018-01-01\ndv04,\n,\n");
        let mut other = sheet("id,from\ndv03,\ndv01,");
        other.add(&row("dv03", "2018-05-05"));
        other.add(&row("dv02", ""));
        assert_eq!(other.text, "id,from\ndv03,\ndv03,2018-05-05\ndv01,\ndv02,\n");
    }

    #[test]
    fn the_dialect_of_the_file_stays() {
        let text = "name;from;id\r\n\"Lê \"\"B\"\"\";01/02/2018;dv02\r\n";
        let mut source = Source::new("a.csv", text.to_owned());
        source.bom = true;
        let mut excel = Sheet::of(&source);
        assert_eq!(excel.day(ymd(2018, 3, 5)), "05/03/2018");
        excel.add(&[("id", "dv01".into()), ("name", "a;b".into()), ("from", excel.day(ymd(2018, 3, 5)))]);
        excel.set(1, "name", "c");
        let expected = "name;from;id\r\n\"a;b\";05/03/2018;dv01\r\nc;01/02/2018;dv02\r\n";
        assert_eq!((excel.text(), excel.has_mark()), (expected, true));
    }

    #[test]
    fn a_column_that_is_missing_is_added_to_every_row() {
        let mut short = sheet("id\ndv01\n\ndv02");
        short.set(1, "until", "2018-01-01");
        assert_eq!(short.text, "id,until\ndv01,\n\ndv02,2018-01-01");
        short.add(&[("id", "dv03".into()), ("from", String::new())]);
        assert_eq!(short.text, "id,until\ndv01,\n\ndv02,2018-01-01\ndv03,\n");
    }

    #[test]
    fn a_row_goes_with_its_line() {
        let mut rows = sheet("id\r\ndv01\r\ndv02\r\n");
        rows.remove(0);
        assert_eq!(rows.text, "id\r\ndv02\r\n");
        rows.remove(0);
        assert_eq!(rows.text, "id\r\n");
        rows.remove(0);
        assert_eq!(rows.text, "id\r\n");
    }

    #[test]
    fn a_new_file_begins_with_its_header() {
        let mut new = Sheet::new(["id", "from"].into_iter());
        new.add(&row("dv01", &sheet("").partial(PartialDate::Year(1985))));
        assert_eq!(new.text(), "id,from\ndv01,1985\n");
        assert_eq!(new.partial(PartialDate::Month(Month { year: 1985, month: 6 })), "1985-06");
    }
}
