//! Dates as Excel writes them into CSV. Excel in Vietnam writes day/month/year, elsewhere month/day/year; a file must
//! prove which it is before a date without both zeros is believed.

use crate::{
    date::{Date, digits},
    lang::say,
    parse::{Problems, csv_row::Place, csv_rows::RawRow, refusal::Refusal},
    rules::ambiguous_date,
};

/// What the dates of one file say of their order.
pub(super) struct Dates {
    /// There may be some.
    has_any: bool,
    /// Some first part is over 12 and no second part is.
    day_first: bool,
    /// A second part is over 12: the file was written month first, and none of its dates is believed.
    condemned: bool,
}

impl Dates {
    pub(super) fn of<'r, 't: 'r>(
        rows: impl Iterator<Item = RawRow<'r, 't>>,
        delimiter: u8,
        problems: &Problems<'_>,
    ) -> Self {
        let mut dates = Self { has_any: problems.source.text.contains('/'), day_first: false, condemned: false };
        if !dates.has_any {
            return dates;
        }
        for row in rows {
            for (column, cell) in row.cells.iter().enumerate() {
                let Some((first, second, _)) = parts(cell) else { continue };
                dates.day_first |= first.number > 12;
                if second.number > 12 && !dates.condemned {
                    dates.condemned = true;
                    let (lang, cell, month) = (problems.lang, cell, second.number);
                    problems.add(
                        &ambiguous_date::RULE,
                        Place::of(row, delimiter).cell(u16::try_from(column).unwrap_or(u16::MAX)),
                        say!(
                            lang,
                            "{cell}: không có tháng {month}, vậy Excel đã ghi tháng trước ngày trong cả tệp",
                            "{cell}: there is no month {month}, so Excel wrote month before day in the whole file"
                        ),
                        Some(say!(
                            lang,
                            "định dạng cột ngày trong Excel là dd/mm/yyyy hoặc yyyy-mm-dd rồi lưu lại; không ngày nào viết bằng dấu / trong tệp được dùng",
                            "format the date columns as dd/mm/yyyy or yyyy-mm-dd and save again; none of the file's dates with slashes is used"
                        )),
                    );
                }
            }
        }
        dates
    }

    /// The ISO form of `dd/mm/yyyy`; `None` where the text is no such date, a refusal where its order is not known.
    pub(super) fn iso(&self, text: &str) -> Result<Option<String>, Refusal> {
        if !self.has_any {
            return Ok(None);
        }
        let Some((day, month, year)) = parts(text) else { return Ok(None) };
        if self.condemned {
            return Err(Refusal::Reported);
        }
        if !(self.day_first || day.length == 2 && month.length == 2) {
            return Err(Refusal::Ambiguous);
        }
        let date = Date::from_ymd_opt(year, month.number, day.number);
        Ok(date.map(|date| date.format("%Y-%m-%d").to_string()))
    }
}

/// A number of one or two digits.
struct Part {
    length: usize,
    number: u32,
}

/// The parts of a date with slashes, before anyone knows which is the day.
fn parts(text: &str) -> Option<(Part, Part, i32)> {
    let mut parts = text.split('/');
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || first.len() > 2 || second.len() > 2 || year.len() != 4 {
        return None;
    }
    let number = |text: &str| digits(text).map(|number| Part { length: text.len(), number: number.cast_unsigned() });
    Some((number(first)?, number(second)?, digits(year)?))
}
