use crate::{
    records::settings::ExcellentBase,
    register::{Cell, Commune},
    targets::{Ask, Count, Goal, Sink, good_members, target},
};

target! {
    /// vi: Số đảng viên hoàn thành xuất sắc không quá 15% số hoàn thành tốt nhiệm vụ.
    /// en: The excellent are at most 15% of those who did well.
    "excellent-cap", ["2.I.2.1-6"], Goal::AtMost(15), AtOnce, EachCommune,
    "Đảng viên hoàn thành xuất sắc (không quá)" / "Members graded excellent (at most)", Count::CellFromCommuneUp(count),
    other "tính trên số hoàn thành tốt trở lên" / "over the good and the excellent"
}

fn count(_: &Commune<'_>, cell: &Cell<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    let grades = good_members::of_cell(cell, ask);
    grades.tell(cell, ask, sink);
    let (good, better) = (grades.good, grades.good + grades.excellent);
    match ask.ctx.settings.counting.excellent_base {
        ExcellentBase::Good => {
            sink.add(grades.excellent, good);
            sink.other(grades.excellent, better);
        }
        ExcellentBase::GoodOrBetter => {
            sink.add(grades.excellent, better);
            sink.other(grades.excellent, good);
        }
    }
}
