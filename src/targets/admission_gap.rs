use crate::{
    date::{Date, months_before, show},
    finding::{Flaws, Place},
    lang::say,
    records::member::MemberRow,
    register::{Cell, Commune, Lookup, Record},
    targets::{Ask, CellInYear, Count, Goal, Miss, Sink, due, target},
};

target! {
    /// vi: Tỷ lệ chi bộ thôn còn nguồn mà có kết nạp đảng viên trong 24 tháng.
    /// en: The share of village cells with candidates that admitted a member within 24 months.
    ///
    /// vi: Đề án yêu cầu không để chi bộ 2–3 năm không kết nạp được đảng viên nơi còn nguồn. Mẫu số là chi bộ thôn đang
    /// hoạt động ở ngày chốt số liệu mà năm đó còn nguồn (candidates lớn hơn 0). Tử số là chi bộ có đảng viên được kết
    /// nạp vào chính chi bộ trong 24 tháng tính đến ngày ấy; người chuyển đến sau khi vào Đảng và người sinh hoạt tạm
    /// thời không tính. Ngày chỉ ghi tháng hoặc năm lấy ngày muộn nhất.
    /// en: The plan asks that no cell with candidates goes 2–3 years without admitting a member. The denominator is the
    /// village cells that exist on the reference date and have candidates that year (candidates over 0). The numerator
    /// is those into which a member was admitted within the 24 months to that date; who came after admission elsewhere
    /// and who is there temporarily do not count. A date of which only the month or year is known is its latest day.
    ///
    /// vi: Không ghi candidates là chưa biết. Danh sách hoặc tệp năm không đọc được thì chi bộ để ngoài.
    /// en: Where candidates is not recorded the cell is unknown. Where the roster or the year's file cannot be read it
    /// is left out.
    ///
    /// vi: Kết nạp đúng 24 tháng trước.
    /// en: Admitted 24 months ago to the day.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// candidates = 1
    /// ```
    /// ```csv chi-bo-thon-1/members.csv
    /// id,admitted,official,from,until,temporary
    /// dv01,2001-01-01,2002-01-01,,,
    /// dv02,2016-12-31,2017-12-31,2016-12-31,,
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Kết nạp đúng ngày chốt.
    /// en: Admitted on the reference date.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// candidates = 1
    /// ```
    /// ```csv chi-bo-thon-1/members.csv
    /// id,admitted,official,from,until,temporary
    /// dv01,2001-01-01,2002-01-01,,,
    /// dv02,2018-12-31,,2018-12-31,,
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Trước đó một ngày.
    /// en: A day earlier.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// candidates = 1
    /// ```
    /// ```csv chi-bo-thon-1/members.csv
    /// id,admitted,official,from,until,temporary
    /// dv01,2001-01-01,2002-01-01,,,
    /// dv02,2016-12-30,2017-12-30,2016-12-30,,
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// chi-bo-thon-1/2018/year.toml:1:14: chưa đạt[admission-gap] còn nguồn mà quá 24 tháng không kết nạp đảng viên (lần gần nhất 30/12/2016)
    /// chi-bo-thon-1/2018/year.toml:1:14: shortfall[admission-gap] there are candidates, and no member was admitted for over 24 months (the last one 2016-12-30)
    /// ```
    ///
    /// vi: Đúng 36 tháng trước; người kết nạp sau ngày chốt không tính.
    /// en: 36 months ago to the day; who was admitted after the reference date does not count.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// candidates = 1
    /// ```
    /// ```csv chi-bo-thon-1/members.csv
    /// id,admitted,official,from,until,temporary
    /// dv01,2001-01-01,2002-01-01,,,
    /// dv02,2015-12-31,2016-12-31,,,
    /// dv03,2019-01-01,,2019-01-01,,
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// chi-bo-thon-1/2018/year.toml:1:14: chưa đạt[admission-gap] còn nguồn mà quá 24 tháng không kết nạp đảng viên (lần gần nhất 31/12/2015)
    /// chi-bo-thon-1/2018/year.toml:1:14: shortfall[admission-gap] there are candidates, and no member was admitted for over 24 months (the last one 2015-12-31)
    /// ```
    ///
    /// vi: Quá 36 tháng; kết nạp nơi khác rồi chuyển đến, hoặc sinh hoạt tạm thời, thì không tính.
    /// en: Over 36 months; who was admitted elsewhere and came later, or is there temporarily, does not count.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// candidates = 1
    /// ```
    /// ```csv chi-bo-thon-1/members.csv
    /// id,admitted,official,from,until,temporary
    /// dv01,2001-01-01,2002-01-01,,,
    /// dv02,2015-12-30,2016-12-30,,,
    /// dv03,2018-02-01,,2018-02-02,,
    /// dv04,2018-02-01,,,,yes
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// chi-bo-thon-1/2018/year.toml:1:14: chưa đạt[admission-gap] còn nguồn mà quá 36 tháng không kết nạp đảng viên (lần gần nhất 30/12/2015)
    /// chi-bo-thon-1/2018/year.toml:1:14: shortfall[admission-gap] there are candidates, and no member was admitted for over 36 months (the last one 2015-12-30)
    /// ```
    ///
    /// vi: Không còn nguồn.
    /// en: There are no candidates.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// candidates = 0
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Không ghi còn nguồn hay không.
    /// en: It is not recorded whether there are.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// grade = "good"
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 0 unknown 1 coverage 0/1
    /// ```
    ///
    /// vi: Danh sách có dòng không đọc được.
    /// en: The roster has a row that cannot be read.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// candidates = 1
    /// ```
    /// ```csv chi-bo-thon-1/members.csv
    /// id,admitted,official,from,until,temporary
    /// dv01,2001-01-01,2002-01-01,,,
    /// dv02,,,,,
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 1/1
    /// ```
    "admission-gap", ["2.I.2.1-7"], Goal::All, AtOnce, EachSubject,
    "Chi bộ còn nguồn có kết nạp trong 24 tháng" / "Cells that admitted within 24 months",
    Count::Cell(count),
    unknown "chi bộ chưa ghi số nguồn kết nạp" / "cells that do not record their candidates"
}

