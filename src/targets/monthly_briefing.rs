use crate::{
    date::Month,
    finding::Place,
    lang::say,
    records::briefing::BriefingRow,
    register::{Commune, Record, posts::DualPost},
    targets::{
        Ask, CellInYear, Count, Goal, Miss, Sink, briefings,
        dual_posts::{Standing, settle},
        due,
        months::Months,
        target,
    },
};

target! {
    /// vi: Tỷ lệ chi bộ thôn mà bí thư và trưởng thôn giao ban hằng tháng.
    /// en: The share of village cells whose secretary and head brief each other every month.
    ///
    /// vi: Đề án yêu cầu bí thư giao ban với trưởng thôn, phó trưởng thôn về việc trong tháng và tháng tới. Mẫu số là
    /// chi bộ thôn có ít nhất một tháng đến hạn (như monthly-meeting). Tử số là chi bộ mà mọi tháng đến hạn có buổi
    /// giao ban có cả bí thư và trưởng thôn ở briefings.csv. Buổi giao ban tính cho tháng ghi ở cột month, không ghi
    /// thì cho tháng của ngày.
    /// en: The plan asks that secretary, head and deputy brief each other on the month's work and the next. The
    /// denominator is the village cells with at least one due month (as in monthly-meeting). The numerator is those
    /// with a briefing that both secretary and head attended, in briefings.csv, for every due month. A briefing counts
    /// for the month in the column month, else for that of its date.
    ///
    /// vi: Tháng có giao ban mà không ghi ai dự là chưa biết. Dòng hoặc tệp không đọc được mà có thể là của tháng thiếu
    /// thì chi bộ để ngoài; dòng bí thư hay trưởng thôn không đọc được cũng vậy. Ở sổ riêng của một chi bộ, không biết
    /// ai là trưởng thôn, nên chi bộ thiếu giao ban là chưa biết.
    /// en: A month whose briefing does not record who came is unknown. Where a row or file that cannot be read may be
    /// of a month that lacks one, the cell is left out; so is a cell whose secretary or head cannot be read. In the
    /// register of a single cell nobody knows who the head is, and a cell that lacks briefings is unknown.
    ///
    /// vi: Nơi bí thư kiêm trưởng thôn thì không có hai người để giao ban, nên để riêng; cách hiểu khác, tính cả kiêm
    /// nhiệm, in bên cạnh.
    /// en: Where the secretary is the head there are no two to brief each other, and the cell stands apart; the other
    /// reading, which counts it, is printed beside.
    ///
    /// vi: Đủ ba tháng đến hạn; giao ban tháng 2 muộn sang tháng 3.
    /// en: All three due months; February's briefing was held in March.
    ///
    /// Gives, as of 2018-04-10:
    /// ```csv chi-bo-thon-1/2018/briefings.csv
    /// date,month,secretary,head
    /// 2018-01-25,,yes,yes
    /// 2018-03-02,2018-02,yes,yes
    /// 2018-03-25,,yes,yes
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1 apart 0 other 1/1
    /// ```
    ///
    /// vi: Trưởng thôn vắng buổi tháng 3, bí thư vắng buổi tháng 2.
    /// en: The head was not there in March, nor the secretary in February.
    ///
    /// Gives, as of 2018-04-10:
    /// ```csv chi-bo-thon-1/2018/briefings.csv
    /// date,month,secretary,head
    /// 2018-01-25,,yes,yes
    /// 2018-02-25,,no,yes
    /// 2018-03-25,,yes,no
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1 apart 0 other 0/1
    /// chi-bo-thon-1/2018/briefings.csv:3:1: chưa đạt[monthly-briefing] tháng 02/2018 chưa có buổi giao ban của bí thư và trưởng thôn
    /// chi-bo-thon-1/2018/briefings.csv:4:1: chưa đạt[monthly-briefing] tháng 03/2018 chưa có buổi giao ban của bí thư và trưởng thôn
    /// chi-bo-thon-1/2018/briefings.csv:3:1: shortfall[monthly-briefing] secretary and head had no briefing for 2018-02
    /// chi-bo-thon-1/2018/briefings.csv:4:1: shortfall[monthly-briefing] secretary and head had no briefing for 2018-03
    /// ```
    ///
    /// vi: Thiếu tháng 3; ngày 09/4 chưa đến hạn.
    /// en: March is missing; on 9 April it is not due yet.
    ///
    /// Gives, as of 2018-04-09:
    /// ```csv chi-bo-thon-1/2018/briefings.csv
    /// date,month,secretary,head
    /// 2018-01-25,,yes,yes
    /// 2018-02-25,,yes,yes
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1 apart 0 other 1/1
    /// ```
    ///
    /// vi: Buổi của tháng 12 ngày 02/01 ở sau kỳ tính.
    /// en: December's briefing of 2 January is after the period.
    ///
    /// Gives:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2018-12-01, until = 2018-12-31 }
    /// ```
    /// ```delete chi-bo-thon-1/2018/briefings.csv
    /// ```
    /// ```csv chi-bo-thon-1/2019/briefings.csv
    /// date,month,secretary,head
    /// 2019-01-02,2018-12,yes,yes
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 0/1 apart 0 other 0/1
    /// chi-bo-thon-1/cell.toml:1:1: chưa đạt[monthly-briefing] tháng 12/2018 chưa có buổi giao ban của bí thư và trưởng thôn
    /// chi-bo-thon-1/cell.toml:1:1: shortfall[monthly-briefing] secretary and head had no briefing for 2018-12
    /// ```
    ///
    /// vi: Kỳ tính đến 02/01 thì tính.
    /// en: It counts where the period reaches that day.
    ///
    /// Gives:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2018-12-01, until = 2019-01-02 }
    /// ```
    /// ```delete chi-bo-thon-1/2018/briefings.csv
    /// ```
    /// ```csv chi-bo-thon-1/2019/briefings.csv
    /// date,month,secretary,head
    /// 2019-01-02,2018-12,yes,yes
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1 apart 0 other 1/1
    /// 2019: 0/0 no-data needed 0 left-out 0 unknown 0 coverage 0/0 apart 0 other 0/0
    /// ```
    ///
    /// vi: Không ghi trưởng thôn có dự không.
    /// en: It is not recorded whether the head came.
    ///
    /// Gives, as of 2018-04-10:
    /// ```csv chi-bo-thon-1/2018/briefings.csv
    /// date,month,secretary,head
    /// 2018-01-25,,yes,yes
    /// 2018-02-25,,yes,yes
    /// 2018-03-25,,yes,
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 0 unknown 1 coverage 1/1 apart 0 other 0/0
    /// ```
    ///
    /// vi: Dòng không đọc được có thể là của tháng 3.
    /// en: A row that cannot be read may be of March.
    ///
    /// Gives, as of 2018-04-10:
    /// ```csv chi-bo-thon-1/2018/briefings.csv
    /// date,month,secretary,head
    /// 2018-01-25,,yes,yes
    /// 2018-02-25,,yes,yes
    /// 25 tháng 3,,yes,yes
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 1/1 apart 0 other 0/0
    /// ```
    ///
    /// vi: Dòng năm sau không đọc được có thể là của tháng 12.
    /// en: A row of the next year that cannot be read may be of December.
    ///
    /// Gives:
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2018-11-01, until = 2019-01-02 }
    /// ```
    /// ```csv chi-bo-thon-1/2018/briefings.csv
    /// date,month,secretary,head
    /// 2018-11-25,,yes,yes
    /// ```
    /// ```csv chi-bo-thon-1/2019/briefings.csv
    /// date,month,secretary,head
    /// đầu năm,2018-12,yes,yes
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 1/1 apart 0 other 0/0
    /// 2019: 0/0 no-data needed 0 left-out 0 unknown 0 coverage 0/0 apart 0 other 0/0
    /// ```
    ///
    /// vi: Tháng không đọc được có thể là tháng bên cạnh.
    /// en: A month that cannot be read may be one beside the date.
    ///
    /// Gives, as of 2018-04-10:
    /// ```csv chi-bo-thon-1/2018/briefings.csv
    /// date,month,secretary,head
    /// 2018-01-25,,yes,yes
    /// 2018-02-25,,yes,yes
    /// 2018-04-02,ba,yes,yes
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 1/1 apart 0 other 0/0
    /// ```
    ///
    /// vi: Bí thư kiêm trưởng thôn.
    /// en: The secretary is the head.
    ///
    /// Gives, as of 2018-04-10:
    /// ```csv officials.csv
    /// id,village,role,from,until,how,party_since,cell,member
    /// tt01,thon-1,head,2017-01-01,,elected,2001-01-01,chi-bo-thon-1,dv01
    /// ```
    /// ```csv chi-bo-thon-1/2018/briefings.csv
    /// date,month,secretary,head
    /// 2018-01-25,,yes,yes
    /// 2018-02-25,,yes,yes
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 0 unknown 0 coverage 1/1 apart 1 other 0/1
    /// ```
    "monthly-briefing", ["2.III.2.1-1"], Goal::All, AtOnce, EachSubject,
    "Bí thư, trưởng thôn giao ban hằng tháng" / "Cells with a briefing every month",
    Count::Cell(count),
    other "tính cả bí thư kiêm trưởng thôn" / "dual posts counted",
    unknown "chi bộ chưa rõ giao ban" / "cells whose briefings are not told"
}

