//! A time of day: `19:30`, `19:30:00`, or `19h30` as it is said in Vietnam. It becomes what a TOML record holds.

use crate::{
    date::digits,
    lang::{Lang, say},
};

pub(crate) fn time(text: &str, lang: Lang) -> Result<String, String> {
    canonical(text).ok_or_else(|| say!(lang, "cần giờ dạng 19:30 hoặc 19h30", "give a time as 19:30 or 19h30"))
}

fn canonical(text: &str) -> Option<String> {
    let (hour, rest) = text.split_once([':', 'h', 'g'])?;
    let (minute, second) = rest.split_once(':').unwrap_or((rest, "00"));
    // `19h` is a full hour; `19:` is half a time.
    let minute = if minute.is_empty() && !text.contains(':') { "00" } else { minute };
    let part = |text: &str, limit| digits(text).filter(|n| text.len() <= 2 && *n < limit);
    if minute.len() != 2 || second.len() != 2 {
        return None;
    }
    Some(format!("{:02}:{:02}:{:02}", part(hour, 24)?, part(minute, 60)?, part(second, 60)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_writing_becomes_the_record_s() {
        for typed in ["19:30", "19:30:00", "19h30", "19g30"] {
            assert_eq!(time(typed, Lang::Vi).as_deref(), Ok("19:30:00"), "{typed}");
        }
        assert_eq!(time("7:05", Lang::Vi).as_deref(), Ok("07:05:00"));
        assert_eq!(time("19h", Lang::Vi).as_deref(), Ok("19:00:00"));
        assert_eq!(time("23:59:59", Lang::Vi).as_deref(), Ok("23:59:59"));
    }

    #[test]
    fn what_is_no_time_is_told_the_forms() {
        for wrong in ["24:00", "19:60", "19:3", "19:", "1930", "7 giờ tối", "019:30", ":30", "-1:30", ""] {
            assert_eq!(time(wrong, Lang::Vi), Err("cần giờ dạng 19:30 hoặc 19h30".to_owned()), "{wrong}");
        }
        assert_eq!(time("7pm", Lang::En), Err("give a time as 19:30 or 19h30".to_owned()));
    }
}
