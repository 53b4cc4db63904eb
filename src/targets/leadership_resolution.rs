use crate::{
    finding::{Flaws, Place},
    lang::say,
    parse::Field,
    records::shared::Document,
    register::{Cell, Commune, Lookup, Record},
    targets::{Ask, CellInYear, Count, Goal, Miss, Sink, recorded, target, working_regulations::running_term},
};

target! {
    /// vi: Tỷ lệ chi bộ thôn có nghị quyết lãnh đạo của năm và nghị quyết đại hội của nhiệm kỳ.
    /// en: The share of village cells with the year's leadership resolution and their congress's.
    ///
    /// vi: Đề án yêu cầu 100% chi bộ có nghị quyết lãnh đạo hằng năm và mục tiêu cả nhiệm kỳ từ đại hội. Mẫu số là chi
    /// bộ thôn mà năm đó là năm đến hạn: kỳ tính bắt đầu không muộn hơn 01/01, chi bộ thành lập không muộn hơn 30/6 và
    /// còn tồn tại ở ngày chốt số liệu. Tử số là chi bộ đã ghi cả hai nghị quyết; nghị quyết có ngày thì không muộn hơn
    /// ngày chốt.
    /// en: The plan asks that 100% of cells have an annual leadership resolution, and the term's goals from their
    /// congress. The denominator is the village cells for which the year is due: the period begins by 1 January, the
    /// cell was founded by 30 June and exists on the reference date. The numerator is those with both resolutions
    /// recorded; one with a date counts when it is not after the reference date.
    ///
    /// vi: Trước hạn (31/12, hoặc hạn ở [deadlines]) việc chưa xong là đang thực hiện. Nghị quyết không đọc được thì
    /// chi bộ để ngoài.
    /// en: Before the deadline (31 December, or that of [deadlines]) what is not complete is in progress. Where a
    /// resolution cannot be read the cell is left out.
    ///
    /// vi: Nghị quyết ngày 31/12 vẫn tính.
    /// en: A resolution of 31 December counts.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// leadership_resolution = { number = "02-NQ/CB", date = 2018-12-31 }
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Ngày 01/01 năm sau thì không.
    /// en: One of 1 January of the next year does not.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// leadership_resolution = { number = "02-NQ/CB", date = 2019-01-01 }
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// chi-bo-thon-1/2018/year.toml:1:1: chưa đạt[leadership-resolution] chưa ghi nghị quyết lãnh đạo năm 2018 ([leadership_resolution])
    /// chi-bo-thon-1/2018/year.toml:1:1: shortfall[leadership-resolution] no leadership resolution is recorded for 2018 ([leadership_resolution])
    /// ```
    ///
    /// vi: Chỉ có số cũng là đã ghi; thiếu nghị quyết đại hội.
    /// en: A number alone is a record; the congress's resolution is missing.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/2018/year.toml
    /// leadership_resolution = { number = "02-NQ/CB" }
    /// ```
    /// ```toml chi-bo-thon-1/cell.toml
    /// name = "Chi bộ thôn 1"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// [[terms]]
    /// congress = 2017-06-10
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// chi-bo-thon-1/cell.toml:5:12: chưa đạt[leadership-resolution] chưa ghi nghị quyết đại hội của nhiệm kỳ ([[terms]] resolution)
    /// chi-bo-thon-1/cell.toml:5:12: shortfall[leadership-resolution] the running term's congress has no resolution ([[terms]] resolution)
    /// ```
    ///
    /// vi: Trước hạn.
    /// en: Before the deadline.
    ///
    /// Gives, as of 2018-12-30:
    /// ```delete chi-bo-thon-1/2018/year.toml
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
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 0/1
    /// chi-bo-thon-1/cell.toml:1:1: chưa đạt[leadership-resolution] chưa ghi nghị quyết lãnh đạo năm 2018 ([leadership_resolution])
    /// chi-bo-thon-1/cell.toml:1:1: shortfall[leadership-resolution] no leadership resolution is recorded for 2018 ([leadership_resolution])
    /// ```
    ///
    /// vi: Sổ đặt hạn sớm hơn.
    /// en: The register sets an earlier deadline.
    ///
    /// Gives, as of 2018-03-31:
    /// ```delete chi-bo-thon-1/2018/year.toml
    /// ```
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2018-01-01, until = 2018-12-31 }
    /// deadlines = { leadership-resolution = "03-31" }
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 0/1
    /// chi-bo-thon-1/cell.toml:1:1: chưa đạt[leadership-resolution] chưa ghi nghị quyết lãnh đạo năm 2018 ([leadership_resolution])
    /// chi-bo-thon-1/cell.toml:1:1: shortfall[leadership-resolution] no leadership resolution is recorded for 2018 ([leadership_resolution])
    /// ```
    ///
    /// vi: Sổ chỉ ghi đến hết tháng 6: hạn 31/12 không bao giờ đến.
    /// en: The records end in June: the deadline of 31 December never comes.
    ///
    /// Gives:
    /// ```delete chi-bo-thon-1/2018/year.toml
    /// ```
    /// ```toml chibo.toml
    /// format = 1
    /// level = "commune"
    /// name = "Xuân Quan"
    /// records = { from = 2018-01-01, until = 2018-06-30 }
    /// ```
    /// ```text
    /// 2018: 0/1 progress needed 1 left-out 0 unknown 0 coverage 0/1
    /// ```
    ///
    /// vi: Chi bộ thành lập ngày 30/6.
    /// en: A cell founded on 30 June.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/cell.toml
    /// name = "Chi bộ thôn 1"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// founded = 2018-06-30
    /// [[terms]]
    /// congress = 2018-06-30
    /// resolution = { number = "01-NQ/CB" }
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Thành lập ngày 01/7 thì năm ấy chưa đến hạn.
    /// en: Founded on 1 July, the year is not due.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/cell.toml
    /// name = "Chi bộ thôn 1"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// founded = 2018-07-01
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 0 unknown 0 coverage 0/0
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
    ///
    /// vi: Đại hội ghi trước ngày thành lập.
    /// en: A congress recorded before the founding.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1/cell.toml
    /// name = "Chi bộ thôn 1"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// founded = 2017-06-11
    /// [[terms]]
    /// congress = 2017-06-10
    /// resolution = { number = "01-NQ/CB" }
    /// working_regulations = 2017-07-01
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
    "leadership-resolution", ["2.I.2.1-3"], Goal::All, Yearly, EachSubject,
    "Chi bộ có nghị quyết lãnh đạo hằng năm" / "Cells with an annual leadership resolution", Count::Cell(count)
}