fn count(commune: &Commune<'_>, cell: &CellInYear<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    let Some(due) = due::months(cell, ask, sink) else { return };
    if due.is_empty() {
        return;
    }
    let (mut missing, mut doubtful, mut recorded) = (Vec::new(), Vec::new(), true);
    let of_year: Vec<(Month, &Record<'_, BriefingRow<'_>>)> = briefings::of_year(cell, ask).collect();
    let of_month = |month| of_year.iter().filter(move |(of, _)| *of == month).map(|(_, row)| *row);
    let is_held = |row: &BriefingRow<'_>| briefings::both_came(row) == Some(true);
    let held = of_year.iter().filter(|(_, row)| is_held(row)).map(|(month, _)| *month);
    let without = due.without(Months::of(ask.year, held));
    let has_data = due.meets(Months::of(ask.year, of_year.iter().map(|(month, _)| *month)));
    if sink.is_traced() {
        for month in due.without(without) {
            let row = of_month(month).find(|row| is_held(row));
            row.into_iter().for_each(|row| sink.seen(row.whole(), |lang| month.show(lang)));
        }
    }
    for month in without {
        doubtful.extend(briefings::doubtful(cell, month));
        if of_month(month).any(|row| briefings::both_came(row).is_none()) {
            recorded = false;
        } else {
            missing.push((month, of_month(month).next().map_or(cell.place(), Record::whole)));
        }
    }
    let dual = cell.dual_post();
    sink.cover(has_data || matches!(dual, DualPost::Yes));
    let lacks_head = commune.outside && !missing.is_empty();
    let standing = if !doubtful.is_empty() {
        Standing::Doubtful(doubtful)
    } else if lacks_head || missing.is_empty() && !recorded {
        Standing::NotRecorded
    } else if missing.is_empty() {
        Standing::Holds(cell.place())
    } else {
        Standing::Lacking(missing.len())
    };
    let misses = || missing.into_iter().map(|(month, place)| miss(month, place, ask)).collect();
    settle(cell.place(), standing, dual, misses, ask, sink);
}

fn miss<'c>(month: Month, place: Place<'c>, ask: &Ask<'_>) -> Miss<'c> {
    let (lang, shown) = (ask.ctx.lang, month.show(ask.ctx.lang));
    let message = say!(
        lang,
        "tháng {shown} chưa có buổi giao ban của bí thư và trưởng thôn",
        "secretary and head had no briefing for {shown}"
    );
    Miss { place, period: month.iso(), message }
}
