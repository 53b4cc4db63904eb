//! The line of figures under a target's example, `2018: 11/12 missed needed 1 left-out 0 …`, in words.

use crate::{
    lang::Lang,
    targets::{Goal, Target},
};

/// What a Vietnamese reader is shown for a word of the line.
const WORDS: [(&str, &str); 9] = [
    ("met", " đạt"),
    ("missed", " chưa đạt"),
    ("progress", " đang thực hiện"),
    ("no-data", " chưa có số liệu"),
    ("figure", " theo dõi"),
    ("left-out", ", để ngoài"),
    ("unknown", ", chưa biết"),
    ("coverage", ", số liệu từ"),
    ("apart", ", để riêng"),
];

pub(super) fn said(lang: Lang, target: &Target, line: &str) -> String {
    // Only the line of a year; findings follow it.
    let is_figure = line.get(4..6) == Some(": ") && line.starts_with(|c: char| c.is_ascii_digit());
    if lang == Lang::En || !is_figure {
        return line.to_owned();
    }
    let parts = target.parts.map_or_else(Vec::new, |parts| (parts.names)());
    let mut said = String::new();
    let mut before = "";
    for (nth, word) in line.split(' ').enumerate() {
        let known = WORDS.iter().find(|(english, _)| *english == word).map(|(_, said)| *said);
        let part = parts.iter().find(|(name, _)| *name == word).map(|(_, label)| label.of(Lang::Vi));
        match (word, known, part) {
            ("needed", ..) => said.push_str(needed(target.goal)),
            (_, Some(known), _) => said.push_str(known),
            // The other reading follows what stands apart; anywhere else the word is a part's name.
            ("other", ..) if before == "apart" => said.push_str(", cách hiểu khác"),
            (_, _, Some(part)) => said.push_str(&format!(", {part}")),
            _ if nth == 0 => said.push_str(word),
            _ => said.push_str(&format!(" {word}")),
        }
        if word.starts_with(char::is_alphabetic) {
            before = word;
        }
    }
    said
}

/// Which way the figure has to move.
fn needed(goal: Goal) -> &'static str {
    match goal {
        Goal::AtMost(_) | Goal::None => ", vượt",
        Goal::Falling => ", cần giảm",
        Goal::All | Goal::AtLeast(_) | Goal::Figure => ", cần thêm",
    }
}
