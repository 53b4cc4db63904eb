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
