//! A list of villages with the head and the deputy of each in one row: two groups of columns, or two columns of names.

use super::{
    people::{is_name, people, said_of},
    posts::{POSTS, Post, without_posts},
    put, titles,
};
use crate::{
    import::{
        What,
        column::{self, Column, key},
        header::{self, LINES, ROWS},
    },
    sheet_file::{Cell, Grid, Origin},
};

/// A list of a commune has no more columns.
const COLUMNS: u32 = 60;

const NAME: &str = "Họ và tên";

/// A column of the list: whose it is, and its heading without that.
struct Own {
    column: u32,
    post: Option<Post>,
    words: String,
    /// Which of those in the post: a second deputy has columns with the same words again.
    person: usize,
}

/// A heading, and how much it tells.
struct Heading {
    score: (usize, usize),
    rows: (u32, u32),
    columns: Vec<Own>,
}

pub(super) fn apart(grid: &Grid) -> Option<Grid> {
    let mut best: Option<Heading> = None;
    for first in 0..grid.rows().min(ROWS) {
        for last in first..(first + LINES).min(grid.rows()) {
            let columns = columns(grid, (first, last));
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
            // The parts of a name may stand below the word for the post.
            let names = columns.iter().filter(|own| POSTS.into_iter().any(|(post, _)| own.is_name_of(post))).count();
            let score = (shared.len() + heads.len() + deputies.len(), names);
            if suffices && best.as_ref().is_none_or(|best| score > best.score) {
                best = Some(Heading { score, rows: (first, last), columns });
            }
        }
    }
    let Heading { rows, columns, .. } = best?;
    // Two names that are called otherwise, or columns that only one of two people has: whose each is, is not known, and a
    // list is refused rather than shortened.
    let is_known = POSTS.into_iter().all(|(post, _)| is_one_name(&columns, post) && has_all_for_each(&columns, post))
        && !has_names_apart(grid, rows.1, &columns);
    is_known.then(|| rows_apart(grid, rows, &columns))
}

/// The columns with a heading.
fn columns(grid: &Grid, rows: (u32, u32)) -> Vec<Own> {
    let mut columns: Vec<Own> = Vec::new();
    for column in 0..grid.columns().min(COLUMNS) {
        if let Some((post, words)) = own(grid, rows, column) {
            let person = columns.iter().filter(|before| before.post == post && before.words == words).count();
            columns.push(Own { column, post, words, person });
        }
    }
    columns
}

/// Whether each person in a post has one name, which may stand in parts.
fn is_one_name(columns: &[Own], post: Post) -> bool {
    let names: Vec<&Own> = columns.iter().filter(|own| own.person == 0 && own.is_name_of(post)).collect();
    let go_on = |(before, own): (&&Own, &&Own)| {
        before.column + 1 == own.column && header::is_part_of_name(&names[0].words, &own.words)
    };
    names.iter().zip(names.iter().skip(1)).all(go_on)
}

/// Whether each of several people in a post has each of its columns.
fn has_all_for_each(columns: &[Own], post: Post) -> bool {
    let of_post = || columns.iter().filter(|own| own.post == Some(post));
    let people = of_post().filter(|own| own.is_name_of(post)).map(|own| own.person + 1).max().unwrap_or(0);
    people < 2 || of_post().all(|own| of_post().filter(|other| other.words == own.words).count() == people)
}

/// Whether names stand below a post with words that are no column's: `Phó thôn phụ trách an ninh`.
fn has_names_apart(grid: &Grid, last: u32, columns: &[Own]) -> bool {
    let unknown = columns.iter().filter(|own| own.post.is_some() && column::of(&own.words, What::Officials).is_none());
    let names = |own: &Own| (last + 1..grid.rows()).filter_map(|row| grid.get(row, own.column)).any(is_name_cell);
    unknown.into_iter().any(names)
}

fn is_name_cell(cell: &Cell) -> bool {
    matches!(cell, Cell::Text(text) if is_name(text))
}

impl Own {
    fn is_name_of(&self, post: Post) -> bool {
        self.post == Some(post) && column::of(&self.words, What::Officials) == Some(Column::Name)
    }
}

