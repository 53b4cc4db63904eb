//! The forms of a report: what it is called, which ending of a file says so.

use std::path::Path;

use clap::ArgMatches;

use crate::{
    cli::{
        choice::{Choice, chosen},
        values,
    },
    lang::{Lang, Words, say},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ReportFormat {
    Table,
    Csv,
    Json,
    Markdown,
}

/// What `report` makes: text that a terminal shows too, or a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ReportForm {
    Text(ReportFormat),
    /// A page to look at.
    Html,
    /// A workbook.
    Workbook,
    /// The report of a Party committee in the official form.
    Official,
    /// A directory of pages, the units below each with its own.
    Pages,
}

pub(in crate::cli) const FORMATS: &[Choice<ReportFormat>] = &[
    Choice::new(
        "table",
        ReportFormat::Table,
        Words::new("bảng để đọc: .txt (mặc định)", "a table to read: .txt (the default)"),
    ),
    Choice::new("csv", ReportFormat::Csv, Words::new("bảng tính: .csv", "for a spreadsheet: .csv")),
    Choice::new(
        "json",
        ReportFormat::Json,
        Words::new("cho chương trình khác đọc: .json", "for other programs: .json"),
    ),
    Choice::new("markdown", ReportFormat::Markdown, Words::new("bảng Markdown: .md", "Markdown tables: .md")),
];

/// What a file name's ending says of its form; written in any case.
pub(in crate::cli) const EXTENSIONS: [(&str, ReportFormat); 5] = [
    ("txt", ReportFormat::Table),
    ("csv", ReportFormat::Csv),
    ("json", ReportFormat::Json),
    ("md", ReportFormat::Markdown),
    ("markdown", ReportFormat::Markdown),
];

pub(super) const FORMS: &[Choice<ReportForm>] = &[
    text_form(&FORMATS[0]),
    text_form(&FORMATS[1]),
    text_form(&FORMATS[2]),
    text_form(&FORMATS[3]),
    Choice::new(
        "html",
        ReportForm::Html,
        Words::new(
            "trang để xem và in: .html; nhiều trang: -o THƯ-MỤC/",
            "a page to look at and print: .html; pages: -o DIR/",
        ),
    ),
    Choice::new("xlsx", ReportForm::Workbook, Words::new("sổ Excel: .xlsx", "a workbook for Excel: .xlsx")),
    Choice::new(
        "docx",
        ReportForm::Official,
        Words::new(
            "dự thảo báo cáo của cấp ủy, tệp Word: .docx",
            "a draft of the committee's official report, for Word: .docx",
        ),
    ),
];

const fn text_form(choice: &Choice<ReportFormat>) -> Choice<ReportForm> {
    Choice::new(choice.name, ReportForm::Text(choice.value), choice.help)
}

const FORM_EXTENSIONS: [(&str, ReportForm); 9] = [
    ("txt", ReportForm::Text(ReportFormat::Table)),
    ("csv", ReportForm::Text(ReportFormat::Csv)),
    ("json", ReportForm::Text(ReportFormat::Json)),
    ("md", ReportForm::Text(ReportFormat::Markdown)),
    ("markdown", ReportForm::Text(ReportFormat::Markdown)),
    ("html", ReportForm::Html),
    ("htm", ReportForm::Html),
    ("xlsx", ReportForm::Workbook),
    ("docx", ReportForm::Official),
];

/// The form that is asked for, else told from the ending of the file.
pub(in crate::cli) fn form(matches: &ArgMatches, lang: Lang) -> Result<ReportFormat, String> {
    values::form(matches, FORMATS, &EXTENSIONS, ReportFormat::Table, lang)
}

/// A program opens a document by the ending of its name: under another it says that the file is broken.
fn agree(form: ReportForm, file: &Path, lang: Lang) -> Result<(), String> {
    let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let Some((_, told)) = FORM_EXTENSIONS.iter().find(|(known, _)| *known == ending) else { return Ok(()) };
    let is_file = |form: ReportForm| matches!(form, ReportForm::Workbook | ReportForm::Official);
    if *told == form || !(is_file(*told) || is_file(form)) {
        return Ok(());
    }
    let name = |wanted: ReportForm| FORMS.iter().find(|form| form.value == wanted).map_or("", |form| form.name);
    let form = name(form);
    Err(say!(
        lang,
        "-O {form} không ghi vào tệp .{ending}; bỏ -O, hoặc đổi đuôi tệp",
        "-O {form} does not go into a .{ending} file; leave -O out, or change the ending"
    ))
}

/// As `form`, with what only a report has: a name that ends as a directory's does is one of pages.
pub(super) fn report_form(matches: &ArgMatches, lang: Lang) -> Result<ReportForm, String> {
    let is_directory = values::output(matches).is_some_and(|file| file.to_string_lossy().ends_with(['/', '\\']));
    if let (Some(chosen), Some(file)) = (chosen(matches, "format", FORMS), values::output(matches)) {
        agree(chosen, &file, lang)?;
    }
    if !is_directory {
        return values::form(matches, FORMS, &FORM_EXTENSIONS, ReportForm::Text(ReportFormat::Table), lang);
    }
    match chosen(matches, "format", FORMS) {
        None | Some(ReportForm::Html) => Ok(ReportForm::Pages),
        Some(_) => Err(say!(
            lang,
            "-o THƯ-MỤC/ chỉ dùng cho html; dạng khác ghi ra một tệp",
            "-o DIR/ is for html only; other forms go to one file"
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A report has every form and ending of the commands that make text only.
    #[test]
    fn each_text_is_a_form_of_a_report() {
        for text in FORMATS {
            let form = FORMS.iter().find(|form| form.name == text.name).map(|form| form.value);
            assert_eq!(form, Some(ReportForm::Text(text.value)), "{}", text.name);
        }
        for (ending, format) in EXTENSIONS {
            assert!(FORM_EXTENSIONS.contains(&(ending, ReportForm::Text(format))), ".{ending}");
        }
    }
}
