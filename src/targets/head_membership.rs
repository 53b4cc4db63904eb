use crate::{
    date::{self, PartialDate},
    finding::Place,
    lang::say,
    records::{
        official::{OfficialRow, Post},
        village::VillageRow,
    },
    register::{Commune, Record, posts::is_in_post},
    targets::{Ask, Count, Goal, Sink, target},
    unit::join,
};

target! {
    /// vi: Tỷ lệ trưởng thôn đương chức là đảng viên.
    /// en: The share of village heads in post who are members of the Party.
    ///
    /// vi: Đề án yêu cầu đến năm 2020 có 85% trưởng thôn là đảng viên. Mẫu số là trưởng thôn đương chức ở ngày chốt số
    /// liệu, kể cả lâm thời; tử số là người có ngày vào Đảng (party_since) không muộn hơn ngày ấy; ngày chỉ ghi năm
    /// hoặc tháng lấy ngày muộn nhất. Đến ngày cuối của Đề án mới đánh giá, trước đó là đang thực hiện.
    /// en: The plan asks that by 2020, 85% of village heads are members. The denominator is the heads in post on the
    /// reference date, interim ones too; the numerator is those admitted to the Party (party_since) by then, a partial
    /// date being its latest day. It is judged on the plan's last day and in progress before.
    ///
    /// vi: Thôn khuyết trưởng thôn là chưa biết và được in ra; dòng có lỗi để ngoài.
    /// en: A village without a head is unknown, and printed; a row with an error is left out.
    ///
    /// vi: Trước ngày cuối của Đề án.
    /// en: Before the plan's last day.
    ///
    /// Gives:
    /// ```csv officials.csv
    /// id,village,role,from,until,how,party_since
    /// tt01,thon-1,head,2017-01-01,,elected,
    /// ```
    /// ```text
    /// 2018: 0/1 progress needed 1 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Ngày cuối của Đề án, vào Đảng đúng ngày ấy; từ nhiệm ngày ấy vẫn đương chức.
    /// en: The plan's last day: admitted on that day, and leaving the post on it.
    ///
    /// Gives:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// plan = { from = 2018-01-01, until = 2018-12-31 }
    /// ```
    /// ```csv officials.csv
    /// id,village,role,from,until,how,party_since
    /// tt01,thon-1,head,2017-01-01,2018-12-31,elected,2018-12-31
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Vào Đảng hôm sau.
    /// en: Admitted the day after.
    ///
    /// Gives:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// plan = { from = 2018-01-01, until = 2018-12-31 }
    /// ```
    /// ```csv officials.csv
    /// id,village,role,from,until,how,party_since
    /// tt01,thon-1,head,2017-01-01,,elected,2019-01-01
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// commune.toml:1:1: chưa đạt[head-membership] Trưởng thôn là đảng viên, năm 2018: 0/1 = 0,00%, dưới mức 85%; cần thêm 1
    /// commune.toml:1:1: shortfall[head-membership] Village heads who are members, 2018: 0/1 = 0.00%, under 85%; 1 more needed
    /// ```
    ///
    /// vi: Chỉ ghi tháng: lấy ngày cuối tháng.
    /// en: Only the month is known: its last day is taken.
    ///
    /// Gives:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// plan = { from = 2018-01-01, until = 2018-12-31 }
    /// ```
    /// ```csv officials.csv
    /// id,village,role,from,until,how,party_since
    /// tt01,thon-1,head,2018-12-31,,elected,2018-12
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Người đến nhận chức hôm sau, người trước đã thôi hôm trước: khuyết.
    /// en: One leaves the day before and the next comes the day after: vacant.
    ///
    /// Gives:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// plan = { from = 2018-01-01, until = 2018-12-31 }
    /// ```
    /// ```csv officials.csv
    /// id,village,role,from,until,how,party_since
    /// tt01,thon-1,head,2017-01-01,2018-12-30,elected,2005
    /// tt02,thon-1,head,2019-01-01,,elected,2005
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 0 unknown 1 coverage 0/1
    /// ```
    ///
    /// vi: Ngày thôi chức không đọc được.
    /// en: The last day in post cannot be read.
    ///
    /// Gives:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// plan = { from = 2018-01-01, until = 2018-12-31 }
    /// ```
    /// ```csv officials.csv
    /// id,village,role,from,until,how,party_since
    /// tt01,thon-1,head,2017-01-01,hết 2018,elected,2005
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 0/1
    /// ```
    ///
    /// vi: Dòng không đọc được có thể là trưởng thôn.
    /// en: A row that cannot be read may be the head.
    ///
    /// Gives:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// plan = { from = 2018-01-01, until = 2018-12-31 }
    /// ```
    /// ```csv officials.csv
    /// id,village,role,from,until,how,party_since
    /// tt01,thon-1,trưởng,2017-01-01,,elected,2005
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 0/1
    /// ```
    ///
    /// vi: Ngày vào Đảng không đọc được.
    /// en: The day of admission cannot be read.
    ///
    /// Gives:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// plan = { from = 2018-01-01, until = 2018-12-31 }
    /// ```
    /// ```csv officials.csv
    /// id,village,role,from,until,how,party_since
    /// tt01,thon-1,head,2017-01-01,,elected,rồi
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 0/1
    /// ```
    ///
    /// vi: Danh sách thôn có dòng không đọc được.
    /// en: The list of villages has a row that cannot be read.
    ///
    /// Gives:
    /// ```csv villages.csv
    /// id,name,kind
    /// thon-1,Thôn 1,thôn
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 0/0
    /// ```
    "head-membership", ["2.I.2.2-3", "1.II.2.1-5"], Goal::AtLeast(85), AtPlanEnd, ScopeRoot,
    "Trưởng thôn là đảng viên" / "Village heads who are members", Count::Village(count),
    unknown "thôn khuyết chức danh này" / "villages where the post is vacant"
}

