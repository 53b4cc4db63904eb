use crate::{
    finding::Place,
    lang::say,
    records::{official::Post, village::VillageRow},
    register::{Commune, Record, posts::is_in_post},
    targets::{Ask, Count, Goal, Miss, Sink, due, target},
    unit::join,
};

target! {
    /// vi: Tỷ lệ thôn có trưởng thôn đương chức.
    /// en: The share of villages with a head in post.
    ///
    /// vi: Đề án yêu cầu kiện toàn bộ máy của thôn. Mẫu số là thôn còn tồn tại ở ngày chốt số liệu; tử số là thôn có
    /// trưởng thôn đương chức ngày ấy, kể cả lâm thời.
    /// en: The plan asks for a complete apparatus of the village. The denominator is the villages of the reference
    /// date; the numerator is those with a head in post then, interim ones too.
    ///
    /// vi: Dòng không đọc được mà có thể là trưởng thôn thì thôn để ngoài.
    /// en: Where a row that cannot be read may be the head the village is left out.
    ///
    /// vi: Đương chức đến ngày chốt.
    /// en: In post until the reference date.
    ///
    /// Gives:
    /// ```csv officials.csv
    /// id,village,role,from,until,how,party_since
    /// tt01,thon-1,head,2018-12-31,2018-12-31,interim,
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Người trước thôi hôm trước, người sau nhận hôm sau.
    /// en: One left the day before, the next comes the day after.
    ///
    /// Gives:
    /// ```csv officials.csv
    /// id,village,role,from,until,how,party_since
    /// tt01,thon-1,head,2017-01-01,2018-12-30,elected,2005
    /// tt02,thon-1,head,2019-01-01,,elected,2005
    /// pt01,thon-1,deputy,2017-01-01,,recognised,
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// villages.csv:2:1: chưa đạt[village-head-in-post] Thôn 1 khuyết trưởng thôn
    /// villages.csv:2:1: shortfall[village-head-in-post] Thôn 1 has no head in post
    /// ```
    ///
    /// vi: Ngày thôi chức không đọc được.
    /// en: The last day in post cannot be read.
    ///
    /// Gives:
    /// ```csv officials.csv
    /// id,village,role,from,until,how,party_since
    /// tt01,thon-1,head,2017-01-01,hết 2018,elected,2005
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Dòng không đọc được có thể là trưởng thôn.
    /// en: A row that cannot be read may be the head.
    ///
    /// Gives:
    /// ```csv officials.csv
    /// id,village,role,from,until,how,party_since
    /// tt01,thon-1,trưởng,2017-01-01,,elected,2005
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 0/1
    /// ```
    ///
    /// vi: Thôn thôi tồn tại trước ngày chốt.
    /// en: The village ended before the reference date.
    ///
    /// Gives:
    /// ```csv villages.csv
    /// id,name,kind,from,until,section,rules_among_cells
    /// thon-1,Thôn 1,thon,,2018-12-30,,
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 0 unknown 0 coverage 0/0
    /// ```
    "village-head-in-post", ["2.III.2.3"], Goal::All, AtOnce, EachSubject,
    "Thôn có trưởng thôn đương chức" / "Villages with a head in post", Count::Village(count)
}

fn count(commune: &Commune<'_>, village: &Record<'_, VillageRow<'_>>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    if !due::is_village_alive(village, ask, sink) {
        return;
    }
    let heads = commune.officials.rows.iter();
    let heads = heads.filter(|row| *row.role == Post::Head && **row.village == **village.id);
    sink.cover(heads.clone().next().is_some());
    if let Some(head) = heads.clone().find(|row| is_in_post(row, ask.reference) == Some(true)) {
        return sink.holds(head.whole());
    }
    let path = join(&commune.unit, "officials.csv");
    let unread = commune.officials.unread.then(|| Place::path(&path));
    let unclear = heads.filter(|row| is_in_post(row, ask.reference).is_none()).map(|row| row.whole());
    let doubtful: Vec<Place<'_>> = unclear.chain(unread).collect();
    if !doubtful.is_empty() {
        return doubtful.into_iter().for_each(|place| sink.left_out(place));
    }
    let (lang, name) = (ask.ctx.lang, &**village.name);
    let message = say!(lang, "{name} khuyết trưởng thôn", "{name} has no head in post");
    sink.subject(village.whole(), vec![Miss { place: village.whole(), period: ask.year_period(), message }]);
}
