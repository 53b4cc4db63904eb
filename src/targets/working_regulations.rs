use crate::{
    date,
    finding::Flaws,
    lang::say,
    records::cell::Term,
    register::{Cell, Commune},
    targets::{Ask, CellInYear, Count, Goal, Miss, Sink, target},
};

target! {
    /// vi: Tỷ lệ chi bộ thôn có quy chế làm việc của nhiệm kỳ hiện hành.
    /// en: The share of village cells with working regulations for the running term.
    ///
    /// vi: Đề án yêu cầu 100% chi bộ có quy chế làm việc và làm việc theo quy chế. Mẫu số là chi bộ thôn đang hoạt động
    /// ở ngày chốt số liệu (31/12, hoặc ngày cuối kỳ tính). Tử số là chi bộ mà nhiệm kỳ hiện hành (đại hội gần nhất
    /// tính đến ngày đó) có ngày thông qua quy chế, không muộn hơn ngày chốt.
    /// en: The plan asks that 100% of cells have working regulations and work by them. The denominator is the village
    /// cells that exist on the reference date (31 December, or the period's last day). The numerator is those whose
    /// running term (the latest congress by then) has the day of its regulations, by that date.
    ///
    /// vi: Nhiệm kỳ không đọc được thì chi bộ để ngoài; chưa ghi nhiệm kỳ nào là chưa có quy chế.
    /// en: Where a term cannot be read the cell is left out; where none is recorded there are no regulations.
    ///
    /// vi: Quy chế thông qua ngày 31/12 vẫn tính.
    /// en: Regulations of 31 December count.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/cell.toml
    /// name = "Chi bộ thôn 1"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// [[terms]]
    /// congress = 2017-06-10
    /// working_regulations = 2018-12-31
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Ngày 01/01 năm sau thì không.
    /// en: Those of 1 January of the next year do not.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/cell.toml
    /// name = "Chi bộ thôn 1"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// [[terms]]
    /// congress = 2017-06-10
    /// working_regulations = 2019-01-01
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// chi-bo-thon-1/cell.toml:5:12: chưa đạt[working-regulations] nhiệm kỳ từ đại hội 10/06/2017 chưa có quy chế làm việc (working_regulations)
    /// chi-bo-thon-1/cell.toml:5:12: shortfall[working-regulations] the term since the congress of 2017-06-10 has no working regulations (working_regulations)
    /// ```
    ///
    /// vi: Nhiệm kỳ mới chưa có quy chế của mình.
    /// en: The new term has no regulations of its own.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/cell.toml
    /// name = "Chi bộ thôn 1"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// [[terms]]
    /// congress = 2017-06-10
    /// working_regulations = 2017-07-01
    /// [[terms]]
    /// congress = 2018-12-31
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// chi-bo-thon-1/cell.toml:8:12: chưa đạt[working-regulations] nhiệm kỳ từ đại hội 31/12/2018 chưa có quy chế làm việc (working_regulations)
    /// chi-bo-thon-1/cell.toml:8:12: shortfall[working-regulations] the term since the congress of 2018-12-31 has no working regulations (working_regulations)
    /// ```
    ///
    /// vi: Chưa ghi nhiệm kỳ nào.
    /// en: No term is recorded.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/cell.toml
    /// name = "Chi bộ thôn 1"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 0/1
    /// chi-bo-thon-1/cell.toml:1:1: chưa đạt[working-regulations] chưa ghi nhiệm kỳ nào ([[terms]]), nên chưa có quy chế làm việc
    /// chi-bo-thon-1/cell.toml:1:1: shortfall[working-regulations] no term is recorded ([[terms]]), and so no working regulations
    /// ```
    ///
    /// vi: Chi bộ giải thể ngày 30/12 không còn ở ngày chốt; giải thể ngày 31/12 thì còn.
    /// en: A cell dissolved on 30 December is not there on the reference date; one dissolved on the 31st is.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/cell.toml
    /// name = "Chi bộ thôn 1"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// dissolved = 2018-12-30
    /// [[terms]]
    /// congress = 2017-06-10
    /// resolution = { number = "01-NQ/CB" }
    /// working_regulations = 2017-07-01
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 0 unknown 0 coverage 0/0
    /// ```
    ///
    /// vi: Giải thể ngày 31/12.
    /// en: Dissolved on the 31st.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/cell.toml
    /// name = "Chi bộ thôn 1"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// dissolved = 2018-12-31
    /// [[terms]]
    /// congress = 2017-06-10
    /// resolution = { number = "01-NQ/CB" }
    /// working_regulations = 2017-07-01
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Khóa viết sai có thể là quy chế.
    /// en: A misspelt key may be the regulations.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/cell.toml
    /// name = "Chi bộ thôn 1"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// founded = 2017-01-01
    /// dissolved = 2019-12-31
    /// [[terms]]
    /// congress = 2017-06-10
    /// regulations = 2017-07-01
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Ngày đại hội không đọc được.
    /// en: The day of the congress cannot be read.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/cell.toml
    /// name = "Chi bộ thôn 1"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// [[terms]]
    /// congress = "10/6/2017"
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 0/1
    /// ```
    ///
    /// vi: Ngày thông qua không đọc được.
    /// en: The day of the regulations cannot be read.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/cell.toml
    /// name = "Chi bộ thôn 1"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// [[terms]]
    /// congress = 2017-06-10
    /// working_regulations = "2017"
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Tệp chi bộ không đọc được: chi bộ vẫn có trong số đơn vị.
    /// en: The cell's file cannot be read: it is still one of the units.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/cell.toml
    /// name =
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 0/1
    /// ```
    ///
    /// vi: Ngày giải thể trước ngày thành lập.
    /// en: A dissolution before the founding.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/cell.toml
    /// name = "Chi bộ thôn 1"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// founded = 2018-03-01
    /// dissolved = 2018-02-01
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 0/1
    /// ```
    "working-regulations", ["2.I.2.1-2"], Goal::All, AtOnce, EachSubject,
    "Chi bộ có quy chế làm việc" / "Cells with working regulations", Count::Cell(count)
}

