//! A list of villages with the head and the deputy of each in one row: two groups of columns, or two columns of names.

use super::{put, titles};
use crate::{
    import::{
        What,
        column::{self, Column, key},
        header,
    },
    sheet_file::{Cell, Grid, Origin},
};

const ROWS: u32 = 60;
const LINES: u32 = 3;
/// A list of a commune has no more columns.
const COLUMNS: u32 = 60;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Post {
    Head,
    Deputy,
}

const POSTS: [(Post, &str); 2] = [(Post::Head, "Trưởng thôn"), (Post::Deputy, "Phó trưởng thôn")];

/// The words for posts, before those that they end with.
const WORDS: [(Post, &[&str]); 13] = [
    (Post::Deputy, &["pho", "truong", "khu", "pho"]),
    (Post::Deputy, &["pho", "to", "truong"]),
    (Post::Deputy, &["pho", "truong", "thon"]),
    (Post::Deputy, &["pho", "truong", "xom"]),
    (Post::Deputy, &["pho", "khu", "pho"]),
    (Post::Deputy, &["pho", "thon"]),
    (Post::Deputy, &["cap", "pho"]),
    (Post::Deputy, &["pho", "truong"]),
    (Post::Head, &["truong", "khu", "pho"]),
    (Post::Head, &["truong", "thon"]),
    (Post::Head, &["truong", "xom"]),
    (Post::Head, &["to", "truong"]),
    (Post::Head, &["cap", "truong"]),
];

/// A column of the list: whose it is, and its heading without that.
struct Own {
    column: u32,
    post: Option<Post>,
    words: String,
}

pub(super) fn apart(grid: &Grid) -> Option<Grid> {
    let mut best: Option<(usize, u32, u32, Vec<Own>)> = None;
    for first in 0..grid.rows().min(ROWS) {
        for last in first..(first + LINES).min(grid.rows()) {
            let columns: Vec<Own> =
                (0..grid.columns().min(COLUMNS)).filter_map(|column| own(grid, (first, last), column)).collect();
            let known = |post: Option<Post>| -> Vec<Column> {
                let own = columns.iter().filter(|own| own.post == post);
                let mut known: Vec<Column> = own.filter_map(|own| column::of(&own.words, What::Officials)).collect();
                known.sort_unstable();
                known.dedup();
                known
            };
            let (shared, heads, deputies) = (known(None), known(Some(Post::Head)), known(Some(Post::Deputy)));
            let suffices = shared.contains(&Column::Village)
                && [&heads, &deputies].into_iter().all(|own| own.contains(&Column::Name));
            let score = shared.len() + heads.len() + deputies.len();
            if suffices && best.as_ref().is_none_or(|(most, ..)| score > *most) {
                best = Some((score, first, last, columns));
            }
        }
    }
    best.map(|(_, first, last, columns)| rows_apart(grid, (first, last), &columns))
}

/// A column with a heading.
fn own(grid: &Grid, rows: (u32, u32), column: u32) -> Option<Own> {
    let (mut post, mut words) = (None, Vec::new());
    for cell in header::cells(grid, rows, column) {
        let text = cell.show(crate::lang::Lang::Vi);
        let (said, rest) = without_posts(&text);
        match said.as_slice() {
            // A title, or the word for both.
            [Post::Head, .., Post::Deputy] => words.push(text),
            [] => words.extend((!rest.is_empty()).then_some(rest)),
            [said, ..] => {
                post = Some(*said);
                words.extend((!matches!(key(&rest).as_str(), "" | "thon" | "khu pho" | "to dan pho")).then_some(rest));
            }
        }
    }
    if words.is_empty() {
        post?;
        words.push("Họ và tên".to_owned());
    }
    Some(Own { column, post, words: words.join(" ") })
}

/// The posts that a text names, each once, heads first; and the text without them.
fn without_posts(text: &str) -> (Vec<Post>, String) {
    let words: Vec<&str> = text.split_whitespace().collect();
    let keys: Vec<String> = words.iter().map(|word| key(word)).collect();
    let (mut said, mut rest, mut at) = (Vec::new(), Vec::new(), 0);
    while at < words.len() {
        let here = WORDS.iter().find(|(_, phrase)| {
            let own = keys[at..].iter().map(String::as_str);
            own.take(phrase.len()).eq(phrase.iter().copied())
        });
        match here {
            Some((post, phrase)) => {
                said.push(*post);
                at += phrase.len();
            }
            None => {
                rest.push(words[at]);
                at += 1;
            }
        }
    }
    said.sort_by_key(|post| *post == Post::Deputy);
    said.dedup();
    (said, rest.join(" "))
}