fn count(_: &Commune<'_>, cell: &CellInYear<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    match cell.sure_life() {
        Some(life) if !ask.is_due_year(life) => return,
        None if !ask.ctx.is_due_year(ask.year) => return,
        _ => {}
    }
    sink.cover(cell.years.get(&ask.year).is_some_and(|book| book.file.get().is_some_and(Record::speaks)));
    let (lang, year) = (ask.ctx.lang, ask.year);
    let recorded = [year_resolution(cell, ask), term_resolution(cell, ask)];
    let mut misses = Vec::new();
    for (recorded, of_term) in recorded.into_iter().zip([false, true]) {
        let place = match recorded {
            Recorded::Yes => continue,
            Recorded::Doubtful(place) => return sink.left_out(place),
            Recorded::No(place) => place,
        };
        let message = if of_term {
            say!(
                lang,
                "chưa ghi nghị quyết đại hội của nhiệm kỳ ([[terms]] resolution)",
                "the running term's congress has no resolution ([[terms]] resolution)"
            )
        } else {
            say!(
                lang,
                "chưa ghi nghị quyết lãnh đạo năm {year} ([leadership_resolution])",
                "no leadership resolution is recorded for {year} ([leadership_resolution])"
            )
        };
        misses.push(Miss { place, period: ask.year_period(), message });
    }
    sink.subject(cell.place(), misses);
}

enum Recorded<'c> {
    Yes,
    No(Place<'c>),
    Doubtful(Place<'c>),
}

fn year_resolution<'y>(cell: &'y CellInYear<'_>, ask: &Ask<'_>) -> Recorded<'y> {
    let file = match cell.years.get(&ask.year).map(|book| &book.file) {
        Some(Lookup::Found(file)) => file,
        Some(Lookup::Unread) => return Recorded::Doubtful(Place::path(cell.year_file())),
        Some(Lookup::Missing) | None => return Recorded::No(cell.place()),
    };
    recorded(&file.leadership_resolution, file.whole(), file.has(Flaws::KEYS), ask)
}

fn term_resolution<'c>(cell: &'c Cell<'_>, ask: &Ask<'_>) -> Recorded<'c> {
    match running_term(cell, ask) {
        None => Recorded::Doubtful(cell.place()),
        Some(None) => Recorded::No(cell.place().taking_what_lacks()),
        Some(Some(term)) => {
            let place = cell.file.place(term.congress.at).taking_what_lacks();
            recorded(&term.resolution, place, cell.file.has(Flaws::KEYS), ask)
        }
    }
}

fn recorded<'c>(document: &Field<Document<'_>>, place: Place<'c>, misspelt: bool, ask: &Ask<'_>) -> Recorded<'c> {
    match recorded::document(document, ask.reference, misspelt) {
        Some(true) => Recorded::Yes,
        Some(false) => Recorded::No(place),
        None => Recorded::Doubtful(place),
    }
}
