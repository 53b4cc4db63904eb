use crate::{
    finding::Report,
    lang::say,
    register::Commune,
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Chi bộ, thôn kế thừa là chi bộ, thôn có trong sổ.
    /// en: The cell or village that follows another is in the register.
    "unknown-successor", Error, Cites::FORM, Check::Commune(check)
}

fn check(commune: &Commune<'_>, report: &mut Report<'_>) {
    let lang = report.ctx.lang;
    for cell in &commune.cells {
        if let Some((id, at)) = cell.file.successor.said()
            && commune.cell(id).is_missing()
        {
            let id = &**id;
            let message =
                say!(lang, "xã không có chi bộ kế thừa `{id}`", "the commune has no cell `{id}` to follow it");
            report.add(&RULE, &cell.unit, cell.file.place(at), message);
        }
    }
    for village in &commune.villages.rows {
        if let Some((id, at)) = village.successor.said()
            && commune.village(id).is_missing()
        {
            let message =
                say!(lang, "xã không có thôn kế thừa `{id}`", "the commune has no village `{id}` to follow it");
            report.add(&RULE, &commune.unit, village.place(at), message);
        }
    }
}
