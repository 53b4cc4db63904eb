use crate::{
    date::{Month, Quarter},
    finding::{Flaws, Place},
    lang::say,
    register::{Cell, Commune, Lookup, meeting::Weighed},
    targets::{Ask, CellInYear, Count, Goal, Miss, Sink, doubt, due, meetings, months::Months, target},
};

target! {
    /// vi: Tỷ lệ chi bộ thôn có kế hoạch và mỗi quý sinh hoạt chuyên đề ít nhất một lần.
    /// en: The share of village cells that planned themes and held at least one in every quarter.
    ///
    /// vi: Đề án yêu cầu 100% chi bộ xây dựng kế hoạch và mỗi quý sinh hoạt chuyên đề ít nhất một lần. Mẫu số là chi bộ
    /// thôn có ít nhất một quý đến hạn (nằm trọn trong thời gian chi bộ tồn tại và kỳ tính, đã hết và qua hạn chờ). Tử
    /// số là chi bộ đã thông qua kế hoạch năm, không muộn hơn ngày chốt số liệu, và có buổi chuyên đề hoặc kết hợp
    /// trong mọi quý đến hạn. Buổi họp thuộc quý của ngày họp.
    /// en: The plan asks that 100% of cells plan themes and hold at least one a quarter. The denominator is the village
    /// cells with at least one due quarter (wholly in the life of the cell and in the period, over, and past its
    /// grace). The numerator is those that adopted the year's plan by the reference date and had a thematic or combined
    /// meeting in every due quarter. A meeting belongs to the quarter of its date.
    ///
    /// vi: Quý thiếu mà có bản ghi không đọc được hoặc chưa xác nhận, hoặc kế hoạch không đọc được, thì chi bộ để
    /// ngoài.
    /// en: Where a quarter lacks a theme but a record that cannot be read or confirmed may be it, or the plan cannot be
    /// read, the cell is left out.
    ///
    /// vi: Đủ kế hoạch và bốn quý.
    /// en: The plan and all four quarters.
    ///
    /// Gives:
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Quý I thiếu; hạn chờ hết ngày 10/4, nên ngày 09/4 chưa quý nào đến hạn.
    /// en: The first quarter is missing; its grace ends on 10 April, so on 9 April no quarter is due.
    ///
    /// Gives, as of 2018-04-09:
    /// ```delete chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 0 unknown 0 coverage 0/0
    /// ```
    ///
    /// vi: Một ngày sau.
    /// en: A day later.
    ///
    /// Gives, as of 2018-04-10:
    /// ```delete chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// chi-bo-thon-1/cell.toml:1:1: chưa đạt[thematic-quarterly] Quý I/2018 chưa có bản ghi sinh hoạt chuyên đề: không họp, hay chưa gửi?
    /// chi-bo-thon-1/cell.toml:1:1: shortfall[thematic-quarterly] no thematic meeting is recorded for 2018-Q1: not held, or not sent yet?
    /// ```
    ///
    /// vi: Buổi kết hợp ngày 31/3 thuộc quý I, ngày 01/4 thuộc quý II.
    /// en: A combined meeting of 31 March is of the first quarter, one of 1 April of the second.
    ///
    /// Gives, as of 2018-04-10:
    /// ```delete chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-03-31-combined.toml
    /// date = 2018-03-31
    /// kind = "combined"
    /// counts = { expected = 5, present = 5 }
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Ngày 01/4.
    /// en: On 1 April.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-04-01-combined.toml
    /// date = 2018-04-01
    /// kind = "combined"
    /// counts = { expected = 5, present = 5 }
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// chi-bo-thon-1/cell.toml:1:1: chưa đạt[thematic-quarterly] Quý I/2018 chưa có bản ghi sinh hoạt chuyên đề: không họp, hay chưa gửi?
    /// chi-bo-thon-1/cell.toml:1:1: shortfall[thematic-quarterly] no thematic meeting is recorded for 2018-Q1: not held, or not sent yet?
    /// ```
    ///
    /// vi: Kế hoạch thông qua ngày cuối năm vẫn tính.
    /// en: A plan adopted on the last day of the year counts.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// [thematic_plan]
    /// adopted = 2018-12-31
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Sang năm sau thì không.
    /// en: The next year it does not.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// [thematic_plan]
    /// adopted = 2019-01-01
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// chi-bo-thon-1/2018/year.toml:1:1: chưa đạt[thematic-quarterly] năm 2018 chưa thông qua kế hoạch sinh hoạt chuyên đề ([thematic_plan] adopted)
    /// chi-bo-thon-1/2018/year.toml:1:1: shortfall[thematic-quarterly] no plan of thematic meetings is adopted for 2018 ([thematic_plan] adopted)
    /// ```
    ///
    /// vi: Chưa có kế hoạch, thiếu một quý: mỗi việc một phát hiện.
    /// en: No plan and a quarter missing: a finding each.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// ```
    /// ```delete chi-bo-thon-1/2018/2018-06-05-combined.toml
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// chi-bo-thon-1/2018/year.toml:1:1: chưa đạt[thematic-quarterly] năm 2018 chưa thông qua kế hoạch sinh hoạt chuyên đề ([thematic_plan] adopted)
    /// chi-bo-thon-1/cell.toml:1:1: chưa đạt[thematic-quarterly] Quý II/2018 chưa có bản ghi sinh hoạt chuyên đề: không họp, hay chưa gửi?
    /// chi-bo-thon-1/2018/year.toml:1:1: shortfall[thematic-quarterly] no plan of thematic meetings is adopted for 2018 ([thematic_plan] adopted)
    /// chi-bo-thon-1/cell.toml:1:1: shortfall[thematic-quarterly] no thematic meeting is recorded for 2018-Q2: not held, or not sent yet?
    /// ```
    ///
    /// vi: Khóa viết sai có thể là kế hoạch.
    /// en: A misspelt key may be the plan.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// [thematic_plans]
    /// adopted = 2018-01-20
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Buổi chuyên đề quý I chưa xác nhận.
    /// en: The theme of the first quarter is not confirmed.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-03-05-thematic.toml
    /// date = 2018-03-05
    /// kind = "thematic"
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Một buổi thường kỳ chưa xác nhận thì không phải chuyên đề.
    /// en: A regular meeting that is not confirmed is no theme.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-03-05-regular.toml
    /// date = 2018-03-05
    /// kind = "regular"
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// chi-bo-thon-1/cell.toml:1:1: chưa đạt[thematic-quarterly] Quý I/2018 chưa có bản ghi sinh hoạt chuyên đề: không họp, hay chưa gửi?
    /// chi-bo-thon-1/cell.toml:1:1: shortfall[thematic-quarterly] no thematic meeting is recorded for 2018-Q1: not held, or not sent yet?
    /// ```
    ///
    /// vi: Bản ghi của quý I không đọc được.
    /// en: A record of the first quarter cannot be read.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018/2018-03-05-combined.toml
    /// ```
    /// ```toml chi-bo-thon-1/2018/2018-03-31-thematic.toml
    /// date =
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
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 1/1
    /// ```
    "thematic-quarterly", ["2.I.2.1-4"], Goal::All, AtOnce, EachSubject,
    "Chi bộ sinh hoạt chuyên đề mỗi quý" / "Cells with a thematic meeting each quarter", Count::Cell(count)
}

