use crate::{
    finding::Place,
    lang::say,
    records::role::{Role, RoleRow},
    register::{Cell, Commune, Record, Table, posts::role_span},
    targets::{Ask, CellInYear, Count, Goal, Miss, Sink, due, target},
};

target! {
    /// vi: Tỷ lệ chi bộ thôn có bí thư và đủ chi ủy.
    /// en: The share of village cells with a secretary and a complete committee.
    ///
    /// vi: Đề án yêu cầu kiện toàn chi ủy, bí thư chi bộ. Mẫu số là chi bộ thôn đang hoạt động ở ngày chốt số liệu. Tử
    /// số là chi bộ có bí thư đương chức và, từ 9 đảng viên chính thức trở lên, có chi ủy ít nhất 3 người (bí thư, phó
    /// bí thư, chi ủy viên). Đảng viên được miễn hoặc đi nơi khác vẫn tính; dự bị và sinh hoạt tạm thời thì không.
    /// en: The plan asks for a complete committee and a fit secretary. The denominator is the village cells that exist
    /// on the reference date. The numerator is those with a secretary in post and, from 9 official members, a committee
    /// of at least 3 (secretary, deputy, committee members). The exempt and the away count; the probationary and the
    /// temporary do not.
    ///
    /// vi: Danh sách hoặc chức vụ không đọc được, mà có thể là điều đang thiếu, thì chi bộ để ngoài.
    /// en: Where a roster or a role that cannot be read may be what is missing the cell is left out.
    ///
    /// vi: Tám đảng viên chính thức, một dự bị, một tạm thời: chỉ cần bí thư, đương chức đến ngày chốt.
    /// en: Eight official members, one probationary, one temporary: a secretary is enough, in post until the reference
    /// date.
    ///
    /// Gives:
    /// ```csv chi-bo-thon-1/members.csv
    /// id,admitted,official,from,until,temporary
    /// dv01,2001-01-01,2002-01-01,,,
    /// dv02,2001-01-01,2002-01-01,,,
    /// dv03,2001-01-01,2002-01-01,,,
    /// dv04,2001-01-01,2002-01-01,,,
    /// dv05,2001-01-01,2002-01-01,,,
    /// dv06,2001-01-01,2002-01-01,,,
    /// dv07,2001-01-01,2002-01-01,,,
    /// dv08,2001-01-01,2002-01-01,,,
    /// dv09,2018-03-01,2019-03-01,,,
    /// dv10,2001-01-01,2002-01-01,,,yes
    /// ```
    /// ```csv chi-bo-thon-1/roles.csv
    /// member,role,from,until
    /// dv01,secretary,2017-06-10,2018-12-31
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Chín đảng viên chính thức, người thứ chín chính thức đúng ngày chốt, và một dòng không đọc được: cần ba chi
    /// ủy viên.
    /// en: Nine official members, the ninth official on the reference date, and a row that cannot be read: three are
    /// needed.
    ///
    /// Gives:
    /// ```csv chi-bo-thon-1/members.csv
    /// id,admitted,official,from,until,temporary
    /// dv01,2001-01-01,2002-01-01,,,
    /// dv02,2001-01-01,2002-01-01,,,
    /// dv03,2001-01-01,2002-01-01,,,
    /// dv04,2001-01-01,2002-01-01,,,
    /// dv05,2001-01-01,2002-01-01,,,
    /// dv06,2001-01-01,2002-01-01,,,
    /// dv07,2001-01-01,2002-01-01,,,
    /// dv08,2001-01-01,2002-01-01,,,
    /// dv09,2017-12-31,2018-12-31,,,
    /// dv10,,,,,
    /// ```
    /// ```csv chi-bo-thon-1/roles.csv
    /// member,role,from,until
    /// dv01,secretary,2017-06-10,
    /// dv02,deputy-secretary,2017-06-10,
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// chi-bo-thon-1/roles.csv:1:1: chưa đạt[committee-complete] chi bộ có 9 đảng viên chính thức mà chi ủy có 2 người, cần ít nhất 3
    /// chi-bo-thon-1/roles.csv:1:1: shortfall[committee-complete] the cell has 9 official members, and 2 on its committee; 3 are needed
    /// ```
    ///
    /// vi: Ba người là đủ.
    /// en: Three are enough.
    ///
    /// Gives:
    /// ```csv chi-bo-thon-1/members.csv
    /// id,admitted,official,from,until,temporary
    /// dv01,2001-01-01,2002-01-01,,,
    /// dv02,2001-01-01,2002-01-01,,,
    /// dv03,2001-01-01,2002-01-01,,,
    /// dv04,2001-01-01,2002-01-01,,,
    /// dv05,2001-01-01,2002-01-01,,,
    /// dv06,2001-01-01,2002-01-01,,,
    /// dv07,2001-01-01,2002-01-01,,,
    /// dv08,2001-01-01,2002-01-01,,,
    /// dv09,2001-01-01,2002-01-01,,,
    /// ```
    /// ```csv chi-bo-thon-1/roles.csv
    /// member,role,from,until
    /// dv01,secretary,2017-06-10,
    /// dv02,deputy-secretary,2017-06-10,
    /// dv03,committee,2018-12-31,
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Một người giữ hai chức là một; bí thư thôi chức hôm trước.
    /// en: One who holds two roles is one; the secretary left the day before.
    ///
    /// Gives:
    /// ```csv chi-bo-thon-1/members.csv
    /// id,admitted,official,from,until,temporary
    /// dv01,2001-01-01,2002-01-01,,,
    /// dv02,2001-01-01,2002-01-01,,,
    /// dv03,2001-01-01,2002-01-01,,,
    /// dv04,2001-01-01,2002-01-01,,,
    /// dv05,2001-01-01,2002-01-01,,,
    /// dv06,2001-01-01,2002-01-01,,,
    /// dv07,2001-01-01,2002-01-01,,,
    /// dv08,2001-01-01,2002-01-01,,,
    /// dv09,2001-01-01,2002-01-01,,,
    /// ```
    /// ```csv chi-bo-thon-1/roles.csv
    /// member,role,from,until
    /// dv01,secretary,2017-06-10,2018-12-30
    /// dv02,deputy-secretary,2017-06-10,
    /// dv02,committee,2017-06-10,
    /// dv03,committee,2018-01-01,
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// chi-bo-thon-1/roles.csv:1:1: chưa đạt[committee-complete] chi bộ chưa có bí thư đương chức
    /// chi-bo-thon-1/roles.csv:1:1: chưa đạt[committee-complete] chi bộ có 9 đảng viên chính thức mà chi ủy có 2 người, cần ít nhất 3
    /// chi-bo-thon-1/roles.csv:1:1: shortfall[committee-complete] the cell has 9 official members, and 2 on its committee; 3 are needed
    /// chi-bo-thon-1/roles.csv:1:1: shortfall[committee-complete] the cell has no secretary in post
    /// ```
    ///
    /// vi: Dòng chức vụ không đọc được có thể là bí thư.
    /// en: A row that cannot be read may be the secretary.
    ///
    /// Gives:
    /// ```csv chi-bo-thon-1/roles.csv
    /// member,role,from,until
    /// dv01,bí thư,2017-06-10,
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Danh sách có dòng không đọc được: không rõ đã đủ 9 chưa.
    /// en: The roster has a row that cannot be read: there may be nine.
    ///
    /// Gives:
    /// ```csv chi-bo-thon-1/members.csv
    /// id,admitted,official,from,until,temporary
    /// dv01,2001-01-01,2002-01-01,,,
    /// dv02,2001-01-01,2002-01-01,,,
    /// dv03,2001-01-01,2002-01-01,,,
    /// dv04,2001-01-01,2002-01-01,,,
    /// dv05,2001-01-01,2002-01-01,,,
    /// dv06,2001-01-01,2002-01-01,,,
    /// dv07,2001-01-01,2002-01-01,,,
    /// dv08,2001-01-01,2002-01-01,,,
    /// dv09,,,,,
    /// ```
    /// ```csv chi-bo-thon-1/roles.csv
    /// member,role,from,until
    /// dv01,secretary,2017-06-10,
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Giải thể trước ngày chốt.
    /// en: Dissolved before the reference date.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/cell.toml
    /// name = "Chi bộ thôn 1"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// dissolved = 2018-12-30
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 0 unknown 0 coverage 0/0
    /// ```
    "committee-complete", ["2.II.1.4"], Goal::All, AtOnce, EachSubject,
    "Chi bộ có bí thư, đủ chi ủy" / "Cells with a secretary and a complete committee", Count::Cell(count)
}

