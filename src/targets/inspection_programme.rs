use crate::{
    date::{self, Span},
    finding::{Flaws, Place},
    lang::say,
    records::cell_year::Inspection,
    register::{Cell, Commune, Lookup},
    targets::{Ask, CellInYear, Count, Goal, Miss, Sink, due, recorded, target, working_regulations::running_term},
};

target! {
    /// vi: Tỷ lệ chi bộ thôn có chương trình kiểm tra của nhiệm kỳ và của năm.
    /// en: The share of village cells with the term's and the year's inspection programmes.
    ///
    /// vi: Đề án yêu cầu có chương trình kiểm tra, giám sát theo nhiệm kỳ và hằng năm. Mẫu số là chi bộ thôn mà năm đó
    /// là năm đến hạn (như leadership-resolution). Tử số là chi bộ có ngày thông qua cả chương trình của nhiệm kỳ hiện
    /// hành ([[terms]] inspection_programme) và của năm ([inspection] programme), không muộn hơn ngày chốt số liệu.
    /// en: The plan asks for an inspection programme by term and by year. The denominator is the village cells for
    /// which the year is due (as in leadership-resolution). The numerator is those with the days of both the running
    /// term's programme ([[terms]] inspection_programme) and the year's ([inspection] programme), by the reference
    /// date.
    ///
    /// vi: Trước hạn (31/12) chưa đủ là đang thực hiện. Tệp năm hoặc nhiệm kỳ không đọc được thì chi bộ để ngoài.
    /// en: Before the deadline (31 December) what is not complete is in progress. Where the year's file or the term
    /// cannot be read the cell is left out.
    ///
    /// vi: Cả hai thông qua ngày 31/12.
    /// en: Both of 31 December.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// inspection = { programme = 2018-12-31 }
    /// ```
    /// ```toml chi-bo-thon-1/cell.toml
    /// name = "Chi bộ thôn 1"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// [[terms]]
    /// congress = 2017-06-10
    /// inspection_programme = 2018-12-31
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Chương trình của năm ghi ngày 01/01 năm sau.
    /// en: The year's programme is of 1 January of the next year.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// inspection = { programme = 2019-01-01 }
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// chi-bo-thon-1/2018/year.toml:1:1: chưa đạt[inspection-programme] chưa có chương trình kiểm tra năm 2018 ([inspection] programme)
    /// chi-bo-thon-1/2018/year.toml:1:1: shortfall[inspection-programme] no inspection programme is recorded for 2018 ([inspection] programme)
    /// ```
    ///
    /// vi: Chương trình của nhiệm kỳ ghi ngày 01/01 năm sau.
    /// en: The term's programme is of 1 January of the next year.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/cell.toml
    /// name = "Chi bộ thôn 1"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// [[terms]]
    /// congress = 2017-06-10
    /// inspection_programme = 2019-01-01
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// chi-bo-thon-1/cell.toml:5:12: chưa đạt[inspection-programme] nhiệm kỳ từ đại hội 10/06/2017 chưa có chương trình kiểm tra (inspection_programme)
    /// chi-bo-thon-1/cell.toml:5:12: shortfall[inspection-programme] the term since the congress of 2017-06-10 has no inspection programme (inspection_programme)
    /// ```
    ///
    /// vi: Trước hạn, thiếu cả hai.
    /// en: Before the deadline, both are missing.
    ///
    /// Gives, as of 2018-12-30:
    /// ```delete chi-bo-thon-1/2018/year.toml
    /// ```
    /// ```toml chi-bo-thon-1/cell.toml
    /// name = "Chi bộ thôn 1"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// ```
    /// ```text
    /// 2018: 0/1 progress needed 1 left-out 0 unknown 0 coverage 0/1
    /// ```
    ///
    /// vi: Đến hạn.
    /// en: On the deadline.
    ///
    /// Gives, as of 2018-12-31:
    /// ```delete chi-bo-thon-1/2018/year.toml
    /// ```
    /// ```toml chi-bo-thon-1/cell.toml
    /// name = "Chi bộ thôn 1"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 0/1
    /// chi-bo-thon-1/cell.toml:1:1: chưa đạt[inspection-programme] chưa có chương trình kiểm tra năm 2018 ([inspection] programme)
    /// chi-bo-thon-1/cell.toml:1:1: chưa đạt[inspection-programme] chưa ghi nhiệm kỳ nào ([[terms]]), nên chưa có chương trình kiểm tra của nhiệm kỳ
    /// chi-bo-thon-1/cell.toml:1:1: shortfall[inspection-programme] no inspection programme is recorded for 2018 ([inspection] programme)
    /// chi-bo-thon-1/cell.toml:1:1: shortfall[inspection-programme] no term is recorded ([[terms]]), and so no inspection programme of the term
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
    ///
    /// vi: Khóa viết sai có thể là chương trình.
    /// en: A misspelt key may be the programme.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/cell.toml
    /// name = "Chi bộ thôn 1"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// [[terms]]
    /// congress = 2017-06-10
    /// inspection_program = 2017-07-01
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 0/1
    /// ```
    "inspection-programme", ["2.II.1.5", "2.III.1.5"], Goal::All, Yearly, EachSubject,
    "Chi bộ có chương trình kiểm tra" / "Cells with inspection programmes", Count::Cell(count)
}