fn count(_: &Commune<'_>, cell: &CellInYear<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    let Some(life) = cell.sure_life() else {
        sink.cover(false);
        return sink.left_out(cell.place());
    };
    let due: Vec<Quarter> = due::due_quarters(life, ask).collect();
    if due.is_empty() {
        return;
    }
    let plan = plan(cell, cell.year_file(), ask);
    let mut of_year = cell.near.iter().filter(|meeting| cell.year.covers(meeting.day));
    sink.cover(matches!(plan, Plan::Adopted) || of_year.any(Weighed::counts));
    meetings::passed_over(cell, ask, |meeting| meetings::THEMATIC.contains(&meeting.kind), sink);
    let themes = cell.near.iter().filter(|meeting| is_theme(meeting));
    let themes = Months::of(ask.year, themes.map(|meeting| Month::of(meeting.day)));
    let without: Vec<Quarter> = due.into_iter().filter(|quarter| !themes.touches(*quarter)).collect();
    let mut doubtful: Vec<Place<'_>> = without.iter().flat_map(|quarter| doubtful(cell, *quarter, ask)).collect();
    if let Plan::Doubtful(place) = plan {
        doubtful.push(place);
    }
    if !doubtful.is_empty() {
        return doubtful.into_iter().for_each(|place| sink.left_out(place));
    }
    for meeting in cell.near.iter().filter(|meeting| meetings::THEMATIC.contains(&meeting.kind) && meeting.counts()) {
        let quarter = Quarter::of(meeting.day);
        if quarter.year == ask.year {
            sink.seen(meeting.record.whole(), |lang| quarter.show(lang));
        }
    }
    let count = usize::from(matches!(plan, Plan::Missing(_))) + without.len();
    sink.missing(cell.place(), count, || misses(cell, &plan, &without, ask));
}

