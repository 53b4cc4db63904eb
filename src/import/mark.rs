//! The marks of attendance books, and what each is taken as.
//!
//! | mark | taken as |
//! |---|---|
//! | `x` `X` `+` `✓` `√` `1` có mặt, có, đủ | present |
//! | `m` muộn, đi muộn, đến muộn, trễ | late |
//! | `p` `cp` `vp` phép, có phép, vắng có phép, có lý do, vắng có lý do | excused |
//! | `k` `kp` `vk` `0` không phép, vắng không phép, không lý do, vắng không lý do | absent without reason |
//! | `v` vắng | absent without reason where another mark is present; where `v` is the only one beside those of absence, not sure |
//! | miễn, miễn sinh hoạt, đi xa, sht | nobody was expected: no mark |
//!
//! Every other is not known, and refused.

use super::column::key;
use crate::{records::meeting::Mark, sheet_file::Cell};

/// What a cell of an attendance book says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    Mark(Mark),
    /// The member need not have come.
    NotExpected,
    /// `v`: absent, or a tick; the book shows which.
    V,
}

const WORDS: [(&[&str], Said); 5] = [
    (&["x", "1", "co mat", "co", "du", "cm", "present"], Said::Mark(Mark::Present)),
    (&["m", "muon", "di muon", "den muon", "tre", "late"], Said::Mark(Mark::Late)),
    (
        &["p", "cp", "vp", "phep", "co phep", "vang co phep", "co ly do", "vang co ly do", "vcp", "excused"],
        Said::Mark(Mark::Excused),
    ),
    (
        &[
            "k",
            "kp",
            "vk",
            "0",
            "khong phep",
            "vang khong phep",
            "khong ly do",
            "vang khong ly do",
            "khong co ly do",
            "vkp",
            "absent",
        ],
        Said::Mark(Mark::Absent),
    ),
    (&["mien", "mien sinh hoat", "mien sh", "di xa", "sht", "tam mien"], Said::NotExpected),
];

/// What a book's marks mean, those that its owner has told among them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Marks {
    told: Vec<(String, Mark)>,
    /// What `v` means here, once the book has been looked through.
    v: Option<Mark>,
}

impl Marks {
    /// `told` are the marks whose meaning was given, as they stand in the book.
    pub(crate) fn new(told: &[(String, Mark)], cells: &[&Cell]) -> Self {
        let mut marks = Self { told: told.iter().map(|(mark, means)| (spelt(mark), *means)).collect(), v: None };
        // A `v` is absence in a book that has a sign for presence, which nobody leaves out who writes absences.
        let present = cells.iter().any(|cell| matches!(marks.read(cell), Some(Said::Mark(Mark::Present))));
        marks.v = present.then_some(Mark::Absent);
        marks
    }

    /// Nothing where the mark is not known.
    pub(crate) fn read(&self, cell: &Cell) -> Option<Said> {
        let text = match cell {
            Cell::Text(text) => text.clone(),
            Cell::Whole(number) => number.to_string(),
            Cell::Truth(true) => "x".to_owned(),
            Cell::Day(_) | Cell::Decimal(_) | Cell::Truth(false) | Cell::Error(_) => return None,
        };
        let spelt = spelt(&text);
        if let Some((_, means)) = self.told.iter().find(|(mark, _)| *mark == spelt) {
            return Some(Said::Mark(*means));
        }
        if matches!(spelt.as_str(), "v" | "vang") {
            return Some(self.v.map_or(Said::V, Said::Mark));
        }
        WORDS.iter().find(|(words, _)| words.contains(&spelt.as_str())).map(|(_, said)| *said)
    }
}

/// Signs that have no letters are their own spelling.
fn spelt(mark: &str) -> String {
    let mark = mark.trim().trim_start_matches('\'');
    match mark {
        "+" | "✓" | "✔" | "√" | "×" => "x".to_owned(),
        _ => {
            let key = key(mark);
            if key.is_empty() { mark.to_owned() } else { key }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    #[test]
    fn each_usual_mark_is_known_and_no_other() {
        let marks = Marks::default();
        for (written, mark) in [
            ("X", Mark::Present),
            ("+", Mark::Present),
            ("'+", Mark::Present),
            ("Có mặt", Mark::Present),
            ("m", Mark::Late),
            ("P", Mark::Excused),
            ("Vắng (có phép)", Mark::Excused),
            ("có lý do", Mark::Excused),
            ("Vắng có lí do", Mark::Excused),
            ("KP", Mark::Absent),
            ("không phép", Mark::Absent),
            ("0", Mark::Absent),
        ] {
            assert_eq!(marks.read(&text(written)), Some(Said::Mark(mark)), "{written}");
        }
        assert_eq!(marks.read(&Cell::Whole(1)), Some(Said::Mark(Mark::Present)));
        for unknown in ["?", "-", "8", "h", "nghỉ", "x?p", "xx"] {
            assert_eq!(marks.read(&text(unknown)), None, "{unknown}");
        }
    }

    #[test]
    fn a_v_means_what_the_book_shows_or_its_owner_says() {
        let (v, x) = (text("v"), text("x"));
        assert_eq!(Marks::new(&[], &[&v, &x]).read(&v), Some(Said::Mark(Mark::Absent)));
        assert_eq!(Marks::new(&[], &[&v]).read(&v), Some(Said::V));
        let told = [("V".to_owned(), Mark::Excused)];
        assert_eq!(Marks::new(&told, &[&v, &x]).read(&v), Some(Said::Mark(Mark::Excused)));
    }
}