/// Whose a column with a heading is, and what it says beside that.
fn own(grid: &Grid, rows: (u32, u32), column: u32) -> Option<(Option<Post>, String)> {
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
        words.push(NAME.to_owned());
    }
    let words = words.join(" ");
    // Called one way or the other, it is the same column of the table.
    Some((post, if key(&words) == "ho ten" { NAME.to_owned() } else { words }))
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
        let persons = 0..columns.iter().map(|own| own.person + 1).max().unwrap_or(0);
        for ((post, words), person) in POSTS.into_iter().flat_map(|post| persons.clone().map(move |nth| (post, nth))) {
            let own = || columns.iter().filter(|own| own.post == Some(post) && own.person == person);
            if !own().any(|own| own.is_name_of(post) && get(own).is_some()) {
                continue;
            }
            named += 1;
            // The second deputy of a village stands below the first, beside nothing.
            let of_all = if says_nothing { &above } else { &of_all };
            let own: Vec<(usize, Vec<Cell>)> = own()
                .filter_map(|own| {
                    let nth = headings[shared..].iter().position(|words| *words == own.words)?;
                    let cell = get(own)?;
                    Some((
                        shared + nth,
                        if post == Post::Deputy && own.is_name_of(post) { people(&cell) } else { vec![cell] },
                    ))
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
        let days = "Thôn,Trưởng thôn,Phó trưởng thôn,\n,Họ tên,Họ tên,Từ ngày\n1,Lê An,\"- Vũ Bình\n- Đỗ Cúc\",\"12/11/2017\n26/11/2017\"\n";
        assert_eq!(
            rows(days)[2..],
            ["3 1|Vũ Bình|12/11/2017|Phó trưởng thôn", "3 1|Đỗ Cúc|26/11/2017|Phó trưởng thôn"]
        );
    }

    #[test]
    fn a_second_deputy_in_columns_of_his_own_has_a_row() {
        let expected = [
            "1 Thôn|Ngày bầu|Họ và tên|Chức danh",
            "2 Thôn 1|12/11/2017|Lê An|Trưởng thôn",
            "2 Thôn 1|12/11/2017|Vũ Bình|Phó trưởng thôn",
            "2 Thôn 1|12/11/2017|Đỗ Cúc|Phó trưởng thôn",
            "3 Thôn 2|12/11/2017|Tạ Dần|Phó trưởng thôn",
        ];
        let list = "Thôn,Trưởng thôn,Phó trưởng thôn,Phó trưởng thôn,Ngày bầu\nThôn 1,Lê An,Vũ Bình,Đỗ Cúc,12/11/2017\n\
                    Thôn 2,,,Tạ Dần,12/11/2017\n";
        assert_eq!(rows(list), expected);
        let days =
            "Thôn,Trưởng thôn,Phó thôn,Ngày bầu phó thôn,Phó thôn,Ngày bầu phó thôn\nThôn 1,,Vũ Bình,a,Đỗ Cúc,b\n";
        let expected = [
            "1 Thôn|Họ và tên|Ngày bầu|Chức danh",
            "2 Thôn 1|Vũ Bình|a|Phó trưởng thôn",
            "2 Thôn 1|Đỗ Cúc|b|Phó trưởng thôn",
        ];
        assert_eq!(rows(days), expected);
        assert_eq!(rows(&list.replacen("Phó trưởng thôn", "Họ tên phó thôn", 1)).len(), 5);
        // Which name is whose is not known.
        assert!(rows(&list.replacen("Phó trưởng thôn", "Tên đảng viên phó thôn", 1)).is_empty());
        let parts = "Thôn,Trưởng thôn,,Phó trưởng thôn,\n,Họ đệm,Tên,Họ đệm,Tên\nThôn 1,Lê,An,Vũ,Bình\n";
        assert_eq!(rows(parts)[1..], ["3 Thôn 1|Lê|An|Trưởng thôn", "3 Thôn 1|Vũ|Bình|Phó trưởng thôn"]);
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
