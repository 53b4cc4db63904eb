use crate::{
    records::{official::Post, village::VillageRow},
    register::{Commune, Record},
    targets::{Ask, Count, Goal, Sink, head_membership, target},
};

target! {
    /// vi: Tỷ lệ phó trưởng thôn đương chức là đảng viên (số liệu theo dõi).
    /// en: The share of deputy heads in post who are members of the Party (a figure).
    ///
    /// vi: Đề án yêu cầu quan tâm kết nạp phó trưởng thôn chưa là đảng viên, không đặt mức. Mẫu số là phó trưởng thôn
    /// đương chức ở ngày chốt số liệu; tử số là người vào Đảng không muộn hơn ngày ấy. Đếm như head-membership.
    /// en: The plan asks that deputy heads who are not members be brought to join, and sets no goal. The denominator is
    /// the deputy heads in post on the reference date; the numerator is those admitted to the Party by then. Counted as
    /// head-membership.
    ///
    /// vi: Thôn không có phó là chưa biết; dòng có lỗi để ngoài.
    /// en: A village without a deputy is unknown; a row with an error is left out.
    ///
    /// vi: Hai phó, một người là đảng viên.
    /// en: Two deputies, one a member.
    ///
    /// Gives:
    /// ```csv officials.csv
    /// id,village,role,from,until,how,party_since
    /// pt01,thon-1,deputy,2017-01-01,,recognised,2018-12-31
    /// pt02,thon-1,deputy,2017-01-01,,recognised,2019-01-01
    /// ```
    /// ```text
    /// 2018: 1/2 figure needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Không có phó.
    /// en: There is no deputy.
    ///
    /// Gives:
    /// ```csv officials.csv
    /// id,village,role,from,until,how,party_since
    /// tt01,thon-1,head,2017-01-01,,elected,2005
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 0 unknown 1 coverage 0/1
    /// ```
    "deputy-membership", ["2.II.2.3", "1.II.2.1-5"], Goal::Figure, AtOnce, None,
    "Phó trưởng thôn là đảng viên" / "Deputy heads who are members", Count::Village(count),
    unknown "thôn khuyết chức danh này" / "villages where the post is vacant"
}

fn count(commune: &Commune<'_>, village: &Record<'_, VillageRow<'_>>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    head_membership::in_post(commune, village, Post::Deputy, ask, sink);
}
