//! What is said of a command line that cannot be obeyed: what is wrong, what is accepted, and where to read on. clap
//! finds the mistake and its context; none of its own words are shown, for they are English only.

use std::error::Error as _;

use clap::{
    Command, Error,
    error::{ContextKind, ContextValue, ErrorKind},
};

use crate::{
    cli::{
        NAME, help,
        lookup::{command_of, label, names, owner},
        scan::Scan,
        values::{not_taken, printable, too_many},
    },
    lang::{Lang, say},
};

/// The sentence with its lead, and the command whose help says more.
pub(super) fn refusal(sentence: &str, program: &Command, scan: &Scan, lang: Lang) -> String {
    let of = match command_of(program, scan) {
        Some(command) if command.get_name() != help::NAME => format!("{NAME} {}", command.get_name()),
        _ => NAME.to_owned(),
    };
    say!(lang, "lỗi: {sentence}\nxem: {of} --help\n", "error: {sentence}\nsee: {of} --help\n")
}

/// The kinds that are not named cannot occur: no option wants `=`, or a fixed number of values above one.
pub(super) fn sentence(error: &Error, program: &Command, scan: &Scan, lang: Lang) -> String {
    let arg = label(&first(error, ContextKind::InvalidArg), program, scan);
    let value = first(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::MissingRequiredArgument => missing(error, lang),
        ErrorKind::InvalidValue => not_in_list(error, &arg, &value, lang),
        ErrorKind::ValueValidation => {
            let reason = error.source().map(ToString::to_string).unwrap_or_default();
            not_taken(&arg, &value, &reason, lang)
        }
        ErrorKind::TooManyValues => {
            say!(lang, "{arg} không kèm giá trị, mà có '{value}'", "{arg} takes no value, but has '{value}'")
        }
        ErrorKind::ArgumentConflict => conflict(error, &arg, program, scan, lang),
        ErrorKind::UnknownArgument => unknown(error, program, scan, lang),
        ErrorKind::InvalidSubcommand => no_such_command(error, program, lang),
        ErrorKind::MissingSubcommand => {
            let known = names(program);
            say!(lang, "thiếu lệnh; các lệnh: {known}", "a command is missing; the commands: {known}")
        }
        ErrorKind::InvalidUtf8 => {
            say!(lang, "có đối số không phải là chữ UTF-8", "an argument is not UTF-8 text")
        }
        _ => say!(lang, "không hiểu dòng lệnh này", "this command line cannot be understood"),
    }
}

fn missing(error: &Error, lang: Lang) -> String {
    let args = all(error, ContextKind::InvalidArg).join(", ");
    say!(lang, "thiếu {args}", "{args} is missing")
}

fn not_in_list(error: &Error, arg: &str, value: &str, lang: Lang) -> String {
    let known = all(error, ContextKind::ValidValue).join(", ");
    let mut text = if value.is_empty() {
        say!(lang, "{arg} cần một giá trị", "{arg} needs a value")
    } else {
        say!(lang, "{arg} không nhận '{value}'", "{arg} does not take '{value}'")
    };
    if !known.is_empty() {
        text.push_str(&say!(lang, "; chọn một trong: {known}", "; it takes: {known}"));
    }
    text + &nearest(error, ContextKind::SuggestedValue, lang)
}

fn conflict(error: &Error, arg: &str, program: &Command, scan: &Scan, lang: Lang) -> String {
    let others = all(error, ContextKind::PriorArg);
    let others: Vec<_> = others.iter().map(|other| label(other, program, scan)).collect();
    if others == [arg] {
        return say!(lang, "{arg} chỉ được viết một lần", "{arg} may be given only once");
    }
    let others = others.join(", ");
    say!(lang, "{arg} không đi cùng {others}", "{arg} does not go with {others}")
}

