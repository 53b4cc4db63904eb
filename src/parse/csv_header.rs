//! The first line of a CSV file: which columns it has, and what is wrong with them.

use crate::{
    lang::say,
    parse::{Problems, csv_rows::RawRow, problem::bare},
    rules::csv_header,
    source::At,
    text::nearest,
};

/// What the first line says.
pub(super) struct Columns {
    pub(super) keys: &'static [&'static str],
    /// Of each column, the place of its key.
    pub(super) places: Vec<usize>,
    /// The columns that each row must fill, in the order of their keys.
    pub(super) required: Vec<(u16, &'static str)>,
}

pub(super) fn columns(keys: &'static [&'static str]) -> impl Iterator<Item = &'static str> {
    keys.iter().map(|key| bare(key))
}

/// Reports a file without any row.
pub(super) fn report_empty(keys: &'static [&'static str], problems: &Problems<'_>) {
    let list = columns(keys).collect::<Vec<_>>().join(",");
    let lang = problems.lang;
    let message = say!(lang, "tệp trống; dòng đầu là: {list}", "the file is empty; its first line is: {list}");
    problems.add(&csv_header::RULE, At::File, message, None);
}

/// The columns of a file, or one finding that says all that is wrong with them.
pub(super) fn read_header(
    row: RawRow<'_, '_>,
    keys: &'static [&'static str],
    delimiter: u8,
    problems: &Problems<'_>,
) -> Option<Columns> {
    let lang = problems.lang;
    let mut places: Vec<usize> = Vec::with_capacity(row.cells.len());
    let mut faults = Vec::new();
    let mut place = None;
    for (number, name) in (1_usize..).zip(row.cells) {
        // Mostly the columns stand in the order of their keys.
        let next = places.last().map_or(0, |last| last + 1);
        let known = (next..keys.len()).chain(0..next).find(|known| bare(keys[*known]) == name);
        let fault = match known {
            Some(known) if !places.contains(&known) => {
                places.push(known);
                continue;
            }
            Some(_) => say!(lang, "cột `{name}` có hai lần", "column `{name}` stands twice"),
            None if name.is_empty() => say!(lang, "cột thứ {number} không có tên", "column {number} has no name"),
            None => {
                let accepted: Vec<&str> = columns(keys).collect();
                match nearest(name, &accepted) {
                    Some(near) => {
                        say!(
                            lang,
                            "không nhận cột `{name}` (có phải là `{near}`?)",
                            "there is no column `{name}` (did you mean `{near}`?)"
                        )
                    }
                    None => say!(lang, "không nhận cột `{name}`", "there is no column `{name}`"),
                }
            }
        };
        let column = u16::try_from(number - 1).unwrap_or(u16::MAX);
        place.get_or_insert(At::Cell { row: row.start, column, delimiter });
        faults.push(fault);
    }
    let mut required = Vec::new();
    for (known, key) in keys.iter().enumerate().filter_map(|(known, key)| Some((known, key.strip_prefix('*')?))) {
        match (0..).zip(&places).find(|(_, place)| **place == known) {
            Some((column, _)) => required.push((column, key)),
            None => faults.push(say!(lang, "thiếu cột `{key}`", "column `{key}` is missing")),
        }
    }
    if faults.is_empty() {
        return Some(Columns { keys, places, required });
    }
    let faults = faults.join("; ");
    let list = columns(keys).collect::<Vec<_>>().join(",");
    let at = place.unwrap_or(At::Cell { row: row.start, column: 0, delimiter });
    let remedy = say!(lang, "dòng đầu nhận các cột: {list}", "the first line takes the columns: {list}");
    problems.add(&csv_header::RULE, at, faults, Some(remedy));
    None
}