fn count(_: &Commune<'_>, cell: &CellInYear<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    let running = running_term(cell, ask);
    match cell.sure_life() {
        Some(life) if !life.covers(ask.reference) => return,
        _ => sink.cover(matches!(running, Some(Some(_)))),
    }
    let lang = ask.ctx.lang;
    let (at, message) = match running {
        None => return sink.left_out(cell.place()),
        Some(None) => (
            cell.file.at,
            say!(
                lang,
                "chưa ghi nhiệm kỳ nào ([[terms]]), nên chưa có quy chế làm việc",
                "no term is recorded ([[terms]]), and so no working regulations"
            ),
        ),
        Some(Some(term)) if term.working_regulations.is_unread() => return sink.left_out(cell.place()),
        Some(Some(term)) => match term.working_regulations.copied() {
            Some(day) if day.0 <= ask.reference => return sink.holds(cell.file.place(term.congress.at)),
            // An unknown key may be the regulations, misspelt.
            None if cell.file.has(Flaws::KEYS) => return sink.left_out(cell.place()),
            _ => {
                let congress = date::show(term.congress.0, lang);
                let message = say!(
                    lang,
                    "nhiệm kỳ từ đại hội {congress} chưa có quy chế làm việc (working_regulations)",
                    "the term since the congress of {congress} has no working regulations (working_regulations)"
                );
                (term.congress.at, message)
            }
        },
    };
    sink.subject(cell.file.place(at), vec![Miss { place: cell.file.place(at), period: ask.year_period(), message }]);
}

/// The term running at the reference date; `None` where the cell's file has an error that bears on it.
pub(super) fn running_term<'c, 'a>(cell: &'c Cell<'a>, ask: &Ask<'_>) -> Option<Option<&'c Term<'a>>> {
    let life = cell.sure_life()?;
    let running = cell.running_term(ask.reference)?;
    match running {
        // An unknown key may be the terms, misspelt.
        None if cell.file.has(Flaws::KEYS) => None,
        // A congress before there was a cell is an error.
        Some(term) if !life.covers(term.congress.0) => None,
        told => Some(told),
    }
}
