use crate::{
    date::{self, Month},
    lang::say,
    register::Commune,
    targets::{
        Ask, CellInYear, Count, Goal, Miss, Sink,
        meetings::{self, Told, told},
        target,
    },
};

target! {
    /// vi: Tỷ lệ buổi thường kỳ, kết hợp có học tập tư tưởng, đạo đức, phong cách Hồ Chí Minh.
    /// en: The share of regular and combined meetings that studied Hồ Chí Minh's thought, morality and style.
    ///
    /// vi: Đề án yêu cầu nội dung sinh hoạt theo Hướng dẫn 09-HD/BTCTW ngày 02/3/2012 và Chỉ thị 05-CT/TW ngày
    /// 15/5/2016. Mẫu số là buổi thường kỳ hoặc kết hợp của chi bộ thôn trong năm có ghi phần này; tử số là buổi có học
    /// (study là nội dung hoặc true).
    /// en: The plan asks that the content follows guidance 09-HD/BTCTW of 2 March 2012 and Directive 05-CT/TW of 15 May
    /// 2016. The denominator is the regular and combined meetings of village cells in the year that record this part;
    /// the numerator is those that held it (study is a text or true).
    ///
    /// vi: Buổi không ghi study là chưa biết, không coi là thiếu; bản ghi có lỗi để ngoài.
    /// en: A meeting without the key study is unknown, never a shortfall; a record with an error is left out.
    ///
    /// vi: Một buổi có, một buổi không.
    /// en: One held it, one did not.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-01-05-regular.toml
    /// date = 2018-01-05
    /// kind = "regular"
    /// chair = "dv01"
    /// minutes_by = "dv04"
    /// counts = { expected = 5, present = 5 }
    ///
    /// [content]
    /// study = "Học Bác về tiết kiệm"
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// date = 2018-03-05
    /// kind = "combined"
    /// chair = "dv01"
    /// minutes_by = "dv04"
    /// counts = { expected = 5, present = 5 }
    ///
    /// [content]
    /// study = false
    /// ```
    /// ```text
    /// 2018: 1/2 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// chi-bo-thon-1/2018/2018-03-05-combined.toml:8:9: chưa đạt[hcm-study] buổi họp ngày 05/03/2018 không học tập tư tưởng, đạo đức, phong cách Hồ Chí Minh (study)
    /// chi-bo-thon-1/2018/2018-03-05-combined.toml:8:9: shortfall[hcm-study] the meeting of 2018-03-05 held no study of Hồ Chí Minh's thought, morality and style (study)
    /// ```
    ///
    /// vi: Có học; buổi kia không ghi; buổi chuyên đề không thuộc chỉ tiêu này.
    /// en: One held it, one does not record it; a thematic meeting is not of this target.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-01-05-regular.toml
    /// date = 2018-01-05
    /// kind = "regular"
    /// chair = "dv01"
    /// minutes_by = "dv04"
    /// counts = { expected = 5, present = 5 }
    ///
    /// [content]
    /// study = true
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// date = 2018-03-05
    /// kind = "combined"
    /// chair = "dv01"
    /// minutes_by = "dv04"
    /// counts = { expected = 5, present = 5 }
    ///
    /// [content]
    /// news = true
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-03-20-thematic.toml
    /// date = 2018-03-20
    /// kind = "thematic"
    /// chair = "dv01"
    /// minutes_by = "dv04"
    /// counts = { expected = 5, present = 5 }
    ///
    /// [content]
    /// study = false
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 1 coverage 1/1
    /// ```
    ///
    /// vi: Phần study không đọc được.
    /// en: The part cannot be read.
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
    ///
    /// [content]
    /// study = 1
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 1/1
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
    "hcm-study", ["2.II.1.1"], Goal::All, AtOnce, EachSubject,
    "Buổi họp có học tập theo Hồ Chí Minh" / "Meetings that study Hồ Chí Minh's example", Count::Cell(count),
    unknown "buổi họp chưa ghi phần này" / "meetings that do not record it"
}

fn count(_: &Commune<'_>, cell: &CellInYear<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    let found = meetings::of_year(cell, meetings::REGULAR);
    found.cover(ask, sink);
    let lang = ask.ctx.lang;
    for meeting in found.sound() {
        match told(meeting, |content| &content.study) {
            Told::Held => sink.holds(meeting.whole()),
            Told::NotRecorded => sink.unknown(meeting.whole(), 1),
            Told::Unclear => sink.left_out(meeting.whole()),
            Told::NotHeld(at) => sink.missing(meeting.whole(), 1, || {
                let day = date::show(meeting.day(), lang);
                let message = say!(
                    lang,
                    "buổi họp ngày {day} không học tập tư tưởng, đạo đức, phong cách Hồ Chí Minh (study)",
                    "the meeting of {day} held no study of Hồ Chí Minh's thought, morality and style (study)"
                );
                vec![Miss { place: meeting.place(at), period: Month::of(meeting.day()).iso(), message }]
            }),
        }
    }
    found.doubtful().for_each(|place| sink.left_out(place));
}
