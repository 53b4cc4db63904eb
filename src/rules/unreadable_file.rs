use crate::{
    finding::{Place, Report},
    lang::say,
    register::discover::UnitDir,
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Máy đọc được mọi tệp và thư mục của sổ.
    /// en: Every file and directory of the register can be read.
    "unreadable-file", Error, Cites::FORM, Check::Reading
}

/// Reports what the operating system refused.
pub(crate) fn report(unit: &UnitDir, path: &str, reason: &str, report: &mut Report<'_>) {
    let lang = report.ctx.lang;
    report
        .add(&RULE, &unit.id, Place::path(path), say!(lang, "không mở được: {reason}", "it cannot be opened: {reason}"))
        .remedy(say!(
            lang,
            "cấp quyền đọc, hoặc đóng chương trình đang giữ tệp, rồi chạy lại",
            "grant the right to read it, or close the program that holds it, and run again"
        ));
}
