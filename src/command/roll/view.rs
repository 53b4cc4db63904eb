//! What the screen shows: lines for a terminal of any size. No line is wider than it, and there are never more of them.

use super::{Hint, Line, Roll};
use crate::{
    lang::{Lang, Words, say},
    records::meeting::Mark,
    text::columns::{columns, cut, wrapped},
};

/// A line of the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) text: String,
    pub(super) look: Look,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    Plain,
    /// The member at whom the roll stands.
    Here,
    Heading,
    Quiet,
}

/// The list is shown with fewer lines than this only where the terminal has no more.
const LIST: usize = 3;
/// A terminal as wide as this has the mark's words beside each name.
const WIDE: usize = 60;

const KEYS: [Words; 7] = [
    Words::new("[Dấu cách] có mặt", "[Space] present"),
    Words::new("[,] đến muộn", "[,] late"),
    Words::new("[;] vắng có lý do", "[;] excused"),
    Words::new("[/] vắng không lý do", "[/] absent, no reason"),
    Words::new("[Tab] còn lại có mặt hết", "[Tab] all the rest present"),
    Words::new("[Enter] xong", "[Enter] done"),
    Words::new("[Esc] quay lại", "[Esc] back"),
];
/// Shown where there is room.
const MORE_KEYS: Words = Words::new(
    "F2 F3 F4 F5 thay cho bốn phím đầu; ← → đổi dấu; Delete bỏ dấu; Ctrl-C nghỉ, lần sau điểm danh tiếp",
    "F2 F3 F4 F5 do as the first four; ← → change the mark; Delete clears it; Ctrl-C stops, to go on later",
);

/// The whole screen.
pub(super) fn screen(roll: &Roll, title: &str, lang: Lang, width: usize, height: usize) -> Vec<Row> {
    let (width, height) = (width.max(1), height.max(1));
    let mut head = rows(&wrapped(&[title.to_owned()], " ", width), Look::Heading);
    head.extend(rows(&wrapped(&tally(roll, lang), " · ", width), Look::Plain));
    let mut foot = rows(&wrapped(&hint(roll, lang).into_iter().collect::<Vec<_>>(), " ", width), Look::Heading);
    let keys: Vec<String> = KEYS.iter().map(|key| key.of(lang).to_owned()).collect();
    foot.extend(rows(&wrapped(&keys, "   ", width), Look::Quiet));
    let more = rows(&wrapped(&[MORE_KEYS.of(lang).to_owned()], " ", width), Look::Quiet);
    if head.len() + foot.len() + more.len() + 2 * LIST <= height {
        foot.extend(more);
    }
    // On a small screen the list stays, and the help and the heading go.
    foot.truncate(height.saturating_sub(head.len() + LIST));
    head.truncate(height.saturating_sub(foot.len() + LIST));
    let room = height - head.len() - foot.len();
    let mut screen = head;
    screen.extend(list(roll, lang, width, room));
    screen.extend(foot);
    screen
}

fn rows(lines: &[String], look: Look) -> Vec<Row> {
    lines.iter().map(|text| Row { text: text.clone(), look }).collect()
}

fn tally(roll: &Roll, lang: Lang) -> Vec<String> {
    let expected = roll.lines.iter().filter(|line| line.kept_away.is_none()).count();
    let count = |mark| roll.count(mark);
    let (late, excused, absent) = (count(Mark::Late), count(Mark::Excused), count(Mark::Absent));
    let present = count(Mark::Present) + late;
    let waiting = roll.lines.iter().filter(|line| line.waits()).count();
    vec![
        say!(lang, "phải dự {expected}", "expected {expected}"),
        say!(lang, "có mặt {present} (muộn {late})", "present {present} (late {late})"),
        say!(lang, "có lý do {excused}", "excused {excused}"),
        say!(lang, "không lý do {absent}", "no reason {absent}"),
        say!(lang, "chưa gọi {waiting}", "not called {waiting}"),
    ]
}

fn hint(roll: &Roll, lang: Lang) -> Option<String> {
    Some(match roll.hint? {
        Hint::OtherKey => say!(
            lang,
            "Phím này không dùng ở đây (bộ gõ có thể đổi nó).",
            "That key is not used here (an input method may change it)."
        ),
        Hint::Unmarked(number) => say!(
            lang,
            "Còn {number} người chưa có dấu: Tab để ghi có mặt hết, Enter lần nữa để để trống.",
            "{number} without a mark: Tab marks them present, Enter again leaves them blank."
        ),
    })
}

/// The part of the list around the member at whom the roll stands, with how many there are above and below.
fn list(roll: &Roll, lang: Lang, width: usize, room: usize) -> Vec<Row> {
    let all = roll.lines.len();
    let (first, last) = window(roll.at, all, room);
    let mut list: Vec<Row> = Vec::new();
    if first > 0 && room > LIST {
        list.push(quiet(say!(lang, "  ↑ {first} người ở trên", "  ↑ {first} above"), width));
    }
    for (place, line) in roll.lines.iter().enumerate().take(last).skip(first) {
        let here = place == roll.at;
        let look = match (here, line.kept_away) {
            (true, _) => Look::Here,
            (false, Some(_)) => Look::Quiet,
            (false, None) => Look::Plain,
        };
        list.push(Row { text: member(line, here, lang, width), look });
    }
    let below = all - last;
    if below > 0 && room > LIST {
        list.push(quiet(say!(lang, "  ↓ {below} người ở dưới", "  ↓ {below} below"), width));
    }
    list.resize(room, Row { text: String::new(), look: Look::Plain });
    list
}

fn quiet(text: String, width: usize) -> Row {
    Row { text: cut(&text, width), look: Look::Quiet }
}

/// From which member to before which. The lines that count those above and below take room of their own.
fn window(at: usize, all: usize, room: usize) -> (usize, usize) {
    if all <= room {
        return (0, all);
    }
    let marked = if room > LIST { 1 } else { 0 };
    // Above the first page nothing is counted, below the last neither.
    let top = room - marked;
    if at < top {
        return (0, top);
    }
    if at >= all - top {
        return (all - top, all);
    }
    let middle = room - 2 * marked;
    let first = at.saturating_sub(middle / 2);
    (first, first + middle)
}

fn member(line: &Line, here: bool, lang: Lang, width: usize) -> String {
    let pointer = if here { '>' } else { ' ' };
    let mark = match line.mark {
        Mark::Blank => ' ',
        Mark::Present => 'x',
        Mark::Late => 'm',
        Mark::Excused => 'p',
        Mark::Absent => 'k',
    };
    let who = match &line.name {
        Some(name) => format!("{name} ({})", line.id),
        None => line.id.clone(),
    };
    let words = match (line.mark, line.kept_away) {
        (Mark::Blank, Some(why)) => why.of(lang),
        (Mark::Blank, None) => "",
        (mark, _) => crate::parse::Vocabulary::label(mark).of(lang),
    };
    let shown = format!("{pointer} [{mark}] {who}");
    if width >= WIDE {
        let (left, right) = (cut(&shown, WIDE - 22), cut(words, width - (WIDE - 20)));
        return format!("{left}{:pad$}  {right}", "", pad = (WIDE - 22) - columns(&left)).trim_end().to_owned();
    }
    match line.kept_away {
        Some(_) => cut(&format!("{shown} – {words}"), width),
        None => cut(&shown, width),
    }
}
