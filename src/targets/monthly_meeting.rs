use crate::{
    date::Month,
    finding::Place,
    lang::{Lang, say},
    records::meeting::{Kind, Meeting},
    register::{
        Cell, Commune, Record,
        meeting::{Standing, Weighed},
    },
    regulations::MeetingRules,
    targets::{Ask, CellInYear, Count, Goal, Miss, Sink, doubt, due, meetings, months::Months, target},
};

target! {
    /// vi: Tỷ lệ chi bộ thôn sinh hoạt thường kỳ đủ hằng tháng.
    /// en: The share of village cells that met every month.
    ///
    /// vi: Đề án yêu cầu 100% chi bộ duy trì nền nếp sinh hoạt định kỳ theo Điều lệ Đảng. Mẫu số là chi bộ thôn có ít
    /// nhất một tháng đến hạn: tháng nằm trọn trong thời gian chi bộ tồn tại và trong kỳ tính, đã hết và qua hạn chờ
    /// giấy tờ (grace_days, mặc định 10 ngày). Tử số là chi bộ có buổi thường kỳ hoặc kết hợp cho mọi tháng đến hạn;
    /// trước ngày 06/7/2018 (HD 12-HD/BTCTW) buổi chuyên đề được tính thay. Buổi họp tính cho tháng ghi ở `month`,
    /// không ghi thì cho tháng của ngày họp.
    /// en: The plan asks that 100% of cells keep the periodic meetings of the Party's Charter. The denominator is the
    /// village cells with at least one due month: one that lies wholly in the life of the cell and in the period, is
    /// over, and has had its days of grace (grace_days, 10 unless set). The numerator is those with a regular or
    /// combined meeting for every due month; before 6 July 2018 (guidance 12-HD/BTCTW) a thematic one serves. A meeting
    /// counts for the month in `month`, else for that of its date.
    ///
    /// vi: Tháng thiếu mà có bản ghi không đọc được hoặc chưa xác nhận thì chi bộ để ngoài, không coi là thiếu.
    /// en: Where a month lacks a meeting but a record that cannot be read or confirmed may be it, the cell is left out.
    ///
    /// vi: Thiếu tháng 3; hạn chờ của tháng 3 hết ngày 10/4.
    /// en: March is missing; its grace ends on 10 April.
    ///
    /// Gives, as of 2018-04-09:
    /// ```delete chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Một ngày sau thì tháng 3 đến hạn.
    /// en: A day later March is due.
    ///
    /// Gives, as of 2018-04-10:
    /// ```delete chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// chi-bo-thon-1/cell.toml:1:1: chưa đạt[monthly-meeting] tháng 03/2018 chưa có bản ghi sinh hoạt thường kỳ: không họp, hay chưa gửi?
    /// chi-bo-thon-1/cell.toml:1:1: shortfall[monthly-meeting] no regular meeting is recorded for 2018-03: not held, or not sent yet?
    /// ```
    ///
    /// vi: Buổi chuyên đề ngày 05/7/2018 còn tính thay buổi thường kỳ.
    /// en: A thematic meeting of 5 July 2018 still serves.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018/2018-07-05-regular.toml
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-07-05-thematic.toml
    /// date = 2018-07-05
    /// kind = "thematic"
    /// counts = { expected = 5, present = 5 }
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Từ ngày 06/7/2018 thì không.
    /// en: From 6 July 2018 it does not.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018/2018-07-05-regular.toml
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-07-06-thematic.toml
    /// date = 2018-07-06
    /// kind = "thematic"
    /// counts = { expected = 5, present = 5 }
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// chi-bo-thon-1/cell.toml:1:1: chưa đạt[monthly-meeting] tháng 07/2018 chưa có bản ghi sinh hoạt thường kỳ: không họp, hay chưa gửi?
    /// chi-bo-thon-1/cell.toml:1:1: shortfall[monthly-meeting] no regular meeting is recorded for 2018-07: not held, or not sent yet?
    /// ```
    ///
    /// vi: Buổi họp đầu tháng 4 tính cho tháng 3.
    /// en: A meeting early in April counts for March.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-04-02-regular.toml
    /// date = 2018-04-02
    /// kind = "regular"
    /// month = "2018-03"
    /// counts = { expected = 5, present = 5 }
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Tháng không họp, có ghi lý do.
    /// en: A month without a meeting, with its reason.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-03-05-regular.toml
    /// date = 2018-03-05
    /// kind = "regular"
    /// held = false
    /// reason = "mưa lũ"
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// chi-bo-thon-1/2018/2018-03-05-regular.toml:3:8: chưa đạt[monthly-meeting] tháng 03/2018 không họp: mưa lũ
    /// chi-bo-thon-1/2018/2018-03-05-regular.toml:3:8: shortfall[monthly-meeting] no meeting was held in 2018-03: mưa lũ
    /// ```
    ///
    /// vi: Bản ghi tháng 3 chưa có gì xác nhận là đã họp.
    /// en: The record of March has nothing to say that there was a meeting.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-03-05-regular.toml
    /// date = 2018-03-05
    /// kind = "regular"
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Bản ghi tháng 4 không đọc được có thể là buổi họp của tháng 3.
    /// en: A record of April that cannot be read may be the meeting of March.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-04-20-regular.toml
    /// date =
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: `month` không đọc được: có thể là tháng bên cạnh.
    /// en: A `month` that cannot be read may be a month beside its date.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-04-05-regular.toml
    /// date = 2018-04-05
    /// kind = "regular"
    /// month = 3
    /// counts = { expected = 5, present = 5 }
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Chi bộ thành lập ngày 01/01 thì tháng 1 đến hạn; thành lập ngày 02/01 thì từ tháng 2.
    /// en: A cell founded on 1 January owes January; one founded on the 2nd begins with February.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018/2018-01-05-regular.toml
    /// ```
    /// ```toml chi-bo-thon-1/cell.toml
    /// name = "Chi bộ thôn 1"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// founded = 2018-01-01
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// chi-bo-thon-1/cell.toml:1:1: chưa đạt[monthly-meeting] tháng 01/2018 chưa có bản ghi sinh hoạt thường kỳ: không họp, hay chưa gửi?
    /// chi-bo-thon-1/cell.toml:1:1: shortfall[monthly-meeting] no regular meeting is recorded for 2018-01: not held, or not sent yet?
    /// ```
    ///
    /// vi: Thành lập ngày 02/01.
    /// en: Founded on 2 January.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018/2018-01-05-regular.toml
    /// ```
    /// ```toml chi-bo-thon-1/cell.toml
    /// name = "Chi bộ thôn 1"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// founded = 2018-01-02
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Khóa viết sai có thể là ngày giải thể.
    /// en: A misspelt key may be the day of dissolution.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018/2018-12-05-combined.toml
    /// ```
    /// ```toml chi-bo-thon-1/cell.toml
    /// name = "Chi bộ thôn 1"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// disolved = 2018-11-30
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 0/1
    /// ```
    "monthly-meeting", ["2.I.2.1-1"], Goal::All, AtOnce, EachSubject,
    "Chi bộ sinh hoạt thường kỳ hằng tháng" / "Cells that meet every month", Count::Cell(count)
}

