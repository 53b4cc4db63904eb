use crate::{
    date::Month,
    finding::Place,
    lang::{Lang, say},
    records::meeting::{Kind, Meeting},
    register::{Cell, Commune, Record, meeting::Weighed},
    targets::{
        Ask, CellInYear, Count, Goal, Miss, Sink, doubt, due,
        meetings::{self, Told, told},
        months::Months,
        target,
    },
};

target! {
    /// vi: Tỷ lệ chi bộ thôn hằng tháng có nghị quyết hoặc kết luận.
    /// en: The share of village cells with a resolution or a conclusion every month.
    ///
    /// vi: Đề án yêu cầu nghị quyết hằng tháng sát tình hình của thôn. Mẫu số là chi bộ thôn có ít nhất một tháng đến
    /// hạn (như monthly-meeting). Tử số là chi bộ mà mọi tháng đến hạn có buổi họp, không kể họp chi ủy, có nghị quyết
    /// được thông qua (carried) hoặc có phần kết luận. Buổi họp tính cho tháng ghi ở month, không ghi thì cho tháng của
    /// ngày họp.
    /// en: The plan asks for monthly resolutions close to the village's situation. The denominator is the village cells
    /// with at least one due month (as in monthly-meeting). The numerator is those with a meeting for every due month,
    /// not of the committee, that carried a resolution or held a conclusion. A meeting counts for the month in month,
    /// else for that of its date.
    ///
    /// vi: Tháng có họp mà không ghi kết luận, cũng không nói nghị quyết có được thông qua không, là chưa biết. Tháng
    /// thiếu mà có bản ghi không đọc được hoặc chưa xác nhận thì chi bộ để ngoài.
    /// en: A month whose meeting records neither a conclusion nor whether a resolution carried is unknown. Where a
    /// month lacks one but a record that cannot be read or confirmed may be it, the cell is left out.
    ///
    /// vi: Đủ mười hai tháng.
    /// en: All twelve months.
    ///
    /// Gives:
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Tháng 3 chỉ có nghị quyết không được thông qua; buổi của chi ủy không tính.
    /// en: March has only a resolution that did not carry; the committee's meeting does not count.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// date = 2018-03-05
    /// kind = "combined"
    /// counts = { expected = 5, present = 5 }
    /// [content]
    /// conclusion = false
    /// [[resolutions]]
    /// carried = false
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-03-04-committee.toml
    /// date = 2018-03-04
    /// kind = "committee"
    /// counts = { expected = 3, present = 3 }
    /// [content]
    /// conclusion = true
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// chi-bo-thon-1/2018/2018-03-05-combined.toml:1:1: chưa đạt[monthly-resolution] tháng 03/2018 chưa có nghị quyết hoặc kết luận nào được ghi
    /// chi-bo-thon-1/2018/2018-03-05-combined.toml:1:1: shortfall[monthly-resolution] no resolution or conclusion is recorded for 2018-03
    /// ```
    ///
    /// vi: Nghị quyết được thông qua đầu tháng 4 tính cho tháng 3.
    /// en: A resolution carried early in April counts for March.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-04-02-extraordinary.toml
    /// date = 2018-04-02
    /// kind = "extraordinary"
    /// month = "2018-03"
    /// counts = { expected = 5, present = 5 }
    /// [content]
    /// conclusion = false
    /// [[resolutions]]
    /// carried = true
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Không có buổi họp của tháng 3; ngày 09/4 chưa đến hạn.
    /// en: There is no meeting of March; on 9 April it is not due yet.
    ///
    /// Gives, as of 2018-04-09:
    /// ```delete chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Ngày 10/4 thì đến hạn.
    /// en: On 10 April it is.
    ///
    /// Gives, as of 2018-04-10:
    /// ```delete chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// chi-bo-thon-1/cell.toml:1:1: chưa đạt[monthly-resolution] tháng 03/2018 chưa có nghị quyết hoặc kết luận nào được ghi
    /// chi-bo-thon-1/cell.toml:1:1: shortfall[monthly-resolution] no resolution or conclusion is recorded for 2018-03
    /// ```
    ///
    /// vi: Tháng 3 không ghi kết luận.
    /// en: March does not record its conclusion.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// date = 2018-03-05
    /// kind = "combined"
    /// counts = { expected = 5, present = 5 }
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 0 unknown 1 coverage 1/1
    /// ```
    ///
    /// vi: Không nói nghị quyết có được thông qua không.
    /// en: It is not said whether the resolution carried.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// date = 2018-03-05
    /// kind = "combined"
    /// counts = { expected = 5, present = 5 }
    /// [content]
    /// conclusion = false
    /// [[resolutions]]
    /// kind = "monthly"
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 0 unknown 1 coverage 1/1
    /// ```
    ///
    /// vi: Bản ghi không đọc được có thể là của tháng 3.
    /// en: A record that cannot be read may be of March.
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
    /// vi: Nghị quyết không đọc được.
    /// en: A resolution that cannot be read.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// date = 2018-03-05
    /// kind = "combined"
    /// counts = { expected = 5, present = 5 }
    /// [content]
    /// conclusion = false
    /// [[resolutions]]
    /// carried = "có"
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 1/1
    /// ```
    "monthly-resolution", ["2.II.2.2"], Goal::All, AtOnce, EachSubject,
    "Chi bộ có nghị quyết, kết luận hằng tháng" / "Cells with a resolution or conclusion every month",
    Count::Cell(count),
    unknown "chi bộ có tháng chưa ghi kết luận" / "cells with a month whose conclusion is not recorded"
}

