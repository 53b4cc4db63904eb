use crate::{
    finding::Flaws,
    lang::say,
    register::Commune,
    targets::{Ask, Count, Goal, Miss, Sink, commune_report, recorded, target},
};

target! {
    /// vi: Tỷ lệ xã có hội nghị đánh giá quy chế phối hợp trong năm.
    /// en: The share of communes with a conference on the agreements in the year.
    ///
    /// vi: Đề án yêu cầu xã hằng năm đánh giá việc thực hiện quy chế phối hợp. Mẫu số là xã mà năm đó là năm đến hạn
    /// (kỳ tính bắt đầu không muộn hơn 01/01); tử số là xã có ngày hội nghị (conference) trong năm, không muộn hơn ngày
    /// chốt số liệu.
    /// en: The plan asks that the commune reviews the agreements every year. The denominator is the communes for which
    /// the year is due (the period begins by 1 January); the numerator is those with a day of the conference
    /// (conference) in the year, by the reference date.
    ///
    /// vi: Trước hạn (31/12) chưa có là đang thực hiện. Tệp năm không đọc được thì xã để ngoài.
    /// en: Before the deadline (31 December) what is not done is in progress. Where the year's file cannot be read the
    /// commune is left out.
    ///
    /// vi: Ngày 31/12.
    /// en: On 31 December.
    ///
    /// Gives:
    /// ```toml 2018/year.toml
    /// conference = 2018-12-31
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Ngày 01/01 năm sau không thuộc năm.
    /// en: 1 January of the next year is not in the year.
    ///
    /// Gives:
    /// ```toml 2018/year.toml
    /// conference = 2019-01-01
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// 2018/year.toml:1:1: chưa đạt[agreement-review-commune] năm 2018 chưa có hội nghị đánh giá quy chế phối hợp (conference)
    /// 2018/year.toml:1:1: shortfall[agreement-review-commune] no conference on the agreements (conference) is recorded in 2018
    /// ```
    ///
    /// vi: Ngày 01/01.
    /// en: On 1 January.
    ///
    /// Gives:
    /// ```toml 2018/year.toml
    /// conference = 2018-01-01
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Ngày 31/12 năm trước không thuộc năm.
    /// en: 31 December of the year before is not in the year.
    ///
    /// Gives:
    /// ```toml 2018/year.toml
    /// conference = 2017-12-31
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// 2018/year.toml:1:1: chưa đạt[agreement-review-commune] năm 2018 chưa có hội nghị đánh giá quy chế phối hợp (conference)
    /// 2018/year.toml:1:1: shortfall[agreement-review-commune] no conference on the agreements (conference) is recorded in 2018
    /// ```
    ///
    /// vi: Trước hạn, chưa có tệp năm.
    /// en: Before the deadline, without a file of the year.
    ///
    /// Gives, as of 2018-12-30:
    /// ```delete 2018/year.toml
    /// ```
    /// ```text
    /// 2018: 0/1 progress needed 1 left-out 0 unknown 0 coverage 0/1
    /// ```
    ///
    /// vi: Đến hạn.
    /// en: On the deadline.
    ///
    /// Gives, as of 2018-12-31:
    /// ```delete 2018/year.toml
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 0/1
    /// commune.toml:1:1: chưa đạt[agreement-review-commune] năm 2018 chưa có hội nghị đánh giá quy chế phối hợp (conference)
    /// commune.toml:1:1: shortfall[agreement-review-commune] no conference on the agreements (conference) is recorded in 2018
    /// ```
    ///
    /// vi: Ngày không đọc được.
    /// en: A day that cannot be read.
    ///
    /// Gives:
    /// ```toml 2018/year.toml
    /// conference = "cuối năm"
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Tệp năm không đọc được.
    /// en: The year's file cannot be read.
    ///
    /// Gives:
    /// ```toml 2018/year.toml
    /// conference =
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 0/1
    /// ```
    ///
    /// vi: Kỳ tính bắt đầu ngày 02/01 không trọn năm.
    /// en: A period from 2 January does not hold the whole year.
    ///
    /// Gives:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2018-01-02, until = 2018-12-31 }
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 0 unknown 0 coverage 0/0
    /// ```
    "agreement-review-commune", ["2.III.2.2-5"], Goal::All, Yearly, EachSubject,
    "Xã đánh giá quy chế phối hợp hằng năm" / "Communes that reviewed the agreements", Count::Commune(count)
}

fn count(commune: &Commune<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    let (lang, year) = (ask.ctx.lang, ask.year);
    let told = |file: &crate::register::Record<'_, crate::records::commune::CommuneYear>| {
        recorded::day(&file.conference, ask.days(), file.has(Flaws::KEYS))
    };
    commune_report::yearly(commune, ask, sink, told, |file| {
        let message = say!(
            lang,
            "năm {year} chưa có hội nghị đánh giá quy chế phối hợp (conference)",
            "no conference on the agreements (conference) is recorded in {year}"
        );
        vec![Miss { place: file.map_or(commune.place(), |file| file.whole()), period: ask.year_period(), message }]
    });
}
