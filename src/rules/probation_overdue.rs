use crate::{
    date::{self, Date},
    finding::Report,
    lang::say,
    records::member::MemberRow,
    register::{Cell, Commune, Record, people::span},
    rules::{Check, Cites, probation_length::PROBATION_MONTHS, rule},
};

rule! {
    /// vi: Hết 12 tháng dự bị, chi bộ xét công nhận chính thức trong 30 ngày làm việc.
    /// en: When the 12 months of probation are past, the cell considers official status within 30 working days.
    ///
    /// vi: Ô ngày chính thức để trống nghĩa là còn dự bị: người ấy không được tính vào số đảng viên chính thức. Quá hạn
    /// mà vẫn trống thì hoặc chi bộ chưa xét, hoặc chưa ghi vào sổ. Ngày làm việc là thứ Hai đến thứ Sáu, không trừ
    /// ngày lễ. Người sinh hoạt tạm thời do chi bộ nơi họ sinh hoạt chính thức xét.
    /// en: An empty official date means that a member is still on probation, and is not counted among the official ones. Past the
    /// time it was either not considered or not written down. Working days are Monday to Friday, holidays among them. Who is
    /// here temporarily is considered by their own cell.
    ///
    /// Fails:
    /// ```delete chi-bo-thon-2/2018/2018-11-06-regular.toml
    /// ```
    /// ```toml chi-bo-thon-2/cell.toml
    /// name = "Chi bộ thôn 2"
    /// kind = "village"
    /// villages = ["thon-2"]
    /// dissolved = 2018-12-31
    /// ```
    /// ```csv chi-bo-thon-2/members.csv
    /// id,admitted,official,from,until
    /// dv01,1988-05-19,1989-05-19,,
    /// dv02,2003-02-03,2004-02-03,,
    /// dv03,2012-09-02,2013-09-02,,
    /// dv04,2017-11-18,,,2018-12-31
    /// dv05,1979,,,
    /// ```
    /// ```text
    /// chi-bo-thon-2/members.csv:5:6: cảnh báo[probation-overdue] `dv04` vào Đảng 18/11/2017, chưa có ngày chính thức; hạn xét công nhận (12 tháng dự bị và 30 ngày làm việc) đã hết ngày 28/12/2018
    /// chi-bo-thon-2/members.csv:6:6: cảnh báo[probation-overdue] `dv05` vào Đảng 1979, chưa có ngày chính thức; hạn xét công nhận (12 tháng dự bị và 30 ngày làm việc) đã hết ngày 11/02/1981
    /// ```
    /// ```text
    /// chi-bo-thon-2/members.csv:5:6: warning[probation-overdue] `dv04`, admitted 2017-11-18, has no official date; 12 months of probation and 30 working days were over on 2018-12-28
    /// chi-bo-thon-2/members.csv:6:6: warning[probation-overdue] `dv05`, admitted 1979, has no official date; 12 months of probation and 30 working days were over on 1981-02-11
    /// ```
    ///
    /// Passes:
    /// ```delete chi-bo-thon-2/2018/2018-11-06-regular.toml
    /// ```
    /// ```csv chi-bo-thon-2/members.csv
    /// id,admitted,official,from,until,temporary
    /// dv01,1988-05-19,1989-05-19,,,
    /// dv02,2003-02-03,2004-02-03,,,
    /// dv03,2012-09-02,2013-09-02,,,
    /// dv04,2017-11-19,,,,
    /// dv05,2017-11,,,,
    /// dv06,2016-05-19,,,2018-12-30,
    /// dv07,2016-05-19,,,,yes
    /// ```
    ///
    /// Passes:
    /// ```toml chi-bo-thon-2/cell.toml
    /// name = "Chi bộ thôn 2"
    /// kind = "village"
    /// villages = ["thon-2"]
    /// dissolved = 2018-12-30
    /// ```
    /// ```csv chi-bo-thon-2/members.csv
    /// id,admitted,official
    /// dv01,1988-05-19,1989-05-19
    /// dv02,2003-02-03,2004-02-03
    /// dv03,2012-09-02,
    /// ```
    "probation-overdue", Warning,
    Cites::regulation("Quy định 29-QĐ/TW ngày 25/7/2016", "Regulation 29-QĐ/TW of 2016-07-25"), Check::Cell(check)
}

/// Regulation 29-QĐ/TW of 2016-07-25: the cell considers official status within 30 working days after the twelve months.
const WORKING_DAYS: u32 = 30;

fn check(_: &Commune<'_>, cell: &Cell<'_>, report: &mut Report<'_>) {
    let (lang, today) = (report.ctx.lang, report.ctx.state_date());
    if !cell.sure_life().is_some_and(|life| life.covers(today)) {
        return;
    }
    for row in cell.members.rows.iter().filter(|row| row.official.is_absent() && !is_temporary(row)) {
        let is_member = span(row, &row.from, &row.until).is_some_and(|time| time.covers(today));
        let deadline = deadline(row);
        if is_member && deadline < today {
            let (id, admitted, deadline) = (&**row.id, row.admitted.show(lang), date::show(deadline, lang));
            let message = say!(
                lang,
                "`{id}` vào Đảng {admitted}, chưa có ngày chính thức; \
                 hạn xét công nhận ({PROBATION_MONTHS} tháng dự bị và {WORKING_DAYS} ngày làm việc) đã hết ngày {deadline}",
                "`{id}`, admitted {admitted}, has no official date; \
                 {PROBATION_MONTHS} months of probation and {WORKING_DAYS} working days were over on {deadline}"
            );
            let remedy = say!(
                lang,
                "đã có quyết định thì ghi ngày chính thức vào cột official; chưa thì chi bộ họp xét; \
                 không được công nhận thì ghi until và leaving",
                "write the day of official status under official; else let the cell consider it; \
                 who is refused it needs until and leaving"
            );
            report.add(&RULE, &cell.unit, row.place(row.admitted.at), message).remedy(remedy);
        }
    }
}

/// The latest day that it can be, where the paper has only a year or a month.
fn deadline(row: &MemberRow<'_>) -> Date {
    date::plus_working_days(date::plus_months(row.admitted.latest(), PROBATION_MONTHS), WORKING_DAYS)
}

/// What could not be read may say so.
fn is_temporary(row: &Record<'_, MemberRow<'_>>) -> bool {
    row.temporary.is_unread() || row.temporary.copied().is_some_and(|temporary| temporary.0)
}
