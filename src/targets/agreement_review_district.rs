use crate::{
    date::{Span, ymd},
    finding::{Flaws, Place},
    lang::say,
    register::{Lookup, Record, upper::District},
    targets::{Ask, Count, Goal, Miss, Sink, recorded, target},
    unit::{UnitLevel, join},
};

target! {
    /// vi: Tỷ lệ huyện đã đánh giá quy chế phối hợp sau một năm.
    /// en: The share of districts that reviewed the agreements after one year.
    ///
    /// vi: Đề án yêu cầu huyện đánh giá sau một năm thực hiện. Mẫu số là mọi huyện; tử số là huyện có ngày hội nghị
    /// (conference ở year.toml của huyện) trong các năm 2017–2018, không muộn hơn ngày chốt số liệu.
    /// en: The plan asks each district for a review after one year. The denominator is all districts; the numerator is
    /// those with a day of the conference (conference in a year.toml of the district) within 2017–2018, by the
    /// reference date.
    ///
    /// vi: Trước ngày 31/12/2018 huyện chưa có là đang thực hiện. Tệp năm không đọc được mà có thể ghi hội nghị thì
    /// huyện để ngoài.
    /// en: Before 31 December 2018 a district without one is in progress. Where a year's file that cannot be read may
    /// tell of it the district is left out.
    ///
    /// vi: Ngày 31/12/2018.
    /// en: On 31 December 2018.
    ///
    /// Gives:
    /// ```toml 2018/year.toml
    /// conference = 2018-12-31
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Ngày 01/01/2019.
    /// en: On 1 January 2019.
    ///
    /// Gives:
    /// ```delete 2018/year.toml
    /// ```
    /// ```toml 2019/year.toml
    /// conference = 2019-01-01
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// district.toml:1:1: chưa đạt[agreement-review-district] huyện chưa có hội nghị đánh giá quy chế phối hợp trong các năm 2017–2018 (conference)
    /// district.toml:1:1: shortfall[agreement-review-district] the district had no conference on the agreements within 2017–2018 (conference)
    /// ```
    ///
    /// vi: Ngày 01/01/2017.
    /// en: On 1 January 2017.
    ///
    /// Gives:
    /// ```delete 2018/year.toml
    /// ```
    /// ```toml 2017/year.toml
    /// conference = 2017-01-01
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Ngày 31/12/2016.
    /// en: On 31 December 2016.
    ///
    /// Gives:
    /// ```delete 2018/year.toml
    /// ```
    /// ```toml 2016/year.toml
    /// conference = 2016-12-31
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// district.toml:1:1: chưa đạt[agreement-review-district] huyện chưa có hội nghị đánh giá quy chế phối hợp trong các năm 2017–2018 (conference)
    /// district.toml:1:1: shortfall[agreement-review-district] the district had no conference on the agreements within 2017–2018 (conference)
    /// ```
    ///
    /// vi: Ngày 30/12/2018 chưa có.
    /// en: None yet on 30 December 2018.
    ///
    /// Gives, as of 2018-12-30:
    /// ```delete 2018/year.toml
    /// ```
    /// ```text
    /// 2018: 0/1 progress needed 1 left-out 0 unknown 0 coverage 0/1
    /// ```
    ///
    /// vi: Ngày 31/12/2018 vẫn chưa có.
    /// en: Still none on 31 December 2018.
    ///
    /// Gives, as of 2018-12-31:
    /// ```delete 2018/year.toml
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 0/1
    /// district.toml:1:1: chưa đạt[agreement-review-district] huyện chưa có hội nghị đánh giá quy chế phối hợp trong các năm 2017–2018 (conference)
    /// district.toml:1:1: shortfall[agreement-review-district] the district had no conference on the agreements within 2017–2018 (conference)
    /// ```
    ///
    /// vi: Tệp năm không đọc được.
    /// en: A year's file that cannot be read.
    ///
    /// Gives:
    /// ```toml 2018/year.toml
    /// conference =
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 0/1
    /// ```
    "agreement-review-district", ["2.III.2.2-5"], Goal::All, EndOf2018, EachSubject,
    "Huyện đánh giá quy chế phối hợp sau một năm" / "Districts that reviewed the agreements after a year",
    Count::District(count)
}

fn count(district: &District<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    let within = Span { from: ymd(2017, 1, 1), until: ask.reference.min(ymd(2018, 12, 31)) };
    sink.cover(district.years.values().any(|file| file.get().is_some_and(Record::speaks)));
    let paths: Vec<(i32, String)> =
        district.years.keys().map(|year| (*year, join(&district.unit, &format!("{year}/year.toml")))).collect();
    let mut doubtful = Vec::new();
    for (file, (year, path)) in district.years.values().zip(&paths) {
        let told = match file {
            Lookup::Found(file) => recorded::day(&file.conference, within, file.has(Flaws::KEYS)),
            // The conference of a year is in that year's file.
            Lookup::Unread if (2017..=2018).contains(year) => None,
            Lookup::Unread | Lookup::Missing => Some(false),
        };
        match told {
            Some(true) => return sink.holds(Place::path(path)),
            Some(false) => {}
            None => doubtful.push(Place::path(path)),
        }
    }
    if !doubtful.is_empty() {
        return doubtful.into_iter().for_each(|place| sink.left_out(place));
    }
    let marker = ask.ctx.own_path(&district.unit, UnitLevel::District);
    let place = district.file.get().map_or(Place::path(&marker), |file| file.whole());
    let message = say!(
        ask.ctx.lang,
        "huyện chưa có hội nghị đánh giá quy chế phối hợp trong các năm 2017–2018 (conference)",
        "the district had no conference on the agreements within 2017–2018 (conference)"
    );
    sink.subject(place, vec![Miss { place, period: ask.year_period(), message }]);
}
