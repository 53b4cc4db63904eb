use crate::{
    finding::{Flaws, Place},
    lang::say,
    records::{agreement::Agreement, official::Post, village::VillageRow},
    register::{Commune, Record, posts::is_in_post},
    targets::{
        Ask, Count, Goal, Miss, Sink,
        agreement_in_force_village::concerns,
        agreements::{in_force, standing},
        dual_posts::Standing,
        due,
        mentor_assigned::is_member,
        recorded, target,
    },
    unit::join,
};

target! {
    /// vi: Tỷ lệ thôn có trưởng thôn chưa là đảng viên mà đã quy định chế độ báo cáo với chi bộ.
    /// en: The share of villages with a non-member head whose agreement says how the head reports to the cell.
    ///
    /// vi: Đề án yêu cầu quy định chế độ báo cáo của trưởng thôn chưa là đảng viên. Mẫu số là thôn mà trưởng thôn đương
    /// chức ở ngày chốt số liệu chưa vào Đảng. Tử số là thôn mà quy chế phối hợp đang có hiệu lực có kỳ báo cáo
    /// ([reporting] every).
    /// en: The plan asks for a reporting regime of heads who are not members. The denominator is the villages whose
    /// head in post on the reference date is not a member. The numerator is those whose agreement in force says how
    /// often the head reports ([reporting] every).
    ///
    /// vi: Thôn khuyết trưởng thôn không tính. Dòng hoặc quy chế không đọc được thì thôn để ngoài.
    /// en: A village without a head does not count. Where a row or an agreement cannot be read the village is left out.
    ///
    /// vi: Có kỳ báo cáo.
    /// en: There is a regime.
    ///
    /// Gives:
    /// ```csv officials.csv
    /// id,village,role,from,until,how,party_since
    /// tt01,thon-1,head,2017-01-01,,elected,
    /// ```
    /// ```toml agreements/thon-1-2017-02-10.toml
    /// village = "thon-1"
    /// cells = ["chi-bo-thon-1"]
    /// signed = 2017-02-10
    /// secretaries = ["chi-bo-thon-1/dv01"]
    /// head = "tt01"
    /// rolled_out = 2017-03-10
    /// [approval]
    /// party_committee = { date = 2017-02-20 }
    /// peoples_committee = { date = 2017-02-21 }
    /// [reporting]
    /// every = "hằng tháng"
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Không có; mời dự họp chưa phải là chế độ báo cáo.
    /// en: There is none; an invitation is not one.
    ///
    /// Gives:
    /// ```csv officials.csv
    /// id,village,role,from,until,how,party_since
    /// tt01,thon-1,head,2017-01-01,,elected,
    /// ```
    /// ```toml agreements/thon-1-2017-02-10.toml
    /// village = "thon-1"
    /// cells = ["chi-bo-thon-1"]
    /// signed = 2017-02-10
    /// secretaries = ["chi-bo-thon-1/dv01"]
    /// head = "tt01"
    /// rolled_out = 2017-03-10
    /// [approval]
    /// party_committee = { date = 2017-02-20 }
    /// peoples_committee = { date = 2017-02-21 }
    /// [reporting]
    /// invites_head = true
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// agreements/thon-1-2017-02-10.toml:1:1: chưa đạt[head-reporting] trưởng thôn của Thôn 1 chưa là đảng viên mà quy chế phối hợp chưa có chế độ báo cáo ([reporting] every)
    /// agreements/thon-1-2017-02-10.toml:1:1: shortfall[head-reporting] the head of Thôn 1 is not a member, and no agreement in force says how to report ([reporting] every)
    /// ```
    ///
    /// vi: Quy chế hết hiệu lực trước ngày chốt.
    /// en: The agreement ended before the reference date.
    ///
    /// Gives:
    /// ```csv officials.csv
    /// id,village,role,from,until,how,party_since
    /// tt01,thon-1,head,2017-01-01,,elected,
    /// ```
    /// ```toml agreements/thon-1-2017-02-10.toml
    /// ended = 2018-12-30
    /// village = "thon-1"
    /// cells = ["chi-bo-thon-1"]
    /// signed = 2017-02-10
    /// secretaries = ["chi-bo-thon-1/dv01"]
    /// head = "tt01"
    /// rolled_out = 2017-03-10
    /// [approval]
    /// party_committee = { date = 2017-02-20 }
    /// peoples_committee = { date = 2017-02-21 }
    /// [reporting]
    /// every = "hằng tháng"
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 0/1
    /// villages.csv:2:1: chưa đạt[head-reporting] trưởng thôn của Thôn 1 chưa là đảng viên mà quy chế phối hợp chưa có chế độ báo cáo ([reporting] every)
    /// villages.csv:2:1: shortfall[head-reporting] the head of Thôn 1 is not a member, and no agreement in force says how to report ([reporting] every)
    /// ```
    ///
    /// vi: Vào Đảng hôm sau thì ngày chốt chưa là đảng viên; quy chế còn hiệu lực đến ngày chốt.
    /// en: Admitted the day after is not a member yet; the agreement holds on the reference date.
    ///
    /// Gives:
    /// ```csv officials.csv
    /// id,village,role,from,until,how,party_since
    /// tt01,thon-1,head,2017-01-01,,elected,2019-01-01
    /// ```
    /// ```toml agreements/thon-1-2017-02-10.toml
    /// ended = 2018-12-31
    /// village = "thon-1"
    /// cells = ["chi-bo-thon-1"]
    /// signed = 2017-02-10
    /// secretaries = ["chi-bo-thon-1/dv01"]
    /// head = "tt01"
    /// rolled_out = 2017-03-10
    /// [approval]
    /// party_committee = { date = 2017-02-20 }
    /// peoples_committee = { date = 2017-02-21 }
    /// [reporting]
    /// every = "hằng tháng"
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Trưởng thôn là đảng viên.
    /// en: The head is a member.
    ///
    /// Gives:
    /// ```csv officials.csv
    /// id,village,role,from,until,how,party_since
    /// tt01,thon-1,head,2017-01-01,,elected,2018-12-31
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 0 unknown 0 coverage 0/0
    /// ```
    ///
    /// vi: Quy chế không đọc được.
    /// en: The agreement cannot be read.
    ///
    /// Gives:
    /// ```csv officials.csv
    /// id,village,role,from,until,how,party_since
    /// tt01,thon-1,head,2017-01-01,,elected,
    /// ```
    /// ```toml agreements/thon-1-2017-02-10.toml
    /// village =
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Khóa viết sai có thể là chế độ báo cáo.
    /// en: A misspelt key may be the regime.
    ///
    /// Gives:
    /// ```csv officials.csv
    /// id,village,role,from,until,how,party_since
    /// tt01,thon-1,head,2017-01-01,,elected,
    /// ```
    /// ```toml agreements/thon-1-2017-02-10.toml
    /// village = "thon-1"
    /// cells = ["chi-bo-thon-1"]
    /// signed = 2017-02-10
    /// secretaries = ["chi-bo-thon-1/dv01"]
    /// head = "tt01"
    /// rolled_out = 2017-03-10
    /// [approval]
    /// party_committee = { date = 2017-02-20 }
    /// peoples_committee = { date = 2017-02-21 }
    /// [report]
    /// every = "hằng tháng"
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Ngày vào Đảng của trưởng thôn không đọc được.
    /// en: The day on which the head was admitted cannot be read.
    ///
    /// Gives:
    /// ```csv officials.csv
    /// id,village,role,from,until,how,party_since
    /// tt01,thon-1,head,2017-01-01,,elected,rồi
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 0/0
    /// ```
    "head-reporting", ["2.III.2.1-2", "2.II.2.4"], Goal::All, AtOnce, EachSubject,
    "Trưởng thôn ngoài Đảng có chế độ báo cáo" / "Non-member heads with a reporting regime",
    Count::Village(count)
}

