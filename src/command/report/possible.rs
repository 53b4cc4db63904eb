//! What a document can be made of, told before anything is counted.

use crate::{
    cli::{ReportArgs, ReportForm, Time},
    command::Failure,
    io::Io,
    lang::{Lang, say},
    register::discover::UnitDir,
    unit::UnitLevel,
};

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