fn count(_: &Commune<'_>, cell: &CellInYear<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    if !due::year(cell, ask, sink) {
        return;
    }
    sink.cover(due::year_file(cell, ask.year).get().is_some_and(|file| file.speaks()));
    let mut misses = Vec::new();
    for told in [of_term(cell, ask), of_year(cell, ask)] {
        match told {
            Told::Yes => {}
            Told::No(place, message) => misses.push(Miss { place, period: ask.year_period(), message }),
            Told::Unclear(place) => return sink.left_out(place),
        }
    }
    sink.subject(cell.place(), misses);
}

enum Told<'c> {
    Yes,
    No(Place<'c>, String),
    Unclear(Place<'c>),
}

fn of_term<'c>(cell: &'c Cell<'_>, ask: &Ask<'_>) -> Told<'c> {
    let lang = ask.ctx.lang;
    let Some(running) = running_term(cell, ask) else { return Told::Unclear(cell.place()) };
    let Some(term) = running else {
        let message = say!(
            lang,
            "chưa ghi nhiệm kỳ nào ([[terms]]), nên chưa có chương trình kiểm tra của nhiệm kỳ",
            "no term is recorded ([[terms]]), and so no inspection programme of the term"
        );
        return Told::No(cell.place().taking_what_lacks(), message);
    };
    match recorded::day(&term.inspection_programme, by(ask), cell.file.has(Flaws::KEYS)) {
        Some(true) => Told::Yes,
        None => Told::Unclear(cell.place()),
        Some(false) => {
            let congress = date::show(term.congress.0, lang);
            let message = say!(
                lang,
                "nhiệm kỳ từ đại hội {congress} chưa có chương trình kiểm tra (inspection_programme)",
                "the term since the congress of {congress} has no inspection programme (inspection_programme)"
            );
            Told::No(cell.file.place(term.congress.at).taking_what_lacks(), message)
        }
    }
}

fn of_year<'y>(cell: &'y CellInYear<'_>, ask: &Ask<'_>) -> Told<'y> {
    let (place, told) = match due::year_file(cell, ask.year) {
        Lookup::Unread => return Told::Unclear(Place::path(cell.year_file())),
        Lookup::Missing => (cell.place(), Some(false)),
        Lookup::Found(file) => {
            let misspelt = file.has(Flaws::KEYS);
            let day = |inspection: &Inspection<'_>| recorded::day(&inspection.programme, by(ask), misspelt);
            (file.whole(), recorded::within(&file.inspection, misspelt, day))
        }
    };
    let (lang, year) = (ask.ctx.lang, ask.year);
    match told {
        Some(true) => Told::Yes,
        None => Told::Unclear(place),
        Some(false) => {
            let message = say!(
                lang,
                "chưa có chương trình kiểm tra năm {year} ([inspection] programme)",
                "no inspection programme is recorded for {year} ([inspection] programme)"
            );
            Told::No(place, message)
        }
    }
}

/// A programme counts when its day is not after the reference date.
fn by(ask: &Ask<'_>) -> Span {
    Span::new(None, Some(ask.reference))
}
