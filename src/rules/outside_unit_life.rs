use std::sync::Arc;

use crate::{
    date::{self, Date, Span},
    finding::{Flaws, Place, Report},
    lang::{Words, say},
    register::{Cell, Commune, Lookup, people::span},
    rules::{Check, Cites, rule},
};

rule! {
    /// vi: Việc của một đơn vị nằm trong thời gian đơn vị tồn tại.
    /// en: What a unit records lies within the time of the unit.
    ///
    /// vi: Họp trước ngày thành lập hoặc sau ngày giải thể là ghi nhầm ngày, hoặc ghi nhầm ngày thành lập. Ngày thành lập và
    /// ngày cuối đều được tính vào. Thời gian để ngỏ thì tự kết thúc cùng đơn vị.
    /// en: A meeting before the founding or after the end has a wrong date, or the unit has. The day of founding and the last
    /// day are included. An open end simply ends with the unit.
    ///
    /// Fails:
    /// ```toml chi-bo-thon-2/cell.toml
    /// name = "Chi bộ thôn 2"
    /// kind = "village"
    /// villages = ["thon-2"]
    /// founded = 2018-06-01
    /// dissolved = 2018-11-05
    ///
    /// [[terms]]
    /// congress = 2018-05-31
    /// ```
    /// ```csv chi-bo-thon-2/members.csv
    /// id,admitted,official,from
    /// dv01,1988-05-19,1989-05-19,2018-05-31
    /// dv02,2003-02-03,2004-02-03,
    /// ```
    /// ```csv chi-bo-thon-2/statuses.csv
    /// member,status,from
    /// dv02,exempt,2018-05-31
    /// ```
    /// ```csv chi-bo-thon-2/roles.csv
    /// member,role,from
    /// dv01,secretary,2018-11-06
    /// ```
    /// ```toml chi-bo-thon-2/2017/year.toml
    /// grade = "good"
    /// ```
    /// ```csv chi-bo-thon-2/2018/briefings.csv
    /// date,secretary,head
    /// 2018-11-06,yes,yes
    /// ```
    /// ```toml chi-bo-thon-2/2019/year.toml
    /// grade = "good"
    /// ```
    /// ```toml agreements/thon-2-2017-04-12.toml
    /// village = "thon-2"
    /// cells = ["chi-bo-thon-2"]
    /// signed = 2017-04-12
    /// secretaries = ["chi-bo-thon-2/dv01"]
    /// head = "tt02"
    /// ```
    /// ```text
    /// agreements/thon-2-2017-04-12.toml:3:10: lỗi[outside-unit-life] ký quy chế phối hợp ngày 12/04/2017 nằm trước ngày thành lập của chi bộ `chi-bo-thon-2` (01/06/2018)
    /// chi-bo-thon-2/2017/year.toml:1:1: lỗi[outside-unit-life] năm 2017 nằm trước ngày thành lập của chi bộ `chi-bo-thon-2` (01/06/2018)
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:1:8: lỗi[outside-unit-life] cuộc họp ngày 06/11/2018 nằm sau ngày cuối của chi bộ `chi-bo-thon-2` (05/11/2018)
    /// chi-bo-thon-2/2018/briefings.csv:2:1: lỗi[outside-unit-life] buổi giao ban ngày 06/11/2018 nằm sau ngày cuối của chi bộ `chi-bo-thon-2` (05/11/2018)
    /// chi-bo-thon-2/2019/year.toml:1:1: lỗi[outside-unit-life] năm 2019 nằm sau ngày cuối của chi bộ `chi-bo-thon-2` (05/11/2018)
    /// chi-bo-thon-2/cell.toml:8:12: lỗi[outside-unit-life] đại hội ngày 31/05/2018 nằm trước ngày thành lập của chi bộ `chi-bo-thon-2` (01/06/2018)
    /// chi-bo-thon-2/members.csv:2:28: lỗi[outside-unit-life] `from` ngày 31/05/2018 nằm trước ngày thành lập của chi bộ `chi-bo-thon-2` (01/06/2018)
    /// chi-bo-thon-2/roles.csv:2:16: lỗi[outside-unit-life] `from` ngày 06/11/2018 nằm sau ngày cuối của chi bộ `chi-bo-thon-2` (05/11/2018)
    /// chi-bo-thon-2/statuses.csv:2:13: lỗi[outside-unit-life] `from` ngày 31/05/2018 nằm trước ngày thành lập của chi bộ `chi-bo-thon-2` (01/06/2018)
    /// ```
    /// ```text
    /// agreements/thon-2-2017-04-12.toml:3:10: error[outside-unit-life] the agreement of 2017-04-12 is before the founding of the cell `chi-bo-thon-2` (2018-06-01)
    /// chi-bo-thon-2/2017/year.toml:1:1: error[outside-unit-life] the year 2017 is before the founding of the cell `chi-bo-thon-2` (2018-06-01)
    /// chi-bo-thon-2/2018/2018-11-06-regular.toml:1:8: error[outside-unit-life] the meeting of 2018-11-06 is after the last day of the cell `chi-bo-thon-2` (2018-11-05)
    /// chi-bo-thon-2/2018/briefings.csv:2:1: error[outside-unit-life] the briefing of 2018-11-06 is after the last day of the cell `chi-bo-thon-2` (2018-11-05)
    /// chi-bo-thon-2/2019/year.toml:1:1: error[outside-unit-life] the year 2019 is after the last day of the cell `chi-bo-thon-2` (2018-11-05)
    /// chi-bo-thon-2/cell.toml:8:12: error[outside-unit-life] the congress of 2018-05-31 is before the founding of the cell `chi-bo-thon-2` (2018-06-01)
    /// chi-bo-thon-2/members.csv:2:28: error[outside-unit-life] `from` of 2018-05-31 is before the founding of the cell `chi-bo-thon-2` (2018-06-01)
    /// chi-bo-thon-2/roles.csv:2:16: error[outside-unit-life] `from` of 2018-11-06 is after the last day of the cell `chi-bo-thon-2` (2018-11-05)
    /// chi-bo-thon-2/statuses.csv:2:13: error[outside-unit-life] `from` of 2018-05-31 is before the founding of the cell `chi-bo-thon-2` (2018-06-01)
    /// ```
    ///
    /// Fails:
    /// ```csv villages.csv
    /// id,name,kind,from,until
    /// thon-1,Thôn 1,thon,2017-04-11,
    /// thon-2,Thôn 2,thon,,2017-03-11
    /// ```
    /// ```text
    /// agreements/thon-1-2017-04-10.toml:3:10: lỗi[outside-unit-life] ký quy chế phối hợp ngày 10/04/2017 nằm trước ngày thành lập của thôn `thon-1` (11/04/2017)
    /// officials.csv:2:20: lỗi[outside-unit-life] nhận chức ngày 20/03/2017 nằm trước ngày thành lập của thôn `thon-1` (11/04/2017)
    /// officials.csv:3:18: lỗi[outside-unit-life] nhận chức ngày 12/03/2017 nằm trước ngày thành lập của thôn `thon-1` (11/04/2017)
    /// officials.csv:4:18: lỗi[outside-unit-life] nhận chức ngày 12/03/2017 nằm sau ngày cuối của thôn `thon-2` (11/03/2017)
    /// ```
    /// ```text
    /// agreements/thon-1-2017-04-10.toml:3:10: error[outside-unit-life] the agreement of 2017-04-10 is before the founding of the village `thon-1` (2017-04-11)
    /// officials.csv:2:20: error[outside-unit-life] the post of 2017-03-20 is before the founding of the village `thon-1` (2017-04-11)
    /// officials.csv:3:18: error[outside-unit-life] the post of 2017-03-12 is before the founding of the village `thon-1` (2017-04-11)
    /// officials.csv:4:18: error[outside-unit-life] the post of 2017-03-12 is after the last day of the village `thon-2` (2017-03-11)
    /// ```
    ///
    /// Passes:
    /// ```toml chi-bo-thon-2/cell.toml
    /// name = "Chi bộ thôn 2"
    /// kind = "village"
    /// villages = ["thon-2"]
    /// founded = 2017-12-31
    /// dissolved = 2018-11-06
    ///
    /// [[terms]]
    /// congress = 2017-12-31
    /// ```
    /// ```csv chi-bo-thon-2/roles.csv
    /// member,role,from
    /// dv01,secretary,2018-11-06
    /// ```
    /// ```toml chi-bo-thon-2/2017/year.toml
    /// grade = "good"
    /// ```
    /// ```csv chi-bo-thon-2/2018/briefings.csv
    /// date,secretary,head
    /// 2018-11-06,yes,yes
    /// ```
    /// ```csv villages.csv
    /// id,name,kind,from,until
    /// thon-1,Thôn 1,thon,,2017-04-10
    /// thon-2,Thôn 2,thon,2017-03-12,
    /// ```
    /// ```csv officials.csv
    /// id,village,role,from,how
    /// pt01,thon-1,deputy,2017-03-20,recognised
    /// tt01,thon-1,head,2017-03-12,elected
    /// tt02,thon-2,head,2017-03-12,elected
    /// ```
    "outside-unit-life", Error, Cites::FORM, Check::Commune(check), spoils Flaws::WHOLE
}

