use crate::{
    finding::{Flaws, Report},
    lang::{Lang, say},
    records::meeting::Meeting,
    records::meeting::{Kind, Mark},
    register::{Cell, Commune, Record, people::Person},
    rules::{Check, Cites, rule},
    source::At,
    text::list_ids,
};

rule! {
    /// vi: Đã điểm danh thì điểm danh đủ những người phải dự.
    /// en: A roll that was called was called for everyone who was expected.
    ///
    /// vi: Người không có dấu điểm danh thì không biết có mặt hay vắng, và tỷ lệ dự họp của cuộc ấy không tính được.
    /// Phải dự là đảng viên của chi bộ trong ngày họp, trừ người được miễn, đi nơi khác, bị đình chỉ hoặc làm nhiệm vụ
    /// đặc biệt; họp chi ủy thì chỉ những người giữ chức vụ.
    /// en: Without a mark nobody knows who was there, and the attendance of that meeting cannot be counted. Expected are the
    /// members of that day, less the exempt, away, suspended and those on special duty; at a committee's meeting, those who
    /// hold a role.
    ///
    /// Fails:
    /// ```toml chi-bo-thon-1/2018/2018-11-05-regular.toml
    /// date = 2018-11-05
    /// kind = "regular"
    ///
    /// [attendance]
    /// dv01 = "x"
    /// dv04 = ""
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-11-03-committee.toml
    /// date = 2018-11-03
    /// kind = "committee"
    ///
    /// [attendance]
    /// dv01 = "x"
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/2018-11-03-committee.toml:4:1: lỗi[attendance-mark-missing] 1 người phải dự chưa được điểm danh: `dv02`
    /// chi-bo-thon-1/2018/2018-11-05-regular.toml:4:1: lỗi[attendance-mark-missing] 2 người phải dự chưa được điểm danh: `dv02`, `dv04`
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/2018-11-03-committee.toml:4:1: error[attendance-mark-missing] no mark for 1 of the expected: `dv02`
    /// chi-bo-thon-1/2018/2018-11-05-regular.toml:4:1: error[attendance-mark-missing] no mark for 2 of the expected: `dv02`, `dv04`
    /// ```
    ///
    /// Fails:
    /// ```csv chi-bo-thon-2/members.csv
    /// id,admitted,official
    /// dv01,1988-05-19,1989-05-19
    /// dv02,2003-02-03,2004-02-03
    /// dv03,2012-09-02,2013-09-02
    /// dv04,2012-09-02,2013-09-02
    /// dv05,2012-09-02,2013-09-02
    /// dv06,2012-09-02,2013-09-02
    /// dv07,2012-09-02,2013-09-02
    /// dv08,2012-09-02,2013-09-02
    /// dv09,2012-09-02,2013-09-02
    /// dv10,2012-09-02,2013-09-02
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-11-06-regular.toml
    /// date = 2018-11-06
    /// kind = "regular"
    /// committee_met = 2018-11-04
    /// attendance.dv01 = "x"
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-12-06-regular.toml
    /// date = 2018-12-06
    /// kind = "regular"
    /// committee_met = 2018-12-04
    ///
    /// [attendance]
    /// dv01 = "x"
    /// dv02 = "x"
    /// ```
    /// ```text
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:4:1: lỗi[attendance-mark-missing] 9 người phải dự chưa được điểm danh: `dv02`, `dv03`, `dv04`, `dv05`, `dv06`, `dv07`, `dv08`, `dv09` và 1 người nữa
    /// chi-bo-thon-2/2018/2018-12-06-regular.toml:5:1: lỗi[attendance-mark-missing] 8 người phải dự chưa được điểm danh: `dv03`, `dv04`, `dv05`, `dv06`, `dv07`, `dv08`, `dv09`, `dv10`
    /// ```
    /// ```text
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:4:1: error[attendance-mark-missing] no mark for 9 of the expected: `dv02`, `dv03`, `dv04`, `dv05`, `dv06`, `dv07`, `dv08`, `dv09` and 1 more
    /// chi-bo-thon-2/2018/2018-12-06-regular.toml:5:1: error[attendance-mark-missing] no mark for 8 of the expected: `dv03`, `dv04`, `dv05`, `dv06`, `dv07`, `dv08`, `dv09`, `dv10`
    /// ```
    ///
    /// Passes:
    /// ```csv chi-bo-thon-1/statuses.csv
    /// member,status,from,until
    /// dv03,exempt,2015-01-01,
    /// dv02,away,2018-11-05,2018-12-04
    /// dv04,suspended,2018-10-01,2018-11-05
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-11-05-regular.toml
    /// date = 2018-11-05
    /// kind = "regular"
    ///
    /// [attendance]
    /// dv01 = "x"
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-11-03-committee.toml
    /// date = 2018-11-03
    /// kind = "committee"
    ///
    /// [attendance]
    /// dv01 = "x"
    /// dv02 = "x"
    /// ```
    "attendance-mark-missing", Error, Cites::plan("2.I.2.1-6"), Check::Cell(check), spoils Flaws::ATTENDANCE
}

fn check(_: &Commune<'_>, cell: &Cell<'_>, report: &mut Report<'_>) {
    for meeting in &cell.meetings {
        // Where a key could not be read, the one who seems to be missing may stand under it.
        if !meeting.is_sound() || meeting.marks().next().is_none() || has_unread_key(meeting) {
            continue;
        }
        if meeting.turnout(cell).is_some_and(|turnout| turnout.of(Mark::Blank) == 0) {
            continue;
        }
        let missing = missing(cell, meeting);
        // Likewise under an id that nobody has, or nobody whose row could be read: that is one finding already.
        if !missing.is_empty() && missing.len() > unknown(cell, meeting) {
            let at = meeting.attendance.at().unwrap_or(At::File);
            let message = message(&missing, report.ctx.lang);
            let remedy = say!(
                report.ctx.lang,
                "ghi cho từng người: x có mặt, m muộn, p vắng có lý do, k vắng không lý do",
                "mark each: x present, m late, p excused, k absent without reason"
            );
            report.add(&RULE, &cell.unit, meeting.place(at), message).remedy(remedy);
        }
    }
}

fn has_unread_key(meeting: &Record<'_, Meeting<'_>>) -> bool {
    let has_unread = meeting.attendance.get().is_some_and(|attendance| attendance.has_unread);
    has_unread && meeting.lines().any(|line| line.member().is_unread())
}

fn unknown(cell: &Cell<'_>, meeting: &Record<'_, Meeting<'_>>) -> usize {
    meeting.marks().filter(|(id, _)| cell.people.find(id).is_none()).count()
}

/// Who should have a mark and has none. A committee's meeting expects those who hold a role.
fn missing<'c>(cell: &'c Cell<'_>, meeting: &'c Record<'_, Meeting<'_>>) -> Vec<&'c str> {
    let is_called =
        |person: &Person| *meeting.kind != Kind::Committee || person.holds(&cell.roles, meeting.day(), None);
    meeting.unmarked(cell, is_called).into_iter().map(|person| person.id.as_str()).collect()
}

fn message(missing: &[&str], lang: Lang) -> String {
    let (named, count) = (list_ids(missing, lang), missing.len());
    say!(lang, "{count} người phải dự chưa được điểm danh: {named}", "no mark for {count} of the expected: {named}")
}
