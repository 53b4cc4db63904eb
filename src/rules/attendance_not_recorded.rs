use crate::{
    finding::{Flaws, Report},
    lang::say,
    register::{Cell, Commune, meeting::Standing},
    rules::{Check, Cites, rule},
    source::At,
};

rule! {
    /// vi: Cuộc họp đã qua ngày thì có điểm danh hoặc số lượng người dự.
    /// en: A meeting whose day is past has its roll called, or its totals.
    ///
    /// vi: Tệp cuộc họp tạo sẵn mà chưa điền thì chưa phải là đã họp: tháng ấy chưa được kết luận là đạt hay không đạt. Cuộc họp
    /// ngày hôm nay hoặc sắp tới để trống là đúng.
    /// en: The prepared file of a meeting is not yet a meeting: until it is filled, nothing is concluded of its month. For today
    /// and later, it is right to be empty.
    ///
    /// Fails:
    /// ```toml chi-bo-thon-2/2019/2019-01-31-regular.toml
    /// date = 2019-01-31
    /// kind = "regular"
    ///
    /// [attendance]
    /// dv01 = ""
    /// dv02 = ""
    /// dv03 = ""
    ///
    /// [content]
    /// opening = ""
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-12-06-regular.toml
    /// date = 2018-12-06
    /// kind = "regular"
    ///
    /// [content]
    /// news = true
    /// ```
    /// ```text
    /// chi-bo-thon-2/2018/2018-12-06-regular.toml:1:1: lỗi[attendance-not-recorded] đã họp nhưng chưa điểm danh ai
    /// chi-bo-thon-2/2019/2019-01-31-regular.toml:4:1: lỗi[attendance-not-recorded] đã qua ngày họp mà chưa ghi gì: chưa điểm danh, chưa có số lượng, chưa có nội dung
    /// ```
    /// ```text
    /// chi-bo-thon-2/2018/2018-12-06-regular.toml:1:1: error[attendance-not-recorded] the meeting was held, but nobody has a mark
    /// chi-bo-thon-2/2019/2019-01-31-regular.toml:4:1: error[attendance-not-recorded] the day is past and nothing is recorded: no mark, no totals, no content
    /// ```
    ///
    /// Passes:
    /// ```toml chi-bo-thon-2/2019/2019-02-01-regular.toml
    /// date = 2019-02-01
    /// kind = "regular"
    ///
    /// [attendance]
    /// dv01 = ""
    /// dv02 = ""
    /// dv03 = ""
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-12-06-regular.toml
    /// date = 2018-12-06
    /// kind = "regular"
    /// held = false
    /// reason = "Mưa bão"
    /// ```
    "attendance-not-recorded", Error, Cites::plan("2.I.2.1-6"), Check::Cell(check), spoils Flaws::ATTENDANCE
}

fn check(_: &Commune<'_>, cell: &Cell<'_>, report: &mut Report<'_>) {
    let (ctx, lang) = (report.ctx, report.ctx.lang);
    for meeting in cell.meetings.iter().filter(|meeting| meeting.is_sound()) {
        let message = match meeting.standing(ctx) {
            Standing::Unconfirmed => say!(
                lang,
                "đã qua ngày họp mà chưa ghi gì: chưa điểm danh, chưa có số lượng, chưa có nội dung",
                "the day is past and nothing is recorded: no mark, no totals, no content"
            ),
            // An unknown key may be the attendance, misspelt: that is one finding already.
            Standing::Held if !meeting.has_attendance() && !meeting.has(Flaws::KEYS) => {
                say!(lang, "đã họp nhưng chưa điểm danh ai", "the meeting was held, but nobody has a mark")
            }
            _ => continue,
        };
        let remedy = say!(
            lang,
            "điền dấu vào [attendance] (x có mặt, m muộn, p vắng có lý do, k vắng không lý do); không họp thì ghi held = false và reason",
            "fill the marks in [attendance] (x present, m late, p excused, k absent); if there was no meeting, write held = false and a reason"
        );
        let at = meeting.attendance.at().unwrap_or(At::File);
        report.add(&RULE, &cell.unit, meeting.place(at), message).remedy(remedy);
    }
}
