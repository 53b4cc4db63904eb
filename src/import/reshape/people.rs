//! Several people who are written into one cell.

use crate::sheet_file::Cell;

/// The people of a cell: two deputies are often written into one. A cell of which that is not sure is one.
pub(super) fn people(cell: &Cell) -> Vec<Cell> {
    let parts = parts(cell);
    let are_names = parts.iter().all(|(part, _)| is_name(part));
    // A long name is broken between lines too, so that lines alone part none.
    let are_apart = parts.iter().skip(1).all(|(_, is_marked)| *is_marked);
    if parts.len() > 1 && are_names && are_apart {
        return parts.into_iter().filter_map(|(part, _)| Cell::text(part)).collect();
    }
    vec![cell.clone()]
}

/// How many things a cell of a name says: a name, and what stands beside it. A name of birth in brackets is of the name.
pub(crate) fn things(cell: &Cell) -> usize {
    let parts = parts(cell);
    if parts.iter().any(|(part, _)| part.contains('(')) { 1 } else { parts.len().max(1) }
}

/// The parts of a cell, and whether more than the end of a line sets each apart from the one before.
fn parts(cell: &Cell) -> Vec<(&str, bool)> {
    let Cell::Text(text) = cell else { return Vec::new() };
    let (mut parts, mut is_over) = (Vec::new(), false);
    for line in text.split('\n') {
        for part in line.split([';', ',']).flat_map(|part| part.split(" và ")) {
            let own = unnumbered(part);
            if !own.is_empty() {
                parts.push((own, is_over || own.len() < part.trim().len()));
            }
            is_over = true;
        }
        is_over = line.trim_end().ends_with([';', ',']);
    }
    parts
}

/// Two words at least, each with a capital, and no number.
pub(super) fn is_name(text: &str) -> bool {
    let is_word = |word: &str| word.starts_with(char::is_uppercase) && !word.contains(|c: char| c.is_ascii_digit());
    text.contains(' ') && text.split_whitespace().all(is_word) && !text.contains('(')
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_stands_in_a_cell_is_told_apart_or_left_as_it_is() {
        let cell = |text: &str| Cell::Text(text.to_owned());
        for text in
            ["1. Vũ Bình\n2. Đỗ Cúc", "- Vũ Bình\n- Đỗ Cúc", "Vũ Bình; Đỗ Cúc", "Vũ Bình,\nĐỗ Cúc", "Vũ Bình và Đỗ Cúc"]
        {
            assert_eq!(people(&cell(text)), [cell("Vũ Bình"), cell("Đỗ Cúc")], "{text}");
        }
        for (text, all) in [
            ("Vũ Bình", 1),
            ("Tạ Dần\n(Tạ Văn Dần)", 1),
            ("Nguyễn Thị\nThu Hà", 2),
            ("Vũ Bình, sinh 1960", 2),
            ("Lê An\nBí thư chi bộ", 2),
        ] {
            assert_eq!((people(&cell(text)), things(&cell(text))), (vec![cell(text)], all), "{text}");
        }
    }
}
