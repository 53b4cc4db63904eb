use crate::{
    date::{self, Month},
    finding::Flaws,
    lang::say,
    register::Commune,
    targets::{Ask, CellInYear, Count, Goal, Miss, Sink, meetings, recorded, target},
};

target! {
    /// vi: Tỷ lệ buổi chuyên đề, kết hợp có đảng viên chuẩn bị chuyên đề.
    /// en: The share of thematic and combined meetings whose theme a member prepared.
    ///
    /// vi: Đề án yêu cầu phân công đảng viên có năng lực chuẩn bị chuyên đề. Mẫu số là buổi chuyên đề hoặc kết hợp của
    /// chi bộ thôn trong năm; tử số là buổi có ghi người chuẩn bị ([theme] author).
    /// en: The plan asks that a capable member prepares a theme. The denominator is the thematic and combined meetings
    /// of village cells in the year; the numerator is those that name who prepared it ([theme] author).
    ///
    /// vi: Không ghi người chuẩn bị là chưa chuẩn bị. Bản ghi có lỗi để ngoài.
    /// en: Where nobody is named the theme was not prepared. A record with an error is left out.
    ///
    /// vi: Có người chuẩn bị; có chuyên đề mà không ghi ai; buổi thường kỳ không thuộc chỉ tiêu này.
    /// en: One is named; a theme without anyone; a regular meeting is not of this target.
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
    /// [theme]
    /// author = "dv02"
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-06-20-thematic.toml
    /// date = 2018-06-20
    /// kind = "thematic"
    /// chair = "dv01"
    /// minutes_by = "dv04"
    /// counts = { expected = 5, present = 5 }
    /// [theme]
    /// area = "capacity"
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-01-05-regular.toml
    /// date = 2018-01-05
    /// kind = "regular"
    /// chair = "dv01"
    /// minutes_by = "dv04"
    /// counts = { expected = 5, present = 5 }
    /// ```
    /// ```text
    /// 2018: 1/2 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// chi-bo-thon-1/2018/2018-06-20-thematic.toml:6:1: chưa đạt[theme-prepared] buổi họp ngày 20/06/2018 chưa ghi người chuẩn bị chuyên đề ([theme] author)
    /// chi-bo-thon-1/2018/2018-06-20-thematic.toml:6:1: shortfall[theme-prepared] the meeting of 2018-06-20 names nobody who prepared its theme ([theme] author)
    /// ```
    ///
    /// vi: Không ghi chuyên đề; khóa viết sai có thể là người chuẩn bị.
    /// en: No theme is recorded; a misspelt key may be who prepared it.
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
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-06-20-thematic.toml
    /// date = 2018-06-20
    /// kind = "thematic"
    /// chair = "dv01"
    /// minutes_by = "dv04"
    /// counts = { expected = 5, present = 5 }
    /// [theme]
    /// autor = "dv02"
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 1 unknown 0 coverage 1/1
    /// chi-bo-thon-1/2018/2018-03-05-combined.toml:1:1: chưa đạt[theme-prepared] buổi họp ngày 05/03/2018 chưa ghi người chuẩn bị chuyên đề ([theme] author)
    /// chi-bo-thon-1/2018/2018-03-05-combined.toml:1:1: shortfall[theme-prepared] the meeting of 2018-03-05 names nobody who prepared its theme ([theme] author)
    /// ```
    ///
    /// vi: Người chuẩn bị không đọc được.
    /// en: Who prepared it cannot be read.
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
    /// [theme]
    /// author = 2
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Đủ cả bốn quý.
    /// en: All four quarters.
    ///
    /// Gives:
    /// ```text
    /// 2018: 4/4 met needed 0 left-out 0 unknown 0 coverage 1/1
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
    "theme-prepared", ["2.III.1.4"], Goal::All, AtOnce, EachSubject,
    "Chuyên đề có người chuẩn bị" / "Themes that a member prepared", Count::Cell(count)
}

fn count(_: &Commune<'_>, cell: &CellInYear<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    let found = meetings::of_year(cell, meetings::THEMATIC);
    found.cover(ask, sink);
    let lang = ask.ctx.lang;
    for meeting in found.sound() {
        let misspelt = meeting.has(Flaws::KEYS);
        let named = recorded::within(&meeting.theme, misspelt, |theme| match theme.author.get() {
            Some(_) => Some(true),
            None if theme.author.is_unread() || misspelt => None,
            None => Some(false),
        });
        recorded::settle(meeting.whole(), named, sink, || {
            let day = date::show(meeting.day(), lang);
            let message = say!(
                lang,
                "buổi họp ngày {day} chưa ghi người chuẩn bị chuyên đề ([theme] author)",
                "the meeting of {day} names nobody who prepared its theme ([theme] author)"
            );
            let place = meeting.theme.at().map_or(meeting.whole(), |at| meeting.place(at));
            Miss { place, period: Month::of(meeting.day()).iso(), message }
        });
    }
    found.doubtful().for_each(|place| sink.left_out(place));
}
