use crate::{
    date::{self, Date},
    finding::Report,
    lang::say,
    parse::Vocabulary,
    records::status::{Reason, Status, StatusRow},
    register::{Cell, Commune, Lookup},
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Tạm miễn và sinh hoạt tạm thời nơi khác có ngày kết thúc khi hết thời hạn.
    /// en: A temporary exemption, and a time away, have an end when their longest term is over.
    ///
    /// vi: Tạm miễn, sinh hoạt tạm thời nơi khác được cho theo thời hạn: nhiều nhất 12 tháng; riêng sinh hoạt tạm thời
    /// nơi khác để đi học, 24 tháng. Để ngỏ quá hạn thì người ấy vẫn không bị tính vào số phải dự họp, dù có thể đã về
    /// từ lâu. Đã ghi ngày kết thúc thì không nhắc: sau ngày ấy người đó lại phải dự họp. Miễn công tác và sinh hoạt
    /// (exempt) không có thời hạn.
    /// en: Temporary exemption and a transfer away are given for a term: 12 months at most; a transfer to study, 24.
    /// Left open beyond it, the member stays out of those expected at meetings, though they may be back long since. A
    /// row with an end needs nothing: after it the member is expected again. The exemption of the old and the ill
    /// (exempt) has no term.
    ///
    /// Fails:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2017-12-30, until = 2018-12-31 }
    /// levels = { plan-quarter-missing = "off", assessment-missing = "off", cell-grade-missing = "off" }
    /// ```
    /// ```delete chi-bo-thon-2/2018/2018-11-06-regular.toml
    /// ```
    /// ```csv chi-bo-thon-2/statuses.csv
    /// member,status,from,until,reason
    /// dv01,away,2016-12-30,,study
    /// dv02,exempt-temporarily,2017-12-30,,study
    /// dv03,away,,,
    /// ```
    /// ```text
    /// chi-bo-thon-2/statuses.csv:2:6: cảnh báo[status-expired] `dv01` sinh hoạt tạm thời nơi khác từ 30/12/2016, quá 24 tháng mà chưa ghi ngày kết thúc
    /// chi-bo-thon-2/statuses.csv:3:6: cảnh báo[status-expired] `dv02` tạm miễn từ 30/12/2017, quá 12 tháng mà chưa ghi ngày kết thúc
    /// chi-bo-thon-2/statuses.csv:4:6: cảnh báo[status-expired] `dv03` sinh hoạt tạm thời nơi khác từ trước 30/12/2017, quá 12 tháng mà chưa ghi ngày kết thúc
    /// ```
    /// ```text
    /// chi-bo-thon-2/statuses.csv:2:6: warning[status-expired] `dv01` has been away since 2016-12-30, over 24 months, and no end is recorded
    /// chi-bo-thon-2/statuses.csv:3:6: warning[status-expired] `dv02` has been exempt temporarily since 2017-12-30, over 12 months, and no end is recorded
    /// chi-bo-thon-2/statuses.csv:4:6: warning[status-expired] `dv03` has been away since before 2017-12-30, over 12 months, and no end is recorded
    /// ```
    ///
    /// Passes:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2017-12-31, until = 2018-12-31 }
    /// levels = { plan-quarter-missing = "off", assessment-missing = "off", cell-grade-missing = "off" }
    /// ```
    /// ```delete chi-bo-thon-2/2018/2018-11-06-regular.toml
    /// ```
    /// ```csv chi-bo-thon-2/statuses.csv
    /// member,status,from,until,reason
    /// dv01,away,2016-12-31,,study
    /// dv02,exempt-temporarily,2017-12-31,,
    /// dv03,away,,,work-away
    /// ```
    ///
    /// Passes:
    /// ```delete chi-bo-thon-2/2018/2018-11-06-regular.toml
    /// ```
    /// ```csv chi-bo-thon-2/members.csv
    /// id,admitted,official,from,until
    /// dv01,1988-05-19,1989-05-19,,
    /// dv02,2003-02-03,2004-02-03,,
    /// dv03,2012-09-02,2013-09-02,,
    /// dv04,1996-05-19,1997-05-19,,2018-12-30
    /// ```
    /// ```csv chi-bo-thon-2/statuses.csv
    /// member,status,from,until,reason
    /// dv01,special-duty,2015-01-01,,
    /// dv02,exempt-temporarily,2015-01-01,2016-12-31,illness
    /// dv02,away,2017-01-01,2019-06-30,work-away
    /// dv03,exempt,2015-01-01,,
    /// dv04,away,2015-01-01,,
    /// ```
    ///
    /// Passes:
    /// ```delete chi-bo-thon-2/2018/2018-11-06-regular.toml
    /// ```
    /// ```toml chi-bo-thon-2/cell.toml
    /// name = "Chi bộ thôn 2"
    /// kind = "village"
    /// villages = ["thon-2"]
    /// dissolved = 2018-12-30
    /// ```
    /// ```csv chi-bo-thon-2/statuses.csv
    /// member,status,from
    /// dv03,away,2015-01-01
    /// ```
    "status-expired", Warning,
    Cites::regulation(
        "Quy định 29-QĐ/TW ngày 25/7/2016, Hướng dẫn 01-HD/TW ngày 20/9/2016",
        "Regulation 29-QĐ/TW of 2016-07-25, Guidance 01-HD/TW of 2016-09-20",
    ),
    Check::Cell(check)
}