fn unknown(error: &Error, program: &Command, scan: &Scan, lang: Lang) -> String {
    let arg = first(error, ContextKind::InvalidArg);
    if !arg.starts_with('-') {
        return too_many(&arg, lang);
    }
    let Some(owner) = owner(&arg, program, scan) else {
        let nearest = nearest(error, ContextKind::SuggestedArg, lang);
        return say!(lang, "không có tùy chọn {arg}{nearest}", "there is no option {arg}{nearest}");
    };
    if command_of(program, scan).is_some_and(|command| command.get_name() == owner) {
        return say!(
            lang,
            "{arg} là tùy chọn của lệnh {owner}: viết sau tên lệnh",
            "{arg} is an option of {owner}: write it after the command's name"
        );
    }
    say!(lang, "{arg} là tùy chọn của lệnh {owner}", "{arg} is an option of {owner}")
}

fn no_such_command(error: &Error, program: &Command, lang: Lang) -> String {
    let name = first(error, ContextKind::InvalidSubcommand);
    let known = names(program);
    let nearest = nearest(error, ContextKind::SuggestedSubcommand, lang);
    say!(
        lang,
        "không có lệnh '{name}'; các lệnh: {known}{nearest}",
        "there is no command '{name}'; the commands: {known}{nearest}"
    )
}

/// clap lists what is like the word, the likest last.
fn nearest(error: &Error, kind: ContextKind, lang: Lang) -> String {
    match all(error, kind).pop() {
        Some(word) => say!(lang, "; gần nhất là {word}", "; the nearest is {word}"),
        None => String::new(),
    }
}

fn first(error: &Error, kind: ContextKind) -> String {
    all(error, kind).into_iter().next().unwrap_or_default()
}