/// Quy định 29-QĐ/TW: from so many official members a cell elects a committee.
const OFFICIAL_MEMBERS: usize = 9;

/// The fewest who are a committee.
const COMMITTEE: usize = 3;

fn count(_: &Commune<'_>, cell: &CellInYear<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    if !due::alive(cell, ask, sink) {
        return;
    }
    sink.cover(!cell.roles.is_absent());
    let in_post: Vec<&Record<'_, RoleRow<'_>>> =
        cell.roles.rows.iter().filter(|row| role_span(row).is_some_and(|span| span.covers(ask.reference))).collect();
    let has_secretary = in_post.iter().any(|row| *row.role == Role::Secretary);
    let is_first = |(nth, row): &(usize, &&Record<'_, RoleRow<'_>>)| {
        in_post[..*nth].iter().all(|other| **other.member != **row.member)
    };
    let committee = in_post.iter().enumerate().filter(is_first).count();
    let is_small = committee < COMMITTEE;
    // Of how many members it is asked only where there may be too few on the committee.
    let (official, perhaps) = if is_small { officials(cell) } else { (0, Vec::new()) };
    if !has_secretary || is_small && official + perhaps.len() >= OFFICIAL_MEMBERS {
        let mut doubtful = doubtful_roles(cell);
        if has_secretary && official < OFFICIAL_MEMBERS {
            doubtful.extend(perhaps);
        }
        if !doubtful.is_empty() {
            return doubtful.into_iter().for_each(|place| sink.left_out(place));
        }
    }
    let lang = ask.ctx.lang;
    let mut messages = Vec::new();
    if !has_secretary {
        messages.push(say!(lang, "chi bộ chưa có bí thư đương chức", "the cell has no secretary in post"));
    }
    if is_small && official >= OFFICIAL_MEMBERS {
        messages.push(say!(
            lang,
            "chi bộ có {official} đảng viên chính thức mà chi ủy có {committee} người, cần ít nhất {COMMITTEE}",
            "the cell has {official} official members, and {committee} on its committee; {COMMITTEE} are needed"
        ));
    }
    let place = cell.roles.place().unwrap_or(cell.place());
    let miss = |message| Miss { place, period: ask.year_period(), message };
    sink.subject(place, messages.into_iter().map(miss).collect());
}

