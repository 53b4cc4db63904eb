//! The keys of the roll call.
//!
//! None of them is a key that a Vietnamese input method changes or holds back. Telex and VNI make marks of letters and
//! digits, VIQR of punctuation, the keyboard of the national standard (TCVN 6064) of digits and brackets; methods with a
//! preedit line hold back every letter until the word ends; and Unikey takes letters back by sending Backspace. So no
//! letter, no digit and no Backspace means anything here, whatever the method is and whether it is on or off.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::records::meeting::Mark;

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    /// Marks the member and goes to the next.
    Mark(Mark),
    Clear,
    /// The mark after, or before, of the same member.
    Other(isize),
    /// Everyone without a mark is present.
    Rest,
    Move(isize),
    First,
    Last,
    Done,
    Back,
    Leave,
    Unknown,
}

/// How far a page key goes: less than any screen that can be read shows.
const PAGE: isize = 10;

/// Nothing where a key is let go, which only some terminals tell.
pub(super) fn key(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let plain = !event.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
    Some(match event.code {
        // Raw mode hands over what would have ended the program.
        KeyCode::Char('c' | 'C') if event.modifiers.contains(KeyModifiers::CONTROL) => Key::Leave,
        KeyCode::Char(c) if plain => character(c),
        KeyCode::F(2) => Key::Mark(Mark::Present),
        KeyCode::F(3) => Key::Mark(Mark::Late),
        KeyCode::F(4) => Key::Mark(Mark::Excused),
        KeyCode::F(5) => Key::Mark(Mark::Absent),
        KeyCode::Tab => Key::Rest,
        KeyCode::Delete => Key::Clear,
        KeyCode::Left => Key::Other(-1),
        KeyCode::Right => Key::Other(1),
        KeyCode::Up => Key::Move(-1),
        KeyCode::Down => Key::Move(1),
        KeyCode::PageUp => Key::Move(-PAGE),
        KeyCode::PageDown => Key::Move(PAGE),
        KeyCode::Home => Key::First,
        KeyCode::End => Key::Last,
        KeyCode::Enter => Key::Done,
        KeyCode::Esc => Key::Back,
        _ => Key::Unknown,
    })
}

/// The keys that print something.
fn character(c: char) -> Key {
    match c {
        ' ' => Key::Mark(Mark::Present),
        ',' => Key::Mark(Mark::Late),
        ';' => Key::Mark(Mark::Excused),
        '/' => Key::Mark(Mark::Absent),
        _ => Key::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What each method makes something else of, in either case; what it does to a key depends on the letters before it,
    /// so a key that it ever changes is listed.
    const REWRITTEN: [(&str, &str); 6] = [
        ("Telex", "aeodwsfrxjzu[]{}"),
        // `cc` for `ch`, `nn` for `ng`, `f` for `ph` and so on.
        ("quick Telex", "cgkhnpqtfjwu"),
        ("VNI", "0123456789d"),
        ("VIQR", "^(+*'`?~.-\\0d"),
        ("TCVN 6064", "1234567890-=[]{}!@#$%^&*()_+"),
        // What `&é"'(-è_çà` gives on the upper row.
        ("VNI on a French keyboard", "&\"'(-_"),
    ];

    fn press(code: KeyCode) -> Option<Key> {
        key(KeyEvent::new(code, KeyModifiers::NONE))
    }

    #[test]
    fn no_key_is_one_that_an_input_method_rewrites_or_swallows() {
        let means = |c: &char| press(KeyCode::Char(*c)) != Some(Key::Unknown);
        let keys: String = ('\u{20}'..='\u{7e}').chain("ăâđêôơưáàảãạ\u{300}\u{31b}".chars()).filter(means).collect();
        assert_eq!(keys, " ,/;");
        for (method, rewritten) in REWRITTEN {
            for c in keys.chars() {
                let changed = rewritten.chars().any(|r| r.eq_ignore_ascii_case(&c));
                assert!(!changed, "{method} rewrites {c:?}");
            }
        }
        // A preedit line holds back letters and digits; Unikey sends this to take letters back.
        assert!(keys.chars().all(|c| !c.is_alphanumeric()));
        assert_eq!(press(KeyCode::Backspace), Some(Key::Unknown));
    }

    #[test]
    fn each_mark_has_its_keys() {
        for (c, f, mark) in
            [(' ', 2, Mark::Present), (',', 3, Mark::Late), (';', 4, Mark::Excused), ('/', 5, Mark::Absent)]
        {
            assert_eq!(press(KeyCode::Char(c)), Some(Key::Mark(mark)));
            assert_eq!(press(KeyCode::F(f)), Some(Key::Mark(mark)));
        }
        assert_eq!(press(KeyCode::Tab), Some(Key::Rest));
    }

    #[test]
    fn a_key_counts_when_it_goes_down() {
        let event = KeyEvent { kind: KeyEventKind::Release, ..KeyEvent::new(KeyCode::Tab, KeyModifiers::NONE) };
        assert_eq!(key(event), None);
        let leave = KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL);
        assert_eq!(key(leave), Some(Key::Leave));
        let alt = KeyEvent::new(KeyCode::Char(','), KeyModifiers::ALT);
        assert_eq!(key(alt), Some(Key::Unknown));
    }
}