fn all(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![printable(text)],
        Some(ContextValue::Strings(texts)) => texts.iter().map(|text| printable(text)).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use crate::cli::tests::{refused, refused_en, refused_vi};

    /// The command line, what is said in Vietnamese, in English, and the command whose help is named; `@commands`
    /// stands for their names.
    const REFUSALS: &[(&str, &str, &str, &str)] = &[
        (
            "--names",
            "thiếu lệnh; các lệnh: @commands, help",
            "a command is missing; the commands: @commands, help",
            "chibo",
        ),
        (
            "chek",
            "không có lệnh 'chek'; các lệnh: @commands, help; gần nhất là check",
            "there is no command 'chek'; the commands: @commands, help; the nearest is check",
            "chibo",
        ),
        (
            "xyz",
            "không có lệnh 'xyz'; các lệnh: @commands, help",
            "there is no command 'xyz'; the commands: @commands, help",
            "chibo",
        ),
        (
            "help xyz",
            "LỆNH không nhận 'xyz'; chọn một trong: @commands",
            "COMMAND does not take 'xyz'; it takes: @commands",
            "chibo",
        ),
        ("report", "thiếu --year <NĂM>", "--year <YEAR> is missing", "chibo report"),
        ("report --year", "--year cần một giá trị", "--year needs a value", "chibo report"),
        (
            "report --year 18",
            "--year không nhận '18': cần bốn chữ số, ví dụ 2018",
            "--year does not take '18': give four digits, for example 2018",
            "chibo report",
        ),
        (
            "report --year 2018 --yaer 2018",
            "không có tùy chọn --yaer; gần nhất là --year",
            "there is no option --yaer; the nearest is --year",
            "chibo report",
        ),
        ("check -x", "không có tùy chọn -x", "there is no option -x", "chibo check"),
        (
            "--year 2018 report",
            "--year là tùy chọn của lệnh report: viết sau tên lệnh",
            "--year is an option of report: write it after the command's name",
            "chibo report",
        ),
        ("check --by commune", "--by là tùy chọn của lệnh report", "--by is an option of report", "chibo check"),
        ("help check report", "thừa đối số 'report'", "'report' is one argument too many", "chibo"),
        ("new-meeting a b", "thừa đối số 'b'", "'b' is one argument too many", "chibo new-meeting"),
        (
            "check -O xml",
            "-O/--format không nhận 'xml'; chọn một trong: full, concise, json, github, gitlab, junit, sarif, markdown",
            "-O/--format does not take 'xml'; it takes: full, concise, json, github, gitlab, junit, sarif, markdown",
            "chibo check",
        ),
        (
            "report --year 2018 -O jsn",
            "-O/--format không nhận 'jsn'; chọn một trong: table, csv, json, markdown, html, xlsx, docx; gần nhất là json",
            "-O/--format does not take 'jsn'; it takes: table, csv, json, markdown, html, xlsx, docx; the nearest is json",
            "chibo report",
        ),
        (
            "check --fail-on",
            "--fail-on cần một giá trị; chọn một trong: error, shortfall, warning, never",
            "--fail-on needs a value; it takes: error, shortfall, warning, never",
            "chibo check",
        ),
        (
            "check --lang fr",
            "--lang không nhận 'fr'; chọn một trong: vi, en",
            "--lang does not take 'fr'; it takes: vi, en",
            "chibo check",
        ),
        ("check -C", "-C cần một giá trị", "-C needs a value", "chibo check"),
        (
            "check --all-years=yes",
            "--all-years không kèm giá trị, mà có 'yes'",
            "--all-years takes no value, but has 'yes'",
            "chibo check",
        ),
        (
            "check --year 2018 --year 2019",
            "--year chỉ được viết một lần",
            "--year may be given only once",
            "chibo check",
        ),
        (
            "check --year 2018 --all-years",
            "--year không đi cùng --all-years",
            "--year does not go with --all-years",
            "chibo check",
        ),
        (
            "new-meeting --absent dv02:p --counts 1/2 --not-held x",
            "--absent không đi cùng --counts, --not-held",
            "--absent does not go with --counts, --not-held",
            "chibo new-meeting",
        ),
        (
            "--as-of 31/02/2018 check",
            "--as-of không nhận '31/02/2018': lịch không có ngày này; cần dạng 2018-03-05 hoặc 05/03/2018 \
             (ngày/tháng/năm)",
            "--as-of does not take '31/02/2018': the calendar has no such day; give it as 2018-03-05 or 05/03/2018 \
             (day/month/year)",
            "chibo check",
        ),
        (
            "new-meeting --absent dv02:p,dv09",
            "--absent không nhận 'dv09': cần MÃ:DẤU, ví dụ dv02:p; dấu: p có lý do, k không lý do, m đến muộn",
            "--absent does not take 'dv09': give ID:MARK, for example dv02:p; marks: p excused, k without reason, \
             m late",
            "chibo new-meeting",
        ),
        (
            "check \"\"",
            "ĐƠN VỊ không nhận '': không được để trống",
            "UNIT does not take '': it must not be empty",
            "chibo check",
        ),
    ];

    #[test]
    fn every_refusal_is_said_whole_in_both_languages() {
        let commands = crate::cli::ENTRIES.each_ref().map(|entry| entry.name).join(", ");
        for (line, vi, en, of) in REFUSALS {
            let (vi, en) = (vi.replace("@commands", &commands), en.replace("@commands", &commands));
            assert_eq!(refused_vi(line), format!("lỗi: {vi}\nxem: {of} --help\n"), "{line}");
            assert_eq!(refused_en(line), format!("error: {en}\nsee: {of} --help\n"), "{line}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn an_argument_that_is_not_utf8_is_refused() {
        use std::os::unix::ffi::OsStringExt as _;

        let args = [OsString::from("check"), OsString::from_vec(vec![0xff])];
        assert_eq!(refused(&args, None), "lỗi: có đối số không phải là chữ UTF-8\nxem: chibo check --help\n");
        assert_eq!(refused(&args, Some("en")), "error: an argument is not UTF-8 text\nsee: chibo check --help\n");
    }

    #[test]
    fn a_line_break_in_an_argument_makes_no_line_of_the_message() {
        let args = [OsString::from("check"), OsString::from("--year"), OsString::from("1\n\u{1b}[31m")];
        assert_eq!(refused(&args, None).lines().count(), 2);
        assert!(!refused(&args, None).contains('\u{1b}'));
    }
}
