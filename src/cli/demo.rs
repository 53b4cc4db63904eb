//! `chibo demo`: what it takes, and what its help says.

use std::{ops::RangeInclusive, path::PathBuf};

use clap::{ArgMatches, Command, ValueHint, value_parser};

use crate::{
    cli::{
        Command as Cli, Entry,
        choice::{Choice, chosen, limited},
        page::{Example, Page, option, positional},
    },
    date::digits,
    demo::{FIRST_YEAR, LAST_YEAR, Wish},
    lang::{Lang, Words, say},
    records::settings::RootLevel,
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DemoArgs {
    /// As typed.
    pub(crate) directory: PathBuf,
    pub(crate) wish: Wish,
}

/// The seed of whoever names none: the plan's year.
const SEED: u64 = 2016;
/// Ten provinces of Hưng Yên's size: more than any machine is measured with.
const MOST_COMMUNES: u32 = 1610;
/// A rate is read to the millionth.
const MILLION: u32 = 1_000_000;
const DECIMALS: usize = 6;

const LEVELS: &[Choice<RootLevel>] = &[
    Choice::new(
        "province",
        RootLevel::Province,
        Words::new("tỉnh Hưng Yên (mặc định)", "Hưng Yên province (the default)"),
    ),
    Choice::new("district", RootLevel::District, Words::new("huyện Văn Giang", "Văn Giang district")),
    Choice::new("commune", RootLevel::Commune, Words::new("xã Xuân Quan", "Xuân Quan commune")),
    Choice::new("cell", RootLevel::Cell, Words::new("một chi bộ thôn của xã ấy", "a village cell of that commune")),
];

const PAGE: Page = Page {
    name: "demo",
    about: Words::new(
        "Tạo sổ dữ liệu mẫu để tập huấn: đơn vị thật của tỉnh, con người hư cấu",
        "Make a register to train with: the province's real units, invented people",
    ),
    usage: Words::new("[TÙY CHỌN] <THƯ MỤC>", "[OPTIONS] <DIR>"),
    notes: Words::new(
        "Cuối năm 2016, cả tỉnh đúng từng con số của Phần 1 Đề án. Cùng --seed thì cùng từng byte.\n\
         Không có --mistakes thì sổ không có lỗi, chỉ có những chỗ chưa đạt như ngoài đời.",
        "At the end of 2016 the whole province has the figures of the plan's Part 1. Same --seed, same bytes.\n\
         Without --mistakes the register has no errors, only shortfalls, as life has them.",
    ),
    examples: &[
        Example {
            line: "chibo demo so-mau --level commune --years 2018",
            what: Words::new("một xã, một năm", "one commune, one year"),
        },
        Example { line: "chibo demo so-mau", what: Words::new("cả tỉnh, năm năm", "the province, five years") },
        Example {
            line: "chibo demo so-mau --level district --mistakes 0.01",
            what: Words::new("cứ 100 bản ghi thì một bản ghi sai", "a mistake in one record of 100"),
        },
    ],
};

pub(super) const ENTRY: Entry =
    Entry { name: PAGE.name, command, read: |matches, lang| Ok(Cli::Demo(read(matches, lang)?)) };

const DIRECTORY_HELP: Words =
    Words::new("thư mục để ghi: còn trống, hoặc chưa có", "where to write: an empty directory, or a new one");
const LEVEL_HELP: Words = Words::new("cấp của sổ:", "level of the register:");
const COMMUNES_HELP: Words = Words::new(
    "chỉ N xã, lấy rải đều; hơn 161 thì lặp lại tỉnh, để đo tốc độ",
    "only N communes, evenly spread; over 161 the province comes again",
);
const YEARS_HELP: Words = Words::new(
    "các năm có bản ghi, như 2017-2018 (mặc định 2016-2020)",
    "years of records, as 2017-2018 (default 2016-2020)",
);
const SEED_HELP: Words =
    Words::new("số gieo ngẫu nhiên, số khác cho sổ khác (mặc định 2016)", "seed of chance (default 2016)");
const MISTAKES_HELP: Words = Words::new(
    "phần bản ghi bị làm sai, như 0.01 (mặc định 0)",
    "share of records with a mistake, as 0.01 (default 0)",
);

fn command(lang: Lang) -> Command {
    const NUMBER: Words = Words::new("N", "N");
    const YEARS: Words = Words::new("NĂM", "YEARS");
    const SHARE: Words = Words::new("TỶ LỆ", "RATE");
    PAGE.command(lang)
        .arg(
            positional("directory", Words::new("THƯ MỤC", "DIR"), DIRECTORY_HELP, lang)
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::DirPath),
        )
        .arg(limited(option("level", Words::new("CẤP", "LEVEL"), LEVEL_HELP, lang), LEVELS, lang))
        .arg(option("communes", NUMBER, COMMUNES_HELP, lang).value_parser(move |text: &str| count(text, lang)))
        .arg(option("years", YEARS, YEARS_HELP, lang).value_parser(move |text: &str| years(text, lang)))
        .arg(option("seed", NUMBER, SEED_HELP, lang).value_parser(move |text: &str| seed(text, lang)))
        .arg(option("mistakes", SHARE, MISTAKES_HELP, lang).value_parser(move |text: &str| rate(text, lang)))
}

