use crate::{
    lang::say,
    number,
    register::{Cell, Commune},
    targets::{Ask, Count, Goal, Miss, Sink, attendance, target},
};

target! {
    /// vi: Tỷ lệ chi bộ thôn có tỷ lệ dự sinh hoạt trong năm từ 85% trở lên.
    /// en: The share of village cells whose own attendance over the year is at least 85%.
    "attendance-by-cell", ["2.I.2.1-6"], Goal::All, AtOnce, EachSubject,
    "Chi bộ có tỷ lệ dự sinh hoạt đạt mức" / "Cells whose attendance reaches the goal", Count::Cell(count)
}

fn count(_: &Commune<'_>, cell: &Cell<'_>, ask: &Ask<'_>, sink: &mut Sink<'_, '_>) {
    let sum = attendance::of_cell(cell, ask);
    sum.tell(cell, ask, sink);
    if sum.expected == 0 {
        return;
    }
    let goal = attendance::TARGET.goal_in(ask.ctx);
    let percent = u64::from(goal.percent().unwrap_or(100));
    let (present, expected) = (sum.present, sum.expected);
    if present * 100 >= percent * expected {
        sink.subject(Vec::new());
        return;
    }
    let (lang, year) = (ask.ctx.lang, ask.year);
    let share = number::percent(present, expected, Some(goal), lang);
    let tally = crate::targets::Tally { numerator: present, denominator: expected, ..Default::default() };
    let needed = goal.needed(&tally);
    let (present, expected) = (number::group(present, lang), number::group(expected, lang));
    let message = say!(
        lang,
        "năm {year} dự sinh hoạt {present}/{expected} = {share}, dưới {percent}%; cần thêm {needed} lượt",
        "attendance in {year} is {present}/{expected} = {share}, under {percent}%; {needed} more were needed"
    );
    sink.subject(vec![Miss { place: cell.place(), period: ask.year_period(), message }]);
}
