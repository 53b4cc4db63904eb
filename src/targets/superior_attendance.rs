use crate::{
    date,
    finding::{Flaws, Place},
    lang::{Words, say},
    parse::Vocabulary,
    records::meeting::{GuestFrom, Meeting},
    register::{Commune, Record},
    targets::{Ask, CellInYear, Count, Goal, Miss, Parts, Sink, due, meetings, target},
};

target! {
    /// vi: Tỷ lệ chi bộ thôn có cấp ủy viên cấp trên dự sinh hoạt trong năm.
    /// en: The share of village cells whose meetings a member of a superior committee attended in the year.
    ///
    /// vi: Đề án yêu cầu cấp ủy viên cấp trên dự sinh hoạt chi bộ. Mẫu số là chi bộ thôn mà năm đó là năm đến hạn (như
    /// leadership-resolution); tử số là chi bộ có ít nhất một buổi họp của mình (không kể họp chi ủy) có khách từ xã,
    /// huyện hoặc tỉnh. Số lượt khách của từng cấp đếm riêng, để Ban Tổ chức Tỉnh ủy tổng hợp.
    /// en: The plan asks that members of superior committees attend the meetings of cells. The denominator is the
    /// village cells for which the year is due (as in leadership-resolution); the numerator is those with at least one
    /// meeting of their own (not of the committee) with a guest from commune, district or province. The visits from
    /// each level are counted apart, for the organisation board to sum up.
    ///
    /// vi: Trước hạn (31/12) chi bộ chưa có là đang thực hiện. Chi bộ chưa có khách nào mà có bản ghi không đọc được
    /// thì để ngoài.
    /// en: Before the deadline (31 December) what is not complete is in progress. A cell without such a guest, but with
    /// a record that cannot be read, is left out.
    ///
    /// vi: Đủ ba cấp; khách trưởng thôn không tính.
    /// en: All three levels; a village head is none of them.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// date = 2018-03-05
    /// kind = "combined"
    /// chair = "dv01"
    /// minutes_by = "dv04"
    /// counts = { expected = 5, present = 5 }
    /// [[guests]]
    /// from = "commune"
    /// [[guests]]
    /// from = "commune"
    /// [[guests]]
    /// from = "district"
    /// [[guests]]
    /// from = "province"
    /// [[guests]]
    /// from = "village-head"
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1 commune 3 district 1 province 1
    /// ```
    ///
    /// vi: Chỉ trưởng thôn, và cấp xã dự họp chi ủy.
    /// en: Only the head, and the commune at a meeting of the committee.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// date = 2018-03-05
    /// kind = "combined"
    /// chair = "dv01"
    /// minutes_by = "dv04"
    /// counts = { expected = 5, present = 5 }
    /// [[guests]]
    /// from = "village-head"
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-03-02-committee.toml
    /// date = 2018-03-02
    /// kind = "committee"
    /// chair = "dv01"
    /// minutes_by = "dv04"
    /// counts = { expected = 5, present = 5 }
    /// [[guests]]
    /// from = "commune"
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// chi-bo-thon-1/cell.toml:1:1: chưa đạt[superior-attendance] năm 2018 chưa có buổi họp nào có cấp ủy viên xã, huyện hoặc tỉnh dự ([[guests]])
    /// chi-bo-thon-1/cell.toml:1:1: shortfall[superior-attendance] no meeting of 2018 had a guest from commune, district or province ([[guests]])
    /// ```
    ///
    /// vi: Trước hạn.
    /// en: Before the deadline.
    ///
    /// Gives, as of 2018-12-30:
    /// ```delete chi-bo-thon-1/2018
    /// ```
    /// ```text
    /// 2018: 0/1 progress needed 1 left-out 0 unknown 0 coverage 0/1
    /// ```
    ///
    /// vi: Khách không đọc được.
    /// en: A guest who cannot be read.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// date = 2018-03-05
    /// kind = "combined"
    /// chair = "dv01"
    /// minutes_by = "dv04"
    /// counts = { expected = 5, present = 5 }
    /// [[guests]]
    /// from = "trên"
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Năm không đến hạn: thành lập ngày 01/7.
    /// en: A year that is not due: founded on 1 July.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/cell.toml
    /// name = "Chi bộ thôn 1"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// founded = 2018-07-01
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 0 unknown 0 coverage 0/0
    /// ```
    "superior-attendance", ["2.II.2.6", "2.III.1.5", "2.III.1.7", "Part 3-2 ¶3"], Goal::All, Yearly, EachSubject,
    "Chi bộ có cấp trên dự sinh hoạt" / "Cells that a superior committee member attended", Count::Cell(count),
    parts Parts { key: "levels", label: Words::new("lượt dự", "visits"), names: levels }
}

/// From where a guest is one of a superior committee.
const SUPERIOR: [GuestFrom; 3] = [GuestFrom::Commune, GuestFrom::District, GuestFrom::Province];

fn levels() -> Vec<(&'static str, Words)> {
    SUPERIOR.iter().map(|from| (from.word(), from.label())).collect()
}

fn count(_: &Commune<'_>, cell: &CellInYear<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    if !due::year(cell, ask, sink) {
        return;
    }
    let found = meetings::of_year(cell, meetings::OF_THE_CELL);
    sink.cover(found.sound().next().is_some());
    meetings::passed_over(cell, ask, |meeting| meetings::OF_THE_CELL.contains(&meeting.kind), sink);
    let mut visited = false;
    for meeting in found.sound() {
        let from = meeting.guests.each().filter_map(|(guest, _)| guest.from.copied());
        let levels = from.filter_map(|from| SUPERIOR.iter().position(|superior| *superior == from));
        if levels.inspect(|level| sink.part(*level, 1)).count() > 0 {
            visited = true;
            sink.seen(meeting.whole(), |lang| date::show(meeting.day(), lang));
        }
    }
    if visited {
        return sink.holds(cell.place());
    }
    let unclear = found.sound().filter(|meeting| is_unclear(meeting)).map(|meeting| meeting.whole());
    let doubtful: Vec<Place<'_>> = unclear.chain(found.doubtful()).collect();
    if !doubtful.is_empty() {
        return doubtful.into_iter().for_each(|place| sink.left_out(place));
    }
    let (lang, year) = (ask.ctx.lang, ask.year);
    let message = say!(
        lang,
        "năm {year} chưa có buổi họp nào có cấp ủy viên xã, huyện hoặc tỉnh dự ([[guests]])",
        "no meeting of {year} had a guest from commune, district or province ([[guests]])"
    );
    sink.subject(cell.place(), vec![Miss { place: cell.place(), period: ask.year_period(), message }]);
}

/// Whether a guest may have been one of a superior committee.
fn is_unclear(meeting: &Record<'_, Meeting<'_>>) -> bool {
    meeting.guests.has_unread()
        || meeting.guests.each().any(|(guest, _)| guest.from.is_unread())
        || meeting.guests.is_absent() && meeting.has(Flaws::KEYS)
}