fn read(matches: &ArgMatches, lang: Lang) -> Result<DemoArgs, String> {
    let level = chosen(matches, "level", LEVELS).unwrap_or(RootLevel::Province);
    let communes = matches.get_one::<u32>("communes").copied();
    if communes.is_some() && !matches!(level, RootLevel::Province | RootLevel::District) {
        return Err(say!(
            lang,
            "--communes chỉ đi cùng --level province hoặc district",
            "--communes goes with --level province or district only"
        ));
    }
    let years = matches.get_one::<RangeInclusive<i32>>("years").cloned().unwrap_or(FIRST_YEAR..=LAST_YEAR);
    Ok(DemoArgs {
        directory: matches
            .get_one::<PathBuf>("directory")
            .cloned()
            .ok_or_else(|| say!(lang, "thiếu thư mục", "the directory is missing"))?,
        wish: Wish {
            level,
            communes,
            years,
            seed: matches.get_one::<u64>("seed").copied().unwrap_or(SEED),
            mistakes: matches.get_one::<u32>("mistakes").copied().unwrap_or(0),
        },
    })
}

fn count(text: &str, lang: Lang) -> Result<u32, String> {
    let count = digits(text).map(i32::cast_unsigned).filter(|count| (1..=MOST_COMMUNES).contains(count));
    count.ok_or_else(|| say!(lang, "cần một số từ 1 đến {MOST_COMMUNES}", "give a number from 1 to {MOST_COMMUNES}"))
}

/// `2018` or `2016-2020`, of the years of the plan.
fn years(text: &str, lang: Lang) -> Result<RangeInclusive<i32>, String> {
    let (from, until) = text.split_once('-').unwrap_or((text, text));
    let year = |text: &str| digits(text).filter(|year| (FIRST_YEAR..=LAST_YEAR).contains(year));
    match (year(from), year(until)) {
        (Some(from), Some(until)) if from <= until => Ok(from..=until),
        _ => Err(say!(
            lang,
            "cần một năm hoặc hai năm đầu, cuối từ {FIRST_YEAR} đến {LAST_YEAR}, ví dụ 2017-2018",
            "give a year, or the first and the last, from {FIRST_YEAR} to {LAST_YEAR}, for example 2017-2018"
        )),
    }
}

fn seed(text: &str, lang: Lang) -> Result<u64, String> {
    text.parse().map_err(|_| say!(lang, "cần một số nguyên không âm", "give a whole number, not below zero"))
}

/// A share of one, in millionths.
fn rate(text: &str, lang: Lang) -> Result<u32, String> {
    let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let is_exact = part.len() <= DECIMALS;
    let part = digits(part).filter(|_| is_exact).map(i32::cast_unsigned);
    let decimals = text.split_once(['.', ',']).map_or(1, |(_, part)| part.len()) as u32;
    let millionths = digits(whole).filter(|whole| (0..=1).contains(whole)).map(i32::cast_unsigned).zip(part);
    millionths
        .map(|(whole, part)| whole * MILLION + part * 10u32.pow(DECIMALS as u32 - decimals))
        .filter(|rate| *rate <= MILLION)
        .ok_or_else(|| {
            say!(
                lang,
                "cần một số từ 0 đến 1, nhiều nhất {DECIMALS} chữ số thập phân, ví dụ 0.01",
                "give a number from 0 to 1 with {DECIMALS} decimals at most, for example 0.01"
            )
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::tests::{refused_en, refused_vi, run};

    fn demo(line: &str) -> DemoArgs {
        match run(line) {
            Cli::Demo(args) => args,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn without_options_it_is_the_province_of_five_years() {
        let wish = Wish { level: RootLevel::Province, communes: None, years: 2016..=2020, seed: 2016, mistakes: 0 };
        assert_eq!(demo("demo so-mau"), DemoArgs { directory: "so-mau".into(), wish });
    }

    #[test]
    fn every_option_is_read() {
        let wish =
            Wish { level: RootLevel::District, communes: Some(3), years: 2017..=2018, seed: 7, mistakes: 12_500 };
        let line = "demo a --level district --communes 3 --years 2017-2018 --seed 7 --mistakes 0.0125";
        assert_eq!(demo(line), DemoArgs { directory: "a".into(), wish });
        assert_eq!(demo("demo a --years 2018").wish.years, 2018..=2018);
    }

    #[test]
    fn a_rate_is_read_to_the_millionth() {
        for (text, expected) in [("0", 0), ("1", MILLION), ("1.0", MILLION), ("0.01", 10_000), ("0,000001", 1)] {
            assert_eq!(rate(text, Lang::Vi), Ok(expected), "{text}");
        }
        for wrong in ["1.000001", "2", "-0.1", "0.0000001", "1%", ".5", "0.", "", "1e-3"] {
            assert!(rate(wrong, Lang::Vi).is_err(), "{wrong}");
        }
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let expected = "lỗi: --communes chỉ đi cùng --level province hoặc district\nxem: chibo demo --help\n";
        assert_eq!(refused_vi("demo a --level cell --communes 2"), expected);
        for line in ["demo a --years 2018-2017", "demo a --years 2015-2018", "demo a --years 2018-"] {
            assert!(refused_en(line).contains("give a year, or the first and the last, from 2016 to 2020"), "{line}");
        }
        for line in ["demo a --communes 0", "demo a --communes 1611"] {
            assert!(refused_en(line).contains("give a number from 1 to 1610"), "{line}");
        }
        assert!(refused_en("demo a --seed x").contains("--seed"));
    }
}