/// Temporary exemption is decided for a year at a time; a temporary transfer lasts less than one.
const MOST_MONTHS: u32 = 12;

/// A temporary transfer for study.
const MOST_MONTHS_OF_STUDY: u32 = 24;

fn check(_: &Commune<'_>, cell: &Cell<'_>, report: &mut Report<'_>) {
    let (lang, today) = (report.ctx.lang, report.ctx.state_date());
    if !cell.sure_life().is_some_and(|life| life.covers(today)) {
        return;
    }
    for row in cell.statuses.rows.iter().filter(|row| row.until.is_absent() && !row.from.is_unread()) {
        let Some(most) = most_months(row) else { continue };
        // An empty `from` is before the records: it has lasted for all of them.
        let from = row.from.copied().map_or(report.ctx.period().from, |day| day.0);
        if date::plus_months(from, most) >= today || !is_member(cell, &row.member, today) {
            continue;
        }
        let (id, status, shown) = (&**row.member, row.status.label().of(lang), date::show(from, lang));
        let since = if row.from.is_absent() {
            say!(lang, "từ trước {shown}", "since before {shown}")
        } else {
            say!(lang, "từ {shown}", "since {shown}")
        };
        let message = say!(
            lang,
            "`{id}` {status} {since}, quá {most} tháng mà chưa ghi ngày kết thúc",
            "`{id}` has been {status} {since}, over {most} months, and no end is recorded"
        );
        let remedy = say!(
            lang,
            "đã hết thì ghi until; được gia hạn thì ghi until cho dòng này và thêm một dòng cho thời hạn mới",
            "write until where it is over; where it was prolonged, end this row and add one for the new term"
        );
        report.add(&RULE, &cell.unit, row.place(row.status.at), message).remedy(remedy);
    }
}

/// The longest term of a status; `None` where it has none, or what would tell could not be read.
fn most_months(row: &StatusRow<'_>) -> Option<u32> {
    match *row.status {
        Status::ExemptTemporarily => Some(MOST_MONTHS),
        Status::Away if row.reason.is_unread() => None,
        Status::Away if row.reason.copied() == Some(Reason::Study) => Some(MOST_MONTHS_OF_STUDY),
        Status::Away => Some(MOST_MONTHS),
        Status::Exempt | Status::Suspended | Status::SpecialDuty => None,
    }
}

fn is_member(cell: &Cell<'_>, id: &str, day: Date) -> bool {
    let Lookup::Found(person) = cell.person(id) else { return false };
    matches!(person.membership(&cell.members, day), Some(Some(_)))
}