fn rows_apart(grid: &Grid, (first, last): (u32, u32), columns: &[Own]) -> Grid {
    let mut apart = titles(grid, first);
    for row in 0..=first {
        apart.origins.insert(row, Origin::Row(row));
    }
    // The columns of one heading are one, whichever the post.
    let mut headings: Vec<&str> = columns.iter().filter(|own| own.post.is_none()).map(|own| &*own.words).collect();
    let shared = headings.len();
    for own in columns.iter().filter(|own| own.post.is_some()) {
        if !headings[shared..].contains(&&*own.words) {
            headings.push(&own.words);
        }
    }
    for (nth, words) in headings.iter().copied().chain(["Chức danh"]).enumerate() {
        put(&mut apart, first, nth, Cell::text(words));
    }
    let (mut to, mut above) = (first + 1, Vec::new());
    for row in (last + 1..grid.rows()).filter(|row| grid.row(*row).next().is_some()) {
        let get = |own: &Own| grid.get(row, own.column).cloned();
        let of_all: Vec<Option<Cell>> = columns.iter().filter(|own| own.post.is_none()).map(get).collect();
        let says_nothing = of_all.iter().all(Option::is_none);
        let mut named = 0;
        for (post, words) in POSTS {
            let own = || columns.iter().filter(|own| own.post == Some(post));
            let is_named =
                own().any(|own| column::of(&own.words, What::Officials) == Some(Column::Name) && get(own).is_some());
            if !is_named {
                continue;
            }
            named += 1;
            // The second deputy of a village stands below the first, beside nothing.
            let of_all = if says_nothing { &above } else { &of_all };
            let own: Vec<(usize, Vec<Cell>)> = own()
                .filter_map(|own| {
                    let nth = headings[shared..].iter().position(|words| *words == own.words)?;
                    let is_name = column::of(&own.words, What::Officials) == Some(Column::Name);
                    let cell = get(own)?;
                    Some((shared + nth, if is_name { people(&cell) } else { vec![cell] }))
                })
                .collect();
            let people = own.iter().map(|(_, cells)| cells.len()).max().unwrap_or(1);
            for person in 0..people {
                for (nth, cell) in of_all.iter().enumerate() {
                    put(&mut apart, to, nth, cell.clone());
                }
                for (nth, cells) in &own {
                    let cell = if let [cell] = cells.as_slice() {
                        said_of(cell, person, people)
                    } else {
                        cells.get(person).cloned()
                    };
                    put(&mut apart, to, *nth, cell);
                }
                put(&mut apart, to, headings.len(), Cell::text(words));
                apart.origins.insert(to, Origin::Row(row));
                to += 1;
            }
        }
        if named == 0 {
            for (nth, cell) in of_all.iter().enumerate() {
                put(&mut apart, to, nth, cell.clone());
            }
            apart.origins.insert(to, Origin::Row(row));
            to += 1;
        }
        if !says_nothing {
            above = of_all;
        }
    }
    apart
}

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
fn said_of(cell: &Cell, person: usize, people: usize) -> Option<Cell> {
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
    use crate::{lang::Lang, sheet_file};

    fn rows(text: &str) -> Vec<String> {
        let book = sheet_file::read(text.as_bytes()).unwrap();
        let Some(apart) = apart(&book.grids[0]) else { return Vec::new() };
        let rows = (0..apart.rows()).filter(|row| apart.row(*row).next().is_some());
        rows.map(|row| {
            let cells: Vec<String> = apart.row(row).map(|(_, cell)| cell.show(Lang::Vi)).collect();
            format!("{} {}", apart.origin(row).show(Lang::Vi), cells.join("|"))
        })
        .collect()
    }

    #[test]
    fn two_columns_of_names_are_rows_of_their_own() {
        let expected = [
            "1 Thôn|Từ ngày|Họ và tên|Chức danh",
            "2 Thôn 1|12/11/2017|Lê An|Trưởng thôn",
            "2 Thôn 1|12/11/2017|Vũ Bình|Phó trưởng thôn",
            "3 Thôn 1|12/11/2017|Đỗ Cúc|Phó trưởng thôn",
            "4 Thôn 2|12/11/2017|Tạ Dần|Trưởng thôn",
        ];
        let list = "Thôn,Trưởng thôn,Họ tên phó trưởng thôn,Từ ngày\nThôn 1,Lê An,Vũ Bình,12/11/2017\n,,Đỗ Cúc,\n\
                    Thôn 2,Tạ Dần,,12/11/2017\n";
        assert_eq!(rows(&list.replace("Họ tên phó", "Phó")), expected);
    }

    #[test]
    fn two_deputies_in_one_cell_are_two() {
        let list = "Thôn,Trưởng thôn,Phó trưởng thôn,Ngày công nhận PTT\n1,Lê An,\"1. Vũ Bình\n2. Đỗ Cúc\",12/11/2017\n\
                    2,\"Tạ Dần\n(Tạ Văn Dần)\",\"Bùi Giang; Ngô Hà\",12/11/2017\n";
        let names: Vec<String> =
            rows(list).iter().skip(1).map(|row| row.split('|').nth(2).unwrap().to_owned()).collect();
        assert_eq!(names, ["Lê An", "Vũ Bình", "Đỗ Cúc", "Tạ Dần\n(Tạ Văn Dần)", "Bùi Giang", "Ngô Hà"]);
        let days = "Thôn,Trưởng thôn,Phó trưởng thôn,\n,Họ tên,Họ tên,Từ ngày\n1,Lê An,\"Vũ Bình\nĐỗ Cúc\",\"12/11/2017\n26/11/2017\"\n";
        assert_eq!(
            rows(days)[2..],
            ["3 1|Vũ Bình|12/11/2017|Phó trưởng thôn", "3 1|Đỗ Cúc|26/11/2017|Phó trưởng thôn"]
        );
    }

    #[test]
    fn two_groups_of_columns_share_their_headings() {
        let list =
            "Thôn,Trưởng thôn,,Phó trưởng thôn,\n,Họ và tên,Ngày bầu,Họ và tên,Ngày công nhận\n1,Lê An,a,Vũ Bình,b\n";
        let expected = [
            "1 Thôn|Họ và tên|Ngày bầu|Ngày công nhận|Chức danh",
            "3 1|Lê An|a|Trưởng thôn",
            "3 1|Vũ Bình|b|Phó trưởng thôn",
        ];
        assert_eq!(rows(list), expected);
    }

    #[test]
    fn a_list_with_a_column_of_posts_is_left_alone() {
        assert!(rows("Trưởng thôn và phó trưởng thôn,,\nThôn,Họ và tên,Chức danh\n1,Lê An,Trưởng thôn\n").is_empty());
        assert!(rows("").is_empty());
    }
}
