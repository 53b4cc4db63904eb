//! What stands on every paper in the same words: numbers, dates, places, who signs.

use chrono::Datelike;

use super::{Ending, Line, Signature};
use crate::{
    date::{self, Date},
    lang::{Lang, Words, say},
    parse::Time,
};

/// `Số 12-BC/ĐU`, or dots before the code of the kind and the issuer where no number is recorded.
pub(crate) fn number(number: Option<&str>, code: &str, lang: Lang) -> Line {
    let label = Line::said(Words::new("Số ", "No. ").of(lang));
    match number {
        Some(number) => label.and(number),
        None => label.dots(3).and(&format!("-{code}")),
    }
}

/// `Xuân Quan, ngày 05 tháng 3 năm 2018`; what is not recorded is left to be filled in.
pub(crate) fn place_and_date(place: Option<&str>, day: Option<Date>, lang: Lang) -> Line {
    let place = match place {
        Some(place) => Line::italic(place),
        None => Line::blank(6),
    };
    let date =
        day.map_or_else(|| Words::new("ngày … tháng … năm …", "……………").of(lang).to_owned(), |day| long(day, lang));
    place.then(Line::italic(&format!(", {date}")))
}

/// `ngày 05 tháng 3 năm 2018`: days below 10 and the months 1 and 2 have their zero, so that nothing can be put before
/// them. English keeps to `2018-03-05`.
pub(crate) fn long(day: Date, lang: Lang) -> String {
    let (date, month, year) = (day.day(), day.month(), day.year());
    match lang {
        Lang::Vi if month < 3 => format!("ngày {date:02} tháng {month:02} năm {year}"),
        Lang::Vi => format!("ngày {date:02} tháng {month} năm {year}"),
        Lang::En => date::show(day, lang),
    }
}

/// `19 giờ 30 phút`.
pub(crate) fn time(time: Option<Time>, lang: Lang) -> Line {
    let Some(time) = time else { return Line::said(Words::new("…… giờ …… phút", "……:……").of(lang)) };
    let (hour, minute) = (time.seconds / 3600, time.seconds / 60 % 60);
    Line::said(&say!(lang, "{hour:02} giờ {minute:02} phút", "{hour:02}:{minute:02}"))
}

/// A heading: in the rendering for English readers the paper's own words stand behind.
pub(crate) fn both(words: Words, lang: Lang) -> String {
    match lang {
        Lang::Vi => words.vi.to_owned(),
        Lang::En => format!("{} ({})", words.en, words.vi),
    }
}

/// Who signs: a post, and a name or dots.
pub(crate) fn signature(post: &str, name: Option<&str>, lang: Lang) -> Signature {
    Signature {
        on_behalf: None,
        post: Line::default().bold(post),
        note: Line::italic(Words::new("(Ký, ghi rõ họ tên)", "(signature, name)").of(lang)),
        name: name.map_or_else(|| Line::blank(10), |name| Line::default().bold(name)),
    }
}

/// `Nơi nhận:` with its list.
pub(crate) fn recipients(list: &[Words], lang: Lang) -> Ending {
    recipients_named(list.iter().map(|recipient| Line::said(recipient.of(lang))).collect(), lang)
}

/// The same of recipients that are named by what they are of.
pub(crate) fn recipients_named(list: Vec<Line>, lang: Lang) -> Ending {
    Ending::Recipients { title: Line::said(Words::new("Nơi nhận:", "Recipients:").of(lang)), list }
}

/// Said at the top of what is no paper of an office.
pub(crate) const FOR_READERS: &str = "A rendering for English readers; the paper itself is the Vietnamese one.";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::ymd;

    #[test]
    fn a_date_in_words_leaves_no_room_before_it() {
        assert_eq!(long(ymd(2018, 2, 5), Lang::Vi), "ngày 05 tháng 02 năm 2018");
        assert_eq!(long(ymd(2018, 10, 20), Lang::Vi), "ngày 20 tháng 10 năm 2018");
        assert_eq!(long(ymd(2018, 3, 5), Lang::En), "2018-03-05");
    }

    #[test]
    fn what_is_not_recorded_is_left_to_be_filled_in() {
        assert_eq!(number(None, "BB/CB", Lang::Vi).to_string(), "Số ………-BB/CB");
        assert_eq!(number(Some("12-BB/CB"), "BB/CB", Lang::Vi).to_string(), "Số 12-BB/CB");
        assert_eq!(place_and_date(None, None, Lang::Vi).to_string(), "………………, ngày … tháng … năm …");
        assert_eq!(
            place_and_date(Some("Xuân Quan"), Some(ymd(2018, 3, 5)), Lang::Vi).to_string(),
            "Xuân Quan, ngày 05 tháng 3 năm 2018"
        );
        assert_eq!(time(None, Lang::Vi).to_string(), "…… giờ …… phút");
        assert_eq!(time(Some(Time::new(7, 5, 0)), Lang::Vi).to_string(), "07 giờ 05 phút");
    }
}
