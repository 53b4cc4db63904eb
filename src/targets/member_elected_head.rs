use crate::{
    date,
    finding::{Flaws, Place},
    lang::say,
    parse::Field,
    records::{
        official::{OfficialRow, Post, PostHow},
        village::VillageRow,
    },
    register::{Commune, Record},
    targets::{Ask, Count, Goal, Miss, Sink, target},
    unit::join,
};

target! {
    /// vi: Tỷ lệ cuộc bầu trưởng thôn mà người trúng cử là đảng viên.
    /// en: The share of elections of a village head won by a member of the Party.
    ///
    /// vi: Đề án yêu cầu giới thiệu nhân sự bầu trưởng thôn là đảng viên; sổ biết người trúng cử nên tính theo người
    /// ấy. Mẫu số là các dòng trưởng thôn có how = elected mà from thuộc năm và kỳ tính; tử số là người vào Đảng
    /// (party_since) không muộn hơn ngày ấy, ngày chỉ ghi năm hoặc tháng lấy ngày muộn nhất.
    /// en: The plan asks that the person nominated for head is a member; the records know who was elected, and that is
    /// counted. The denominator is the rows of heads with how = elected whose from lies in the year and the period; the
    /// numerator is those admitted to the Party (party_since) by that day, a partial date being its latest day.
    ///
    /// vi: Dòng có lỗi để ngoài.
    /// en: A row with an error is left out.
    ///
    /// vi: Vào Đảng đúng ngày bầu; bầu ngày 01/01.
    /// en: Admitted on the day of the election, which is 1 January.
    ///
    /// Gives:
    /// ```csv officials.csv
    /// id,village,role,from,until,how,party_since
    /// tt01,thon-1,head,2018-01-01,,elected,2018-01-01
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Vào Đảng hôm sau; bầu ngày 31/12.
    /// en: Admitted the day after; elected on 31 December.
    ///
    /// Gives:
    /// ```csv officials.csv
    /// id,village,role,from,until,how,party_since
    /// tt01,thon-1,head,2018-12-31,,elected,2019-01-01
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// officials.csv:2:1: chưa đạt[member-elected-head] trưởng thôn `tt01` của Thôn 1, bầu ngày 31/12/2018, chưa là đảng viên
    /// officials.csv:2:1: shortfall[member-elected-head] the head `tt01` of Thôn 1, elected on 2018-12-31, was not a member
    /// ```
    ///
    /// vi: Chưa là đảng viên; người lâm thời, phó trưởng thôn và người bầu năm trước không tính.
    /// en: Not a member; the interim, the deputy and one elected the year before do not count.
    ///
    /// Gives:
    /// ```csv officials.csv
    /// id,village,role,from,until,how,party_since
    /// tt01,thon-1,head,2018-04-22,,elected,
    /// tt02,thon-1,head,2018-03-01,2018-04-21,interim,
    /// pt01,thon-1,deputy,2018-05-06,,elected,
    /// tt03,thon-1,head,2017-12-31,2018-02-28,elected,
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// officials.csv:2:1: chưa đạt[member-elected-head] trưởng thôn `tt01` của Thôn 1, bầu ngày 22/04/2018, chưa là đảng viên
    /// officials.csv:2:1: shortfall[member-elected-head] the head `tt01` of Thôn 1, elected on 2018-04-22, was not a member
    /// ```
    ///
    /// vi: Không có cuộc bầu nào.
    /// en: There was no election.
    ///
    /// Gives:
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 0 unknown 0 coverage 0/0
    /// ```
    ///
    /// vi: Ngày vào Đảng không đọc được.
    /// en: The day of admission cannot be read.
    ///
    /// Gives:
    /// ```csv officials.csv
    /// id,village,role,from,until,how,party_since
    /// tt01,thon-1,head,2018-04-22,,elected,rồi
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Một dòng không đọc được có thể là cuộc bầu.
    /// en: A row that cannot be read may be an election.
    ///
    /// Gives:
    /// ```csv officials.csv
    /// id,village,role,from,until,how,party_since
    /// tt01,thon-1,head,22/4,,elected,2005
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 0/0
    /// ```
    "member-elected-head", ["2.I.2.2-2"], Goal::All, AtOnce, EachSubject,
    "Trưởng thôn trúng cử là đảng viên" / "Elected village heads who are members", Count::Village(count)
}

fn count(commune: &Commune<'_>, village: &Record<'_, VillageRow<'_>>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    let reached = ask.days().meet(ask.ctx.period());
    let is_election = |row: &&Record<'_, OfficialRow<'_>>| {
        **row.village == **village.id
            && *row.role == Post::Head
            && *row.how == PostHow::Elected
            && reached.covers(row.from.0)
            // A village that ended and came back has two rows.
            && Commune::is_alive(village, row.from.0) != Some(false)
    };
    let mut told = false;
    for row in commune.officials.rows.iter().filter(is_election) {
        told = true;
        let day = row.from.0;
        let since = match &row.party_since {
            Field::Unread(_) => {
                sink.left_out(row.whole());
                continue;
            }
            since => since.copied(),
        };
        if row.has(Flaws::WHOLE.and(Flaws::TIME)) || Commune::is_alive(village, day).is_none() {
            sink.left_out(row.whole());
        } else if since.is_some_and(|since| since.latest() <= day) {
            sink.holds(row.whole());
        } else {
            let (lang, name, id) = (ask.ctx.lang, &**village.name, &**row.id);
            let day = date::show(day, lang);
            let message = say!(
                lang,
                "trưởng thôn `{id}` của {name}, bầu ngày {day}, chưa là đảng viên",
                "the head `{id}` of {name}, elected on {day}, was not a member"
            );
            sink.subject(row.whole(), vec![Miss { place: row.whole(), period: ask.year_period(), message }]);
        }
    }
    if told {
        sink.cover(true);
    }
    if commune.officials.unread {
        // A row that could not be read may be an election.
        sink.left_out(Place::path(&join(&commune.unit, "officials.csv")));
    }
}