fn count(commune: &Commune<'_>, village: &Record<'_, VillageRow<'_>>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    in_post(commune, village, Post::Head, ask, sink);
}

/// Counts who is in a post of a village at the reference date, and who of them is a member then.
pub(super) fn in_post(
    commune: &Commune<'_>,
    village: &Record<'_, VillageRow<'_>>,
    post: Post,
    ask: &Ask<'_>,
    sink: &mut Sink<'_, '_>,
) {
    match Commune::is_alive(village, ask.reference) {
        Some(true) => {}
        Some(false) => return,
        None => {
            sink.cover(false);
            return sink.left_out(village.whole());
        }
    }
    let (mut known, mut doubtful) = (0u64, Vec::new());
    let of_village = |row: &&Record<'_, OfficialRow<'_>>| *row.role == post && **row.village == **village.id;
    for row in commune.officials.rows.iter().filter(of_village) {
        match is_in_post(row, ask.reference) {
            Some(false) => sink.seen(row.whole(), |lang| {
                let (id, day) = (&**row.id, date::show(ask.reference, lang));
                say!(lang, "`{id}`: không đương chức ngày {day}", "`{id}`: not in post on {day}")
            }),
            Some(true) if !row.party_since.is_unread() => {
                let since = row.party_since.copied().map(PartialDate::latest);
                let is_member = since.is_some_and(|since| since <= ask.reference);
                sink.add_as(row.whole(), u64::from(is_member), 1, |lang| {
                    let id = &**row.id;
                    if is_member {
                        say!(lang, "`{id}`: đảng viên", "`{id}`: a member")
                    } else {
                        say!(lang, "`{id}`: chưa là đảng viên", "`{id}`: not a member yet")
                    }
                });
                known += 1;
            }
            _ => doubtful.push(row.whole()),
        }
    }
    let officials = join(&commune.unit, "officials.csv");
    if known == 0 && commune.officials.unread {
        // A row that could not be read may be the one in post.
        doubtful.push(Place::path(&officials));
    }
    sink.cover(known > 0);
    if known == 0 && doubtful.is_empty() {
        // A vacancy is no head; it is printed.
        sink.unknown(village.whole(), 1);
    }
    doubtful.into_iter().for_each(|place| sink.left_out(place));
}
