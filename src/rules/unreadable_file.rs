use crate::{
    finding::{Place, Report},
    lang::say,
    register::discover::UnitDir,
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Máy đọc được mọi tệp và thư mục của sổ.
    /// en: Every file and directory of the register can be read.
    ///
    /// vi: Tệp mà hệ điều hành không cho mở, hoặc không phải tệp thường (ống, thiết bị), thì coi như chưa đọc; những gì nhắc đến
    /// nó không bị báo lỗi thêm.
    /// en: What the operating system does not open, or is no regular file (a pipe, a device), counts as unread, and what refers
    /// to it is no further finding.
    ///
    /// Fails:
    /// ```socket chi-bo-thon-1/members.csv
    /// ```
    /// ```text
    /// chi-bo-thon-1/members.csv:1:1: lỗi[unreadable-file] không mở được: không phải tệp thường
    /// ```
    /// ```text
    /// chi-bo-thon-1/members.csv:1:1: error[unreadable-file] it cannot be opened: it is no regular file
    /// ```
    ///
    /// Passes:
    /// ```csv chi-bo-thon-1/members.csv
    /// id,admitted,official,until
    /// dv01,1990-02-03,1991-02-03,
    /// dv02,2010-05-19,2011-05-19,
    /// dv03,1975,1976,
    /// dv04,2018-05-19,,
    /// dv05,2005-09-02,2006-09-02,2018-06-30
    /// ```
    "unreadable-file", Error, Cites::FORM, Check::Reading
}

/// Reports what the operating system refused.
pub(crate) fn report(unit: &UnitDir, path: &str, reason: &str, report: &mut Report<'_>) {
    let remedy = say!(
        report.ctx.lang,
        "cấp quyền đọc, hoặc đóng chương trình đang giữ tệp, rồi chạy lại",
        "grant the right to read it, or close the program that holds it, and run again"
    );
    add(unit, path, reason, remedy, report);
}

/// Reports what stands where only a file can be read.
pub(crate) fn no_file(unit: &UnitDir, path: &str, reason: &str, report: &mut Report<'_>) {
    let remedy = say!(
        report.ctx.lang,
        "xóa hoặc chuyển đi; ở đây chỉ đặt tệp",
        "delete it or move it away; only a file belongs here"
    );
    add(unit, path, reason, remedy, report);
}

fn add(unit: &UnitDir, path: &str, reason: &str, remedy: String, report: &mut Report<'_>) {
    let message = say!(report.ctx.lang, "không mở được: {reason}", "it cannot be opened: {reason}");
    report.add(&RULE, &unit.id, Place::path(path), message).remedy(remedy);
}
