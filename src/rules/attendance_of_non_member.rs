use crate::{
    date,
    finding::{Flaws, Report},
    lang::say,
    records::meeting::{Mark, Meeting},
    register::{Cell, Commune, Record, roll::Expected},
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Người được điểm danh là đảng viên của chi bộ trong ngày họp.
    /// en: Whoever is marked was a member of the cell on the day of the meeting.
    ///
    /// vi: Điểm danh người đã chuyển đi, hoặc chưa đến, làm sai tỷ lệ dự họp. Người sinh hoạt tạm thời có một dòng trong
    /// members.csv với `temporary` = yes; khách ghi ở [[guests]].
    /// en: A mark for someone who has left, or has not come yet, falsifies the attendance. Who attends for a time only has a row
    /// in members.csv with `temporary` = yes; guests belong under [[guests]].
    ///
    /// Fails:
    /// ```toml chi-bo-thon-1/2018/2018-07-01-regular.toml
    /// date = 2018-07-01
    /// kind = "regular"
    ///
    /// [attendance]
    /// dv01 = "x"
    /// dv02 = "x"
    /// dv04 = "x"
    /// dv05 = "p"
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/2018-07-01-regular.toml:8:1: lỗi[attendance-of-non-member] `dv05` không sinh hoạt ở chi bộ ngày 01/07/2018, theo members.csv
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/2018-07-01-regular.toml:8:1: error[attendance-of-non-member] `dv05` was no member of the cell on 2018-07-01, by members.csv
    /// ```
    ///
    /// Passes:
    /// ```toml chi-bo-thon-1/2018/2018-06-30-regular.toml
    /// date = 2018-06-30
    /// kind = "regular"
    ///
    /// [attendance]
    /// dv01 = "x"
    /// dv02 = "x"
    /// dv04 = "x"
    /// dv05 = "x"
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-07-01-regular.toml
    /// date = 2018-07-01
    /// kind = "regular"
    ///
    /// [attendance]
    /// dv01 = "x"
    /// dv02 = "x"
    /// dv04 = "x"
    /// dv05 = ""
    /// ```
    "attendance-of-non-member", Error, Cites::plan("2.I.2.1-6"), Check::Cell(check), spoils Flaws::ATTENDANCE
}

fn check(_: &Commune<'_>, cell: &Cell<'_>, report: &mut Report<'_>) {
    let lang = report.ctx.lang;
    let has_some =
        |meeting: &Record<'_, Meeting<'_>>| meeting.turnout(cell).is_some_and(|turnout| turnout.non_members > 0);
    for meeting in cell.meetings.iter().filter(|meeting| meeting.is_sound() && has_some(meeting)) {
        for called in meeting.roll(cell).into_iter().filter(|called| called.expected == Expected::NotAMember) {
            let Some((Some((id, at)), Some(mark))) = called.line.map(|line| (line.member().said_copied(), line.mark()))
            else {
                continue;
            };
            if mark != Mark::Blank {
                let day = date::show(meeting.day(), lang);
                let message = say!(
                    lang,
                    "`{id}` không sinh hoạt ở chi bộ ngày {day}, theo members.csv",
                    "`{id}` was no member of the cell on {day}, by members.csv"
                );
                let remedy = say!(
                    lang,
                    "bỏ dòng này, hoặc sửa ngày đến, ngày đi trong members.csv; khách ghi ở [[guests]]",
                    "delete the line, or mend the dates in members.csv; a guest belongs under [[guests]]"
                );
                report.add(&RULE, &cell.unit, meeting.place(at), message).remedy(remedy);
            }
        }
    }
}
