//! The sheet that nobody sees: of what the form was made, which record each key means, and a digest of each value.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::{HIDDEN, MARK, boxes::fits};
use crate::form::{model::Form, now::digest};

pub(super) fn write(sheet: &mut Worksheet, form: &Form) -> Result<(), XlsxError> {
    sheet.set_name(HIDDEN)?.set_very_hidden(true);
    let made = &form.made;
    let mut lines: Vec<Vec<String>> = vec![
        vec![MARK.to_owned(), made.version.to_string()],
        vec!["chibo".to_owned(), env!("CARGO_PKG_VERSION").to_owned()],
        vec!["register".to_owned(), made.register.clone()],
        vec!["cell".to_owned(), made.cell.clone()],
        vec!["year".to_owned(), made.year.to_string()],
        vec!["made".to_owned(), made.on.format("%Y-%m-%d").to_string()],
        vec!["digest".to_owned(), made.digest.clone()],
    ];
    for (line, home) in form.there() {
        lines.push(vec!["record".to_owned(), line.key.clone(), home.path.clone(), home.nth.to_string()]);
        for (key, value) in line.fields.iter().filter(|(_, value)| fits(value)) {
            lines.push(vec!["value".to_owned(), line.key.clone(), key.clone(), digest(value)]);
        }
    }
    for (line, row) in lines.iter().zip(0..) {
        for (text, column) in line.iter().zip(0..) {
            sheet.write_string(row, column, text)?;
        }
    }
    Ok(())
}
