//! One box of a form, and what it lets be typed.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, ExcelDateTime, Formula, Note, Worksheet, XlsxError,
};

use super::{
    lists::Lists,
    look::{Look, State, page},
};
use crate::{
    date::Date,
    form::{
        kind::{Kind, Shown},
        model::Form,
    },
    lang::say,
};

/// The most characters that a cell of a workbook holds.
const MOST: usize = 32_767;

/// The greatest number that a box of numbers lets be typed.
const GREATEST: i32 = 99_999;

/// What every box of a form rests on.
#[derive(Clone, Copy)]
pub(super) struct Boxes<'b> {
    pub(super) form: &'b Form,
    pub(super) look: &'b Look,
    pub(super) lists: &'b Lists,
}

/// A rectangle of boxes: first row, first column, last row, last column.
pub(super) type Area = (u32, u16, u32, u16);

impl Boxes<'_> {
    /// Page, title and hint; `mark` says how the records of a sheet that is read stand in it. The first row and column are
    /// for keys, and hidden.
    pub(super) fn begin(
        self,
        sheet: &mut Worksheet,
        mark: Option<&str>,
        title: &str,
        hint: &str,
    ) -> Result<(), XlsxError> {
        page(sheet, &self.form.cell_name, self.form.lang);
        if let Some(mark) = mark {
            sheet.write_string(0, 0, mark)?;
        }
        sheet.set_row_hidden(0)?.set_column_hidden(0)?;
        sheet.write_string_with_format(1, 1, title, &self.look.title)?;
        sheet.write_string_with_format(2, 1, hint, &self.look.hint)?;
        Ok(())
    }

    pub(super) fn put(
        self,
        sheet: &mut Worksheet,
        (row, column): (u32, u16),
        kind: Kind,
        value: &str,
        state: State,
    ) -> Result<(), XlsxError> {
        let lang = self.form.lang;
        if !fits(value) {
            let note = say!(lang, "Quá dài để hiện ở đây; sửa trong sổ dữ liệu.", "Too long to be shown here.");
            sheet.write_blank(row, column, &Look::of_box(kind, State::Closed))?;
            sheet.insert_note(row, column, &Note::new(note))?;
            return Ok(());
        }
        let format = &Look::of_box(kind, state);
        match kind.shown(value, lang, |id| self.form.name_of(id)) {
            Shown::Nothing => sheet.write_blank(row, column, format)?,
            Shown::Text(text) => sheet.write_string_with_format(row, column, text, format)?,
            Shown::Day(day) => match excel_day(day) {
                Some(day) => sheet.write_datetime_with_format(row, column, day, format)?,
                None => sheet.write_string_with_format(row, column, value, format)?,
            },
            Shown::Time(seconds) => {
                sheet.write_number_with_format(row, column, f64::from(seconds) / 86_400.0, format)?
            }
            Shown::Number(number) => sheet.write_number_with_format(row, column, number, format)?,
        };
        Ok(())
    }

    /// What a box shows, as far as it is a text.
    pub(super) fn text(self, kind: Kind, value: &str) -> String {
        match kind.shown(value, self.form.lang, |id| self.form.name_of(id)) {
            Shown::Text(text) => text,
            _ => String::new(),
        }
    }

    /// Says what the boxes of an area take; `within` bounds the days.
    pub(super) fn ask(
        self,
        sheet: &mut Worksheet,
        (first_row, first_column, last_row, last_column): Area,
        kind: Kind,
        within: Option<(Date, Date)>,
    ) -> Result<(), XlsxError> {
        let lang = self.form.lang;
        let rule = DataValidation::new();
        let (rule, message) = match (kind, self.lists.range(kind)) {
            (_, Some(range)) => {
                let rule = rule.allow_list_formula(Formula::new(range));
                (rule, say!(lang, "Chọn trong danh sách của ô.", "Choose from the list of the box."))
            }
            (Kind::Date, _) => {
                let (from, until) = within.unwrap_or((crate::date::ymd(1930, 1, 1), crate::date::ymd(2099, 12, 31)));
                let (Some(first), Some(last)) = (excel_day(from), excel_day(until)) else { return Ok(()) };
                let (from, until) = (crate::date::show(from, lang), crate::date::show(until, lang));
                let message = say!(
                    lang,
                    "Ghi ngày/tháng/năm, từ {from} đến {until}.",
                    "A day, day/month/year, from {from} to {until}."
                );
                (rule.allow_date(DataValidationRule::Between(first, last)), message)
            }
            (Kind::Time, _) => {
                let last = ExcelDateTime::from_hms(23, 59, 59)?;
                let rule = rule.allow_time(DataValidationRule::Between(ExcelDateTime::from_hms(0, 0, 0)?, last));
                (rule, say!(lang, "Ghi giờ:phút, như 19:30.", "A time, such as 19:30."))
            }
            (Kind::Count, _) => {
                let rule = rule.allow_whole_number(DataValidationRule::Between(0, GREATEST));
                (rule, say!(lang, "Ghi một số nguyên, không âm.", "A whole number, zero or more."))
            }
            _ => return Ok(()),
        };
        let rule = match kind {
            // A part is mostly a text; the list is only for what has none.
            Kind::Part => rule.show_error_message(false),
            _ => rule
                .set_error_style(DataValidationErrorStyle::Stop)
                .set_error_title(say!(lang, "Chưa đúng", "Not taken"))?
                .set_error_message(message)?,
        };
        sheet.add_data_validation(first_row, first_column, last_row, last_column, &rule)?;
        Ok(())
    }
}

/// Whether a value can be shown; one that cannot is not in the form at all.
pub(super) fn fits(value: &str) -> bool {
    value.encode_utf16().count() <= MOST
}

/// `None` for a day before workbooks begin.
pub(super) fn excel_day(day: Date) -> Option<ExcelDateTime> {
    use chrono::Datelike;
    let year = u16::try_from(day.year()).ok()?;
    ExcelDateTime::from_ymd(year, u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?).ok()
}
