use crate::{
    finding::{Draft, Report},
    lang::{Lang, say},
    register::Commune,
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Chi bộ, thôn kế thừa phải có trong sổ.
    /// en: The cell or village that follows another is in the register.
    ///
    /// vi: Khi sáp nhập hoặc đổi tên, số liệu các năm được nối qua đơn vị kế thừa. Tên kế thừa sai thì chuỗi số liệu đứt ở đó.
    /// en: After a merger or a new name the years are joined through the unit that follows. A wrong name breaks them there.
    ///
    /// Fails:
    /// ```toml chi-bo-thon-2/cell.toml
    /// name = "Chi bộ thôn 2"
    /// kind = "village"
    /// villages = ["thon-2"]
    /// dissolved = 2018-12-31
    /// successor = "chi-bo-thon-12"
    /// ```
    /// ```csv villages.csv
    /// id,name,kind,from,until,successor
    /// thon-1,Thôn 1,thon,,,
    /// thon-2,Thôn 2,thon,,2018-12-31,thon-12
    /// ```
    /// ```text
    /// chi-bo-thon-2/cell.toml:5:13: lỗi[unknown-successor] xã không có chi bộ kế thừa `chi-bo-thon-12`
    /// villages.csv:3:32: lỗi[unknown-successor] xã không có thôn kế thừa `thon-12`
    /// ```
    /// ```text
    /// chi-bo-thon-2/cell.toml:5:13: error[unknown-successor] the commune has no cell `chi-bo-thon-12` to follow it
    /// villages.csv:3:32: error[unknown-successor] the commune has no village `thon-12` to follow it
    /// ```
    ///
    /// Passes:
    /// ```toml chi-bo-thon-2/cell.toml
    /// name = "Chi bộ thôn 2"
    /// kind = "village"
    /// villages = ["thon-2"]
    /// dissolved = 2018-12-31
    /// successor = "chi-bo-thon-1"
    /// ```
    /// ```csv villages.csv
    /// id,name,kind,from,until,successor
    /// thon-1,Thôn 1,thon,,,
    /// thon-2,Thôn 2,thon,,2018-12-31,thon-1
    /// ```
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
            let known: Vec<&str> = commune.cells.iter().map(|cell| cell.id.as_str()).collect();
            suggest(id, &known, report.ctx.lang, report.add(&RULE, &cell.unit, cell.file.place(at), message));
        }
    }
    for village in &commune.villages.rows {
        if let Some((id, at)) = village.successor.said()
            && commune.village(id).is_missing()
        {
            let message =
                say!(lang, "xã không có thôn kế thừa `{id}`", "the commune has no village `{id}` to follow it");
            let known: Vec<&str> = commune.villages.rows.iter().map(|row| &**row.id).collect();
            suggest(id, &known, report.ctx.lang, report.add(&RULE, &commune.unit, village.place(at), message));
        }
    }
}

fn suggest(id: &str, known: &[&str], lang: Lang, draft: Draft<'_>) {
    if let Some(near) = crate::text::nearest(id, known) {
        draft.remedy(say!(lang, "có phải là `{near}`?", "did you mean `{near}`?"));
    }
}
