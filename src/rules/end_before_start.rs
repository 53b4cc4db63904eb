use crate::{
    finding::Report,
    lang::say,
    register::{Cell, Commune},
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Cuộc họp kết thúc không sớm hơn giờ bắt đầu.
    /// en: A meeting does not end before it starts.
    "end-before-start", Error, Cites::plan("2.I.2.1-1"), Check::Cell(check)
}

fn check(_: &Commune<'_>, cell: &Cell<'_>, report: &mut Report<'_>) {
    let lang = report.ctx.lang;
    for meeting in &cell.meetings {
        if let (Some(start), Some((end, at))) = (meeting.start.copied(), meeting.end.said())
            && *end < start
        {
            let message = say!(
                lang,
                "kết thúc lúc {end}, trước giờ bắt đầu {start}",
                "it ends at {end}, before it starts at {start}"
            );
            report.add(&RULE, &cell.unit, meeting.place(at), message);
        }
    }
}
