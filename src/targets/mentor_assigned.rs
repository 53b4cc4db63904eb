use crate::{
    date::Date,
    finding::Place,
    lang::say,
    parse::Field,
    records::{
        official::{OfficialRow, Post},
        village::VillageRow,
    },
    register::{Commune, Lookup, Record, posts::is_in_post},
    targets::{Ask, Count, Goal, Miss, Sink, due, target},
    unit::join,
};

target! {
    /// vi: Tỷ lệ trưởng thôn, phó trưởng thôn chưa là đảng viên có đảng viên được phân công giúp đỡ.
    /// en: The share of heads and deputies outside the Party who have an assigned helper.
    ///
    /// vi: Đề án yêu cầu phân công đảng viên giúp đỡ trưởng thôn, phó trưởng thôn chưa là đảng viên. Mẫu số là trưởng
    /// thôn, phó trưởng thôn đương chức ở ngày chốt số liệu mà chưa vào Đảng (party_since trống hoặc muộn hơn). Tử số
    /// là người có mentor là đảng viên của một chi bộ trong xã ngày ấy.
    /// en: The plan asks that a member is assigned to help each head or deputy who is not one. The denominator is the
    /// heads and deputies in post on the reference date who are not members (party_since empty or later). The numerator
    /// is those whose mentor is a member of a cell of the commune then.
    ///
    /// vi: Dòng có lỗi, hoặc mentor ở chi bộ hay danh sách không đọc được, để ngoài.
    /// en: A row with an error, or a mentor of a cell or roster that cannot be read, is left out.
    ///
    /// vi: Trưởng thôn có người giúp đỡ, phó trưởng thôn thì không; người vào Đảng đúng ngày chốt là đảng viên.
    /// en: The head has a helper, the deputy has none; who was admitted on the reference date is a member.
    ///
    /// Gives:
    /// ```csv officials.csv
    /// id,village,role,from,until,how,party_since,mentor
    /// tt01,thon-1,head,2017-01-01,,elected,,chi-bo-thon-1/dv02
    /// pt01,thon-1,deputy,2017-01-01,,recognised,,
    /// pt02,thon-1,deputy,2017-01-01,,recognised,2018-12-31,
    /// ```
    /// ```text
    /// 2018: 1/2 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// officials.csv:3:1: chưa đạt[mentor-assigned] phó trưởng thôn `pt01` của Thôn 1 chưa là đảng viên và chưa có đảng viên được phân công giúp đỡ (mentor)
    /// officials.csv:3:1: shortfall[mentor-assigned] the deputy head `pt01` of Thôn 1 is not a member, and no member is assigned to help (mentor)
    /// ```
    ///
    /// vi: Vào Đảng hôm sau thì ngày chốt chưa là đảng viên; người giúp đỡ rời chi bộ trước ngày chốt; người thôi chức
    /// không tính.
    /// en: Admitted the day after is not a member yet; the helper left before the reference date; who has left the post
    /// does not count.
    ///
    /// Gives:
    /// ```csv chi-bo-thon-1/members.csv
    /// id,admitted,official,from,until
    /// dv01,2001-01-01,2002-01-01,,
    /// dv02,2005-01-01,2006-01-01,,2018-12-30
    /// ```
    /// ```csv officials.csv
    /// id,village,role,from,until,how,party_since,mentor
    /// tt01,thon-1,head,2017-01-01,,elected,2019-01-01,chi-bo-thon-1/dv02
    /// pt01,thon-1,deputy,2017-01-01,2018-12-30,recognised,,
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// officials.csv:2:1: chưa đạt[mentor-assigned] trưởng thôn `tt01` của Thôn 1 chưa là đảng viên và chưa có đảng viên được phân công giúp đỡ (mentor)
    /// officials.csv:2:1: shortfall[mentor-assigned] the head `tt01` of Thôn 1 is not a member, and no member is assigned to help (mentor)
    /// ```
    ///
    /// vi: Người giúp đỡ không có trong danh sách, hoặc thuộc chi bộ không có.
    /// en: A helper on no roster, or of no cell.
    ///
    /// Gives:
    /// ```csv officials.csv
    /// id,village,role,from,until,how,party_since,mentor
    /// tt01,thon-1,head,2017-01-01,,elected,,chi-bo-thon-1/dv99
    /// pt01,thon-1,deputy,2017-01-01,,recognised,,chi-bo-thon-9/dv01
    /// ```
    /// ```text
    /// 2018: 0/2 missed needed 2 left-out 0 unknown 0 coverage 1/1
    /// officials.csv:2:1: chưa đạt[mentor-assigned] trưởng thôn `tt01` của Thôn 1 chưa là đảng viên và chưa có đảng viên được phân công giúp đỡ (mentor)
    /// officials.csv:3:1: chưa đạt[mentor-assigned] phó trưởng thôn `pt01` của Thôn 1 chưa là đảng viên và chưa có đảng viên được phân công giúp đỡ (mentor)
    /// officials.csv:2:1: shortfall[mentor-assigned] the head `tt01` of Thôn 1 is not a member, and no member is assigned to help (mentor)
    /// officials.csv:3:1: shortfall[mentor-assigned] the deputy head `pt01` of Thôn 1 is not a member, and no member is assigned to help (mentor)
    /// ```
    ///
    /// vi: Danh sách chi bộ không đọc được; mentor không đọc được.
    /// en: The roster cannot be read; nor can a mentor.
    ///
    /// Gives:
    /// ```csv chi-bo-thon-1/members.csv
    /// id,admitted
    /// dv01,
    /// ```
    /// ```csv officials.csv
    /// id,village,role,from,until,how,party_since,mentor
    /// tt01,thon-1,head,2017-01-01,,elected,,chi-bo-thon-1/dv02
    /// pt01,thon-1,deputy,2017-01-01,,recognised,,dv02
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 2 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Có người giúp đỡ.
    /// en: There is a helper.
    ///
    /// Gives:
    /// ```csv officials.csv
    /// id,village,role,from,until,how,party_since,mentor
    /// tt01,thon-1,head,2017-01-01,,elected,,chi-bo-thon-1/dv02
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Ai cũng là đảng viên.
    /// en: Everyone is a member.
    ///
    /// Gives:
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 0 unknown 0 coverage 0/0
    /// ```
    "mentor-assigned", ["2.III.1.9"], Goal::All, AtOnce, EachSubject,
    "Trưởng, phó thôn ngoài Đảng có người giúp đỡ" / "Non-member heads and deputies with a helper",
    Count::Village(count)
}

