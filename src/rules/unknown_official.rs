use std::sync::Arc;

use crate::{
    finding::{Place, Report},
    lang::say,
    register::Commune,
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Trưởng thôn, phó trưởng thôn được nhắc đến có trong officials.csv của xã.
    /// en: A village head or deputy who is referred to stands in the commune's officials.csv.
    ///
    /// vi: Quy chế phối hợp ghi mã trưởng thôn đã ký, biên bản ghi mã trưởng thôn đến dự. Mã không có trong danh sách thì không
    /// biết đó là ai.
    /// en: Agreements name the head who signed, minutes the head who came. An id that is on no row of the list tells of nobody.
    ///
    /// Fails:
    /// ```toml agreements/thon-1-2017-04-10.toml
    /// village = "thon-1"
    /// cells = ["chi-bo-thon-1"]
    /// signed = 2017-04-10
    /// secretaries = ["chi-bo-thon-1/dv01"]
    /// head = "tt11"
    /// ```
    /// ```toml chi-bo-thon-2/2018/2018-11-06-regular.toml
    /// date = 2018-11-06
    /// kind = "regular"
    ///
    /// [counts]
    /// expected = 3
    /// present = 2
    ///
    /// [[guests]]
    /// from = "village-head"
    /// official = "truong-thon"
    ///
    /// [[guests]]
    /// from = "village-deputy"
    /// ```
    /// ```text
    /// agreements/thon-1-2017-04-10.toml:5:8: lỗi[unknown-official] `tt11` không có trong officials.csv của xã
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:10:12: lỗi[unknown-official] `truong-thon` không có trong officials.csv của xã
    /// ```
    /// ```text
    /// agreements/thon-1-2017-04-10.toml:5:8: error[unknown-official] `tt11` is on no row of the commune's officials.csv
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:10:12: error[unknown-official] `truong-thon` is on no row of the commune's officials.csv
    /// ```
    ///
    /// Fails:
    /// ```delete officials.csv
    /// ```
    /// ```text
    /// agreements/thon-1-2017-04-10.toml:5:8: lỗi[unknown-official] xã chưa có officials.csv để biết `tt01` là ai
    /// ```
    /// ```text
    /// agreements/thon-1-2017-04-10.toml:5:8: error[unknown-official] the commune has no officials.csv that would tell who `tt01` is
    /// ```
    ///
    /// Passes:
    /// ```csv officials.csv
    /// id,village,role,from,until,how
    /// pt01,thon-1,deputy,2017-03-20,2017-03-20,recognised
    /// tt01,thon-1,head,2017-03-12,,elected
    /// ```
    ///
    /// Passes:
    /// ```delete commune.toml
    /// ```
    /// ```delete villages.csv
    /// ```
    /// ```delete officials.csv
    /// ```
    /// ```delete agreements
    /// ```
    /// ```delete 2018
    /// ```
    /// ```delete chi-bo-thon-1
    /// ```
    /// ```delete chi-bo-thon-2
    /// ```
    /// ```toml chibo.toml
    /// format = 1
    /// level = "cell"
    /// name = "Chi bộ thôn 1"
    /// levels = { cell-grade-missing = "off" }
    /// ```
    /// ```toml cell.toml
    /// name = "Chi bộ thôn 1"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// successor = "chi-bo-thon-moi"
    /// ```
    /// ```toml 2018/2018-11-05-regular.toml
    /// date = 2018-11-05
    /// kind = "regular"
    ///
    /// [counts]
    /// expected = 3
    /// present = 3
    ///
    /// [[guests]]
    /// from = "village-head"
    /// official = "tt01"
    /// ```
    "unknown-official", Error, Cites::FORM, Check::Commune(check)
}

fn check(commune: &Commune<'_>, report: &mut Report<'_>) {
    let heads = commune.agreements.iter().map(|agreement| {
        let place = Place::in_source(agreement.source, agreement.head.at);
        (&commune.unit, &**agreement.head, place)
    });
    let guests = commune.cells.iter().flat_map(|cell| {
        cell.meetings.iter().flat_map(move |meeting| {
            let named = meeting.guests.each().filter_map(|(guest, _)| guest.official.said());
            named.map(move |(official, at)| (&cell.unit, &**official, Place::in_source(meeting.source, at)))
        })
    });
    let mut unknown = heads.chain(guests).filter(|(_, id, _)| commune.official(id).is_missing());
    if !commune.officials.is_absent() {
        unknown.for_each(|(unit, id, place)| tell(commune, unit, id, place, report));
    } else if let Some((unit, id, place)) = unknown.next() {
        // One file is missing: that is one finding, however many it would name.
        let lang = report.ctx.lang;
        let message = say!(
            lang,
            "xã chưa có officials.csv để biết `{id}` là ai",
            "the commune has no officials.csv that would tell who `{id}` is"
        );
        report.add(&RULE, unit, place, message);
    }
}

fn tell(commune: &Commune<'_>, unit: &Arc<str>, id: &str, place: Place<'_>, report: &mut Report<'_>) {
    let lang = report.ctx.lang;
    let known: Vec<&str> = commune.officials.rows.iter().map(|row| &**row.id).collect();
    let message =
        say!(lang, "`{id}` không có trong officials.csv của xã", "`{id}` is on no row of the commune's officials.csv");
    let draft = report.add(&RULE, unit, place, message);
    if let Some(near) = crate::text::nearest(id, &known) {
        draft.remedy(say!(lang, "có phải là `{near}`?", "did you mean `{near}`?"));
    }
}
