use std::collections::BTreeSet;

use crate::{
    finding::Flaws,
    lang::say,
    parse::Vocabulary,
    records::commune::{Audience, CommuneYear},
    register::{Commune, Record},
    targets::{Ask, Count, Goal, Miss, Sink, commune_report, target},
};

target! {
    /// vi: Tỷ lệ xã bồi dưỡng đủ chi ủy, trưởng thôn, phó trưởng thôn trong năm.
    /// en: The share of communes whose training of the year reached committees, heads and deputies.
    ///
    /// vi: Đề án yêu cầu hằng năm bồi dưỡng chi ủy, trưởng thôn, phó trưởng thôn. Mẫu số là xã mà năm đó là năm đến hạn
    /// (kỳ tính bắt đầu không muộn hơn 01/01); tử số là xã mà các lớp trong năm ([[training]]), không muộn hơn ngày
    /// chốt số liệu, cộng lại có đủ cả ba đối tượng.
    /// en: The plan asks for yearly training of committees, heads and deputies. The denominator is the communes for
    /// which the year is due (the period begins by 1 January); the numerator is those whose trainings of the year
    /// ([[training]]), by the reference date, together reach all three.
    ///
    /// vi: Trước hạn (31/12) chưa đủ là đang thực hiện. Tệp năm không đọc được thì xã để ngoài.
    /// en: Before the deadline (31 December) what is not complete is in progress. Where the year's file cannot be read
    /// the commune is left out.
    ///
    /// vi: Hai lớp cộng lại đủ ba đối tượng, ngày 01/01 và 31/12.
    /// en: Two trainings together reach all three, on 1 January and 31 December.
    ///
    /// Gives:
    /// ```toml 2018/year.toml
    /// [[training]]
    /// date = 2018-01-01
    /// audience = ["committee"]
    /// [[training]]
    /// date = 2018-12-31
    /// audience = ["head", "deputy"]
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Lớp của ngày 31/12 năm trước và 01/01 năm sau không thuộc năm.
    /// en: Trainings of 31 December before and 1 January after are not of the year.
    ///
    /// Gives:
    /// ```toml 2018/year.toml
    /// [[training]]
    /// date = 2017-12-31
    /// audience = ["committee"]
    /// [[training]]
    /// date = 2018-05-01
    /// audience = ["head"]
    /// [[training]]
    /// date = 2019-01-01
    /// audience = ["deputy"]
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// 2018/year.toml:1:1: chưa đạt[annual-training] năm 2018 chưa bồi dưỡng: chi ủy, phó trưởng thôn ([[training]])
    /// 2018/year.toml:1:1: shortfall[annual-training] no training of 2018 reached: committee, deputy heads ([[training]])
    /// ```
    ///
    /// vi: Trước hạn.
    /// en: Before the deadline.
    ///
    /// Gives, as of 2018-12-30:
    /// ```delete 2018/year.toml
    /// ```
    /// ```text
    /// 2018: 0/1 progress needed 1 left-out 0 unknown 0 coverage 0/1
    /// ```
    ///
    /// vi: Đối tượng không đọc được.
    /// en: An audience that cannot be read.
    ///
    /// Gives:
    /// ```toml 2018/year.toml
    /// [[training]]
    /// date = 2018-05-01
    /// audience = ["committee", "head", "phó"]
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
    /// report =
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 0/1
    /// ```
    ///
    /// vi: Kỳ tính bắt đầu ngày 02/01.
    /// en: The period begins on 2 January.
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
    "annual-training", ["2.III.1.3"], Goal::All, Yearly, EachSubject,
    "Xã bồi dưỡng chi ủy, trưởng, phó thôn" / "Communes with the yearly training",
    Count::Commune(count)
}

fn count(commune: &Commune<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    commune_report::yearly(
        commune,
        ask,
        sink,
        |file| is_complete(file, ask),
        |file| {
            let lang = ask.ctx.lang;
            let reached = file.map(|file| reached(file, ask)).unwrap_or_default();
            let missing = Audience::ALL.iter().filter(|audience| !reached.contains(audience));
            let missing: Vec<&str> = missing.map(|audience| audience.label().of(lang)).collect();
            let (missing, year) = (missing.join(", "), ask.year);
            let message = say!(
                lang,
                "năm {year} chưa bồi dưỡng: {missing} ([[training]])",
                "no training of {year} reached: {missing} ([[training]])"
            );
            vec![Miss { place: file.map_or(commune.place(), |file| file.whole()), period: ask.year_period(), message }]
        },
    );
}

fn is_complete(file: &Record<'_, CommuneYear>, ask: &Ask<'_>) -> Option<bool> {
    let complete = reached(file, ask).len() == Audience::ALL.len();
    let unclear = file.has(Flaws::KEYS)
        || file.training.has_unread()
        || file.training.each().any(|(training, _)| training.audience.has_unread());
    (complete || !unclear).then_some(complete)
}

/// Whom the trainings of the year reached.
fn reached(file: &CommuneYear, ask: &Ask<'_>) -> BTreeSet<Audience> {
    let trainings = file.training.each().filter(|(training, _)| ask.days().covers(training.date.0));
    trainings.flat_map(|(training, _)| training.audience.each().map(|(audience, _)| *audience)).collect()
}