fn count(commune: &Commune<'_>, village: &Record<'_, VillageRow<'_>>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    if !due::is_village_alive(village, ask, sink) {
        return;
    }
    let rows = commune.officials.rows.iter().filter(|row| **row.village == **village.id);
    let rows = rows.filter(|row| is_in_post(row, ask.reference) != Some(false));
    let (outside, members): (Vec<_>, Vec<_>) = rows.partition(|row| !is_member(row, ask.reference));
    if !outside.is_empty() || members.is_empty() && commune.officials.unread {
        sink.cover(!outside.is_empty());
    }
    for row in outside {
        if is_in_post(row, ask.reference).is_none() || row.party_since.is_unread() {
            sink.left_out(row.whole());
            continue;
        }
        match has_mentor(commune, row, ask.reference) {
            Some(true) => sink.holds(row.whole()),
            None => sink.left_out(row.whole()),
            Some(false) => sink.missing(row.whole(), 1, || vec![miss(village, row, ask)]),
        }
    }
    if commune.officials.unread {
        // A row that could not be read may be of someone who needs one.
        sink.left_out(Place::path(&join(&commune.unit, "officials.csv")));
    }
}

/// Whether an official is a member on a day; of whom that cannot be read it is not known.
pub(super) fn is_member(row: &OfficialRow<'_>, day: Date) -> bool {
    row.party_since.copied().is_some_and(|since| since.latest() <= day)
}

/// Whether a helper is named who is a member on a day; `None` where that cannot be told.
fn has_mentor(commune: &Commune<'_>, row: &OfficialRow<'_>, day: Date) -> Option<bool> {
    let mentor = match &row.mentor {
        Field::Absent => return Some(false),
        Field::Unread(_) => return None,
        Field::Said(mentor, _) => mentor,
    };
    let cell = match commune.cell(&mentor.cell) {
        Lookup::Found(cell) => cell,
        Lookup::Missing => return Some(false),
        Lookup::Unread => return None,
    };
    match cell.person(&mentor.member) {
        Lookup::Found(person) => Some(person.membership(&cell.members, day)?.is_some()),
        Lookup::Missing => Some(false),
        Lookup::Unread => None,
    }
}

fn miss<'c>(village: &VillageRow<'_>, row: &'c Record<'_, OfficialRow<'_>>, ask: &Ask<'_>) -> Miss<'c> {
    let (lang, name, id) = (ask.ctx.lang, &**village.name, &**row.id);
    let post = match *row.role {
        Post::Head => say!(lang, "trưởng thôn", "head"),
        Post::Deputy => say!(lang, "phó trưởng thôn", "deputy head"),
    };
    let message = say!(
        lang,
        "{post} `{id}` của {name} chưa là đảng viên và chưa có đảng viên được phân công giúp đỡ (mentor)",
        "the {post} `{id}` of {name} is not a member, and no member is assigned to help (mentor)"
    );
    Miss { place: row.whole(), period: ask.year_period(), message }
}
