use crate::{
    finding::{Flaws, Place},
    lang::say,
    register::{Commune, Lookup},
    targets::{Ask, CellInYear, Count, Goal, Miss, Sink, due, recorded, target},
};

target! {
    /// vi: Tỷ lệ chi bộ thôn đăng ký thi đua trong năm.
    /// en: The share of village cells that registered for emulation in the year.
    ///
    /// vi: Đề án yêu cầu hằng năm đăng ký thi đua. Mẫu số là chi bộ thôn mà năm đó là năm đến hạn (như
    /// leadership-resolution); tử số là chi bộ có ngày đăng ký ([emulation] registered) trong năm, không muộn hơn ngày
    /// chốt số liệu.
    /// en: The plan asks for a registration every year. The denominator is the village cells for which the year is due
    /// (as in leadership-resolution); the numerator is those with a day of registration ([emulation] registered) in the
    /// year, by the reference date.
    ///
    /// vi: Trước hạn (31/12) chưa đăng ký là đang thực hiện. Tệp năm không đọc được thì chi bộ để ngoài.
    /// en: Before the deadline (31 December) what is not done is in progress. Where the year's file cannot be read the
    /// cell is left out.
    ///
    /// vi: Đăng ký ngày 01/01.
    /// en: Registered on 1 January.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// emulation = { registered = 2018-01-01 }
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Ngày 31/12 năm trước không thuộc năm.
    /// en: 31 December of the year before is not in the year.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// emulation = { registered = 2017-12-31 }
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// chi-bo-thon-1/2018/year.toml:1:1: chưa đạt[emulation-registered] năm 2018 chưa đăng ký thi đua ([emulation] registered)
    /// chi-bo-thon-1/2018/year.toml:1:1: shortfall[emulation-registered] no registration for emulation is recorded in 2018 ([emulation] registered)
    /// ```
    ///
    /// vi: Ngày 31/12 còn tính.
    /// en: 31 December counts.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// emulation = { registered = 2018-12-31 }
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Ngày 01/01 năm sau thì không.
    /// en: 1 January of the next year does not.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// emulation = { registered = 2019-01-01 }
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// chi-bo-thon-1/2018/year.toml:1:1: chưa đạt[emulation-registered] năm 2018 chưa đăng ký thi đua ([emulation] registered)
    /// chi-bo-thon-1/2018/year.toml:1:1: shortfall[emulation-registered] no registration for emulation is recorded in 2018 ([emulation] registered)
    /// ```
    ///
    /// vi: Đã đăng ký thì đạt, dù chưa đến hạn.
    /// en: What is registered is done, before its deadline too.
    ///
    /// Gives, as of 2018-12-30:
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// emulation = { registered = 2018-02-05 }
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Trước hạn, chưa có tệp năm.
    /// en: Before the deadline, without a file of the year.
    ///
    /// Gives, as of 2018-12-30:
    /// ```delete chi-bo-thon-1/2018/year.toml
    /// ```
    /// ```text
    /// 2018: 0/1 progress needed 1 left-out 0 unknown 0 coverage 0/1
    /// ```
    ///
    /// vi: Khóa viết sai có thể là ngày đăng ký.
    /// en: A misspelt key may be the day.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// emulations = { registered = 2018-02-05 }
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Tệp năm không đọc được.
    /// en: The year's file cannot be read.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// grade =
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 0/1
    /// ```
    "emulation-registered", ["2.III.1.6"], Goal::All, Yearly, EachSubject,
    "Chi bộ đăng ký thi đua" / "Cells registered for emulation", Count::Cell(count)
}

fn count(_: &Commune<'_>, cell: &CellInYear<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    if !due::year(cell, ask, sink) {
        return;
    }
    let file = due::year_file(cell, ask.year);
    sink.cover(file.get().is_some_and(|file| file.speaks()));
    let (place, registered) = match file {
        Lookup::Found(file) => {
            let misspelt = file.has(Flaws::KEYS);
            let day = |emulation: &crate::records::cell_year::Emulation| {
                recorded::day(&emulation.registered, ask.days(), misspelt)
            };
            (file.whole(), recorded::within(&file.emulation, misspelt, day))
        }
        Lookup::Unread => (Place::path(cell.year_file()), None),
        Lookup::Missing => (cell.place(), Some(false)),
    };
    let (lang, year) = (ask.ctx.lang, ask.year);
    recorded::settle(place, registered, sink, || {
        let message = say!(
            lang,
            "năm {year} chưa đăng ký thi đua ([emulation] registered)",
            "no registration for emulation is recorded in {year} ([emulation] registered)"
        );
        Miss { place, period: ask.year_period(), message }
    });
}
