use super::*;
use crate::form::list::{MARKS, MEETING_KINDS};

fn read(kind: Kind, text: &str) -> Option<String> {
    kind.read(&Cell::Text(text.to_owned()), Lang::Vi).ok()
}

#[test]
fn what_is_shown_is_read_back() {
    let values: [(Kind, &[&str]); 12] = [
        (Kind::Text, &["", "Nhà văn hóa", "03", "hai\ndòng", "=1+1"]),
        (Kind::Part, &["true", "false", "Thông qua"]),
        (Kind::Date, &["2018-03-05"]),
        (Kind::Time, &["19:30:00", "00:00:00", "23:59:59"]),
        (Kind::Month, &["2018-03"]),
        (Kind::Count, &["0", "27"]),
        (Kind::Quarter, &["4"]),
        (Kind::Bool, &["true", "false"]),
        (Kind::YesNo, &["yes", "no"]),
        (Kind::Word(&MEETING_KINDS), &["regular", "congress"]),
        (Kind::Word(&MARKS), &["x", "k"]),
        (Kind::Member, &["dv01"]),
    ];
    for (kind, values) in values {
        for lang in [Lang::Vi, Lang::En] {
            for value in values {
                let cell = match kind.shown(value, lang, |_| Some("Lê Văn A")) {
                    Shown::Nothing => continue,
                    Shown::Text(text) => Cell::Text(text),
                    Shown::Day(day) => Cell::Day(day),
                    Shown::Time(0) => Cell::Whole(0),
                    Shown::Time(seconds) => Cell::Decimal((f64::from(seconds) / 86_400.0).to_string()),
                    Shown::Number(number) => Cell::Whole(number.into()),
                };
                assert_eq!(kind.read(&cell, lang).as_deref(), Ok(*value), "{kind:?}");
            }
        }
    }
}

#[test]
fn what_a_hand_writes_is_understood() {
    for text in ["05/03/2018", "5/3/2018", "5-3-2018", "5.3.2018", "2018-03-05"] {
        assert_eq!(read(Kind::Date, text).as_deref(), Some("2018-03-05"), "{text}");
    }
    assert_eq!(read(Kind::Time, "19h30").as_deref(), Some("19:30:00"));
    assert_eq!(read(Kind::Month, "3/2018").as_deref(), Some("2018-03"));
    assert_eq!(read(Kind::Word(&MARKS), " X ").as_deref(), Some("x"));
    assert_eq!(read(Kind::Word(&MARKS), "Vắng có lý do").as_deref(), Some("p"));
    assert_eq!(read(Kind::Bool, "CÓ").as_deref(), Some("true"));
    assert_eq!(read(Kind::Count, "27").as_deref(), Some("27"));
    assert_eq!(Kind::Date.read(&Cell::Whole(43_164), Lang::Vi).as_deref(), Ok("2018-03-05"));
    assert_eq!(Kind::Text.read(&Cell::Whole(3), Lang::Vi).as_deref(), Ok("3"));
    let first = Cell::Day(ymd(2018, 3, 1));
    assert_eq!(Kind::Month.read(&first, Lang::Vi).as_deref(), Ok("2018-03"));
}

#[test]
fn what_cannot_be_is_refused_with_what_can() {
    for (kind, text) in [
        (Kind::Date, "31/02/2018"),
        (Kind::Date, "03/15/2018"),
        (Kind::Time, "tối"),
        (Kind::Month, "tháng ba"),
        (Kind::Count, "-1"),
        (Kind::Count, "2,5"),
        (Kind::Quarter, "5"),
        (Kind::Bool, "?"),
        (Kind::Word(&MARKS), "v"),
        (Kind::Member, "Nguyễn Văn A"),
    ] {
        let refusal = kind.read(&Cell::Text(text.to_owned()), Lang::Vi).unwrap_err();
        assert!(!refusal.is_empty(), "{kind:?} {text}");
    }
    assert!(Kind::Text.read(&Cell::Error("#REF!".into()), Lang::En).is_err());
}
