//! The annual grade of a cell, in the words of its year.

use crate::{
    finding::{Flaws, Place},
    lang::Words,
    records::cell_year::CellGrade,
    register::Lookup,
    regulations::GradeRules,
    targets::{Ask, CellInYear, due},
};

/// What the records say of a cell's grade.
pub(super) enum Told<'c> {
    Grade(CellGrade, Place<'c>),
    Unknown,
    /// Its record has an error, or the grade is none of the year.
    LeftOut(Place<'c>),
}

pub(super) fn of_cell<'y>(cell: &'y CellInYear<'_>, ask: &Ask<'_>) -> Told<'y> {
    let file = match due::year_file(cell, ask.year) {
        Lookup::Found(file) => file,
        Lookup::Unread => return Told::LeftOut(Place::path(cell.year_file())),
        Lookup::Missing => return Told::Unknown,
    };
    match file.grade.copied() {
        Some(grade) if is_of(grade, ask.year) && !file.has(Flaws::WHOLE) => Told::Grade(grade, file.whole()),
        None if file.grade.is_absent() && !file.has(Flaws::KEYS) => Told::Unknown,
        _ => Told::LeftOut(file.whole()),
    }
}

/// Whether a year has this grade as its best one: TSVM, or where that is no longer given, excellent.
pub(super) fn is_top(grade: CellGrade, year: i32) -> bool {
    is_of(grade, year) && matches!(grade, CellGrade::Tsvm | CellGrade::Excellent)
}

/// Whether a year has this grade as its worst one: weak, or where that is no longer given, not completed.
pub(super) fn is_bottom(grade: CellGrade, year: i32) -> bool {
    is_of(grade, year) && matches!(grade, CellGrade::Weak | CellGrade::NotCompleted)
}

fn is_of(grade: CellGrade, year: i32) -> bool {
    GradeRules::of(year).cells.contains(&grade)
}

/// What is said of the best grade where the plan's word for it is no longer given.
pub(super) fn remark_on_top(year: i32) -> Option<Words> {
    (!is_of(CellGrade::Tsvm, year)).then_some(Words::new(
        "từ năm 2018 không còn xếp loại TSVM, tính hoàn thành xuất sắc nhiệm vụ",
        "from 2018 TSVM is no longer given; excellent is counted",
    ))
}

/// What is said of the worst grade where the plan's word for it is no longer given.
pub(super) fn remark_on_bottom(year: i32) -> Option<Words> {
    (!is_of(CellGrade::Weak, year)).then_some(Words::new(
        "từ năm 2018 không còn xếp loại yếu kém, tính không hoàn thành nhiệm vụ",
        "from 2018 weak is no longer given; not completed is counted",
    ))
}
