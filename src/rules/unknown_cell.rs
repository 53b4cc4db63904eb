use crate::{
    finding::{Flaws, Place, Report},
    lang::say,
    register::Commune,
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Chi bộ được nhắc đến là một thư mục của xã.
    /// en: A cell that is referred to is a directory of the commune.
    ///
    /// vi: Quy chế phối hợp và danh sách trưởng thôn gọi chi bộ bằng tên thư mục. Gọi sai thì quy chế không tính cho chi bộ nào.
    /// en: Agreements and village heads name a cell by its directory. Under a wrong name an agreement counts for no cell.
    ///
    /// Fails:
    /// ```toml agreements/thon-1-2017-04-10.toml
    /// village = "thon-1"
    /// cells = ["chi-bo-thon-1", "chi-bo-thon1"]
    /// signed = 2017-04-10
    /// secretaries = ["chi-bo-thon-1/dv01", "thon-3/dv01"]
    /// head = "tt01"
    /// ```
    /// ```csv officials.csv
    /// id,village,role,from,how,cell,member,mentor
    /// pt01,thon-1,deputy,2017-03-20,recognised,,,thon-3/dv01
    /// tt01,thon-1,head,2017-03-12,elected,chi-bo-3,dv02,
    /// tt02,thon-2,head,2017-03-12,elected,,,chi-bo-thon-2/dv01
    /// ```
    /// ```text
    /// agreements/thon-1-2017-04-10.toml:2:27: lỗi[unknown-cell] xã không có chi bộ `chi-bo-thon1`
    /// agreements/thon-1-2017-04-10.toml:4:38: lỗi[unknown-cell] xã không có chi bộ `thon-3`
    /// officials.csv:2:44: lỗi[unknown-cell] xã không có chi bộ `thon-3`
    /// officials.csv:3:37: lỗi[unknown-cell] xã không có chi bộ `chi-bo-3`
    /// ```
    /// ```text
    /// agreements/thon-1-2017-04-10.toml:2:27: error[unknown-cell] the commune has no cell `chi-bo-thon1`
    /// agreements/thon-1-2017-04-10.toml:4:38: error[unknown-cell] the commune has no cell `thon-3`
    /// officials.csv:2:44: error[unknown-cell] the commune has no cell `thon-3`
    /// officials.csv:3:37: error[unknown-cell] the commune has no cell `chi-bo-3`
    /// ```
    ///
    /// Passes:
    /// ```delete agreements/thon-1-2017-04-10.toml
    /// ```
    /// ```toml agreements/thon-2-2017-04-12.toml
    /// village = "thon-2"
    /// cells = ["chi-bo-thon-1", "chi-bo-thon-2"]
    /// signed = 2017-04-12
    /// secretaries = ["chi-bo-thon-2/dv01"]
    /// head = "tt02"
    /// ```
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