/// Plan 2.I.2.1-7: "2–3 years".
const GAPS: [u32; 2] = [24, 36];

fn count(_: &Commune<'_>, cell: &CellInYear<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    if !due::alive(cell, ask, sink) {
        return;
    }
    let file = match due::year_file(cell, ask.year) {
        Lookup::Found(file) => file,
        Lookup::Missing => {
            sink.cover(false);
            return sink.unknown(cell.place(), 1);
        }
        Lookup::Unread => {
            sink.cover(false);
            return sink.left_out(Place::path(cell.year_file()));
        }
    };
    sink.cover(file.candidates.get().is_some());
    let candidates = match file.candidates.said() {
        Some((0, at)) => {
            return sink.seen(file.place(at), |lang| {
                say!(lang, "không tính: không còn nguồn (candidates = 0)", "not counted: no candidates are left")
            });
        }
        Some((_, at)) => file.place(at),
        None if file.candidates.is_unread() || file.has(Flaws::KEYS) => return sink.left_out(file.whole()),
        None => return sink.unknown(file.whole(), 1),
    };
    let since = GAPS.map(|months| months_before(ask.reference, months));
    let latest = admissions(cell).filter(|(_, day)| *day <= ask.reference).max_by_key(|(_, day)| *day);
    if let Some((row, _)) = latest.filter(|(_, day)| *day >= since[0]) {
        return sink.holds(row.whole());
    }
    let doubtful = doubtful(cell);
    if !doubtful.is_empty() {
        return doubtful.into_iter().for_each(|place| sink.left_out(place));
    }
    let is_longer = latest.is_none_or(|(_, day)| day < since[1]);
    let (lang, months) = (ask.ctx.lang, GAPS[usize::from(is_longer)]);
    let last = latest.map(|(_, day)| show(day, lang));
    let last = last.map(|day| say!(lang, " (lần gần nhất {day})", " (the last one {day})")).unwrap_or_default();
    let message = say!(
        lang,
        "còn nguồn mà quá {months} tháng không kết nạp đảng viên{last}",
        "there are candidates, and no member was admitted for over {months} months{last}"
    );
    sink.subject(cell.place(), vec![Miss { place: candidates, period: ask.year_period(), message }]);
}

/// Those admitted to the Party in this cell, and when at the latest.
fn admissions<'c, 'a>(cell: &'c Cell<'a>) -> impl Iterator<Item = (&'c Record<'a, MemberRow<'a>>, Date)> {
    let rows = cell.members.rows.iter().filter(|row| !is_unclear(row));
    let own = rows.filter(|row| !row.temporary.copied().is_some_and(|temporary| temporary.0));
    own.map(|row| (row, row.admitted.latest())).filter(|(row, day)| row.from.copied().is_none_or(|from| from.0 <= *day))
}

fn is_unclear(row: &Record<'_, MemberRow<'_>>) -> bool {
    row.has(Flaws::WHOLE.and(Flaws::TIME)) || row.from.is_unread() || row.temporary.is_unread()
}

/// Records that may be the admission, but cannot be read.
fn doubtful<'c>(cell: &'c Cell<'_>) -> Vec<Place<'c>> {
    let table = || cell.members.place().unwrap_or(cell.place());
    let unread = cell.members.unread.then(table);
    let rows = cell.members.rows.iter().filter(|row| is_unclear(row)).map(|row| row.whole());
    unread.into_iter().chain(rows).collect()
}
