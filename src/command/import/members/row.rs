//! What one row of a list of members says.

use crate::{
    command::import::compare::arrow,
    date::{self, Date, PartialDate},
    import::{
        column::{Column, key},
        dates::{Dates, NoDate},
        table::{Row, Table},
    },
    lang::{Lang, say},
    parse::Vocabulary,
    records::member::Leaving,
    sheet_file::Cell,
};

#[derive(Debug, Default)]
pub(super) struct Read {
    pub(super) admitted: Option<PartialDate>,
    pub(super) official: Option<PartialDate>,
    pub(super) from: Option<Date>,
    pub(super) until: Option<Date>,
    pub(super) leaving: Option<Leaving>,
    pub(super) temporary: Option<bool>,
}

impl Read {
    /// The reason where a cell says what it cannot.
    pub(super) fn of(found: &Table<'_>, row: Row, lang: Lang) -> Result<Self, String> {
        let mut read = Self::default();
        let dates = found.dates;
        let partial =
            |column| found.cell(row, column).filter(|cell| !is_blank(cell)).map(|cell| one(dates, cell, lang));
        read.admitted = partial(Column::Admitted).transpose()?;
        read.official = partial(Column::Official).transpose()?;
        read.both(found, row, lang)?;
        let day = |column| found.cell(row, column).filter(|cell| !is_blank(cell)).map(|cell| within(dates, cell, lang));
        read.from = day(Column::From).transpose()?;
        read.until = day(Column::Until).transpose()?;
        read.left(found, row, lang)?;
        if read.leaving.is_none()
            && read.until.is_some()
            && found.column(Column::Until).is_some_and(|c| is_transfer(found.heading(c)))
        {
            read.leaving = Some(Leaving::Transferred);
        }
        if let Some(died) = day(Column::Died).transpose()? {
            (read.until, read.leaving) = (Some(died), Some(Leaving::Died));
        }
        let temporary = key(&found.text(row, Column::Temporary));
        read.temporary = match temporary.as_str() {
            "" => None,
            "yes" | "co" | "x" => Some(true),
            "no" | "khong" => Some(false),
            _ => return Err(say!(lang, "`{temporary}`: cần có hoặc không", "`{temporary}`: give yes or no")),
        };
        Ok(read)
    }

    /// When and how somebody left the Party: in one cell, as Mẫu 7-HSĐV has it, or in two.
    fn left(&mut self, found: &Table<'_>, row: Row, lang: Lang) -> Result<(), String> {
        let cell = |column| found.cell(row, column).filter(|cell| !is_blank(cell));
        let said = [Column::Leaving, Column::LeftParty].map(|column| found.text(row, column)).join(" ");
        let Some(cell) = cell(Column::LeftParty).or_else(|| cell(Column::Leaving)) else { return Ok(()) };
        let heading = found.column(Column::LeftParty).map_or("", |column| found.heading(column));
        let word = Leaving::from_word(found.text(row, Column::Leaving).trim());
        let leaving = word.or_else(|| leaving(&said)).or_else(|| leaving(heading)).ok_or_else(|| {
            let said = said.trim();
            say!(
                lang,
                "`{said}`: rời vì sao? ghi xóa tên, khai trừ, xin ra, từ trần hoặc chuyển sinh hoạt",
                "`{said}`: why? give struck-off, expelled, resigned, died or transferred (in Vietnamese xóa tên, khai trừ, xin ra, từ trần, chuyển sinh hoạt)"
            )
        })?;
        self.leaving = Some(leaving);
        // The register's own table has the day in another column, which need not be there.
        if word.is_some() && found.cell(row, Column::LeftParty).is_none_or(is_blank) {
            return Ok(());
        }
        if self.until.is_none() && !said.contains(|c: char| c.is_ascii_digit()) {
            let said = said.trim();
            return Err(say!(lang, "`{said}`: thiếu ngày", "`{said}`: the day is missing"));
        }
        if self.until.is_none() {
            self.until = Some(within(found.dates, cell, lang)?);
        }
        Ok(())
    }

