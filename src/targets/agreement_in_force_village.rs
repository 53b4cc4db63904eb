use crate::{
    lang::say,
    records::{agreement::Agreement, cell, village::VillageRow},
    register::{Commune, Lookup, Record, posts::DualPost},
    targets::{
        Ask, Count, Goal, Miss, Sink,
        agreements::{Concerns, is_named_of, missing_step, standing},
        dual_posts::settle,
        target,
    },
};

target! {
    /// vi: Tỷ lệ thôn có quy chế phối hợp đang có hiệu lực: đã ký, Đảng ủy và UBND xã phê chuẩn, đã triển khai.
    /// en: The share of villages with an agreement in force: signed, approved by both commune committees, rolled out.
    ///
    /// vi: Đề án yêu cầu 100% thôn xây dựng và duy trì quy chế phối hợp giữa bí thư chi bộ và trưởng thôn, do Đảng ủy
    /// và UBND xã phê chuẩn rồi triển khai đến thôn. Mẫu số là thôn còn tồn tại ở ngày chốt số liệu; tử số là thôn có
    /// quy chế mà ngày ký, hai ngày phê chuẩn, ngày triển khai đều không muộn hơn ngày chốt và chưa hết hiệu lực (ngày
    /// ở ended là ngày cuối còn hiệu lực).
    /// en: The plan asks that 100% of villages have and keep an agreement between secretary and head, approved by the
    /// commune's Party committee and People's Committee and rolled out to the village. The denominator is the villages
    /// there on the reference date; the numerator is those with one signed, twice approved and rolled out by then and
    /// not ended (the day in ended is its last in force).
    ///
    /// vi: Quy chế có lỗi, hoặc nhắc đến thôn không có, mà có thể là của thôn đang thiếu thì thôn ấy để ngoài; dòng bí
    /// thư hay trưởng thôn không đọc được cũng vậy.
    /// en: Where an agreement with an error, or of a village that does not exist, may be the one that a village lacks,
    /// the village is left out; so is one whose secretary or head cannot be read.
    ///
    /// vi: Thôn mà bí thư mọi chi bộ đều kiêm trưởng thôn thì để riêng; cách hiểu khác, tính cả, in bên cạnh và chọn
    /// được bằng [counting] dual_post_villages = "count".
    /// en: A village whose every cell has the head as its secretary stands apart; the other reading, which counts it,
    /// is printed beside and may be chosen by [counting] dual_post_villages = "count".
    ///
    /// vi: Ký, phê chuẩn, triển khai và hết hiệu lực cùng ngày chốt.
    /// en: Signed, approved, rolled out and ended on the reference date.
    ///
    /// Gives:
    /// ```delete agreements/thon-1-2017-02-10.toml
    /// ```
    /// ```toml agreements/thon-1-2018-12-31.toml
    /// village = "thon-1"
    /// cells = ["chi-bo-thon-1"]
    /// signed = 2018-12-31
    /// secretaries = ["chi-bo-thon-1/dv01"]
    /// head = "tt01"
    /// rolled_out = 2018-12-31
    /// ended = 2018-12-31
    /// [approval]
    /// party_committee = { date = 2018-12-31 }
    /// peoples_committee = { date = 2018-12-31 }
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1 apart 0 other 1/1
    /// ```
    ///
    /// vi: Hết hiệu lực hôm trước.
    /// en: Ended the day before.
    ///
    /// Gives:
    /// ```toml agreements/thon-1-2017-02-10.toml
    /// village = "thon-1"
    /// cells = ["chi-bo-thon-1"]
    /// signed = 2017-02-10
    /// secretaries = ["chi-bo-thon-1/dv01"]
    /// head = "tt01"
    /// rolled_out = 2017-03-10
    /// ended = 2018-12-30
    /// [approval]
    /// party_committee = { date = 2017-02-20 }
    /// peoples_committee = { date = 2017-02-21 }
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1 apart 0 other 0/1
    /// agreements/thon-1-2017-02-10.toml:1:1: chưa đạt[agreement-in-force-village] quy chế phối hợp của Thôn 1 chưa có hiệu lực: đã hết hiệu lực (ended)
    /// agreements/thon-1-2017-02-10.toml:1:1: shortfall[agreement-in-force-village] the coordination agreement of Thôn 1 is not in force: it has ended
    /// ```
    ///
    /// vi: Đảng ủy phê chuẩn hôm sau.
    /// en: The Party committee approved the day after.
    ///
    /// Gives:
    /// ```toml agreements/thon-1-2017-02-10.toml
    /// village = "thon-1"
    /// cells = ["chi-bo-thon-1"]
    /// signed = 2017-02-10
    /// secretaries = ["chi-bo-thon-1/dv01"]
    /// head = "tt01"
    /// [approval]
    /// party_committee = { date = 2019-01-01 }
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1 apart 0 other 0/1
    /// agreements/thon-1-2017-02-10.toml:1:1: chưa đạt[agreement-in-force-village] quy chế phối hợp của Thôn 1 chưa có hiệu lực: Đảng ủy xã chưa phê chuẩn
    /// agreements/thon-1-2017-02-10.toml:1:1: shortfall[agreement-in-force-village] the coordination agreement of Thôn 1 is not in force: the Party committee has not approved it
    /// ```
    ///
    /// vi: Triển khai hôm sau.
    /// en: Rolled out the day after.
    ///
    /// Gives:
    /// ```toml agreements/thon-1-2017-02-10.toml
    /// village = "thon-1"
    /// cells = ["chi-bo-thon-1"]
    /// signed = 2017-02-10
    /// secretaries = ["chi-bo-thon-1/dv01"]
    /// head = "tt01"
    /// rolled_out = 2019-01-01
    /// [approval]
    /// party_committee = { date = 2017-02-20 }
    /// peoples_committee = { date = 2017-02-21 }
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1 apart 0 other 0/1
    /// agreements/thon-1-2017-02-10.toml:1:1: chưa đạt[agreement-in-force-village] quy chế phối hợp của Thôn 1 chưa có hiệu lực: chưa triển khai đến thôn (rolled_out)
    /// agreements/thon-1-2017-02-10.toml:1:1: shortfall[agreement-in-force-village] the coordination agreement of Thôn 1 is not in force: it is not rolled out to the village (rolled_out)
    /// ```
    ///
    /// vi: Ký sau ngày chốt thì năm 2018 chưa có.
    /// en: Signed after the reference date: none in 2018.
    ///
    /// Gives:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2018-01-01, until = 2018-01-31 }
    /// ```
    /// ```delete agreements/thon-1-2017-02-10.toml
    /// ```
    /// ```toml agreements/thon-1-2018-02-01.toml
    /// village = "thon-1"
    /// cells = ["chi-bo-thon-1"]
    /// signed = 2018-02-01
    /// secretaries = ["chi-bo-thon-1/dv01"]
    /// head = "tt01"
    /// rolled_out = 2018-02-05
    /// [approval]
    /// party_committee = { date = 2018-02-02 }
    /// peoples_committee = { date = 2018-02-02 }
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1 apart 0 other 0/1
    /// agreements/thon-1-2018-02-01.toml:1:1: chưa đạt[agreement-in-force-village] quy chế phối hợp của Thôn 1 chưa có hiệu lực: chưa ký
    /// agreements/thon-1-2018-02-01.toml:1:1: shortfall[agreement-in-force-village] the coordination agreement of Thôn 1 is not in force: it is not signed yet
    /// ```
    ///
    /// vi: Chưa có quy chế.
    /// en: There is no agreement.
    ///
    /// Gives:
    /// ```delete agreements/thon-1-2017-02-10.toml
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 0/1 apart 0 other 0/1
    /// villages.csv:2:1: chưa đạt[agreement-in-force-village] Thôn 1 chưa có quy chế phối hợp
    /// villages.csv:2:1: shortfall[agreement-in-force-village] Thôn 1 has no coordination agreement
    /// ```
    ///
    /// vi: Khóa viết sai có thể là ngày hết hiệu lực.
    /// en: A misspelt key may be the end.
    ///
    /// Gives:
    /// ```toml agreements/thon-1-2017-02-10.toml
    /// village = "thon-1"
    /// cells = ["chi-bo-thon-1"]
    /// signed = 2017-02-10
    /// secretaries = ["chi-bo-thon-1/dv01"]
    /// head = "tt01"
    /// rolled_out = 2017-03-10
    /// end = 2018-06-30
    /// [approval]
    /// party_committee = { date = 2017-02-20 }
    /// peoples_committee = { date = 2017-02-21 }
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 1/1 apart 0 other 0/0
    /// ```
    ///
    /// vi: Thôn ghi sai tên, nhưng chi bộ là của thôn 1.
    /// en: The village is misspelt, but the cell is that of thôn 1.
    ///
    /// Gives:
    /// ```delete agreements/thon-1-2017-02-10.toml
    /// ```
    /// ```toml agreements/thon-l-2017-02-10.toml
    /// village = "thon-l"
    /// cells = ["chi-bo-thon-1"]
    /// signed = 2017-02-10
    /// secretaries = []
    /// head = "tt01"
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 0/1 apart 0 other 0/0
    /// ```
    ///
    /// vi: Bí thư kiêm trưởng thôn.
    /// en: The secretary is the head.
    ///
    /// Gives:
    /// ```delete agreements/thon-1-2017-02-10.toml
    /// ```
    /// ```csv officials.csv
    /// id,village,role,from,until,how,party_since,cell,member
    /// tt01,thon-1,head,2017-01-01,,elected,2001-01-01,chi-bo-thon-1,dv01
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 0 unknown 0 coverage 1/1 apart 1 other 0/1
    /// ```
    ///
    /// vi: Sổ tính cả kiêm nhiệm.
    /// en: The register counts dual posts.
    ///
    /// Gives:
    /// ```delete agreements/thon-1-2017-02-10.toml
    /// ```
    /// ```csv officials.csv
    /// id,village,role,from,until,how,party_since,cell,member
    /// tt01,thon-1,head,2017-01-01,,elected,2001-01-01,chi-bo-thon-1,dv01
    /// ```
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2018-01-01, until = 2018-12-31 }
    /// counting = { dual_post_villages = "count" }
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1 apart 0 other 0/0
    /// villages.csv:2:1: chưa đạt[agreement-in-force-village] Thôn 1 chưa có quy chế phối hợp
    /// villages.csv:2:1: shortfall[agreement-in-force-village] Thôn 1 has no coordination agreement
    /// ```
    "agreement-in-force-village", ["2.I.2.2-1", "2.III.2.2-3", "2.III.2.2-4"], Goal::All, AtOnce, EachSubject,
    "Thôn có quy chế phối hợp" / "Villages with an agreement in force", Count::Village(count),
    other "tính cả thôn bí thư kiêm trưởng thôn" / "dual posts counted"
}