fn check(commune: &Commune<'_>, report: &mut Report<'_>) {
    commune.cells.iter().for_each(|cell| of_cell(cell, report));
    for row in &commune.officials.rows {
        if let Some(life) = village_life(commune, &row.village) {
            let what = Words::new("nhận chức", "the post");
            look(what, row.from.0, &life, &commune.unit, row.place(row.from.at), report);
        }
    }
    for agreement in commune.agreements.iter().filter(|agreement| !agreement.has(Flaws::WHOLE)) {
        let cells = agreement.cells.iter().filter_map(|cell| cell.get());
        let cells = cells.filter_map(|id| cell_life(commune.cell(id).get()?));
        let signed = agreement.signed.0;
        // One wrong day is one finding, however many of the units it misses.
        let missed = cells.chain(village_life(commune, &agreement.village)).find(|life| !life.span.covers(signed));
        if let Some(life) = missed {
            let what = Words::new("ký quy chế phối hợp", "the agreement");
            look(what, signed, &life, &commune.unit, agreement.place(agreement.signed.at), report);
        }
    }
}

/// The time of a unit, which it has in full.
struct Life<'l> {
    span: Span,
    unit: &'l str,
    kind: Words,
}

/// `None` where the time is not known, or no day is in it.
fn cell_life<'c>(cell: &'c Cell<'_>) -> Option<Life<'c>> {
    let span = span(&cell.file, &cell.file.founded, &cell.file.dissolved).filter(|span| !span.is_empty())?;
    Some(Life { span, unit: &cell.id, kind: Words::new("chi bộ", "the cell") })
}

