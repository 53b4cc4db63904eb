//! A form that came back: what its hidden sheet says, and what stands in each box.

use std::{collections::BTreeMap, path::Path};

use crate::{
    date::{Date, parse_iso},
    form::{
        model::{Made, VERSION},
        section::{Home, Section},
        xlsx::{ACROSS, DOWN, MARK},
    },
    lang::{Lang, say},
    sheet_file::{self, Book, BookKind, Cell, Fault, Grid, Place},
    text::visible,
};

/// Where a box stands in the workbook.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct At {
    /// In the order of the book; the name alone would not sort as its sheets do.
    pub(crate) sheet: (usize, String),
    pub(crate) place: Place,
}

/// A box in which something stands.
#[derive(Clone, Debug)]
pub(crate) struct Said {
    pub(crate) at: At,
    pub(crate) cell: Cell,
}

/// A form as it came back.
#[derive(Debug)]
pub(crate) struct Filled {
    pub(crate) made: Made,
    /// Which record each key means, of those that were there.
    pub(crate) homes: BTreeMap<String, Home>,
    /// The digest of each value that was there, by the record's key and the value's.
    pub(crate) digests: BTreeMap<(String, String), String>,
    /// What stands in the boxes now, by the record's key and the value's.
    pub(crate) boxes: BTreeMap<String, BTreeMap<String, Said>>,
    /// The row or column of each record, by its key and its sheet.
    records: BTreeMap<(String, usize), Place>,
    /// The row or column of each value's key, likewise.
    keys: BTreeMap<(String, usize), Place>,
    /// The sheets of boxes, by their place in the book: the name, and whether records are columns.
    names: BTreeMap<usize, (String, bool)>,
}

/// Why a workbook is not read as a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NoForm {
    /// Nothing says that it is one.
    Other,
    /// It was one, and was saved in a form that cannot be read back.
    SavedAs(BookKind),
    /// It was made by another version of the form.
    Version(String),
    /// Its hidden sheet has been damaged.
    Damaged,
}

/// Why a file is not read as a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unreadable {
    Fault(Fault),
    NoForm(NoForm),
}

impl Unreadable {
    pub(crate) fn explain(&self, path: &Path, lang: Lang) -> String {
        match self {
            Self::Fault(fault) => fault.explain(path, lang),
            Self::NoForm(no_form) => no_form.explain(&visible(&path.display().to_string()), lang),
        }
    }
}

/// Sheets of boxes that a form has.
pub(super) const SHEETS: usize = 11;

impl Filled {
    /// Reads a file that has been read into memory.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, Unreadable> {
        // As a program of the other office writes it, with room for a million rows: it would be refused for its size.
        const ODS: &[u8] = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet";
        if bytes.get(30..).is_some_and(|bytes| bytes.starts_with(ODS)) {
            return Err(Unreadable::NoForm(NoForm::SavedAs(BookKind::Ods)));
        }
        let book = sheet_file::read(bytes).map_err(Unreadable::Fault)?;
        Self::of(&book).map_err(Unreadable::NoForm)
    }

    pub(crate) fn of(book: &Book) -> Result<Self, NoForm> {
        let hidden = book.grids.iter().find(|grid| text(grid, 0, 0) == MARK);
        let Some(hidden) = hidden else { return Err(without(book)) };
        if book.kind != BookKind::Xlsx {
            return Err(NoForm::SavedAs(book.kind));
        }
        let version = text(hidden, 0, 1);
        if version != VERSION.to_string() {
            return Err(NoForm::Version(version));
        }
        let mut filled = Self {
            made: made(hidden).ok_or(NoForm::Damaged)?,
            homes: BTreeMap::new(),
            digests: BTreeMap::new(),
            boxes: BTreeMap::new(),
            records: BTreeMap::new(),
            keys: BTreeMap::new(),
            names: BTreeMap::new(),
        };
        filled.read_records(hidden)?;
        for (nth, grid) in book.grids.iter().enumerate().filter(|(_, grid)| !grid.hidden) {
            filled.read_boxes(nth, grid);
        }
        Ok(filled)
    }

    fn read_records(&mut self, hidden: &Grid) -> Result<(), NoForm> {
        for row in 0..hidden.rows() {
            let column = |column| text(hidden, row, column);
            match column(0).as_str() {
                "record" => {
                    let section = Section::of_key(&column(1)).ok_or(NoForm::Damaged)?;
                    let nth = column(3).parse().map_err(|_| NoForm::Damaged)?;
                    self.homes.insert(column(1), Home { section, path: column(2), nth });
                }
                "value" => drop(self.digests.insert((column(1), column(2)), column(3))),
                _ => {}
            }
        }
        Ok(())
    }

    /// The keys stand in the first row and column; wherever those have been moved to, the mark is where they meet.
    fn read_boxes(&mut self, nth: usize, grid: &Grid) {
        const FARTHEST: u32 = 20;
        let marks = grid.cells().filter(|(place, _)| place.row < FARTHEST && place.column < FARTHEST);
        let mut marks = marks.filter_map(|(place, cell)| match cell {
            Cell::Text(text) if text == ACROSS => Some((place, true)),
            Cell::Text(text) if text == DOWN => Some((place, false)),
            _ => None,
        });
        let Some((mark, across)) = marks.next() else { return };
        self.names.insert(nth, (grid.name.clone(), across));
        let sheet = (nth, grid.name.clone());
        for (place, cell) in grid.cells() {
            let by_column = (place.row > mark.row).then(|| text(grid, mark.row, place.column));
            let by_row = (place.column > mark.column).then(|| text(grid, place.row, mark.column));
            let at = At { sheet: sheet.clone(), place };
            // The keys themselves tell where their records and values stand.
            match (place.row == mark.row, place.column == mark.column) {
                (false, false) => {}
                (in_row, in_column) if in_row != in_column => {
                    let of_record = across == in_row;
                    let known = if of_record { &mut self.records } else { &mut self.keys };
                    known.entry((cell.show(Lang::En), nth)).or_insert(place);
                    continue;
                }
                _ => continue,
            }
            let (Some(by_column), Some(by_row)) = (by_column, by_row) else { continue };
            let (record, key) = if across { (by_column, by_row) } else { (by_row, by_column) };
            if !record.is_empty() && !key.is_empty() {
                self.boxes.entry(record).or_default().insert(key, Said { at, cell: cell.clone() });
            }
        }
    }
}

