//! `chibo new-year`: what it takes, and what its help says.

use clap::{ArgMatches, Command};

use crate::{
    cli::{
        Command as Cli, Entry,
        page::{Example, Page},
        values,
    },
    lang::{Lang, Words},
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NewYearArgs {
    /// As typed. Empty: the unit that the command stands in.
    pub(crate) units: Vec<String>,
    /// Absent: the year of the day.
    pub(crate) year: Option<i32>,
    pub(crate) dry_run: bool,
}

const PAGE: Page = Page {
    name: "new-year",
    about: Words::new(
        "Lập các tệp của một năm cho đơn vị và mọi đơn vị bên dưới",
        "Write the files of a year for a unit and every unit below it",
    ),
    usage: Words::new("[TÙY CHỌN] [ĐƠN VỊ]...", "[OPTIONS] [UNIT]..."),
    notes: Words::new(
        "Chi bộ: year.toml; assessments.csv, mỗi đảng viên một dòng; briefings.csv với chi bộ thôn.\n\
         Xã: year.toml; villages.csv, mỗi thôn một dòng. Huyện: year.toml.\n\
         Tệp đã có thì giữ nguyên, chỉ thêm dòng cho người, thôn chưa có. Các mục đều để trống chờ điền,\n\
         nên chưa số liệu nào đổi.\n\n\
         Mã thoát:\n  0  đã ghi, đã in (--dry-run), hoặc đã có đủ\n  2  không ghi\n  3  không có sổ dữ liệu hoặc đơn vị",
        "A cell: year.toml; assessments.csv, a row a member; briefings.csv for one of villages.\n\
         A commune: year.toml; villages.csv, a row a village. A district: year.toml.\n\
         A file that is there keeps what it holds, and gets a row for each member or village that it\n\
         lacks. All waits to be filled, so no figure changes.\n\n\
         Exit codes:\n  0  written, shown (--dry-run), or all there\n  2  not written\n  3  no register, or no unit",
    ),
    examples: &[
        Example {
            line: "chibo new-year --year 2019",
            what: Words::new("đơn vị đang đứng và bên dưới", "where you stand, and below"),
        },
        Example {
            line: "chibo new-year xuan-quan --year 2019 --dry-run",
            what: Words::new("xem sẽ ghi tệp nào của một xã", "what would be written of a commune"),
        },
    ],
};

pub(super) const ENTRY: Entry = Entry { name: PAGE.name, command, read: |matches, _| Ok(Cli::NewYear(read(matches))) };

fn command(lang: Lang) -> Command {
    const YEAR: Words = Words::new("năm; không có thì năm nay", "the year; else this one");
    PAGE.command(lang).arg(values::units(lang)).arg(values::year_option(YEAR, lang)).arg(values::dry_run(lang))
}

fn read(matches: &ArgMatches) -> NewYearArgs {
    NewYearArgs {
        units: values::many(matches, "units"),
        year: matches.get_one::<i32>("year").copied(),
        dry_run: matches.get_flag("dry-run"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::tests::run;

    #[test]
    fn a_year_and_its_units_are_read() {
        let expected = NewYearArgs { units: vec!["a".to_owned(), "b".to_owned()], year: Some(2019), dry_run: true };
        assert_eq!(run("new-year a b --year 2019 --dry-run"), Cli::NewYear(expected));
        assert_eq!(run("new-year"), Cli::NewYear(NewYearArgs { units: Vec::new(), year: None, dry_run: false }));
    }
}