fn count(commune: &Commune<'_>, village: &Record<'_, VillageRow<'_>>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    if !due::is_village_alive(village, ask, sink) {
        return;
    }
    let (id, day) = (&**village.id, ask.reference);
    let heads = commune.officials.rows.iter().filter(|row| *row.role == Post::Head && **row.village == *id);
    let heads = heads.filter(|row| is_in_post(row, day) != Some(false) && !is_member(row, day));
    let unclear: Vec<Place<'_>> = heads
        .clone()
        .filter(|row| is_in_post(row, day).is_none() || row.party_since.is_unread())
        .map(|row| row.whole())
        .collect();
    if heads.count() == unclear.len() {
        // Nobody is known to be in post without being a member.
        let officials = join(&commune.unit, "officials.csv");
        let has_head = commune.in_post(village, Post::Head, day).next().is_some();
        let unread = (commune.officials.unread && !has_head).then(|| Place::path(&officials));
        return unclear.into_iter().chain(unread).for_each(|place| sink.left_out(place));
    }
    let told = reporting(commune, id, ask);
    sink.cover(!matches!(told, Told::No(None)));
    match told {
        Told::Yes(place) => sink.holds(place),
        Told::Unclear(places) => places.into_iter().for_each(|place| sink.left_out(place)),
        Told::No(agreement) => {
            let (lang, name) = (ask.ctx.lang, &**village.name);
            let message = say!(
                lang,
                "trưởng thôn của {name} chưa là đảng viên mà quy chế phối hợp chưa có chế độ báo cáo ([reporting] every)",
                "the head of {name} is not a member, and no agreement in force says how to report ([reporting] every)"
            );
            let place = agreement.unwrap_or(village.whole());
            sink.subject(place, vec![Miss { place, period: ask.year_period(), message }]);
        }
    }
}

/// What the agreement in force says of a regime.
enum Told<'c> {
    Yes(Place<'c>),
    /// The agreement, where one is in force.
    No(Option<Place<'c>>),
    Unclear(Vec<Place<'c>>),
}

fn reporting<'c>(commune: &'c Commune<'_>, id: &str, ask: &Ask<'_>) -> Told<'c> {
    let day = ask.reference;
    let concerns = |agreement: &Record<'_, Agreement<'_>>| concerns(commune, agreement, id);
    match standing(commune, day, concerns, |named| named == id) {
        Standing::Doubtful(places) => return Told::Unclear(places),
        Standing::Lacking(_) | Standing::NotRecorded => return Told::No(None),
        Standing::Holds(_) => {}
    }
    let of_village = |agreement: &&Record<'_, Agreement<'_>>| &**agreement.village == id;
    let holding = || commune.agreements.iter().filter(of_village).filter(|one| in_force(one, day) == Some(true));
    let told = |agreement: &Record<'_, Agreement<'_>>| {
        let misspelt = agreement.has(Flaws::KEYS);
        recorded::within(&agreement.reporting, misspelt, |reporting| match reporting.every.get() {
            Some(_) => Some(true),
            None if reporting.every.is_unread() || misspelt => None,
            None => Some(false),
        })
    };
    if let Some(agreement) = holding().find(|agreement| told(agreement) == Some(true)) {
        return Told::Yes(agreement.whole());
    }
    let unclear: Vec<Place<'_>> =
        holding().filter(|agreement| told(agreement).is_none()).map(|agreement| agreement.whole()).collect();
    if unclear.is_empty() {
        Told::No(holding().next().map(|agreement| agreement.whole()))
    } else {
        Told::Unclear(unclear)
    }
}
