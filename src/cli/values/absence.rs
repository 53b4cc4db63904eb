//! `dv02:p`: a member who did not simply attend. Who is not named was present, so `x` is no mark here.

use crate::lang::{Lang, say};

/// Member, mark.
pub(in crate::cli) type Absence = (String, char);

const MARKS: [char; 3] = ['p', 'k', 'm'];

pub(in crate::cli) fn absence(text: &str, lang: Lang) -> Result<Absence, String> {
    read(text.trim()).ok_or_else(|| {
        say!(
            lang,
            "cần MÃ:DẤU, ví dụ dv02:p; dấu: p có lý do, k không lý do, m đến muộn",
            "give ID:MARK, for example dv02:p; marks: p excused, k without reason, m late"
        )
    })
}

/// Two marks of one member would leave it to chance which of them is written. The error is the whole sentence.
pub(in crate::cli) fn each_once(absent: Vec<Absence>, lang: Lang) -> Result<Vec<Absence>, String> {
    for (place, (member, _)) in absent.iter().enumerate() {
        if absent.iter().take(place).any(|(earlier, _)| earlier == member) {
            return Err(say!(lang, "--absent nhắc {member} hai lần", "--absent names {member} twice"));
        }
    }
    Ok(absent)
}

fn read(text: &str) -> Option<Absence> {
    let (id, mark) = text.split_once(':')?;
    let mark = MARKS.into_iter().find(|known| mark.len() == 1 && mark.starts_with(*known))?;
    is_id(id).then(|| (id.to_owned(), mark))
}

/// A letter, then letters, digits and dashes, as in a roster.
fn is_id(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_and_one_of_three_marks() {
        for mark in MARKS {
            assert_eq!(absence(&format!("dv02:{mark}"), Lang::Vi), Ok(("dv02".to_owned(), mark)));
        }
        assert_eq!(absence(" dv-2a:k", Lang::Vi), Ok(("dv-2a".to_owned(), 'k')));
    }

    #[test]
    fn a_member_marked_twice_is_refused() {
        let twice = vec![("dv02".to_owned(), 'p'), ("dv03".to_owned(), 'p'), ("dv02".to_owned(), 'k')];
        assert_eq!(each_once(twice.clone(), Lang::Vi), Err("--absent nhắc dv02 hai lần".to_owned()));
        assert_eq!(each_once(twice.clone(), Lang::En), Err("--absent names dv02 twice".to_owned()));
        assert_eq!(each_once(twice[..2].to_vec(), Lang::En), Ok(twice[..2].to_vec()));
    }

    #[test]
    fn anything_else_is_told_the_form_and_the_marks() {
        for wrong in ["dv02", "dv02:x", "dv02:pp", "dv02:", ":p", "02dv:p", "đv02:p", "dv02=p", ""] {
            let expected = "cần MÃ:DẤU, ví dụ dv02:p; dấu: p có lý do, k không lý do, m đến muộn";
            assert_eq!(absence(wrong, Lang::Vi), Err(expected.to_owned()), "{wrong}");
        }
        let expected = "give ID:MARK, for example dv02:p; marks: p excused, k without reason, m late";
        assert_eq!(absence("dv02:x", Lang::En), Err(expected.to_owned()));
    }
}
