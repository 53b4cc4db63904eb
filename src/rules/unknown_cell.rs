use crate::{
    finding::{Flaws, Place, Report},
    lang::say,
    register::Commune,
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Chi bộ nhắc đến ở đâu cũng là một thư mục chi bộ của xã.
    /// en: A cell that is referred to is a directory of the commune.
    "unknown-cell", Error, Cites::FORM, Check::Commune(check), spoils Flaws::WHOLE
}

fn check(commune: &Commune<'_>, report: &mut Report<'_>) {
    for agreement in &commune.agreements {
        for cell in agreement.cells.iter() {
            if let Some((cell, at)) = cell.said() {
                look(commune, cell, agreement.place(at), report);
            }
        }
        for secretary in agreement.secretaries.iter() {
            if let Some((secretary, at)) = secretary.said() {
                look(commune, &secretary.cell, Place::in_source(agreement.source, at), report);
            }
        }
    }
    for row in &commune.officials.rows {
        if let Some((cell, at)) = row.cell.said() {
            look(commune, cell, Place::in_source(row.source, at), report);
        }
        if let Some((mentor, at)) = row.mentor.said() {
            look(commune, &mentor.cell, Place::in_source(row.source, at), report);
        }
    }
}

fn look(commune: &Commune<'_>, id: &str, place: Place<'_>, report: &mut Report<'_>) {
    if !commune.cell(id).is_missing() {
        return;
    }
    let lang = report.ctx.lang;
    let known: Vec<&str> = commune.cells.iter().map(|cell| cell.id.as_str()).collect();
    let list = known.join(", ");
    let message = say!(lang, "xã không có chi bộ `{id}`", "the commune has no cell `{id}`");
    let draft = report.add(&RULE, &commune.unit, place, message);
    match crate::text::nearest(id, &known) {
        Some(near) => draft.remedy(say!(lang, "có phải là `{near}`?", "did you mean `{near}`?")),
        None if known.is_empty() => {}
        None => draft.remedy(say!(lang, "các chi bộ của xã: {list}", "the commune's cells: {list}")),
    }
}