    /// Both days of Mẫu 7-HSĐV, one below the other.
    fn both(&mut self, found: &Table<'_>, row: Row, lang: Lang) -> Result<(), String> {
        let mut read = Vec::new();
        for cell in found.lines(row, Column::AdmittedAndOfficial).into_iter().filter(|cell| !is_blank(cell)) {
            match cell {
                Cell::Text(text) => {
                    let parts = text.split(['\n', ';', ',']).map(str::trim);
                    for part in parts.filter(|part| !part.is_empty()) {
                        read.push(one(found.dates, &Cell::Text(part.to_owned()), lang)?);
                    }
                }
                cell => read.push(one(found.dates, cell, lang)?),
            }
        }
        match read.as_slice() {
            [] => {}
            [admitted] => self.admitted = Some(*admitted),
            [admitted, official] => (self.admitted, self.official) = (Some(*admitted), Some(*official)),
            _ => return Err(say!(lang, "quá hai ngày trong một ô", "more than two days in one cell")),
        }
        Ok(())
    }

    /// What a new row gets.
    pub(super) fn say(&self, lang: Lang) -> String {
        let day = |day: Option<Date>| day.map(|day| date::show(day, lang));
        let parts = [
            ("admitted", self.admitted.map(|date| date.show(lang))),
            ("official", self.official.map(|date| date.show(lang))),
            ("from", day(self.from)),
            ("until", day(self.until)),
            ("leaving", self.leaving.map(|leaving| leaving.label().of(lang).to_owned())),
        ];
        let said = parts.into_iter().filter_map(|(column, value)| Some(arrow(column, None, &value?, lang)));
        said.collect::<Vec<_>>().join("; ")
    }
}

/// Nothing, written as something.
pub(in crate::command::import) fn is_blank(cell: &Cell) -> bool {
    matches!(cell, Cell::Text(text) if text.chars().all(|c| matches!(c, '-' | '–' | '—' | '…' | '.' | '/' | '\'' | ' ')))
}

fn one(dates: Dates, cell: &Cell, lang: Lang) -> Result<PartialDate, String> {
    dates.partial(cell).map_err(|why| why.explain(&cell.show(lang), lang))
}

/// A day with words behind it: `12/03/2018, Đảng bộ xã Mễ Sở`.
pub(in crate::command::import) fn within(dates: Dates, cell: &Cell, lang: Lang) -> Result<Date, String> {
    let why = match (dates.day(cell), cell) {
        (Ok(day), _) => return Ok(day),
        (Err(NoDate::Other), Cell::Text(text)) => {
            let words = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')'));
            let mut days = words.map(|word| dates.day(&Cell::Text(word.to_owned())));
            match days.find(|day| *day != Err(NoDate::Other)) {
                Some(Ok(day)) => return Ok(day),
                Some(Err(why)) => why,
                None => NoDate::Other,
            }
        }
        (Err(why), _) => why,
    };
    Err(why.explain(&cell.show(lang), lang))
}

/// The usual words for leaving; the first that stands there.
fn leaving(said: &str) -> Option<Leaving> {
    const WORDS: [(&str, Leaving); 8] = [
        ("khai tru", Leaving::Expelled),
        ("xoa ten", Leaving::StruckOff),
        ("xin ra", Leaving::Resigned),
        ("tu nguyen", Leaving::Resigned),
        ("xin thoi", Leaving::Resigned),
        ("tu tran", Leaving::Died),
        ("qua doi", Leaving::Died),
        ("chuyen", Leaving::Transferred),
    ];
    let key = format!(" {} ", key(said));
    WORDS.into_iter().find(|(words, _)| key.contains(&format!(" {words} "))).map(|(_, leaving)| leaving)
}

fn is_transfer(heading: &str) -> bool {
    key(heading).contains("chuyen")
}