fn count(_: &Commune<'_>, cell: &CellInYear<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    let Some(due) = due::months(cell, ask, sink) else { return };
    if due.is_empty() {
        return;
    }
    let of_year = || cell.near.iter().filter(|meeting| meeting.counts_for.year == ask.year);
    sink.cover(of_year().any(speaks));
    meetings::passed_over(cell, ask, serves, sink);
    let serving = of_year().filter(|meeting| serves_for_sure(meeting));
    let missing = due.without(Months::of(ask.year, serving.map(|meeting| meeting.counts_for)));
    let doubtful: Vec<Place<'_>> = missing.flat_map(|month| doubtful(cell, month, ask)).collect();
    if !doubtful.is_empty() {
        return doubtful.into_iter().for_each(|place| sink.left_out(place));
    }
    for meeting in of_year().filter(|meeting| serves(meeting.record) && meeting.counts()) {
        sink.seen(meeting.record.whole(), |lang| meeting.counts_for.show(lang));
    }
    sink.missing(cell.place(), missing.count(), || missing.map(|month| miss(cell, month, ask.ctx.lang)).collect());
}

/// Whether a record tells of its month: that there was a meeting, or that there was none.
fn speaks(meeting: &Weighed<'_>) -> bool {
    meeting.counts() || meeting.standing == Standing::NotHeld
}

/// Whether a meeting is of a kind that serves as the month's.
pub(crate) fn serves(meeting: &Meeting<'_>) -> bool {
    match *meeting.kind {
        Kind::Regular | Kind::Combined => true,
        Kind::Thematic => MeetingRules::on(meeting.date.0).thematic_serves,
        Kind::Extraordinary | Kind::Committee | Kind::Review | Kind::Congress => false,
    }
}

/// Whether a meeting counts for its month.
fn serves_for_sure(meeting: &Weighed<'_>) -> bool {
    meeting.counts() && meeting.is_sound && serves(meeting.record) && !meeting.record.month.is_unread()
}

/// Records that may be the month's meeting, but cannot be read, confirmed or placed.
pub(crate) fn doubtful<'c>(cell: &'c Cell<'_>, month: Month, ask: &Ask<'_>) -> Vec<Place<'c>> {
    let meetings =
        cell.meetings.iter().filter(|meeting| doubt::may_count_for(meeting, month, serves(meeting), ask.ctx));
    let unread = cell.unread_meetings.iter().filter(|unread| doubt::is_near(month, unread.date));
    meetings.map(|meeting| meeting.whole()).chain(unread.map(|unread| unread.place())).collect()
}

fn miss<'c>(cell: &'c Cell<'_>, month: Month, lang: Lang) -> Miss<'c> {
    let shown = month.show(lang);
    let is_of_month = |meeting: &&Record<'_, Meeting<'_>>| serves(meeting) && meeting.counts_for() == month;
    let not_held = cell.meetings.iter().filter(is_of_month).find(|meeting| meeting.held.copied() == Some(false));
    let (place, message) = match not_held {
        Some(meeting) => {
            let reason = meeting.reason.get().map(|reason| format!(": {}", &**reason)).unwrap_or_default();
            (
                meeting.place(meeting.held.at().unwrap_or(meeting.at)),
                say!(lang, "tháng {shown} không họp{reason}", "no meeting was held in {shown}{reason}"),
            )
        }
        None => (
            cell.place(),
            say!(
                lang,
                "tháng {shown} chưa có bản ghi sinh hoạt thường kỳ: không họp, hay chưa gửi?",
                "no regular meeting is recorded for {shown}: not held, or not sent yet?"
            ),
        ),
    };
    Miss { place, period: month.iso(), message }
}
