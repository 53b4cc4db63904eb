use std::{collections::BTreeMap, sync::Arc};

use crate::{
    date::Span,
    finding::{Flaws, Place, Report},
    lang::say,
    register::{Commune, Record, official_span, people::span},
    rules::{Check, Cites, rule},
    source::At,
};

rule! {
    /// vi: Trong cùng một thời gian, mỗi mã chỉ có một dòng.
    /// en: At any time an id has one row.
    ///
    /// vi: Hai dòng cùng mã thì không biết dòng nào đúng, và một người bị đếm hai lần. Người đi rồi về có hai dòng với thời gian
    /// rời nhau; ngày cuối của dòng trước và ngày đầu của dòng sau là hai ngày khác nhau.
    /// en: Of two rows of one id nobody knows which is right, and one person is counted twice. Who left and came back has two
    /// rows with times apart: the last day of one and the first of the other are different days.
    ///
    /// Fails:
    /// ```csv chi-bo-thon-2/members.csv
    /// id,admitted,official,from,until
    ///
    /// dv01,1988-05-19,1989-05-19,,
    /// dv02,2003-02-03,2004-02-03,,
    /// dv03,2012-09-02,2013-09-02,,2018-06-30
    /// dv03,2012-09-02,2013-09-02,2018-06-30,
    /// dv02,2004-02-03,2005-02-03,,
    /// ```
    /// ```csv villages.csv
    /// id,name,kind
    /// thon-1,Thôn 1,thon
    /// thon-2,Thôn 2,thon
    /// thon-2,Thôn 3,thon
    /// ```
    /// ```csv officials.csv
    /// id,village,role,from,until,how
    /// tt01,thon-1,head,2017-03-12,,elected
    /// pt01,thon-1,deputy,2017-03-20,2018-03-20,recognised
    /// tt01,thon-2,head,2018-03-12,,elected
    /// pt01,thon-1,deputy,2018-03-20,,recognised
    /// ```
    /// ```text
    /// chi-bo-thon-2/members.csv:6:1: lỗi[duplicate-id] mã `dv03` đã có ở dòng 5, thời gian chồng nhau
    /// chi-bo-thon-2/members.csv:7:1: lỗi[duplicate-id] mã `dv02` đã có ở dòng 4, thời gian chồng nhau
    /// officials.csv:4:1: lỗi[duplicate-id] mã `tt01` đã có ở dòng 2, thời gian chồng nhau
    /// officials.csv:5:1: lỗi[duplicate-id] mã `pt01` đã có ở dòng 3, thời gian chồng nhau
    /// villages.csv:4:1: lỗi[duplicate-id] mã `thon-2` đã có ở dòng 3, thời gian chồng nhau
    /// ```
    /// ```text
    /// chi-bo-thon-2/members.csv:6:1: error[duplicate-id] the id `dv03` stands in line 5 already, for a time that overlaps
    /// chi-bo-thon-2/members.csv:7:1: error[duplicate-id] the id `dv02` stands in line 4 already, for a time that overlaps
    /// officials.csv:4:1: error[duplicate-id] the id `tt01` stands in line 2 already, for a time that overlaps
    /// officials.csv:5:1: error[duplicate-id] the id `pt01` stands in line 3 already, for a time that overlaps
    /// villages.csv:4:1: error[duplicate-id] the id `thon-2` stands in line 3 already, for a time that overlaps
    /// ```
    ///
    /// Passes:
    /// ```csv chi-bo-thon-2/members.csv
    /// id,admitted,official,from,until
    /// dv01,1988-05-19,1989-05-19,,
    /// dv02,2003-02-03,2004-02-03,,
    /// dv03,2012-09-02,2013-09-02,2018-07-01,
    /// dv03,2012-09-02,2013-09-02,,2018-06-30
    /// ```
    "duplicate-id", Error, Cites::FORM, Check::Commune(check), spoils Flaws::TIME
}

fn check(commune: &Commune<'_>, report: &mut Report<'_>) {
    for cell in &commune.cells {
        // Who has one row shares it with nobody.
        for person in cell.people.iter().filter(|person| person.has_returned()) {
            let rows = person.memberships(&cell.members);
            let rows = rows.map(|row| (row, &**row.id, row.id.at, span(row, &row.from, &row.until)));
            look(rows, &cell.unit, report);
        }
    }
    let villages = commune.villages.rows.iter();
    look(villages.map(|row| (row, &**row.id, row.id.at, span(row, &row.from, &row.until))), &commune.unit, report);
    let officials = commune.officials.rows.iter();
    look(officials.map(|row| (row, &**row.id, row.id.at, official_span(row))), &commune.unit, report);
}

/// An id may recur with disjoint times; a row whose time is not known is compared with nothing.
fn look<'r, 'a: 'r, T: 'r>(
    rows: impl Iterator<Item = (&'r Record<'a, T>, &'r str, At, Option<Span>)>,
    unit: &Arc<str>,
    report: &mut Report<'_>,
) {
    let lang = report.ctx.lang;
    let mut seen: BTreeMap<&str, Vec<(Span, Place<'_>)>> = BTreeMap::new();
    for (row, id, at, time) in rows {
        let Some(time) = time.filter(|time| !time.is_empty()) else { continue };
        let earlier = seen.entry(id).or_default();
        if let Some((_, place)) = earlier.iter().find(|(other, _)| other.overlaps(time)) {
            let line = place.line();
            let message = say!(
                lang,
                "mã `{id}` đã có ở dòng {line}, thời gian chồng nhau",
                "the id `{id}` stands in line {line} already, for a time that overlaps"
            );
            let remedy = say!(
                lang,
                "người khác thì đặt mã khác; cùng một người đi rồi về thì ghi until ở dòng trước",
                "give another person another id; who left and came back needs `until` in the earlier row"
            );
            report.add(&RULE, unit, row.place(at), message).remedy(remedy);
        } else {
            earlier.push((time, row.place(at)));
        }
    }
}