fn village_life<'c>(commune: &'c Commune<'_>, id: &str) -> Option<Life<'c>> {
    let Lookup::Found(village) = commune.village(id) else { return None };
    let span = span(village, &village.from, &village.until).filter(|span| !span.is_empty())?;
    Some(Life { span, unit: &village.id, kind: Words::new("thôn", "the village") })
}

fn of_cell(cell: &Cell<'_>, report: &mut Report<'_>) {
    let Some(life) = cell_life(cell).filter(|life| life.span != Span::ALWAYS) else { return };
    let unit = &cell.unit;
    for meeting in cell.meetings.iter().filter(|meeting| meeting.is_sound()) {
        let what = Words::new("cuộc họp", "the meeting");
        look(what, meeting.day(), &life, unit, meeting.place(meeting.date.at), report);
    }
    for (term, _) in cell.file.terms.each() {
        let place = Place::in_source(cell.file.source, term.congress.at);
        look(Words::new("đại hội", "the congress"), term.congress.0, &life, unit, place, report);
    }
    years(cell, &life, report);
    let members = cell.members.rows.iter().filter_map(|row| Some((row.from.said()?, row.source)));
    let statuses = cell.statuses.rows.iter().filter_map(|row| Some((row.from.said()?, row.source)));
    let roles = cell.roles.rows.iter().filter_map(|row| Some((row.from.said()?, row.source)));
    for ((from, at), source) in members.chain(statuses).chain(roles) {
        look(Words::new("`from`", "`from`"), from.0, &life, unit, Place::in_source(source, at), report);
    }
}

fn years(cell: &Cell<'_>, life: &Life<'_>, report: &mut Report<'_>) {
    for (year, book) in &cell.years {
        let span = Span::year(*year);
        if let Some(file) = book.file.get()
            && !life.span.overlaps(span)
        {
            let what = say!(report.ctx.lang, "năm {year}", "the year {year}");
            tell(what, span.from, life, &cell.unit, file.whole(), report);
        }
        for row in &book.briefings.rows {
            let what = Words::new("buổi giao ban", "the briefing");
            look(what, row.date.0, life, &cell.unit, row.place(row.date.at), report);
        }
    }
}

fn look(what: Words, day: Date, life: &Life<'_>, unit: &Arc<str>, place: Place<'_>, report: &mut Report<'_>) {
    if !life.span.covers(day) {
        let lang = report.ctx.lang;
        let (what, day_shown) = (what.of(lang), date::show(day, lang));
        let what = say!(lang, "{what} ngày {day_shown}", "{what} of {day_shown}");
        tell(what, day, life, unit, place, report);
    }
}

/// Reports what lies before or after a unit's time.
fn tell(what: String, day: Date, life: &Life<'_>, unit: &Arc<str>, place: Place<'_>, report: &mut Report<'_>) {
    let (lang, kind) = (report.ctx.lang, life.kind.of(report.ctx.lang));
    // A cell at the root of its own register has no id.
    let whose = if life.unit.is_empty() { kind.to_owned() } else { format!("{kind} `{}`", life.unit) };
    let message = if day < life.span.from {
        let from = date::show(life.span.from, lang);
        say!(
            lang,
            "{what} nằm trước ngày thành lập của {whose} ({from})",
            "{what} is before the founding of {whose} ({from})"
        )
    } else {
        let until = date::show(life.span.until, lang);
        say!(
            lang,
            "{what} nằm sau ngày cuối của {whose} ({until})",
            "{what} is after the last day of {whose} ({until})"
        )
    };
    report.add(&RULE, unit, place, message);
}
