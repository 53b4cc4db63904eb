use crate::{
    finding::{Flaws, Place},
    lang::say,
    records::commune::CommuneYear,
    register::{Commune, Lookup, Record},
    targets::{Ask, Count, Goal, Miss, Sink, recorded, target},
    unit::join,
};

target! {
    /// vi: Tỷ lệ xã báo cáo việc thực hiện Đề án trong năm.
    /// en: The share of communes that reported on the plan in the year.
    ///
    /// vi: Đề án yêu cầu xã hằng năm báo cáo việc thực hiện. Mẫu số là xã mà năm đó là năm đến hạn (kỳ tính bắt đầu
    /// không muộn hơn 01/01); tử số là xã có ngày báo cáo (report) trong năm, không muộn hơn ngày chốt số liệu.
    /// en: The plan asks for a yearly report of the commune. The denominator is the communes for which the year is due
    /// (the period begins by 1 January); the numerator is those with a day of their report (report) in the year, by the
    /// reference date.
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
    /// report = 2018-12-31
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
    /// report = 2019-01-01
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// 2018/year.toml:1:1: chưa đạt[commune-report] năm 2018 chưa có báo cáo việc thực hiện Đề án (report)
    /// 2018/year.toml:1:1: shortfall[commune-report] no report on the plan (report) is recorded in 2018
    /// ```
    ///
    /// vi: Ngày 01/01.
    /// en: On 1 January.
    ///
    /// Gives:
    /// ```toml 2018/year.toml
    /// report = 2018-01-01
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
    /// report = 2017-12-31
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// 2018/year.toml:1:1: chưa đạt[commune-report] năm 2018 chưa có báo cáo việc thực hiện Đề án (report)
    /// 2018/year.toml:1:1: shortfall[commune-report] no report on the plan (report) is recorded in 2018
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
    /// commune.toml:1:1: chưa đạt[commune-report] năm 2018 chưa có báo cáo việc thực hiện Đề án (report)
    /// commune.toml:1:1: shortfall[commune-report] no report on the plan (report) is recorded in 2018
    /// ```
    ///
    /// vi: Ngày không đọc được.
    /// en: A day that cannot be read.
    ///
    /// Gives:
    /// ```toml 2018/year.toml
    /// report = "cuối năm"
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
    "commune-report", ["Part 3-3-2"], Goal::All, Yearly, EachSubject,
    "Xã báo cáo hằng năm về Đề án" / "Communes that reported on the plan", Count::Commune(count)
}

fn count(commune: &Commune<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    let (lang, year) = (ask.ctx.lang, ask.year);
    let told = |file: &Record<'_, CommuneYear>| recorded::day(&file.report, ask.days(), file.has(Flaws::KEYS));
    yearly(commune, ask, sink, told, |file| {
        let message = say!(
            lang,
            "năm {year} chưa có báo cáo việc thực hiện Đề án (report)",
            "no report on the plan (report) is recorded in {year}"
        );
        vec![Miss { place: file.map_or(commune.place(), |file| file.whole()), period: ask.year_period(), message }]
    });
}

/// Counts a commune by the file of its year, where the year is due. `told` is what the file says, `None` where that
/// cannot be read; a year without a file says no.
pub(super) fn yearly<'c, 'a>(
    commune: &'c Commune<'a>,
    ask: &Ask<'_>,
    sink: &mut Sink<'_, '_>,
    told: impl Fn(&Record<'a, CommuneYear>) -> Option<bool>,
    misses: impl FnOnce(Option<&'c Record<'a, CommuneYear>>) -> Vec<Miss<'c>>,
) {
    if !ask.ctx.is_due_year(ask.year) {
        return;
    }
    let path = join(&commune.unit, &format!("{}/year.toml", ask.year));
    let file = match commune.years.get(&ask.year).map(|book| &book.file) {
        Some(Lookup::Found(file)) => Some(file),
        Some(Lookup::Missing) | None => None,
        Some(Lookup::Unread) => {
            sink.cover(false);
            return sink.left_out(Place::path(&path));
        }
    };
    sink.cover(file.is_some_and(Record::speaks));
    let place = file.map_or(commune.place(), |file| file.whole());
    match file.map_or(Some(false), told) {
        Some(true) => sink.holds(place),
        Some(false) => sink.subject(place, misses(file)),
        None => sink.left_out(place),
    }
}
