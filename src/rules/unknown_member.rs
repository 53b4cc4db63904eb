use std::{collections::BTreeSet, sync::Arc};

use crate::{
    finding::{Flaws, Place, Report},
    lang::say,
    parse::{Field, Id},
    register::{Cell, Commune, Lookup},
    rules::{Check, Cites, rule},
    source::Source,
};

rule! {
    /// vi: Mã đảng viên nhắc đến ở đâu cũng có trong danh sách đảng viên của chi bộ.
    /// en: A member who is referred to stands on the cell's roster.
    ///
    /// vi: Mã gõ sai thì điểm danh không tính cho ai. chibo không báo thêm rằng một người khác thiếu điểm danh, vì thường chính
    /// là người ấy. Khách dự họp ghi ở [[guests]].
    /// en: Under a misspelt id a mark counts for nobody. chibo does not add that somebody else has no mark, for mostly that is
    /// the one. Guests belong under [[guests]].
    ///
    /// Fails:
    /// ```toml chi-bo-thon-1/2018/2018-11-05-regular.toml
    /// date = 2018-11-05
    /// kind = "regular"
    /// prepared_by = "dv21"
    /// chair = "dv10"
    /// minutes_by = "bi-thu"
    ///
    /// [attendance]
    /// dv01 = "x"
    /// dv2 = "x"
    /// dv04 = "p"
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-12-05-combined.toml
    /// date = 2018-12-05
    /// kind = "combined"
    ///
    /// [attendance]
    /// dv01 = "x"
    /// dv06 = "x"
    ///
    /// [theme]
    /// author = "dv07"
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/2018-11-05-regular.toml:3:15: lỗi[unknown-member] `dv21` không có trong danh sách đảng viên của chi-bo-thon-1 (members.csv)
    /// chi-bo-thon-1/2018/2018-11-05-regular.toml:4:9: lỗi[unknown-member] `dv10` không có trong danh sách đảng viên của chi-bo-thon-1 (members.csv)
    /// chi-bo-thon-1/2018/2018-11-05-regular.toml:5:14: lỗi[unknown-member] `bi-thu` không có trong danh sách đảng viên của chi-bo-thon-1 (members.csv)
    /// chi-bo-thon-1/2018/2018-11-05-regular.toml:9:1: lỗi[unknown-member] `dv2` không có trong danh sách đảng viên của chi-bo-thon-1 (members.csv)
    /// chi-bo-thon-1/2018/2018-12-05-combined.toml:4:1: lỗi[attendance-mark-missing] 2 người phải dự chưa được điểm danh: `dv02`, `dv04`
    /// chi-bo-thon-1/2018/2018-12-05-combined.toml:6:1: lỗi[unknown-member] `dv06` không có trong danh sách đảng viên của chi-bo-thon-1 (members.csv)
    /// chi-bo-thon-1/2018/2018-12-05-combined.toml:9:10: lỗi[unknown-member] `dv07` không có trong danh sách đảng viên của chi-bo-thon-1 (members.csv)
    /// ```
    /// ```text
    /// chi-bo-thon-1/2018/2018-11-05-regular.toml:3:15: error[unknown-member] `dv21` is on no row of the roster of chi-bo-thon-1 (members.csv)
    /// chi-bo-thon-1/2018/2018-11-05-regular.toml:4:9: error[unknown-member] `dv10` is on no row of the roster of chi-bo-thon-1 (members.csv)
    /// chi-bo-thon-1/2018/2018-11-05-regular.toml:5:14: error[unknown-member] `bi-thu` is on no row of the roster of chi-bo-thon-1 (members.csv)
    /// chi-bo-thon-1/2018/2018-11-05-regular.toml:9:1: error[unknown-member] `dv2` is on no row of the roster of chi-bo-thon-1 (members.csv)
    /// chi-bo-thon-1/2018/2018-12-05-combined.toml:4:1: error[attendance-mark-missing] no mark for 2 of the expected: `dv02`, `dv04`
    /// chi-bo-thon-1/2018/2018-12-05-combined.toml:6:1: error[unknown-member] `dv06` is on no row of the roster of chi-bo-thon-1 (members.csv)
    /// chi-bo-thon-1/2018/2018-12-05-combined.toml:9:10: error[unknown-member] `dv07` is on no row of the roster of chi-bo-thon-1 (members.csv)
    /// ```
    ///
    /// Fails:
    /// ```csv chi-bo-thon-1/statuses.csv
    /// member,status,from,until,reason
    /// dv03,exempt,2015-01-01,,age
    /// dv33,away,2018-03-01,,study
    /// ```
    /// ```csv chi-bo-thon-1/roles.csv
    /// member,role
    /// dv01,secretary
    /// DV02,deputy-secretary
    /// ```
    /// ```csv chi-bo-thon-1/2018/assessments.csv
    /// member,task,grade
    /// dv12,Tổ hòa giải,good
    /// ```
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// grade = "good"
    /// thematic_plan = { topics = [{ quarter = 1, author = "dv34" }] }
    /// ```
    /// ```toml agreements/thon-1-2017-04-10.toml
    /// village = "thon-1"
    /// cells = ["chi-bo-thon-1"]
    /// signed = 2017-04-10
    /// secretaries = ["chi-bo-thon-1/dv44"]
    /// head = "tt01"
    /// ```
    /// ```csv officials.csv
    /// id,village,role,from,how,cell,member,mentor
    /// pt01,thon-1,deputy,2017-03-20,recognised,,,chi-bo-thon-2/dv09
    /// tt01,thon-1,head,2017-03-12,elected,chi-bo-thon-1,dv22,
    /// ```
    /// ```text
    /// agreements/thon-1-2017-04-10.toml:4:16: lỗi[unknown-member] `dv44` không có trong danh sách đảng viên của chi-bo-thon-1 (members.csv)
    /// chi-bo-thon-1/2018/assessments.csv:2:1: lỗi[unknown-member] `dv12` không có trong danh sách đảng viên của chi-bo-thon-1 (members.csv)
    /// chi-bo-thon-1/2018/year.toml:2:53: lỗi[unknown-member] `dv34` không có trong danh sách đảng viên của chi-bo-thon-1 (members.csv)
    /// chi-bo-thon-1/roles.csv:3:1: lỗi[unknown-member] `DV02` không có trong danh sách đảng viên của chi-bo-thon-1 (members.csv)
    /// chi-bo-thon-1/statuses.csv:3:1: lỗi[unknown-member] `dv33` không có trong danh sách đảng viên của chi-bo-thon-1 (members.csv)
    /// officials.csv:2:44: lỗi[unknown-member] `dv09` không có trong danh sách đảng viên của chi-bo-thon-2 (members.csv)
    /// officials.csv:3:51: lỗi[unknown-member] `dv22` không có trong danh sách đảng viên của chi-bo-thon-1 (members.csv)
    /// ```
    /// ```text
    /// agreements/thon-1-2017-04-10.toml:4:16: error[unknown-member] `dv44` is on no row of the roster of chi-bo-thon-1 (members.csv)
    /// chi-bo-thon-1/2018/assessments.csv:2:1: error[unknown-member] `dv12` is on no row of the roster of chi-bo-thon-1 (members.csv)
    /// chi-bo-thon-1/2018/year.toml:2:53: error[unknown-member] `dv34` is on no row of the roster of chi-bo-thon-1 (members.csv)
    /// chi-bo-thon-1/roles.csv:3:1: error[unknown-member] `DV02` is on no row of the roster of chi-bo-thon-1 (members.csv)
    /// chi-bo-thon-1/statuses.csv:3:1: error[unknown-member] `dv33` is on no row of the roster of chi-bo-thon-1 (members.csv)
    /// officials.csv:2:44: error[unknown-member] `dv09` is on no row of the roster of chi-bo-thon-2 (members.csv)
    /// officials.csv:3:51: error[unknown-member] `dv22` is on no row of the roster of chi-bo-thon-1 (members.csv)
    /// ```
    ///
    /// Fails:
    /// ```delete chi-bo-thon-1/members.csv
    /// ```
    /// ```text
    /// chi-bo-thon-1/statuses.csv:2:1: lỗi[unknown-member] chưa có danh sách đảng viên của chi-bo-thon-1 (members.csv) để biết `dv03` là ai
    /// ```
    /// ```text
    /// chi-bo-thon-1/statuses.csv:2:1: error[unknown-member] there is no roster of chi-bo-thon-1 (members.csv) that would tell who `dv03` is
    /// ```
    ///
    /// Passes:
    /// ```delete agreements/thon-1-2017-04-10.toml
    /// ```
    /// ```csv chi-bo-thon-1/members.csv
    /// id,admitted,official,from,until,leaving,temporary
    /// dv01,1990-02-03,1991-02-03,,,,
    /// dv02,2010-05-19,2011-05-19,,,,
    /// dv03,1975,1976,,,,
    /// dv04,19/5/2018,,,,,
    /// dv05,2005-09-02,2006-09-02,,2018-06-30,transferred,
    /// ```
    /// ```csv chi-bo-thon-1/roles.csv
    /// member,role
    /// dv05,secretary
    /// ```
    "unknown-member", Error, Cites::FORM, Check::Commune(check), spoils Flaws::ATTENDANCE
}

