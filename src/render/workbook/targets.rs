//! The sheet of targets, with the chart of shares and goals.

use rust_xlsxwriter::{Chart, ChartDataLabel, ChartSolidFill, ChartType, Color, Formula, Worksheet, XlsxError};

use super::{super::report_words as words, look::Look, number, say, set_up, share, share_format};
use crate::{board::Board, clauses, lang::Lang, report::Line};

/// The line of the headings; those above it say what the sheet is.
const HEADING: u32 = 4;

fn name(lang: Lang) -> &'static str {
    say(lang, "Chỉ tiêu", "Targets")
}

pub(super) fn write(sheet: &mut Worksheet, lang: Lang, board: &Board, look: &Look) -> Result<(), XlsxError> {
    set_up(sheet, name(lang), HEADING)?;
    for (line, text) in (0..HEADING).zip(words::head(lang, &board.report)) {
        sheet.write_string_with_format(line, 0, &text, if line == 0 { &look.title } else { &look.plain })?;
    }
    let before = board.report.year - 1;
    let heads = [
        (say(lang, "Mã", "Id").to_owned(), 22.0),
        (say(lang, "Chỉ tiêu", "Target").to_owned(), 36.0),
        (say(lang, "Mục", "Clause").to_owned(), 11.0),
        (say(lang, "Mức", "Goal").to_owned(), 8.0),
        (say(lang, "Đạt", "Count").to_owned(), 9.0),
        (say(lang, "Tổng", "Of").to_owned(), 9.0),
        (say(lang, "Tỷ lệ", "Share").to_owned(), 10.0),
        (say(lang, "Kết quả", "Status").to_owned(), 14.0),
        (crate::lang::say!(lang, "Tỷ lệ {before}", "Share {before}"), 10.0),
        (crate::lang::say!(lang, "So với {before} (điểm %)", "vs {before} (points)"), 10.0),
        (say(lang, "Cần thêm (bớt)", "Needed (too many)").to_owned(), 10.0),
        (say(lang, "Có số liệu", "With data").to_owned(), 9.0),
        (say(lang, "Số đơn vị", "Units").to_owned(), 9.0),
        (say(lang, "Để ngoài (lỗi)", "Left out").to_owned(), 9.0),
        (say(lang, "Chưa rõ", "Unknown").to_owned(), 9.0),
    ];
    for (column, (head, width)) in (0u16..).zip(&heads) {
        sheet.write_string_with_format(HEADING, column, head, &look.head)?;
        sheet.set_column_width(column, *width)?;
    }
    let lines: Vec<&Line> = board.report.whole.lines.iter().collect();
    for (row, line) in (HEADING + 1..).zip(&lines) {
        of_line(sheet, row, lang, line, look)?;
    }
    let last = HEADING + u32::try_from(lines.len()).unwrap_or(0);
    sheet.set_freeze_panes(HEADING + 1, 2)?;
    if !lines.is_empty() {
        sheet.autofilter(HEADING, 0, last, 14)?;
        for rule in Look::standings(lang) {
            sheet.add_conditional_format(HEADING + 1, 7, last, 7, &rule)?;
        }
    }
    sheet.set_row_height(HEADING, 34)?;
    Ok(())
}

fn of_line(sheet: &mut Worksheet, row: u32, lang: Lang, line: &Line, look: &Look) -> Result<(), XlsxError> {
    let tally = &line.tally;
    let clause = line.target.clauses.first().map(|clause| clauses::shown(clause, lang)).unwrap_or_default();
    sheet.write_string_with_format(row, 0, line.target.id, &look.text)?;
    sheet.write_string_with_format(row, 1, line.target.title.of(lang), &look.text)?;
    sheet.write_string_with_format(row, 2, &clause, &look.text)?;
    sheet.write_string_with_format(row, 3, words::goal(lang, line.goal), &look.text)?;
    sheet.write_number_with_format(row, 4, number(tally.numerator), &look.count)?;
    sheet.write_number_with_format(row, 5, number(tally.denominator), &look.count)?;
    let at = row + 1;
    share(sheet, (row, 6), (tally.numerator, tally.denominator, line.goal), &look.share)?;
    sheet.write_string_with_format(row, 7, line.status.label().of(lang), &look.text)?;
    match line.previous.filter(|previous| previous.denominator > 0) {
        Some(previous) => {
            let before = number(previous.numerator) / number(previous.denominator);
            let format = share_format(&look.share, (previous.numerator, previous.denominator, line.goal));
            sheet.write_number_with_format(row, 8, before, &format)?;
            if tally.denominator == 0 {
                sheet.write_blank(row, 9, &look.points)?;
            } else {
                let change = (number(tally.numerator) / number(tally.denominator) - before) * 100.0;
                let formula = Formula::new(format!("=(G{at}-I{at})*100")).set_result(change.to_string());
                sheet.write_formula_with_format(row, 9, formula, &look.points)?;
            }
        }
        None => {
            sheet.write_blank(row, 8, &look.share)?;
            sheet.write_blank(row, 9, &look.points)?;
        }
    }
    if words::bare_needed(lang, line).is_empty() {
        sheet.write_blank(row, 10, &look.count)?;
    } else {
        sheet.write_number_with_format(row, 10, number(line.needed), &look.count)?;
    }
    for (column, count) in (11u16..).zip([tally.with_data, tally.units, tally.left_out, tally.unknown]) {
        sheet.write_number_with_format(row, column, number(count), &look.count)?;
    }
    Ok(())
}

/// Shares as bars, on a page of their own: a native chart, which follows the sheet of targets when figures change there.
pub(super) fn chart(sheet: &mut Worksheet, lang: Lang, board: &Board) -> Result<(), XlsxError> {
    let shown = board.report.whole.lines.iter().take_while(|line| line.is_foremost()).count();
    let end = HEADING + u32::try_from(shown).unwrap_or(0).max(1);
    let first = HEADING + 1;
    let mut chart = Chart::new(ChartType::Bar);
    let (name, year) = (name(lang), board.report.year);
    chart
        .add_series()
        .set_name(&crate::lang::say!(lang, "Tỷ lệ {year}", "Share {year}"))
        .set_categories((name, first, 1, end, 1))
        .set_values((name, first, 6, end, 6))
        .set_format(ChartSolidFill::new().set_color(Color::RGB(0x002A_6F97)))
        .set_data_label(ChartDataLabel::new().show_value())
        .set_gap(40);
    chart.title().set_name(&crate::lang::say!(lang, "Kết quả các chỉ tiêu năm {year}", "The targets of {year}"));
    chart.y_axis().set_reverse();
    chart.x_axis().set_num_format("0%").set_min(0.0).set_max(1.0);
    chart.legend().set_hidden();
    let title = board.report.whole.name.clone();
    chart.set_alt_text(crate::lang::say!(
        lang,
        "Tỷ lệ của từng chỉ tiêu, {title}, năm {year}; số liệu ở trang “{name}”",
        "The share of each target, {title}, {year}; the figures are in the sheet “{name}”"
    ));
    chart.set_width(980).set_height(640);
    set_up(sheet, say(lang, "Biểu đồ", "Chart"), 0)?;
    sheet.insert_chart(1, 0, &chart)?;
    Ok(())
}