/// How many official members there are at the reference date, and records by which there may be more.
fn officials<'y>(cell: &'y CellInYear<'_>) -> (usize, Vec<Place<'y>>) {
    let (mut official, mut perhaps) = (0, Vec::new());
    perhaps.extend(cell.members.unread.then(|| whole(&cell.members, cell)));
    for (person, membership) in cell.members() {
        let mut rows = person.memberships(&cell.members);
        match membership {
            Some(Some(membership)) if membership.temporary => {}
            Some(Some(membership)) if !membership.probationary => official += 1,
            Some(Some(_)) => perhaps.extend(rows.find(|row| row.official.is_unread()).map(Record::whole)),
            Some(None) => {}
            None => perhaps.extend(rows.next().map(Record::whole)),
        }
    }
    (official, perhaps)
}

/// Roles that someone may hold, but that cannot be read.
fn doubtful_roles<'c>(cell: &'c Cell<'_>) -> Vec<Place<'c>> {
    let rows = cell.roles.rows.iter().filter(|row| role_span(row).is_none()).map(|row| row.whole());
    cell.roles.unread.then(|| whole(&cell.roles, cell)).into_iter().chain(rows).collect()
}

fn whole<'c, T>(table: &Table<'c, T>, cell: &'c Cell<'_>) -> Place<'c> {
    table.place().unwrap_or(cell.place())
}
