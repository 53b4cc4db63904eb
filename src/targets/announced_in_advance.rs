use crate::{
    date::{self, Month},
    finding::Flaws,
    lang::say,
    register::Commune,
    targets::{Ask, CellInYear, Count, Goal, Miss, Sink, meetings, target},
};

target! {
    /// vi: Tỷ lệ buổi sinh hoạt được báo trước nội dung, thời gian, địa điểm.
    /// en: The share of meetings whose content, time and place were announced beforehand.
    ///
    /// vi: Đề án yêu cầu báo trước cho đảng viên nội dung, thời gian, địa điểm sinh hoạt. Mẫu số là buổi thường kỳ,
    /// chuyên đề, kết hợp của chi bộ thôn trong năm; tử số là buổi có announced trước ngày họp ít nhất một ngày.
    /// en: The plan asks that members are told content, time and place beforehand. The denominator is the regular,
    /// thematic and combined meetings of village cells in the year; the numerator is those announced at least a day
    /// before.
    ///
    /// vi: Không ghi announced là chưa báo trước. Bản ghi có lỗi để ngoài.
    /// en: Where announced is not recorded the meeting was not announced. A record with an error is left out.
    ///
    /// vi: Báo trước một ngày; báo trong ngày họp.
    /// en: Announced the day before; announced on the day.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-01-05-regular.toml
    /// date = 2018-01-05
    /// kind = "regular"
    /// chair = "dv01"
    /// minutes_by = "dv04"
    /// announced = 2018-01-04
    /// counts = { expected = 5, present = 5 }
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// date = 2018-03-05
    /// kind = "combined"
    /// chair = "dv01"
    /// minutes_by = "dv04"
    /// announced = 2018-03-05
    /// counts = { expected = 5, present = 5 }
    /// ```
    /// ```text
    /// 2018: 1/2 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// chi-bo-thon-1/2018/2018-03-05-combined.toml:5:13: chưa đạt[announced-in-advance] buổi họp ngày 05/03/2018 không được báo trước nội dung, thời gian, địa điểm (announced)
    /// chi-bo-thon-1/2018/2018-03-05-combined.toml:5:13: shortfall[announced-in-advance] content, time and place of the meeting of 2018-03-05 were not announced before its day (announced)
    /// ```
    ///
    /// vi: Không ghi; buổi bất thường không thuộc chỉ tiêu này.
    /// en: Not recorded; an extraordinary meeting is not of this target.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-03-20-thematic.toml
    /// date = 2018-03-20
    /// kind = "thematic"
    /// chair = "dv01"
    /// minutes_by = "dv04"
    /// counts = { expected = 5, present = 5 }
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-04-20-extraordinary.toml
    /// date = 2018-04-20
    /// kind = "extraordinary"
    /// chair = "dv01"
    /// minutes_by = "dv04"
    /// counts = { expected = 5, present = 5 }
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// chi-bo-thon-1/2018/2018-03-20-thematic.toml:1:1: chưa đạt[announced-in-advance] buổi họp ngày 20/03/2018 không được báo trước nội dung, thời gian, địa điểm (announced)
    /// chi-bo-thon-1/2018/2018-03-20-thematic.toml:1:1: shortfall[announced-in-advance] content, time and place of the meeting of 2018-03-20 were not announced before its day (announced)
    /// ```
    ///
    /// vi: Ngày không đọc được; khóa viết sai có thể là announced.
    /// en: A day that cannot be read; a misspelt key may be announced.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-01-05-regular.toml
    /// date = 2018-01-05
    /// kind = "regular"
    /// chair = "dv01"
    /// minutes_by = "dv04"
    /// announced = "hôm trước"
    /// counts = { expected = 5, present = 5 }
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// date = 2018-03-05
    /// kind = "combined"
    /// chair = "dv01"
    /// minutes_by = "dv04"
    /// anounced = 2018-03-02
    /// counts = { expected = 5, present = 5 }
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 2 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Báo trước đủ.
    /// en: All announced.
    ///
    /// Gives:
    /// ```text
    /// 2018: 12/12 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Không có bản ghi nào của năm.
    /// en: There is no record of the year.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 0 unknown 0 coverage 0/1
    /// ```
    "announced-in-advance", ["2.III.1.4"], Goal::All, AtOnce, EachSubject,
    "Buổi sinh hoạt được báo trước" / "Meetings announced in advance", Count::Cell(count)
}

fn count(_: &Commune<'_>, cell: &CellInYear<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    let found = meetings::of_year(cell, meetings::PLANNED);
    found.cover(ask, sink);
    let lang = ask.ctx.lang;
    for meeting in found.sound() {
        let unclear = meeting.announced.is_unread() || meeting.announced.is_absent() && meeting.has(Flaws::KEYS);
        let day = meeting.announced.copied();
        if unclear {
            sink.left_out(meeting.whole());
        } else if day.is_some_and(|day| day.0 < meeting.day()) {
            sink.holds(meeting.whole());
        } else {
            sink.missing(meeting.whole(), 1, || {
                let day = date::show(meeting.day(), lang);
                let message = say!(
                    lang,
                    "buổi họp ngày {day} không được báo trước nội dung, thời gian, địa điểm (announced)",
                    "content, time and place of the meeting of {day} were not announced before its day (announced)"
                );
                let place = meeting.announced.at().map_or(meeting.whole(), |at| meeting.place(at));
                vec![Miss { place, period: Month::of(meeting.day()).iso(), message }]
            });
        }
    }
    found.doubtful().for_each(|place| sink.left_out(place));
}
