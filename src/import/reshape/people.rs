//! Several people who are written into one cell.

use crate::sheet_file::Cell;

/// The people of a cell: two deputies are often written into one, a line each.
pub(crate) fn people(cell: &Cell) -> Vec<Cell> {
    let Cell::Text(text) = cell else { return vec![cell.clone()] };
    let parts: Vec<&str> = text.split(['\n', ';', ',']).flat_map(|part| part.split(" và ")).map(unnumbered).collect();
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    // A name has two words at least; what stands in brackets is the name of birth.
    let are_names = parts.iter().all(|part| part.contains(' ') && !part.contains('('));
    match parts.as_slice() {
        [_, _, ..] if are_names => parts.into_iter().filter_map(Cell::text).collect(),
        _ => vec![cell.clone()],
    }
}

/// What a cell beside several people says of one: its line where it has one for each, else the whole.
pub(super) fn said_of(cell: &Cell, person: usize, people: usize) -> Option<Cell> {
    let Cell::Text(text) = cell else { return Some(cell.clone()) };
    let lines: Vec<&str> = text.lines().map(unnumbered).filter(|line| !line.is_empty()).collect();
    if people > 1 && lines.len() == people {
        lines.get(person).copied().and_then(Cell::text)
    } else {
        Some(cell.clone())
    }
}

/// `1. Vũ Bình`, `- Vũ Bình`.
fn unnumbered(text: &str) -> &str {
    let text = text.trim();
    let digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = if digits.len() < text.len() {
        digits.strip_prefix(['.', ')', '-'])
    } else {
        text.strip_prefix(['-', '+', '•'])
    };
    rest.filter(|rest| rest.starts_with(char::is_alphabetic) || rest.starts_with(' ')).map_or(text, str::trim)
}