fn count(commune: &Commune<'_>, village: &Record<'_, VillageRow<'_>>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    match Commune::is_alive(village, ask.reference) {
        Some(true) => {}
        Some(false) => return,
        None => {
            sink.cover(false);
            return sink.left_out(village.whole());
        }
    }
    let id = &**village.id;
    let dual = commune.dual_post_village(id, ask.reference);
    let of_village = commune.agreements.iter().filter(|agreement| &**agreement.village == id);
    sink.cover(matches!(dual, DualPost::Yes) || of_village.clone().next().is_some());
    let concerns = |agreement: &Record<'_, Agreement<'_>>| concerns(commune, agreement, id);
    let standing = standing(commune, ask.reference, concerns, |named| named == id);
    let miss = || {
        let latest = of_village.clone().max_by_key(|agreement| agreement.signed.0);
        let place = latest.map_or(village.whole(), Record::whole);
        vec![Miss { place, period: ask.year_period(), message: message(&village.name, latest, ask) }]
    };
    settle(village.whole(), standing, dual, miss, ask, sink);
}

pub(super) fn concerns(commune: &Commune<'_>, agreement: &Record<'_, Agreement<'_>>, id: &str) -> Concerns {
    // An agreement of no village that exists may be of one that its cells lead.
    let leads =
        |cell: &str| commune.cell(cell).get().is_some_and(|cell| cell::villages(&cell.file).any(|led| led == id));
    let is_stray = || !matches!(commune.village(&agreement.village), Lookup::Found(_));
    if &**agreement.village == id {
        Concerns::Yes
    } else if is_named_of(agreement, id)
        || is_stray() && agreement.cells.iter().filter_map(|cell| cell.get()).any(|cell| leads(cell))
    {
        Concerns::Perhaps
    } else {
        Concerns::No
    }
}

/// What the village lacks: an agreement, or a step of the latest one.
fn message(name: &str, latest: Option<&Record<'_, Agreement<'_>>>, ask: &Ask<'_>) -> String {
    let lang = ask.ctx.lang;
    let Some(agreement) = latest else {
        return say!(lang, "{name} chưa có quy chế phối hợp", "{name} has no coordination agreement");
    };
    let step = missing_step(agreement, ask.reference).map_or("", |step| step.of(lang));
    say!(
        lang,
        "quy chế phối hợp của {name} chưa có hiệu lực: {step}",
        "the coordination agreement of {name} is not in force: {step}"
    )
}
