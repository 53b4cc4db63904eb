use crate::{
    finding::Report,
    lang::say,
    register::{Cell, Commune},
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Ngày chính thức không trước ngày vào Đảng.
    /// en: Official status does not come before admission.
    "official-before-admitted", Error,
    Cites::regulation("Điều lệ Đảng, Điều 5", "the Party's Charter, article 5"), Check::Cell(check)
}

fn check(_: &Commune<'_>, cell: &Cell<'_>, report: &mut Report<'_>) {
    let lang = report.ctx.lang;
    for row in &cell.members.rows {
        // Where the paper has only a year, the latest day of one is held against the earliest of the other: certain only.
        if let Some((official, at)) = row.official.said()
            && official.latest() < row.admitted.earliest()
        {
            let (id, official, admitted) = (&**row.id, official.show(lang), row.admitted.show(lang));
            let message = say!(
                lang,
                "`{id}` chính thức từ {official}, trước ngày vào Đảng {admitted}",
                "`{id}` is official from {official}, before being admitted on {admitted}"
            );
            report.add(&RULE, &cell.unit, row.place(at), message);
        }
    }
}
