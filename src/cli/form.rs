//! `chibo form`: what it takes, and what its help says.

use std::path::PathBuf;

use clap::{ArgMatches, Command};

use crate::{
    cli::{
        Command as Cli, Entry,
        page::{Example, Page, flag, positional},
        values,
    },
    lang::{Lang, Words, say},
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FormArgs {
    /// Absent: the cell that the command stands in.
    pub(crate) cell: Option<String>,
    /// Absent: the year of the day.
    pub(crate) year: Option<i32>,
    /// A workbook, by its name.
    pub(crate) output: PathBuf,
    pub(crate) no_names: bool,
    pub(crate) force: bool,
}

const PAGE: Page = Page {
    name: "form",
    about: Words::new(
        "Lập biểu Excel điền sẵn của một chi bộ, ghi xong thì nhập lại bằng chibo import",
        "Make a cell's workbook, filled as far as is recorded; chibo import reads it back",
    ),
    usage: Words::new("[TÙY CHỌN] [CHI BỘ] -o <TỆP.xlsx>", "[OPTIONS] [CELL] -o <FILE.xlsx>"),
    notes: Words::new(
        "Có đảng viên, điểm danh từng cuộc họp và cột trống cho cuộc họp sắp tới, nội dung, nghị quyết, khách\n\
         dự, văn bản năm, chuyên đề, kiểm tra, đánh giá, giao ban, nhiệm kỳ; ô nào có danh sách thì chọn.\n\
         Có names.csv thì ghi cả họ tên: tệp để dùng nội bộ. --no-names chỉ ghi mã.\n\
         Cùng sổ dữ liệu, cùng --as-of thì cùng từng byte.",
        "It holds the members, the roll call of each meeting with empty columns for those to come, content,\n\
         resolutions, guests, the year's papers, themes, inspections, assessments, briefings and terms; a box\n\
         with a list lets choose. With names.csv there are names in it: it is internal then. --no-names has\n\
         ids only. Same records, same --as-of, same bytes.",
    ),
    examples: &[
        Example {
            line: "chibo form chi-bo-thon-1 --year 2018 -o so-chi-bo.xlsx",
            what: Words::new("biểu năm 2018", "the form of 2018"),
        },
        Example {
            line: "chibo import so-chi-bo.xlsx",
            what: Words::new("xem tệp đã ghi làm thay đổi gì", "what the filled form would change"),
        },
    ],
};

pub(super) const ENTRY: Entry =
    Entry { name: PAGE.name, command, read: |matches, lang| Ok(Cli::Form(read(matches, lang)?)) };

fn command(lang: Lang) -> Command {
    const CELL: Words = Words::new(
        "đường dẫn của chi bộ; không có thì chi bộ của thư mục hiện tại",
        "path of the cell; else the one you stand in",
    );
    const YEAR: Words = Words::new("năm của biểu; không có thì năm nay", "year of the form; else this year");
    const NO_NAMES: Words = Words::new("chỉ ghi mã, không ghi họ tên", "ids only, no names");
    PAGE.command(lang)
        .arg(
            positional("cell", Words::new("CHI BỘ", "CELL"), CELL, lang)
                .value_hint(clap::ValueHint::DirPath)
                .value_parser(move |value: &str| values::text(value, lang)),
        )
        .arg(values::year_option(YEAR, lang))
        .args(values::file_options(lang).map(|arg| match arg.get_id().as_str() {
            "output" => arg.help(Words::new("ghi vào tệp .xlsx này", "write to this .xlsx file").of(lang)),
            _ => arg,
        }))
        .arg(flag("no-names", NO_NAMES, lang))
}

fn read(matches: &ArgMatches, lang: Lang) -> Result<FormArgs, String> {
    let output = matches.get_one::<PathBuf>("output").cloned().ok_or_else(|| {
        say!(lang, "thiếu -o TỆP.xlsx, như: -o so-chi-bo.xlsx", "-o FILE.xlsx is missing, as in: -o so-chi-bo.xlsx")
    })?;
    let is_workbook = output.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("xlsx"));
    if !is_workbook {
        let shown = values::printable(&output.display().to_string());
        return Err(say!(
            lang,
            "-o không nhận '{shown}': tên tệp phải có đuôi .xlsx",
            "-o does not take '{shown}': the file's name must end with .xlsx"
        ));
    }
    Ok(FormArgs {
        cell: matches.get_one::<String>("cell").cloned(),
        year: matches.get_one::<i32>("year").copied(),
        output,
        no_names: matches.get_flag("no-names"),
        force: matches.get_flag("force"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::tests::{refused_vi, run};

    #[test]
    fn every_option_is_read() {
        let plain = FormArgs { cell: None, year: None, output: "a.xlsx".into(), no_names: false, force: false };
        assert_eq!(run("form -o a.xlsx"), Cli::Form(plain.clone()));
        let all = FormArgs { cell: Some("b".into()), year: Some(2018), no_names: true, force: true, ..plain };
        assert_eq!(run("form b --year 2018 -o a.xlsx --no-names --force"), Cli::Form(all));
    }

    #[test]
    fn a_form_is_a_workbook() {
        for wrong in ["form", "form -o a.ods", "form -o a"] {
            assert!(refused_vi(wrong).contains(".xlsx"), "{wrong}");
        }
    }
}
