//! A form as a workbook. The same form gives the same bytes.

mod across;
mod boxes;
mod down;
mod guide;
mod hidden;
mod lists;
mod look;
mod roster;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use self::{boxes::Boxes, look::Look};
use crate::form::model::Form;

/// The first cell of a sheet of boxes, whose records are its columns or its rows. The first row and column, which no one
/// sees, hold the keys.
pub(crate) const ACROSS: &str = "chibo:across";
pub(crate) const DOWN: &str = "chibo:down";
/// The sheet that says of what the form was made.
const HIDDEN: &str = "chibo";
/// The first cell of that sheet.
pub(crate) const MARK: &str = "chibo-form";

/// The bytes of the file.
pub(crate) fn write(form: &Form) -> Result<Vec<u8>, XlsxError> {
    filled(form, form)
}

/// What stands in the boxes of `form`, in a workbook that was made of `recorded`: as if somebody had filled it in.
pub(super) fn filled(form: &Form, recorded: &Form) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let year = u16::try_from(chrono::Datelike::year(&form.made.on)).unwrap_or(1900);
    let (month, day) = (chrono::Datelike::month(&form.made.on), chrono::Datelike::day(&form.made.on));
    // The clock would make other bytes of the same form.
    let created = ExcelDateTime::from_ymd(year, u8::try_from(month).unwrap_or(1), u8::try_from(day).unwrap_or(1))?;
    book.set_properties(&DocProperties::new().set_title(&form.cell_name).set_creation_datetime(&created));
    let look = Look::new();
    let lists = lists::Lists::of(form);
    let boxes = Boxes { form, look: &look, lists: &lists };
    guide::write(book.add_worksheet(), form, &look)?;
    across::roll_call(book.add_worksheet(), boxes)?;
    for sheet in &down::OF_MEETINGS {
        down::write(book.add_worksheet(), sheet, boxes)?;
    }
    across::year(book.add_worksheet(), boxes)?;
    for sheet in &down::OF_YEAR {
        down::write(book.add_worksheet(), sheet, boxes)?;
    }
    roster::write(book.add_worksheet(), boxes)?;
    lists.write(book.add_worksheet())?;
    hidden::write(book.add_worksheet(), recorded)?;
    book.save_to_buffer()
}