impl Filled {
    /// Where the box of a record and key stands, filled or not.
    pub(crate) fn place(&self, record: &str, key: &str) -> Option<At> {
        self.names.iter().find_map(|(nth, (name, across))| {
            let record = self.records.get(&(record.to_owned(), *nth))?;
            let key = self.keys.get(&(key.to_owned(), *nth))?;
            let (row, column) = if *across { (key.row, record.column) } else { (record.row, key.column) };
            Some(At { sheet: (*nth, name.clone()), place: Place { row, column } })
        })
    }

    /// How many sheets of boxes are no longer there, or cannot be told any more.
    pub(crate) fn missing_sheets(&self) -> usize {
        SHEETS.saturating_sub(self.names.len())
    }
}

impl At {
    /// `Điểm danh!D7`.
    pub(crate) fn show(&self) -> String {
        format!("{}!{}", self.sheet.1, self.place)
    }
}

impl NoForm {
    pub(crate) fn explain(&self, shown: &str, lang: Lang) -> String {
        match self {
            Self::Other => say!(
                lang,
                "{shown} không phải biểu do chibo form lập\ngợi ý: lập biểu bằng chibo form; danh sách, sổ điểm danh khác thì nói tệp ghi gì: chibo import members|attendance|officials|summary TỆP",
                "{shown} was not made by chibo form\nhint: make one with chibo form; of other lists say what they hold: chibo import members|attendance|officials|summary FILE"
            ),
            Self::SavedAs(_) => say!(
                lang,
                "{shown} đã lưu sang dạng khác, nên ngày, giờ và danh sách không còn chắc\ngợi ý: mở tệp .xlsx gốc, ghi lại và lưu đúng dạng .xlsx (Excel Workbook)",
                "{shown} was saved in another form, and days, times and lists are no longer certain\nhint: open the original .xlsx, fill it in and save it as .xlsx (Excel Workbook)"
            ),
            Self::Version(version) => say!(
                lang,
                "{shown} là biểu kiểu {version}; bản chibo này đọc kiểu {VERSION}\ngợi ý: lập biểu mới bằng chibo form rồi chép điều đã ghi sang",
                "{shown} is a form of version {version}; this chibo reads version {VERSION}\nhint: make a new one with chibo form and copy what was filled in"
            ),
            Self::Damaged => say!(
                lang,
                "{shown}: trang ẩn của biểu đã hỏng, nên không biết biểu của chi bộ nào\ngợi ý: lập biểu mới bằng chibo form rồi chép điều đã ghi sang",
                "{shown}: the hidden sheet is damaged, and whose form it is cannot be told\nhint: make a new one with chibo form and copy what was filled in"
            ),
        }
    }
}

/// A text of one sheet cannot hold the hidden one, but the mark of the sheet that was saved.
fn without(book: &Book) -> NoForm {
    let was_form = book.grids.iter().flat_map(Grid::cells).any(|(_, cell)| match cell {
        Cell::Text(text) => text == ACROSS || text == DOWN,
        _ => false,
    });
    match book.kind {
        BookKind::Xlsx if was_form => NoForm::Damaged,
        kind if was_form => NoForm::SavedAs(kind),
        _ => NoForm::Other,
    }
}

fn made(hidden: &Grid) -> Option<Made> {
    let value = |key: &str| (0..hidden.rows()).find(|row| text(hidden, *row, 0) == key).map(|row| text(hidden, row, 1));
    let on: Date = parse_iso(&value("made")?)?;
    Some(Made {
        version: VERSION,
        register: value("register")?,
        cell: value("cell")?,
        year: value("year")?.parse().ok()?,
        on,
        digest: value("digest")?,
    })
}

fn text(grid: &Grid, row: u32, column: u32) -> String {
    grid.get(row, column).map(|cell| cell.show(Lang::En)).unwrap_or_default()
}
