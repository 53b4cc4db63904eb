use crate::{
    date::{self, Span},
    finding::{Flaws, Report},
    lang::say,
    records::official::{OfficialRow, Post},
    register::{Commune, Record, posts::post_span},
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Trong một ngày thôn có nhiều nhất một trưởng thôn.
    /// en: On any day a village has one head at most.
    ///
    /// vi: Hai trưởng thôn cùng lúc thường là quên ghi ngày cuối của người trước, và thôn bị đếm hai lần trong tỷ lệ trưởng thôn là
    /// đảng viên. Trưởng thôn lâm thời cũng là trưởng thôn.
    /// en: Two heads at once are mostly a last day that was not written for the first, and the village counts twice in the share of
    /// heads who are members. An interim head is a head.
    ///
    /// Fails:
    /// ```delete agreements/thon-1-2017-04-10.toml
    /// ```
    /// ```csv officials.csv
    /// id,village,role,from,until,how
    /// pt01,thon-1,deputy,2017-03-20,,recognised
    /// tt01,thon-1,head,2017-03-12,2018-03-12,elected
    /// tt02,thon-2,head,2017-03-12,,elected
    /// tt03,thon-1,head,2018-03-12,,elected
    /// tt04,thon-2,head,2018-11-01,2018-11-30,interim
    /// ```
    /// ```text
    /// officials.csv:5:1: lỗi[two-heads] từ 12/03/2018 thôn `thon-1` có hai trưởng thôn: `tt01` (dòng 3) và `tt03`
    /// officials.csv:6:1: lỗi[two-heads] từ 01/11/2018 thôn `thon-2` có hai trưởng thôn: `tt02` (dòng 4) và `tt04`
    /// ```
    /// ```text
    /// officials.csv:5:1: error[two-heads] from 2018-03-12 the village `thon-1` has two heads: `tt01` (line 3) and `tt03`
    /// officials.csv:6:1: error[two-heads] from 2018-11-01 the village `thon-2` has two heads: `tt02` (line 4) and `tt04`
    /// ```
    ///
    /// Passes:
    /// ```delete agreements/thon-1-2017-04-10.toml
    /// ```
    /// ```csv officials.csv
    /// id,village,role,from,until,how
    /// pt01,thon-1,deputy,2017-03-20,,recognised
    /// tt01,thon-1,head,2017-03-12,2018-03-11,elected
    /// tt02,thon-2,head,2017-03-12,,elected
    /// tt03,thon-1,head,2018-03-12,,elected
    /// ```
    "two-heads", Error,
    Cites::regulation("Thông tư 04/2012/TT-BNV ngày 31/8/2012", "Circular 04/2012/TT-BNV of 2012-08-31"),
    Check::Commune(check), spoils Flaws::TIME
}

fn check(commune: &Commune<'_>, report: &mut Report<'_>) {
    let lang = report.ctx.lang;
    let mut seen: Vec<(&Record<'_, OfficialRow<'_>>, Span)> = Vec::new();
    for row in commune.officials.rows.iter().filter(|row| *row.role == Post::Head) {
        let Some(held) = post_span(commune, row) else { continue };
        // One id twice at a time is `duplicate-id`, by which its time is not known.
        let other = seen.iter().find(|(other, time)| **other.village == **row.village && time.overlaps(held));
        if let Some((other, time)) = other {
            let (day, line) = (date::show(time.meet(held).from, lang), other.whole().line());
            let (village, id, other) = (&**row.village, &**row.id, &**other.id);
            let message = say!(
                lang,
                "từ {day} thôn `{village}` có hai trưởng thôn: `{other}` (dòng {line}) và `{id}`",
                "from {day} the village `{village}` has two heads: `{other}` (line {line}) and `{id}`"
            );
            let remedy = say!(
                lang,
                "người thôi giữ chức cần until là ngày liền trước ngày người kia nhận chức",
                "whoever left the post needs until, the day before the other took it"
            );
            report.add(&RULE, &commune.unit, row.place(row.id.at), message).remedy(remedy);
        } else {
            seen.push((row, held));
        }
    }
}
