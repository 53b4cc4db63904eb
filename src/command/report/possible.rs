//! What a document can be made of, told before anything is counted.

use crate::{
    cli::{ReportArgs, ReportForm, Time},
    command::Failure,
    io::Io,
    lang::{Lang, say},
    register::discover::UnitDir,
    unit::UnitLevel,
};

/// Refuses a directory where a file is to be written, before anything is counted: its pages are asked for by `DIR/`.
pub(super) fn no_directory(args: &ReportArgs, lang: Lang, io: &Io<'_>) -> Result<(), Failure> {
    let Some(file) = args.output.as_deref().filter(|_| args.form != ReportForm::Pages) else { return Ok(()) };
    if !io.working_dir.join(file).is_dir() {
        return Ok(());
    }
    let file = file.display();
    Err(Failure::Usage(say!(
        lang,
        "{file} là thư mục; nêu cả tên tệp\ngợi ý: -o {file}/ lập trang của đơn vị và của từng đơn vị cấp dưới",
        "{file} is a directory; name the file too\nhint: -o {file}/ makes a page for the unit and one for each unit next below"
    )))
}

/// The unit of a document; refuses what there is no document of, and says what there is.
pub(super) fn one_unit<'u>(
    args: &ReportArgs,
    units: &'u [UnitDir],
    lang: Lang,
    io: &Io<'_>,
) -> Result<&'u UnitDir, Failure> {
    let refuse = |refused: String| Err(Failure::Usage(refused));
    let form = match args.form {
        ReportForm::Official => "docx",
        ReportForm::Workbook => "xlsx",
        _ => "html",
    };
    let [unit] = units else {
        return refuse(say!(
            lang,
            "mỗi tệp {form} là của một đơn vị; chạy lại với từng đơn vị\ngợi ý: nhiều đơn vị cạnh nhau có ở table, csv, json, markdown",
            "a file of {form} is of one unit; run again with one at a time\nhint: several units side by side are in table, csv, json and markdown"
        ));
    };
    if args.form == ReportForm::Official {
        if unit.level > UnitLevel::Commune {
            return refuse(say!(
                lang,
                "báo cáo theo thể thức (docx) là của cấp xã trở lên\ngợi ý: chi bộ, thôn thì dùng table, csv, json, markdown, html hoặc xlsx",
                "the report in the official form (docx) is of communes and above\nhint: of a cell or village there are table, csv, json, markdown, html and xlsx"
            ));
        }
        if matches!(args.time, Time::Years { .. }) {
            return refuse(say!(
                lang,
                "báo cáo theo thể thức (docx) là của một năm\ngợi ý: dùng --year; nhiều năm cạnh nhau có ở table, csv, json, markdown, html, xlsx",
                "the report in the official form (docx) is of one year\nhint: use --year; several years side by side are in table, csv, json, markdown, html and xlsx"
            ));
        }
    }
    let program = match args.form {
        ReportForm::Official => "Word",
        ReportForm::Workbook => "Excel",
        _ => return Ok(unit),
    };
    if args.output.is_none() && io.width.is_some() {
        return refuse(say!(
            lang,
            "tệp {program} không in ra màn hình được; thêm -o TỆP.{form}",
            "a file of {program} cannot be shown on a terminal; add -o FILE.{form}"
        ));
    }
    Ok(unit)
}
