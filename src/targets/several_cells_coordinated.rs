use crate::{
    date::Span,
    finding::{Flaws, Place},
    lang::say,
    records::village::VillageRow,
    register::{Cell, Commune, Record},
    targets::{Ask, Count, Goal, Miss, Sink, due, recorded, target},
};

target! {
    /// vi: Tỷ lệ thôn có từ hai chi bộ mà có đảng bộ bộ phận hoặc quy chế giữa các chi bộ.
    /// en: The share of villages with several cells that have a section, or rules among the cells.
    ///
    /// vi: Đề án yêu cầu thôn có nhiều chi bộ thì lập đảng bộ bộ phận hoặc có quy chế giữa các chi bộ và thôn. Mẫu số
    /// là thôn còn tồn tại ở ngày chốt số liệu có ít nhất hai chi bộ thôn đang hoạt động. Tử số là thôn thuộc một đảng
    /// bộ bộ phận (section của thôn, hoặc cùng một section ở mọi chi bộ của thôn), hoặc có ngày thống nhất quy chế
    /// (rules_among_cells) không muộn hơn ngày chốt.
    /// en: The plan asks that villages with several cells have a sectional committee, or rules among the cells and the
    /// village. The denominator is the villages of the reference date with at least two living village cells. The
    /// numerator is those of a section (the village's own, or the same one in each of its cells), or with a day of the
    /// rules (rules_among_cells) by that date.
    ///
    /// vi: Dòng của thôn hoặc tệp của chi bộ có lỗi, mà có thể là điều đang thiếu, thì thôn để ngoài.
    /// en: Where an error in the village's row or a cell's file may be what is missing the village is left out.
    ///
    /// vi: Một chi bộ.
    /// en: One cell.
    ///
    /// Gives:
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 0 unknown 0 coverage 0/0
    /// ```
    ///
    /// vi: Hai chi bộ; quy chế ngày 31/12.
    /// en: Two cells; the rules are of 31 December.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1b/cell.toml
    /// name = "Chi bộ thôn 1b"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// ```
    /// ```csv villages.csv
    /// id,name,kind,from,until,section,rules_among_cells
    /// thon-1,Thôn 1,thon,,,,2018-12-31
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Quy chế ngày 01/01 năm sau.
    /// en: The rules are of 1 January of the next year.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1b/cell.toml
    /// name = "Chi bộ thôn 1b"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// ```
    /// ```csv villages.csv
    /// id,name,kind,from,until,section,rules_among_cells
    /// thon-1,Thôn 1,thon,,,,2019-01-01
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// villages.csv:2:1: chưa đạt[several-cells-coordinated] Thôn 1 có 2 chi bộ mà chưa có đảng bộ bộ phận (section) hoặc quy chế giữa các chi bộ (rules_among_cells)
    /// villages.csv:2:1: shortfall[several-cells-coordinated] Thôn 1 has 2 cells, and neither a section nor rules among them (rules_among_cells)
    /// ```
    ///
    /// vi: Hai chi bộ cùng một đảng bộ bộ phận.
    /// en: Both cells are of one section.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1b/cell.toml
    /// name = "Chi bộ thôn 1"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// section = "bo-phan-1"
    /// ```
    /// ```toml chi-bo-thon-1/cell.toml
    /// name = "Chi bộ thôn 1"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// section = "bo-phan-1"
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Hai đảng bộ bộ phận khác nhau.
    /// en: Two different sections.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1b/cell.toml
    /// name = "Chi bộ thôn 1"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// section = "bo-phan-2"
    /// ```
    /// ```toml chi-bo-thon-1/cell.toml
    /// name = "Chi bộ thôn 1"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// section = "bo-phan-1"
    /// ```
    /// ```text
    /// 2018: 0/1 missed needed 1 left-out 0 unknown 0 coverage 1/1
    /// villages.csv:2:1: chưa đạt[several-cells-coordinated] Thôn 1 có 2 chi bộ mà chưa có đảng bộ bộ phận (section) hoặc quy chế giữa các chi bộ (rules_among_cells)
    /// villages.csv:2:1: shortfall[several-cells-coordinated] Thôn 1 has 2 cells, and neither a section nor rules among them (rules_among_cells)
    /// ```
    ///
    /// vi: Thôn thuộc một đảng bộ bộ phận.
    /// en: The village is of a section.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1b/cell.toml
    /// name = "Chi bộ thôn 1b"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// ```
    /// ```csv villages.csv
    /// id,name,kind,from,until,section,rules_among_cells
    /// thon-1,Thôn 1,thon,,,bo-phan-1,
    /// ```
    /// ```text
    /// 2018: 1/1 met needed 0 left-out 0 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Chi bộ kia đã giải thể trước ngày chốt.
    /// en: The other cell was dissolved before the reference date.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1b/cell.toml
    /// name = "Chi bộ thôn 1"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// dissolved = 2018-12-30
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 0 unknown 0 coverage 0/0
    /// ```
    ///
    /// vi: Ngày thống nhất không đọc được.
    /// en: The day of the rules cannot be read.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1b/cell.toml
    /// name = "Chi bộ thôn 1b"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// ```
    /// ```csv villages.csv
    /// id,name,kind,from,until,section,rules_among_cells
    /// thon-1,Thôn 1,thon,,,,rồi
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 1/1
    /// ```
    ///
    /// vi: Khóa viết sai có thể là section.
    /// en: A misspelt key may be the section.
    ///
    /// Gives:
    /// ```toml chi-bo-thon-1b/cell.toml
    /// name = "Chi bộ thôn 1"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// sections = "bo-phan-1"
    /// ```
    /// ```toml chi-bo-thon-1/cell.toml
    /// name = "Chi bộ thôn 1"
    /// kind = "village"
    /// villages = ["thon-1"]
    /// section = "bo-phan-1"
    /// ```
    /// ```text
    /// 2018: 0/0 no-data needed 0 left-out 1 unknown 0 coverage 1/1
    /// ```
    "several-cells-coordinated", ["2.III.1.8"], Goal::All, AtOnce, EachSubject,
    "Thôn có nhiều chi bộ có quy chế chung" / "Villages whose several cells are coordinated", Count::Village(count)
}

