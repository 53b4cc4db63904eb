use crate::{
    finding::{Flaws, Report},
    lang::say,
    records::meeting::Mark,
    register::{Cell, Commune},
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Số lượng ghi ở [counts] khớp với điểm danh ở [attendance].
    /// en: The totals in [counts] agree with the marks in [attendance].
    ///
    /// vi: Đã điểm danh từng người thì không cần [counts]. Ghi cả hai mà khác nhau thì không biết bên nào đúng. Người đến muộn
    /// được tính là có mặt.
    /// en: Where each member is marked, [counts] is not needed. Where both stand and differ, nobody knows which is right. The
    /// late are present.
    ///
    /// Fails:
    /// ```toml chi-bo-thon-1/2018/2018-11-05-regular.toml
    /// date = 2018-11-05
    /// kind = "regular"
    ///
    /// [attendance]
    /// dv01 = "x"
    /// dv02 = "x"
    /// dv04 = "p"
    ///
    /// [counts]
    /// expected = 3
    /// present = 3
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-11-06-extraordinary.toml
    /// date = 2018-11-06
    /// kind = "extraordinary"
    ///
    /// [counts]
    /// expected = 3
    /// present = 2
    /// excused = 0
    ///
    /// [attendance]
    /// dv01 = "x"
    /// dv02 = "m"
    /// dv04 = "p"
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-11-07-extraordinary.toml
    /// date = 2018-11-07
    /// kind = "extraordinary"
    ///
    /// [counts]
    /// expected = 3
    /// present = 2
    /// unexcused = 1
    ///
    /// [attendance]
    /// dv01 = "x"
    /// dv02 = "m"
    /// dv04 = "p"
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/2018-11-05-regular.toml:9:1: lỗi[counts-differ-from-marks] [counts] ghi 3 người có mặt, mà [attendance] có 2
    /// chi-bo-thon-1/2018/2018-11-06-extraordinary.toml:4:1: lỗi[counts-differ-from-marks] [counts] ghi 0 người vắng có lý do, mà [attendance] có 1
    /// chi-bo-thon-1/2018/2018-11-07-extraordinary.toml:4:1: lỗi[counts-differ-from-marks] [counts] ghi 1 người vắng không lý do, mà [attendance] có 0
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/2018-11-05-regular.toml:9:1: error[counts-differ-from-marks] [counts] says 3 present, [attendance] has 2
    /// chi-bo-thon-1/2018/2018-11-06-extraordinary.toml:4:1: error[counts-differ-from-marks] [counts] says 0 excused, [attendance] has 1
    /// chi-bo-thon-1/2018/2018-11-07-extraordinary.toml:4:1: error[counts-differ-from-marks] [counts] says 1 absent without reason, [attendance] has 0
    /// ```
    ///
    /// Passes:
    /// ```toml chi-bo-thon-1/2018/2018-11-05-regular.toml
    /// date = 2018-11-05
    /// kind = "regular"
    ///
    /// [attendance]
    /// dv01 = "x"
    /// dv02 = "m"
    /// dv04 = "k"
    ///
    /// [counts]
    /// expected = 3
    /// present = 2
    /// excused = 0
    /// unexcused = 1
    /// ```
    "counts-differ-from-marks", Error, Cites::plan("2.I.2.1-6"), Check::Cell(check), spoils Flaws::ATTENDANCE
}

fn check(_: &Commune<'_>, cell: &Cell<'_>, report: &mut Report<'_>) {
    let lang = report.ctx.lang;
    for meeting in &cell.meetings {
        let Some((counts, at)) = meeting.counts.said() else { continue };
        // What is wrong with the attendance already explains a difference.
        if meeting.marks().next().is_none() || !meeting.attendance_is_sound() {
            continue;
        }
        let marked = |marks: &[Mark]| meeting.marks().filter(|(_, mark)| marks.contains(mark)).count() as u64;
        let told = [
            (say!(lang, "có mặt", "present"), Some(*counts.present), marked(&[Mark::Present, Mark::Late])),
            (say!(lang, "vắng có lý do", "excused"), counts.excused.copied(), marked(&[Mark::Excused])),
            (
                say!(lang, "vắng không lý do", "absent without reason"),
                counts.unexcused.copied(),
                marked(&[Mark::Absent]),
            ),
        ];
        let differing = told.iter().find(|(_, count, marks)| count.is_some_and(|count| u64::from(count) != *marks));
        if let Some((what, Some(count), marks)) = differing {
            let message = say!(
                lang,
                "[counts] ghi {count} người {what}, mà [attendance] có {marks}",
                "[counts] says {count} {what}, [attendance] has {marks}"
            );
            report.add(&RULE, &cell.unit, meeting.place(at), message);
        }
    }
}
