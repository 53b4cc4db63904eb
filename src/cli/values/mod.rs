//! Values on the command line. A parser takes the text and the language, and its error is the reason alone, without
//! the option's name and the value: whoever shows it puts them before it.

mod absence;
mod counts;
mod date;
mod ending;
mod event;
mod time;

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, ValueHint, value_parser};

use crate::{
    cli::page::{flag, option, positional},
    date::{Month, digits},
    lang::{Lang, Words, say},
};

pub(super) use absence::{Absence, absence, each_once};
pub(crate) use counts::counts;
pub(crate) use date::date;
pub(super) use ending::form;
pub(super) use event::{date_named, directory_name, dry_run, event_date, id, on_roster, only, partial_date};
pub(crate) use time::time;

/// The units that a command works on.
pub(super) fn units(lang: Lang) -> Arg {
    const HELP: Words = Words::new(
        "đường dẫn của đơn vị, hoặc XÃ#THÔN; không có thì đơn vị của thư mục hiện tại",
        "paths of units, or COMMUNE#VILLAGE; else the unit you stand in",
    );
    positional("units", Words::new("ĐƠN VỊ", "UNIT"), HELP, lang)
        .action(ArgAction::Append)
        .num_args(0..)
        .value_hint(ValueHint::DirPath)
        .value_parser(move |value: &str| text(value, lang))
}

pub(super) fn year_option(help: Words, lang: Lang) -> Arg {
    year_named("year", help, lang)
}

pub(super) fn year_named(id: &'static str, help: Words, lang: Lang) -> Arg {
    option(id, Words::new("NĂM", "YEAR"), help, lang).value_parser(move |text: &str| year(text, lang))
}

/// `-o FILE` and `--force`.
pub(super) fn file_options(lang: Lang) -> [Arg; 2] {
    const HELP: Words = Words::new("ghi vào tệp này thay vì in ra", "write to this file instead of printing");
    const FORCE: Words = Words::new("ghi đè tệp đã có", "write over an existing file");
    let output = option("output", Words::new("TỆP", "FILE"), HELP, lang);
    [output.short('o').value_parser(value_parser!(PathBuf)).value_hint(ValueHint::FilePath), flag("force", FORCE, lang)]
}

/// `-o FILE.zip`, which is required, and `--force`.
pub(super) fn archive_options(lang: Lang) -> [Arg; 2] {
    const HELP: Words = Words::new("tệp zip để ghi", "the zip file to write");
    const FORCE: Words = Words::new("ghi đè tệp đã có", "write over an existing file");
    let output = option("output", Words::new("TỆP.zip", "FILE.zip"), HELP, lang).short('o').required(true);
    [output.value_parser(value_parser!(PathBuf)).value_hint(ValueHint::FilePath), flag("force", FORCE, lang)]
}

/// The archive to write.
pub(super) fn archive(matches: &ArgMatches) -> PathBuf {
    matches.get_one::<PathBuf>("output").cloned().unwrap_or_default()
}

/// `-o DIR` and `--force`.
pub(super) fn directory_options(lang: Lang) -> [Arg; 2] {
    const HELP: Words = Words::new(
        "ghi vào thư mục này thay vì in ra; chưa có thì tạo",
        "write into this directory instead of printing; made if it is not there",
    );
    const FORCE: Words = Words::new("ghi đè những tệp đã có", "write over existing files");
    let output = option("output", Words::new("THƯ MỤC", "DIR"), HELP, lang);
    [output.short('o').value_parser(value_parser!(PathBuf)).value_hint(ValueHint::DirPath), flag("force", FORCE, lang)]
}

/// Where to write; `-` is standard output, as no file at all is.
pub(super) fn output(matches: &ArgMatches) -> Option<PathBuf> {
    matches.get_one::<PathBuf>("output").filter(|file| file.as_os_str() != "-").cloned()
}

/// Every value of an option that may be given several times.
pub(super) fn many<T: Clone + Send + Sync + 'static>(matches: &ArgMatches, id: &str) -> Vec<T> {
    matches.get_many::<T>(id).map(|values| values.cloned().collect()).unwrap_or_default()
}

fn year(text: &str, lang: Lang) -> Result<i32, String> {
    let year = if text.len() == 4 { digits(text) } else { None };
    year.ok_or_else(|| say!(lang, "cần bốn chữ số, ví dụ 2018", "give four digits, for example 2018"))
}

/// A month in its canonical form.
pub(super) fn month(text: &str, lang: Lang) -> Result<String, String> {
    Month::parse(text).map(Month::iso).ok_or_else(|| {
        say!(lang, "cần tháng dạng 2018-03, 3/2018 hoặc T3/2018", "give a month as 2018-03, 3/2018 or T3/2018")
    })
}

/// A text that says something.
pub(super) fn text(text: &str, lang: Lang) -> Result<String, String> {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        Err(say!(lang, "không được để trống", "it must not be empty"))
    } else {
        Ok(trimmed.to_owned())
    }
}

/// Takes a text that says something.
pub(super) fn said(arg: Arg, lang: Lang) -> Arg {
    arg.value_parser(move |value: &str| text(value, lang))
}

/// Takes such texts with commas between, and may be given again.
pub(super) fn list(arg: Arg, lang: Lang) -> Arg {
    said(arg, lang).action(ArgAction::Append).value_delimiter(',')
}

/// The sentence that refuses a value, for a reason that a parser gave.
pub(super) fn not_taken(arg: &str, value: &str, reason: &str, lang: Lang) -> String {
    let value = printable(value);
    say!(lang, "{arg} không nhận '{value}': {reason}", "{arg} does not take '{value}': {reason}")
}

/// The sentence that refuses an argument for which there is no place.
pub(super) fn too_many(arg: &str, lang: Lang) -> String {
    let arg = printable(arg);
    say!(lang, "thừa đối số '{arg}'", "'{arg}' is one argument too many")
}

/// A value as a message can show it: a line break or an escape in it would make it look like something else.
pub(super) fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_has_four_digits() {
        assert_eq!(year("2018", Lang::Vi), Ok(2018));
        for wrong in ["18", "02018", "+201", "2o18", ""] {
            assert_eq!(year(wrong, Lang::Vi), Err("cần bốn chữ số, ví dụ 2018".to_owned()), "{wrong}");
        }
        assert_eq!(year("18", Lang::En), Err("give four digits, for example 2018".to_owned()));
    }

    #[test]
    fn a_month_becomes_canonical() {
        for typed in ["2018-03", "3/2018", "03/2018", "T3/2018"] {
            assert_eq!(month(typed, Lang::Vi).as_deref(), Ok("2018-03"), "{typed}");
        }
        assert_eq!(month("2018-13", Lang::Vi), Err("cần tháng dạng 2018-03, 3/2018 hoặc T3/2018".to_owned()));
        assert_eq!(month("March", Lang::En), Err("give a month as 2018-03, 3/2018 or T3/2018".to_owned()));
    }

    #[test]
    fn a_text_is_trimmed_and_never_empty() {
        assert_eq!(text(" bão ", Lang::Vi).as_deref(), Ok("bão"));
        assert_eq!(text("  ", Lang::Vi), Err("không được để trống".to_owned()));
        assert_eq!(text("", Lang::En), Err("it must not be empty".to_owned()));
    }
}