fn check(commune: &Commune<'_>, report: &mut Report<'_>) {
    let mut search = Search { report, without_roster: BTreeSet::new() };
    for cell in &commune.cells {
        search.tables(cell);
        search.meetings(cell);
        search.years(cell);
    }
    search.beyond_the_cells(commune);
}

/// Looks up one reference after another.
struct Search<'s, 'c> {
    report: &'s mut Report<'c>,
    /// Cells of which it has been said that there is no roster at all.
    without_roster: BTreeSet<Arc<str>>,
}

impl Search<'_, '_> {
    fn tables(&mut self, cell: &Cell<'_>) {
        for row in &cell.statuses.rows {
            self.look(cell, &cell.unit, &row.member, row.place(row.member.at));
        }
        for row in &cell.roles.rows {
            self.look(cell, &cell.unit, &row.member, row.place(row.member.at));
        }
    }

    fn meetings(&mut self, cell: &Cell<'_>) {
        // Who is named in a meeting's record is mostly who was in the one before.
        let mut before = [0; 4];
        for meeting in &cell.meetings {
            for line in meeting.strays(cell) {
                if let Some((id, at)) = line.member().said() {
                    self.look(cell, &cell.unit, id, meeting.place(at));
                }
            }
            // Who chaired spoils nobody's attendance.
            let author = meeting.theme.get().map(|theme| &theme.author);
            let named = [Some(&meeting.prepared_by), Some(&meeting.chair), Some(&meeting.minutes_by), author];
            for (field, before) in named.into_iter().zip(&mut before) {
                let Some(field) = field else { continue };
                match field.get().and_then(|id| cell.people.place_from(*before, id)) {
                    Some(place) => *before = place,
                    None => self.said(cell, field, meeting.source),
                }
            }
        }
    }

