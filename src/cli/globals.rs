//! The options that every command takes, before its name or after it.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, ValueHint, value_parser};

use crate::{
    cli::{
        Env,
        choice::{Choice, chosen, limited},
        language::SpeaksBy,
        page::{flag, option},
        values,
    },
    date::Date,
    lang::{Lang, Words},
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Globals {
    /// `-C`, already joined to the working directory. Absent: the register is looked for from there upwards.
    pub(crate) dir: Option<PathBuf>,
    pub(crate) lang: Lang,
    pub(crate) color: Color,
    /// Absent: the day that the clock shows in Vietnam.
    pub(crate) as_of: Option<Date>,
    pub(crate) names: bool,
    /// Whether results of earlier runs may be taken again.
    pub(crate) cache: bool,
    /// Whether an account of the run is wanted.
    pub(crate) verbose: bool,
    /// Who chose the language.
    pub(crate) speaks_by: SpeaksBy,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Color {
    /// Colour where the stream is a terminal. Never met where `NO_COLOR` is set: that is `Never`.
    Auto,
    Always,
    Never,
}

const HEADING: Words = Words::new("Tùy chọn chung", "Global options");

const COLORS: &[Choice<Color>] = &[
    Choice::new("auto", Color::Auto, Words::new("khi in ra màn hình (mặc định)", "on a terminal (the default)")),
    Choice::new("always", Color::Always, Words::new("luôn luôn", "always")),
    Choice::new("never", Color::Never, Words::new("không bao giờ; NO_COLOR cũng vậy", "never, as with NO_COLOR")),
];

const LANGS: &[Choice<Lang>] = &[
    Choice::new("vi", Lang::Vi, Words::new("tiếng Việt", "Vietnamese")),
    Choice::new("en", Lang::En, Words::new("tiếng Anh", "English")),
];

/// In the order of help.
pub(super) fn args(lang: Lang) -> Vec<Arg> {
    let args = [
        dir(lang),
        limited(option("lang", Words::new("NGÔN NGỮ", "LANGUAGE"), LANG_HELP, lang), LANGS, lang),
        limited(option("color", Words::new("KHI NÀO", "WHEN"), COLOR_HELP, lang), COLORS, lang),
        option("as-of", Words::new("NGÀY", "DATE"), AS_OF_HELP, lang)
            .value_parser(move |text: &str| values::date(text, lang)),
        flag("names", NAMES_HELP, lang),
        flag("no-cache", NO_CACHE_HELP, lang),
        flag("verbose", VERBOSE_HELP, lang).short('v'),
        flag("help", Words::new("in hướng dẫn này", "print this help"), lang).short('h').action(ArgAction::Help),
    ];
    args.into_iter().map(|arg| arg.global(true).help_heading(HEADING.of(lang))).collect()
}

/// Of the program alone: a command has no version of its own.
pub(super) fn version(lang: Lang) -> Arg {
    flag("version", Words::new("in phiên bản", "print the version"), lang)
        .short('V')
        .action(ArgAction::Version)
        .help_heading(HEADING.of(lang))
}

/// `-C` has no long form, as in git and make.
fn dir(lang: Lang) -> Arg {
    Arg::new("dir")
        .short('C')
        .value_name(Words::new("THƯ MỤC", "DIR").of(lang))
        .help(DIR_HELP.of(lang))
        .value_parser(value_parser!(PathBuf))
        .value_hint(ValueHint::DirPath)
}

const DIR_HELP: Words = Words::new(
    "sổ dữ liệu ở thư mục này; không có thì tìm từ thư mục hiện tại lên",
    "the register in this directory; else found from the working directory up",
);
const LANG_HELP: Words = Words::new(
    "ngôn ngữ; không có thì theo CHIBO_LANG, chibo.toml, rồi theo máy:",
    "language; else that of CHIBO_LANG, chibo.toml, then the machine:",
);
const COLOR_HELP: Words = Words::new("tô màu:", "colour:");
const AS_OF_HELP: Words = Words::new(
    "coi ngày này là hôm nay: 2018-12-31 hoặc 31/12/2018",
    "take this day for today: 2018-12-31 or 31/12/2018",
);
const NAMES_HELP: Words = Words::new(
    "hiện họ tên thay cho mã đảng viên, lấy từ names.csv",
    "show members' names, from names.csv, in place of their ids",
);

const NO_CACHE_HELP: Words = Words::new(
    "đọc lại mọi tệp, không lấy kết quả lần trước (CHIBO_CACHE=off cũng vậy)",
    "read every file again, take no earlier result (as CHIBO_CACHE=off)",
);

const VERBOSE_HELP: Words = Words::new(
    "nói rõ đã đọc gì, từ đâu, mỗi bước mất bao lâu",
    "say what was read, from where, and how long each stage took",
);

pub(super) fn read(matches: &ArgMatches, (lang, speaks_by): (Lang, SpeaksBy), env: &Env) -> Globals {
    let color = match chosen(matches, "color", COLORS).unwrap_or(Color::Auto) {
        Color::Auto if env.no_color => Color::Never,
        color => color,
    };
    Globals {
        dir: matches.get_one::<PathBuf>("dir").map(|dir| env.working_dir.join(dir)),
        lang,
        color,
        as_of: matches.get_one::<Date>("as-of").copied(),
        names: matches.get_flag("names"),
        cache: !matches.get_flag("no-cache"),
        verbose: matches.get_flag("verbose"),
        speaks_by,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        cli::tests::{globals, globals_in},
        date::ymd,
    };

    #[test]
    fn without_options_everything_is_at_its_default() {
        let expected = Globals {
            dir: None,
            lang: Lang::Vi,
            color: Color::Auto,
            as_of: None,
            names: false,
            cache: true,
            verbose: false,
            speaks_by: SpeaksBy::Nobody,
        };
        assert_eq!(globals("check"), expected);
    }

    #[test]
    fn they_stand_before_the_command_or_after_it() {
        let expected = Globals {
            dir: Some(PathBuf::from("/noi-lam-viec/so")),
            lang: Lang::En,
            color: Color::Always,
            as_of: Some(ymd(2018, 3, 5)),
            names: true,
            cache: false,
            verbose: true,
            speaks_by: SpeaksBy::CommandLine,
        };
        assert_eq!(globals("-C so --lang en --color always --as-of 2018-03-05 --names --no-cache -v check"), expected);
        let after = "check -Cso --lang=en --color=always --as-of 05/03/2018 --names --no-cache --verbose";
        assert_eq!(globals(after), expected);
    }

    #[test]
    fn an_absolute_directory_stays_as_it_is() {
        assert_eq!(globals("-C /so check").dir, Some(PathBuf::from("/so")));
    }

    #[test]
    fn no_color_counts_only_where_the_command_line_leaves_it_open() {
        let mut env = crate::cli::tests::env();
        env.no_color = true;
        assert_eq!(globals_in("check", &env).color, Color::Never);
        assert_eq!(globals_in("check --color auto", &env).color, Color::Never);
        assert_eq!(globals_in("check --color always", &env).color, Color::Always);
    }
}