fn count(_: &Commune<'_>, cell: &CellInYear<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    let Some(due) = due::months(cell, ask, sink) else { return };
    if due.is_empty() {
        return;
    }
    let (mut missing, mut doubtful, mut recorded) = (Vec::new(), Vec::new(), true);
    let months = |is_it: fn(&Record<'_, Meeting<'_>>) -> bool| {
        let meetings = cell.near.iter().filter(|meeting| counts(meeting) && is_it(meeting.record));
        Months::of(ask.year, meetings.map(|meeting| meeting.counts_for))
    };
    let without = due.without(months(is_resolved));
    let has_data = due.meets(months(|_| true));
    if sink.is_traced() {
        for month in due.without(without) {
            let resolved = of_month(cell, month).find(|meeting| is_resolved(meeting));
            resolved.into_iter().for_each(|meeting| sink.seen(meeting.whole(), |lang| month.show(lang)));
        }
    }
    for month in without {
        let of_month = || of_month(cell, month);
        let unclear = of_month().filter(|meeting| resolved(meeting) == Resolved::Unclear).map(Record::whole);
        doubtful.extend(unclear.chain(self::doubtful(cell, month, ask)));
        if of_month().any(|meeting| resolved(meeting) == Resolved::NotRecorded) {
            recorded = false;
            continue;
        }
        missing.push((month, of_month().next().map_or(cell.place(), Record::whole)));
    }
    sink.cover(has_data);
    meetings::passed_over(cell, ask, |meeting| is_of_cell(*meeting.kind), sink);
    if !doubtful.is_empty() {
        doubtful.into_iter().for_each(|place| sink.left_out(place));
    } else if missing.is_empty() && !recorded {
        sink.unknown(cell.place(), 1);
    } else {
        let misses = || missing.iter().map(|(month, place)| miss(*month, *place, ask.ctx.lang)).collect();
        sink.missing(cell.place(), missing.len(), misses);
    }
}

fn miss(month: Month, place: Place<'_>, lang: Lang) -> Miss<'_> {
    let shown = month.show(lang);
    let message = say!(
        lang,
        "tháng {shown} chưa có nghị quyết hoặc kết luận nào được ghi",
        "no resolution or conclusion is recorded for {shown}"
    );
    Miss { place, period: month.iso(), message }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Resolved {
    Yes,
    No,
    NotRecorded,
    /// What would tell cannot be read.
    Unclear,
}

fn resolved(meeting: &Record<'_, Meeting<'_>>) -> Resolved {
    let conclusion = told(meeting, |content| &content.conclusion);
    let carried = || meeting.resolutions.each().map(|(resolution, _)| &resolution.carried);
    if conclusion == Told::Held || carried().any(|carried| carried.copied() == Some(true)) {
        Resolved::Yes
    } else if conclusion == Told::Unclear
        || meeting.resolutions.has_unread()
        || carried().any(|carried| carried.is_unread())
    {
        Resolved::Unclear
    } else if conclusion == Told::NotRecorded || carried().any(|carried| carried.is_absent()) {
        Resolved::NotRecorded
    } else {
        Resolved::No
    }
}

/// A committee's own meeting is none of the cell.
fn is_of_cell(kind: Kind) -> bool {
    kind != Kind::Committee
}

fn is_resolved(meeting: &Record<'_, Meeting<'_>>) -> bool {
    resolved(meeting) == Resolved::Yes
}

/// Whether a meeting counts for its month.
fn counts(meeting: &Weighed<'_>) -> bool {
    is_of_cell(meeting.kind) && meeting.counts() && meeting.is_sound && !meeting.record.month.is_unread()
}

/// The meetings that count for a month of the year.
fn of_month<'y>(cell: &'y CellInYear<'_>, month: Month) -> impl Iterator<Item = &'y Record<'y, Meeting<'y>>> {
    let meetings = cell.near.iter().filter(move |meeting| meeting.counts_for == month && counts(meeting));
    meetings.map(|meeting| meeting.record)
}

/// Records that may be a meeting of the month, but cannot be read, confirmed or placed.
fn doubtful<'c>(cell: &'c Cell<'_>, month: Month, ask: &Ask<'_>) -> impl Iterator<Item = Place<'c>> {
    let meetings = cell.meetings.iter().filter(move |meeting| {
        let serves = is_of_cell(*meeting.kind);
        (serves || !meeting.is_sound()) && doubt::may_count_for(meeting, month, serves, ask.ctx)
    });
    let unread = cell.unread_meetings.iter().filter(move |unread| doubt::is_near(month, unread.date));
    let unread = unread.filter(|unread| unread.kind().is_none_or(is_of_cell));
    meetings.map(|meeting| meeting.whole()).chain(unread.map(|unread| unread.place()))
}