    fn years(&mut self, cell: &Cell<'_>) {
        for book in cell.years.values() {
            for (row, _) in cell.assessed(book).filter(|(_, person)| person.is_none()) {
                self.look(cell, &cell.unit, &row.member, row.place(row.member.at));
            }
            let Some(file) = book.file.get() else { continue };
            let topics = file.thematic_plan.get().map(|plan| &plan.topics);
            for (topic, _) in topics.into_iter().flat_map(|topics| topics.each()) {
                self.said(cell, &topic.author, file.source);
            }
        }
    }

    /// Agreements and officials name a cell and its member.
    fn beyond_the_cells(&mut self, commune: &Commune<'_>) {
        for agreement in &commune.agreements {
            for secretary in agreement.secretaries.iter() {
                if let Some((secretary, at)) = secretary.said()
                    && let Lookup::Found(cell) = commune.cell(&secretary.cell)
                {
                    let place = Place::in_source(agreement.source, at);
                    self.look(cell, &commune.unit, &secretary.member, place);
                }
            }
        }
        for row in &commune.officials.rows {
            if let (Some(id), Some((member, at))) = (row.cell.get(), row.member.said())
                && let Lookup::Found(cell) = commune.cell(id)
            {
                self.look(cell, &commune.unit, member, Place::in_source(row.source, at));
            }
            if let Some((mentor, at)) = row.mentor.said()
                && let Lookup::Found(cell) = commune.cell(&mentor.cell)
            {
                self.look(cell, &commune.unit, &mentor.member, Place::in_source(row.source, at));
            }
        }
    }

    fn said(&mut self, cell: &Cell<'_>, field: &Field<Id<'_>>, source: &Source) {
        if let Some((id, at)) = field.said() {
            self.look(cell, &cell.unit, id, Place::in_source(source, at));
        }
    }

    fn look(&mut self, cell: &Cell<'_>, unit: &Arc<str>, id: &str, place: Place<'_>) {
        if !cell.person(id).is_missing() {
            return;
        }
        let (lang, name) = (self.report.ctx.lang, &cell.id);
        let of_cell = if name.is_empty() { String::new() } else { say!(lang, " của {name}", " of {name}") };
        if cell.members.is_absent() {
            // One file is missing: that is one finding, however many it would name.
            if self.without_roster.insert(Arc::clone(&cell.unit)) {
                let message = say!(
                    lang,
                    "chưa có danh sách đảng viên{of_cell} (members.csv) để biết `{id}` là ai",
                    "there is no roster{of_cell} (members.csv) that would tell who `{id}` is"
                );
                self.report.add(&RULE, unit, place, message);
            }
            return;
        }
        let known: Vec<&str> = cell.people.iter().map(|person| person.id.as_str()).collect();
        let message = say!(
            lang,
            "`{id}` không có trong danh sách đảng viên{of_cell} (members.csv)",
            "`{id}` is on no row of the roster{of_cell} (members.csv)"
        );
        let draft = self.report.add(&RULE, unit, place, message);
        if let Some(near) = crate::text::nearest(id, &known) {
            draft.remedy(say!(lang, "có phải là `{near}`?", "did you mean `{near}`?"));
        }
    }
}
