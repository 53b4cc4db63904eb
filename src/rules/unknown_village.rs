use std::sync::Arc;

use crate::{
    finding::{Flaws, Place, Report},
    lang::say,
    register::Commune,
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Thôn được nhắc đến có trong villages.csv của xã.
    /// en: A village that is referred to stands in the commune's villages.csv.
    ///
    /// vi: Chi bộ, trưởng thôn, quy chế phối hợp gọi thôn bằng mã ở cột `id`, không phải bằng tên. Gọi sai thì việc của thôn ấy
    /// không tính cho thôn nào.
    /// en: Cells, heads and agreements name a village by the id in its `id` column, not by its name. Under a wrong id what they
    /// record counts for no village.
    ///
    /// Fails:
    /// ```toml chi-bo-thon-2/cell.toml
    /// name = "Chi bộ thôn 2"
    /// kind = "village"
    /// villages = ["thon-2", "Thôn 3"]
    /// ```
    /// ```toml agreements/thon-3-2017-04-12.toml
    /// village = "thon-3"
    /// cells = ["chi-bo-thon-2"]
    /// signed = 2017-04-12
    /// secretaries = ["chi-bo-thon-2/dv01"]
    /// head = "tt02"
    /// ```
    /// ```csv officials.csv
    /// id,village,role,from,how
    /// pt01,thon1,deputy,2017-03-20,recognised
    /// tt01,thon-1,head,2017-03-12,elected
    /// tt02,khu-pho-moi,head,2017-03-12,elected
    /// ```
    /// ```csv 2018/villages.csv
    /// village,head_successors
    /// thon-4,2
    /// ```
    /// ```text
    /// 2018/villages.csv:2:1: lỗi[unknown-village] không có thôn `thon-4` trong villages.csv của xã
    /// agreements/thon-3-2017-04-12.toml:1:11: lỗi[unknown-village] không có thôn `thon-3` trong villages.csv của xã
    /// chi-bo-thon-2/cell.toml:3:23: lỗi[unknown-village] không có thôn `Thôn 3` trong villages.csv của xã
    /// officials.csv:2:6: lỗi[unknown-village] không có thôn `thon1` trong villages.csv của xã
    /// officials.csv:4:6: lỗi[unknown-village] không có thôn `khu-pho-moi` trong villages.csv của xã
    /// ```
    /// ```text
    /// 2018/villages.csv:2:1: error[unknown-village] there is no village `thon-4` in the commune's villages.csv
    /// agreements/thon-3-2017-04-12.toml:1:11: error[unknown-village] there is no village `thon-3` in the commune's villages.csv
    /// chi-bo-thon-2/cell.toml:3:23: error[unknown-village] there is no village `Thôn 3` in the commune's villages.csv
    /// officials.csv:2:6: error[unknown-village] there is no village `thon1` in the commune's villages.csv
    /// officials.csv:4:6: error[unknown-village] there is no village `khu-pho-moi` in the commune's villages.csv
    /// ```
    ///
    /// Fails:
    /// ```delete villages.csv
    /// ```
    /// ```text
    /// chi-bo-thon-1/cell.toml:3:13: lỗi[unknown-village] xã chưa có villages.csv để biết thôn `thon-1`
    /// ```
    /// ```text
    /// chi-bo-thon-1/cell.toml:3:13: error[unknown-village] the commune has no villages.csv that would tell of `thon-1`
    /// ```
    ///
    /// Passes:
    /// ```csv villages.csv
    /// id,name,kind,from,until
    /// thon-1,Thôn 1,thon,,2019-12-31
    /// thon-2,Thôn 2,thon,,
    /// ```
    "unknown-village", Error, Cites::FORM, Check::Commune(check), spoils Flaws::WHOLE
}

fn check(commune: &Commune<'_>, report: &mut Report<'_>) {
    let of_cells = commune.cells.iter().flat_map(|cell| {
        let villages = cell.file.villages.each();
        villages.map(|(village, at)| (&cell.unit, &**village, Place::in_source(cell.file.source, at)))
    });
    let unit = &commune.unit;
    let agreed = commune.agreements.iter().map(|row| (unit, &**row.village, row.place(row.village.at)));
    let posts = commune.officials.rows.iter().map(|row| (unit, &**row.village, row.place(row.village.at)));
    let years = commune.years.values().flat_map(|book| &book.villages.rows);
    let years = years.map(|row| (unit, &**row.village, row.place(row.village.at)));
    let named = of_cells.chain(agreed).chain(posts).chain(years);
    let mut unknown = named.filter(|(_, id, _)| commune.village(id).is_missing());
    if !commune.villages.is_absent() {
        unknown.for_each(|(unit, id, place)| tell(commune, unit, id, place, report));
    } else if let Some((unit, id, place)) = unknown.next() {
        // One file is missing: that is one finding, however many it would name.
        let lang = report.ctx.lang;
        let message = say!(
            lang,
            "xã chưa có villages.csv để biết thôn `{id}`",
            "the commune has no villages.csv that would tell of `{id}`"
        );
        report.add(&RULE, unit, place, message);
    }
}

fn tell(commune: &Commune<'_>, unit: &Arc<str>, id: &str, place: Place<'_>, report: &mut Report<'_>) {
    let lang = report.ctx.lang;
    let known: Vec<&str> = commune.villages.rows.iter().map(|row| &**row.id).collect();
    let list = known.join(", ");
    let message = say!(
        lang,
        "không có thôn `{id}` trong villages.csv của xã",
        "there is no village `{id}` in the commune's villages.csv"
    );
    let draft = report.add(&RULE, unit, place, message);
    draft.remedy(match crate::text::nearest(id, &known) {
        Some(near) => say!(lang, "có phải là `{near}`?", "did you mean `{near}`?"),
        None => say!(lang, "các thôn của xã: {list}", "the commune's villages: {list}"),
    });
}
