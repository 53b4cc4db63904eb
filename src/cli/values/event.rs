//! What a dated event is told with: its day, the id of a person, how much of a date the paper has.

use clap::{Arg, ArgMatches, parser::ValueSource};

use crate::{
    cli::{
        page::{flag, option},
        values::date,
    },
    date::{Month, PartialDate, digits},
    lang::{Lang, Words, say},
    parse::Id,
    unit::{MAX_NAME, is_unit_name},
};

pub(in crate::cli) fn event_date(lang: Lang) -> Arg {
    const HELP: Words = Words::new("ngày: 2018-03-05 hoặc 05/03/2018; không có thì hôm nay", "the day; else today");
    date_named("date", HELP, lang)
}

pub(in crate::cli) fn date_named(id: &'static str, help: Words, lang: Lang) -> Arg {
    option(id, Words::new("NGÀY", "DATE"), help, lang).value_parser(move |text: &str| date(text, lang))
}

pub(in crate::cli) fn dry_run(lang: Lang) -> Arg {
    const HELP: Words =
        Words::new("chỉ in những dòng sẽ sửa, không ghi", "print what would be edited, and write nothing");
    flag("dry-run", HELP, lang)
}

/// Refuses the options that were given and do not go with an event.
pub(in crate::cli) fn only(
    matches: &ArgMatches,
    all: &[&str],
    takes: &[&str],
    event: &str,
    lang: Lang,
) -> Result<(), String> {
    let list = |options: &[&str]| options.iter().map(|option| format!("--{option}")).collect::<Vec<_>>().join(", ");
    let given = |option: &&str| matches.value_source(option) == Some(ValueSource::CommandLine);
    let wrong: Vec<&str> = all.iter().copied().filter(given).filter(|option| !takes.contains(option)).collect();
    if wrong.is_empty() {
        return Ok(());
    }
    let (wrong, takes) = (list(&wrong), list(takes));
    Err(if takes.is_empty() {
        say!(lang, "{event} không dùng {wrong}", "{event} does not take {wrong}")
    } else {
        say!(lang, "{event} không dùng {wrong}; chỉ dùng: {takes}", "{event} does not take {wrong}; it takes: {takes}")
    })
}

pub(in crate::cli) fn id(text: &str, lang: Lang) -> Result<String, String> {
    if Id::is_one(text) {
        return Ok(text.to_owned());
    }
    Err(say!(
        lang,
        "cần một chữ cái, rồi chữ cái không dấu, chữ số, gạch nối, ví dụ dv07",
        "give a letter, then letters without marks, digits, dashes, for example dv07"
    ))
}

/// The name of a unit's directory.
pub(in crate::cli) fn directory_name(text: &str, lang: Lang) -> Result<String, String> {
    if is_unit_name(text) {
        return Ok(text.to_owned());
    }
    Err(say!(
        lang,
        "cần chữ thường không dấu, chữ số, gạch nối, nhiều nhất {MAX_NAME} ký tự, ví dụ chi-bo-thon-1",
        "give a–z, digits and dashes, {MAX_NAME} characters at most, for example chi-bo-thon-1"
    ))
}

/// `cell/member`.
pub(in crate::cli) fn on_roster(text: &str, lang: Lang) -> Result<(String, String), String> {
    let parts = text.split_once('/').filter(|(cell, member)| Id::is_one(cell) && Id::is_one(member));
    parts.map(|(cell, member)| (cell.to_owned(), member.to_owned())).ok_or_else(|| {
        say!(lang, "cần CHI_BỘ/MÃ, ví dụ chi-bo-thon-1/dv02", "give CELL/ID, for example chi-bo-thon-1/dv02")
    })
}

/// A day, a month or a year.
pub(in crate::cli) fn partial_date(text: &str, lang: Lang) -> Result<PartialDate, String> {
    let year = || (text.len() == 4).then(|| digits(text)).flatten().map(PartialDate::Year);
    let shorter = Month::parse(text).map(PartialDate::Month).or_else(year);
    match shorter {
        Some(date) => Ok(date),
        None => date(text, lang).map(PartialDate::Day),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::ymd;

    #[test]
    fn a_date_is_as_much_as_the_paper_has() {
        let month = PartialDate::Month(Month { year: 1985, month: 6 });
        for (typed, date) in [
            ("1985", PartialDate::Year(1985)),
            ("1985-06", month),
            ("6/1985", month),
            ("03/02/1985", PartialDate::Day(ymd(1985, 2, 3))),
        ] {
            assert_eq!(partial_date(typed, Lang::Vi), Ok(date), "{typed}");
        }
        let expected = "cần ngày dạng 2018-03-05 hoặc 05/03/2018 (ngày/tháng/năm)";
        assert_eq!(partial_date("85", Lang::Vi), Err(expected.to_owned()));
    }

    #[test]
    fn a_member_is_named_with_the_cell() {
        assert_eq!(on_roster("chi-bo/dv02", Lang::Vi), Ok(("chi-bo".to_owned(), "dv02".to_owned())));
        for wrong in ["dv02", "/dv02", "chi-bo/", "a/b/c"] {
            assert!(on_roster(wrong, Lang::En).is_err(), "{wrong}");
        }
    }
}
