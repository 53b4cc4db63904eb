use std::{collections::BTreeMap, sync::Arc};

use crate::{
    date::Span,
    finding::{Place, Report},
    lang::say,
    parse::Vocabulary,
    register::{Cell, Commune, Record, people::span},
    rules::{Check, Cites, rule},
    source::At,
};

rule! {
    /// vi: Trong cùng một thời gian, một đảng viên chỉ có một tình trạng, và mỗi chức vụ chỉ ghi một lần.
    /// en: At any time a member has one status, and holds a role once.
    ///
    /// vi: Bầu lại thì nhiệm kỳ cũ kết thúc vào ngày liền trước nhiệm kỳ mới. Hai chức vụ khác nhau, như phó bí thư và chi ủy
    /// viên, được ghi cùng lúc.
    /// en: Who is elected again ends one term on the day before the next begins. Two different roles, such as deputy secretary
    /// and committee member, may be held at once.
    ///
    /// Fails:
    /// ```csv chi-bo-thon-1/statuses.csv
    /// member,status,from,until
    /// dv03,exempt,2015-01-01,
    /// dv04,away,2018-06-01,2018-07-31
    /// dv03,away,2018-03-01,2018-05-31
    /// dv04,suspended,2018-07-31,2018-08-31
    /// ```
    /// ```csv chi-bo-thon-1/roles.csv
    /// member,role,from,until
    /// dv01,secretary,,2017-02-20
    /// dv01,secretary,2017-02-20,
    /// ```
    /// ```text
    /// chi-bo-thon-1/roles.csv:3:1: lỗi[intervals-overlap] thời gian ở đây của `dv01` chồng lên thời gian ở dòng 2
    /// chi-bo-thon-1/statuses.csv:4:1: lỗi[intervals-overlap] thời gian ở đây của `dv03` chồng lên thời gian ở dòng 2
    /// chi-bo-thon-1/statuses.csv:5:1: lỗi[intervals-overlap] thời gian ở đây của `dv04` chồng lên thời gian ở dòng 3
    /// ```
    /// ```text
    /// chi-bo-thon-1/roles.csv:3:1: error[intervals-overlap] the time of `dv01` here overlaps that of line 2
    /// chi-bo-thon-1/statuses.csv:4:1: error[intervals-overlap] the time of `dv03` here overlaps that of line 2
    /// chi-bo-thon-1/statuses.csv:5:1: error[intervals-overlap] the time of `dv04` here overlaps that of line 3
    /// ```
    ///
    /// Passes:
    /// ```csv chi-bo-thon-1/statuses.csv
    /// member,status,from,until
    /// dv03,exempt,2018-06-01,
    /// dv03,away,2018-03-01,2018-05-31
    /// ```
    /// ```csv chi-bo-thon-1/roles.csv
    /// member,role,from,until
    /// dv01,secretary,,2017-02-19
    /// dv01,secretary,2017-02-20,
    /// dv01,committee,2017-02-20,2018-10-31
    /// ```
    "intervals-overlap", Error, Cites::FORM, Check::Cell(check)
}

fn check(_: &Commune<'_>, cell: &Cell<'_>, report: &mut Report<'_>) {
    let statuses = cell.statuses.rows.iter();
    look(
        statuses.map(|row| (row, (&**row.member, ""), row.member.at, span(row, &row.from, &row.until))),
        &cell.unit,
        report,
    );
    let roles = cell.roles.rows.iter();
    look(
        roles.map(|row| (row, (&**row.member, row.role.word()), row.member.at, span(row, &row.from, &row.until))),
        &cell.unit,
        report,
    );
}

fn look<'r, 'a: 'r, T: 'r>(
    rows: impl Iterator<Item = (&'r Record<'a, T>, (&'r str, &'static str), At, Option<Span>)>,
    unit: &Arc<str>,
    report: &mut Report<'_>,
) {
    let lang = report.ctx.lang;
    let mut seen: BTreeMap<_, Vec<(Span, Place<'_>)>> = BTreeMap::new();
    for (row, key, at, time) in rows {
        let Some(time) = time.filter(|time| !time.is_empty()) else { continue };
        let earlier = seen.entry(key).or_default();
        if let Some((_, place)) = earlier.iter().find(|(other, _)| other.overlaps(time)) {
            let line = place.line();
            let member = key.0;
            let message = say!(
                lang,
                "thời gian ở đây của `{member}` chồng lên thời gian ở dòng {line}",
                "the time of `{member}` here overlaps that of line {line}"
            );
            let remedy = say!(
                lang,
                "dòng bắt đầu trước cần `until` là ngày liền trước `from` của dòng bắt đầu sau",
                "the row that begins first needs `until`, the day before the other's `from`"
            );
            report.add(&RULE, unit, row.place(at), message).remedy(remedy);
        } else {
            earlier.push((time, row.place(at)));
        }
    }
}