fn misses<'y>(cell: &'y Cell<'_>, plan: &Plan<'y>, without: &[Quarter], ask: &Ask<'_>) -> Vec<Miss<'y>> {
    let (lang, year) = (ask.ctx.lang, ask.year);
    let mut misses = Vec::new();
    if let Plan::Missing(place) = *plan {
        let message = say!(
            lang,
            "năm {year} chưa thông qua kế hoạch sinh hoạt chuyên đề ([thematic_plan] adopted)",
            "no plan of thematic meetings is adopted for {year} ([thematic_plan] adopted)"
        );
        misses.push(Miss { place, period: ask.year_period(), message });
    }
    misses.extend(without.iter().map(|quarter| {
        let shown = quarter.show(lang);
        let message = say!(
            lang,
            "{shown} chưa có bản ghi sinh hoạt chuyên đề: không họp, hay chưa gửi?",
            "no thematic meeting is recorded for {shown}: not held, or not sent yet?"
        );
        Miss { place: cell.place(), period: quarter.iso(), message }
    }));
    misses
}

pub(crate) fn has_theme(cell: &Cell<'_>, quarter: Quarter, ask: &Ask<'_>) -> bool {
    let of_quarter = cell.meetings.iter().filter(|meeting| Quarter::of(meeting.day()) == quarter);
    of_quarter.map(|meeting| meeting.weigh(ask.ctx)).any(|meeting| is_theme(&meeting))
}

fn is_theme(meeting: &Weighed<'_>) -> bool {
    meetings::THEMATIC.contains(&meeting.kind) && meeting.counts() && meeting.is_sound
}

/// Records of the quarter that may be its theme, but cannot be read or confirmed.
pub(crate) fn doubtful<'c>(cell: &'c Cell<'_>, quarter: Quarter, ask: &Ask<'_>) -> Vec<Place<'c>> {
    let meetings = cell.meetings.iter().filter(|meeting| {
        (meeting.is_thematic() || meeting.has(Flaws::WHOLE))
            && doubt::is_doubtful(meeting, ask.ctx)
            && doubt::days(meeting).any(|day| Quarter::of(day) == quarter)
    });
    let unread = cell.unread_meetings.iter().filter(|unread| Quarter::of(unread.date) == quarter);
    meetings.map(|meeting| meeting.whole()).chain(unread.map(|unread| unread.place())).collect()
}

pub(crate) enum Plan<'c> {
    Adopted,
    Missing(Place<'c>),
    Doubtful(Place<'c>),
}

pub(crate) fn plan<'c>(cell: &'c Cell<'_>, year_file: &'c str, ask: &Ask<'_>) -> Plan<'c> {
    let file = match cell.years.get(&ask.year).map(|book| &book.file) {
        Some(Lookup::Found(file)) => file,
        Some(Lookup::Unread) => return Plan::Doubtful(Place::path(year_file)),
        Some(Lookup::Missing) | None => return Plan::Missing(cell.place()),
    };
    if file.thematic_plan.is_unread() || file.thematic_plan.get().is_some_and(|plan| plan.adopted.is_unread()) {
        return Plan::Doubtful(file.whole());
    }
    match file.thematic_plan.get().and_then(|plan| plan.adopted.copied()) {
        Some(adopted) if adopted.0 <= ask.reference => Plan::Adopted,
        // An unknown key may be the plan, misspelt.
        None if file.has(Flaws::KEYS) => Plan::Doubtful(file.whole()),
        _ => Plan::Missing(file.whole()),
    }
}
