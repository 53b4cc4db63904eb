use std::sync::Arc;

use crate::{
    date::{self, Date},
    finding::{Flaws, Report},
    lang::say,
    parse::{Field, dates::Day},
    register::{Commune, Record},
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Ngày cuối không trước ngày đầu.
    /// en: A last day is not before its first.
    ///
    /// vi: Hai ngày đảo nhau thường là gõ nhầm năm. Dòng ấy không được tính vào thời gian nào, và những gì nhắc đến nó không bị
    /// báo lỗi thêm. Ngày cuối được tính vào, nên một việc trong một ngày có hai ngày trùng nhau.
    /// en: Two days in the wrong order are mostly a mistyped year. Such a row counts for no time at all, and what refers to it
    /// is no further finding. The last day is included, so what lasts one day has the same day twice.
    ///
    /// Fails:
    /// ```toml chi-bo-thon-2/cell.toml
    /// name = "Chi bộ thôn 2"
    /// kind = "village"
    /// villages = ["thon-2"]
    /// founded = 2018-06-01
    /// dissolved = 2018-05-31
    /// ```
    /// ```csv chi-bo-thon-1/members.csv
    /// id,admitted,official,from,until
    /// dv01,1990-02-03,1991-02-03,,
    /// dv02,2010-05-19,2011-05-19,2018-01-01,2017-12-31
    /// dv03,1975,1976,,
    /// dv04,2018-05-19,,,
    /// dv05,2005-09-02,2006-09-02,,2018-06-30
    /// ```
    /// ```csv chi-bo-thon-1/statuses.csv
    /// member,status,from,until
    /// dv03,exempt,2015-01-01,2014-01-01
    /// ```
    /// ```csv chi-bo-thon-1/roles.csv
    /// member,role,from,until
    /// dv01,secretary,2017-02-20,2017-02-19
    /// ```
    /// ```csv villages.csv
    /// id,name,kind,from,until
    /// thon-1,Thôn 1,thon,2018-01-01,2017-01-01
    /// thon-2,Thôn 2,thon,,
    /// ```
    /// ```csv officials.csv
    /// id,village,role,from,until,how
    /// tt01,thon-1,head,2017-03-12,2017-03-11,elected
    /// pt01,thon-1,deputy,2017-03-20,,recognised
    /// ```
    /// ```toml agreements/thon-1-2017-04-10.toml
    /// village = "thon-1"
    /// cells = ["chi-bo-thon-1"]
    /// signed = 2017-04-10
    /// secretaries = ["chi-bo-thon-1/dv01"]
    /// head = "tt01"
    /// ended = 2017-04-09
    /// ```
    /// ```text
    /// agreements/thon-1-2017-04-10.toml:6:9: lỗi[interval-reversed] ngày cuối 09/04/2017 trước ngày đầu 10/04/2017
    /// chi-bo-thon-1/members.csv:3:39: lỗi[interval-reversed] ngày cuối 31/12/2017 trước ngày đầu 01/01/2018
    /// chi-bo-thon-1/roles.csv:2:27: lỗi[interval-reversed] ngày cuối 19/02/2017 trước ngày đầu 20/02/2017
    /// chi-bo-thon-1/statuses.csv:2:24: lỗi[interval-reversed] ngày cuối 01/01/2014 trước ngày đầu 01/01/2015
    /// chi-bo-thon-2/cell.toml:5:13: lỗi[interval-reversed] ngày cuối 31/05/2018 trước ngày đầu 01/06/2018
    /// officials.csv:2:29: lỗi[interval-reversed] ngày cuối 11/03/2017 trước ngày đầu 12/03/2017
    /// villages.csv:2:31: lỗi[interval-reversed] ngày cuối 01/01/2017 trước ngày đầu 01/01/2018
    /// ```
    /// ```text
    /// agreements/thon-1-2017-04-10.toml:6:9: error[interval-reversed] the last day 2017-04-09 is before the first day 2017-04-10
    /// chi-bo-thon-1/members.csv:3:39: error[interval-reversed] the last day 2017-12-31 is before the first day 2018-01-01
    /// chi-bo-thon-1/roles.csv:2:27: error[interval-reversed] the last day 2017-02-19 is before the first day 2017-02-20
    /// chi-bo-thon-1/statuses.csv:2:24: error[interval-reversed] the last day 2014-01-01 is before the first day 2015-01-01
    /// chi-bo-thon-2/cell.toml:5:13: error[interval-reversed] the last day 2018-05-31 is before the first day 2018-06-01
    /// officials.csv:2:29: error[interval-reversed] the last day 2017-03-11 is before the first day 2017-03-12
    /// villages.csv:2:31: error[interval-reversed] the last day 2017-01-01 is before the first day 2018-01-01
    /// ```
    ///
    /// Passes:
    /// ```csv chi-bo-thon-1/statuses.csv
    /// member,status,from,until
    /// dv03,exempt,2015-01-01,
    /// dv04,away,2018-10-01,2018-10-01
    /// ```
    /// ```toml agreements/thon-1-2017-04-10.toml
    /// village = "thon-1"
    /// cells = ["chi-bo-thon-1"]
    /// signed = 2017-04-10
    /// secretaries = ["chi-bo-thon-1/dv01"]
    /// head = "tt01"
    /// ended = 2017-04-10
    /// ```
    "interval-reversed", Error, Cites::FORM, Check::Commune(check), spoils Flaws::TIME
}

fn check(commune: &Commune<'_>, report: &mut Report<'_>) {
    for cell in &commune.cells {
        let unit = &cell.unit;
        look(&cell.file, day(&cell.file.founded), &cell.file.dissolved, unit, report);
        cell.members.rows.iter().for_each(|row| look(row, day(&row.from), &row.until, unit, report));
        cell.statuses.rows.iter().for_each(|row| look(row, day(&row.from), &row.until, unit, report));
        cell.roles.rows.iter().for_each(|row| look(row, day(&row.from), &row.until, unit, report));
    }
    let unit = &commune.unit;
    commune.villages.rows.iter().for_each(|row| look(row, day(&row.from), &row.until, unit, report));
    commune.officials.rows.iter().for_each(|row| look(row, Some(row.from.0), &row.until, unit, report));
    commune.agreements.iter().for_each(|row| look(row, Some(row.signed.0), &row.ended, unit, report));
}

fn day(field: &Field<Day>) -> Option<Date> {
    field.copied().map(|day| day.0)
}

fn look<T>(row: &Record<'_, T>, from: Option<Date>, until: &Field<Day>, unit: &Arc<str>, report: &mut Report<'_>) {
    let lang = report.ctx.lang;
    if let (Some(from), Some((until, at))) = (from, until.said())
        && until.0 < from
    {
        let (from, until) = (date::show(from, lang), date::show(until.0, lang));
        let message = say!(
            lang,
            "ngày cuối {until} trước ngày đầu {from}",
            "the last day {until} is before the first day {from}"
        );
        let remedy = say!(
            lang,
            "sửa một trong hai ngày; ngày cuối được tính vào",
            "mend one of the two; the last day is included"
        );
        report.add(&RULE, unit, row.place(at), message).remedy(remedy);
    }
}
