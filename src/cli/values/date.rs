//! A day: `2018-03-05`, or `05/03/2018` as it is written in Vietnam, where one digit will do. The day stands before the
//! month: whoever types it is told so, and no program has written it, as one may have in a file.

use crate::{
    date::{Date, digits, parse_iso},
    lang::{Lang, say},
};

pub(crate) fn date(text: &str, lang: Lang) -> Result<Date, String> {
    let text = text.trim();
    let iso = slashes_to_iso(text).unwrap_or_else(|| text.to_owned());
    if let Some(date) = parse_iso(&iso) {
        return Ok(date);
    }
    Err(if looks_iso(&iso) {
        say!(
            lang,
            "lịch không có ngày này; cần dạng 2018-03-05 hoặc 05/03/2018 (ngày/tháng/năm)",
            "the calendar has no such day; give it as 2018-03-05 or 05/03/2018 (day/month/year)"
        )
    } else {
        say!(
            lang,
            "cần ngày dạng 2018-03-05 hoặc 05/03/2018 (ngày/tháng/năm)",
            "give a day as 2018-03-05 or 05/03/2018 (day/month/year)"
        )
    })
}

fn slashes_to_iso(text: &str) -> Option<String> {
    let (day, rest) = text.split_once('/')?;
    let (month, year) = rest.split_once('/')?;
    Some(format!("{year}-{month:0>2}-{day:0>2}"))
}

/// Whether every part is there, though together they name no day.
fn looks_iso(text: &str) -> bool {
    let parts: Vec<_> = text.split('-').collect();
    parts.iter().map(|part| part.len()).eq([4, 2, 2]) && parts.iter().all(|part| digits(part).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::ymd;

    #[test]
    fn both_ways_of_writing_name_the_same_day() {
        for typed in ["2018-03-05", "05/03/2018", "5/3/2018", "05/3/2018", " 5/3/2018 "] {
            assert_eq!(date(typed, Lang::Vi), Ok(ymd(2018, 3, 5)), "{typed}");
        }
        assert_eq!(date("29/02/2020", Lang::Vi), Ok(ymd(2020, 2, 29)));
    }

    #[test]
    fn another_form_is_told_the_two() {
        for wrong in ["5/3", "005/3/2018", "05-03-2018", "2018/03/05", "hôm nay", "2018-3-5", "05/03/18", ""] {
            let expected = "cần ngày dạng 2018-03-05 hoặc 05/03/2018 (ngày/tháng/năm)";
            assert_eq!(date(wrong, Lang::Vi), Err(expected.to_owned()), "{wrong}");
        }
        let expected = "give a day as 2018-03-05 or 05/03/2018 (day/month/year)";
        assert_eq!(date("5.3.2018", Lang::En), Err(expected.to_owned()));
    }

    #[test]
    fn a_day_that_the_calendar_lacks_is_told_so() {
        for wrong in ["2019-02-29", "12/25/2018", "30/2/2018", "/3/2018"] {
            let expected = "lịch không có ngày này; cần dạng 2018-03-05 hoặc 05/03/2018 (ngày/tháng/năm)";
            assert_eq!(date(wrong, Lang::Vi), Err(expected.to_owned()), "{wrong}");
        }
        let expected = "the calendar has no such day; give it as 2018-03-05 or 05/03/2018 (day/month/year)";
        assert_eq!(date("2019-02-29", Lang::En), Err(expected.to_owned()));
    }
}