/// From so many cells a village needs it.
const SEVERAL: usize = 2;

fn count(commune: &Commune<'_>, village: &Record<'_, VillageRow<'_>>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    if !due::is_village_alive(village, ask, sink) {
        return;
    }
    let cells: Vec<&Cell<'_>> = commune.cells_of(&village.id, ask.reference).collect();
    if cells.len() < SEVERAL {
        return;
    }
    sink.cover(true);
    let rules = recorded::day(&village.rules_among_cells, Span::new(None, Some(ask.reference)), false);
    let first = cells[0].file.section.get();
    let share_one = first.is_some_and(|first| {
        cells.iter().all(|cell| cell.file.section.get().is_some_and(|section| **section == **first))
    });
    if village.section.get().is_some() || rules == Some(true) || share_one {
        return sink.holds(village.whole());
    }
    let unclear = |cell: &&&Cell<'_>| {
        cell.file.section.is_unread() || cell.file.section.is_absent() && cell.file.has(Flaws::KEYS)
    };
    let own = (village.section.is_unread() || rules.is_none()).then(|| village.whole());
    let doubtful: Vec<Place<'_>> = cells.iter().filter(unclear).map(|cell| cell.place()).chain(own).collect();
    if !doubtful.is_empty() {
        return doubtful.into_iter().for_each(|place| sink.left_out(place));
    }
    let (lang, name, cells) = (ask.ctx.lang, &**village.name, cells.len());
    let message = say!(
        lang,
        "{name} có {cells} chi bộ mà chưa có đảng bộ bộ phận (section) hoặc quy chế giữa các chi bộ (rules_among_cells)",
        "{name} has {cells} cells, and neither a section nor rules among them (rules_among_cells)"
    );
    sink.subject(village.whole(), vec![Miss { place: village.whole(), period: ask.year_period(), message }]);
}
