//! Sheets whose records are rows.

use rust_xlsxwriter::{Formula, Note, Worksheet, XlsxError, utility::column_number_to_name};

use super::{
    DOWN,
    across::{DAY_ROW, FIRST_COLUMN, KIND_ROW, ROLL_CALL, columns, rows},
    boxes::{Boxes, excel_day},
    look::{State, height, pages_wide},
};
use crate::{
    date::ymd,
    form::{
        fields::{ABOUT, ASSESSMENT, BRIEFING, CONTENT, Field, GUEST, INSPECTED, RESOLUTION, TERM, TOPIC},
        kind::{Kind, Shown},
        model::Line,
        section::{OF_MEETING, Section},
    },
    lang::Words,
    records::meeting,
    regulations::MeetingRules,
};

/// A sheet and the record that each of its rows is.
pub(super) struct Sheet {
    name: Words,
    title: Words,
    hint: Words,
    section: Section,
    fields: &'static [Field],
}

pub(super) static OF_MEETINGS: [Sheet; 4] = [
    Sheet {
        name: Words::new("Cuộc họp", "Meetings"),
        title: Words::new("NGƯỜI CHUẨN BỊ, CHỦ TRÌ, SỐ LƯỢNG", "WHO PREPARED AND CHAIRED, TOTALS"),
        hint: Words::new(
            "Mỗi dòng là một cuộc họp, theo số ở trang Điểm danh. Số lượng chỉ ghi khi không điểm danh từng người. Tháng không họp: chọn Có họp = không và ghi lý do.",
            "A row is a meeting, by its number in the roll call. Totals only where there are no marks. A month without a meeting: Held = no, and why.",
        ),
        section: Section::Meeting,
        fields: ABOUT,
    },
    Sheet {
        name: Words::new("Nội dung", "Content"),
        title: Words::new("NỘI DUNG SINH HOẠT, CHUYÊN ĐỀ", "CONTENT AND THEME"),
        hint: Words::new(
            "Ghi tóm tắt từng phần (Alt+Enter để xuống dòng), hoặc chọn “có, xem sổ giấy”, “không làm”. Người ghi bằng mã, như @dv01.",
            "A summary of each part (Alt+Enter breaks the line), or choose “held, see the paper book”, “not held”. People stand as ids, such as @dv01.",
        ),
        section: Section::Meeting,
        fields: CONTENT,
    },
    Sheet {
        name: Words::new("Nghị quyết", "Resolutions"),
        title: Words::new("NGHỊ QUYẾT, KẾT LUẬN ĐÃ BIỂU QUYẾT", "RESOLUTIONS VOTED ON"),
        hint: Words::new(
            "Mỗi dòng là một nghị quyết; cột đầu là số của cuộc họp ở trang Điểm danh.",
            "A row is a resolution; the first column is the meeting's number in the roll call.",
        ),
        section: Section::Resolution,
        fields: RESOLUTION,
    },
    Sheet {
        name: Words::new("Khách dự", "Guests"),
        title: Words::new("KHÁCH DỰ", "GUESTS"),
        hint: Words::new(
            "Mỗi dòng là một khách; cột đầu là số của cuộc họp ở trang Điểm danh.",
            "A row is a guest; the first column is the meeting's number in the roll call.",
        ),
        section: Section::Guest,
        fields: GUEST,
    },
];

pub(super) static OF_YEAR: [Sheet; 5] = [
    Sheet {
        name: Words::new("Chuyên đề", "Themes"),
        title: Words::new("KẾ HOẠCH SINH HOẠT CHUYÊN ĐỀ", "PLAN OF THEMATIC MEETINGS"),
        hint: Words::new("Mỗi quý ít nhất một chuyên đề.", "At least one theme a quarter."),
        section: Section::Topic,
        fields: TOPIC,
    },
    Sheet {
        name: Words::new("Kiểm tra", "Inspections"),
        title: Words::new("KIỂM TRA, GIÁM SÁT TRONG NĂM", "INSPECTIONS OF THE YEAR"),
        hint: Words::new("Mỗi dòng là một cuộc kiểm tra, giám sát đã làm.", "A row is an inspection that was held."),
        section: Section::Inspected,
        fields: INSPECTED,
    },
    Sheet {
        name: Words::new("Đánh giá", "Assessments"),
        title: Words::new("NHIỆM VỤ, XẾP LOẠI ĐẢNG VIÊN", "ASSIGNMENTS AND GRADES OF MEMBERS"),
        hint: Words::new("Mỗi dòng là một đảng viên.", "A row is a member."),
        section: Section::Assessment,
        fields: ASSESSMENT,
    },
    Sheet {
        name: Words::new("Giao ban", "Briefings"),
        title: Words::new("GIAO BAN BÍ THƯ – TRƯỞNG THÔN", "BRIEFINGS OF SECRETARY AND VILLAGE HEAD"),
        hint: Words::new("Mỗi dòng là một buổi giao ban.", "A row is a briefing."),
        section: Section::Briefing,
        fields: BRIEFING,
    },
    Sheet {
        name: Words::new("Nhiệm kỳ", "Terms"),
        title: Words::new("CÁC NHIỆM KỲ CỦA CHI BỘ", "THE CELL'S TERMS OF OFFICE"),
        hint: Words::new("Mỗi dòng là một nhiệm kỳ, từ ngày đại hội.", "A row is a term, from its congress on."),
        section: Section::Term,
        fields: TERM,
    },
];

static MEETING: Field =
    Field { key: OF_MEETING, label: Words::new("Cuộc họp số", "Meeting"), kind: Kind::Meeting, width: 9 };
static MEMBER: Field =
    Field { key: "member", label: Words::new("Mã đảng viên", "Member"), kind: Kind::Text, width: 11 };

/// A column of such a sheet.
#[derive(Clone, Copy)]
enum Column {
    /// The number of the row, and of the meeting where it is one.
    Number,
    /// The day or kind of the row's meeting, from the roll call.
    Of(u32, Words),
    /// The day of the meeting whose number stands in the column before.
    DayOf,
    Name,
    Ask(&'static Field),
}

const HEAD_ROW: u32 = 3;
const FIRST_ROW: u32 = 4;

impl Sheet {
    fn columns(&self) -> Vec<Column> {
        let leads: &[Column] = match self.section {
            Section::Meeting => &[
                Column::Number,
                Column::Of(DAY_ROW, Words::new("Ngày họp", "Date")),
                Column::Of(KIND_ROW, Words::new("Loại", "Kind")),
            ],
            Section::Resolution | Section::Guest => &[Column::Ask(&MEETING), Column::DayOf],
            Section::Assessment => &[Column::Ask(&MEMBER), Column::Name],
            _ => &[Column::Number],
        };
        leads.iter().copied().chain(self.fields.iter().map(Column::Ask)).collect()
    }
}

pub(super) fn write(sheet: &mut Worksheet, of: &Sheet, boxes: Boxes<'_>) -> Result<(), XlsxError> {
    let Boxes { form, .. } = boxes;
    let lang = form.lang;
    let lines = match of.section {
        Section::Meeting => form.meetings.as_slice(),
        section => form.lines.get(&section).map_or(&[][..], Vec::as_slice),
    };
    sheet.set_name(of.name.of(lang))?;
    let title = format!("{} – {} – {}", of.title.of(lang), form.cell_name, form.made.year);
    boxes.begin(sheet, Some(DOWN), &title, of.hint.of(lang))?;
    for (line, row) in lines.iter().zip(FIRST_ROW..) {
        sheet.write_string(row, 0, &line.key)?;
        let value = |field: &Field| line.fields.get(field.key).map(|value| boxes.text(field.kind, value));
        let texts = of.fields.iter().filter_map(|field| Some((value(field)?, field.width)));
        sheet.set_row_height(row, height(texts))?;
    }
    let labels = of.fields.iter().map(|field| (field.label.of(lang), field.width.saturating_sub(2)));
    sheet.set_row_height(HEAD_ROW, height(labels))?;
    let all = of.columns();
    let leads = all
        .iter()
        .filter(|column| !matches!(column, Column::Ask(field) if of.fields.iter().any(|own| std::ptr::eq(own, *field))))
        .count();
    for (column, place) in all.into_iter().zip(1..) {
        head(sheet, boxes, column, place)?;
        for (line, row) in lines.iter().zip(FIRST_ROW..) {
            cell(sheet, boxes, (row, place), column, line)?;
        }
        if let Column::Ask(field) = column
            && !lines.is_empty()
        {
            let last = FIRST_ROW + rows(lines.len()) - 1;
            boxes.ask(sheet, (FIRST_ROW, place, last, place), field.kind, None)?;
        }
    }
    sheet.set_freeze_panes(FIRST_ROW, 1 + columns(leads))?;
    let width = 30 + of.fields.iter().map(|field| u32::from(field.width)).sum::<u32>();
    sheet.set_repeat_rows(HEAD_ROW, HEAD_ROW)?.set_repeat_columns(1, columns(leads))?;
    sheet.set_print_fit_to_pages(pages_wide(width), 0);
    Ok(())
}

fn head(sheet: &mut Worksheet, boxes: Boxes<'_>, column: Column, place: u16) -> Result<(), XlsxError> {
    let Boxes { form, look, .. } = boxes;
    let (label, width) = match column {
        Column::Number => (Words::new("Số", "No."), 6),
        Column::Of(_, label) => (label, 12),
        Column::DayOf => (Words::new("Ngày họp", "Date"), 12),
        Column::Name => (Words::new("Họ tên", "Name"), if form.has_names { 26 } else { 12 }),
        Column::Ask(field) => {
            sheet.write_string(0, place, field.key)?;
            (field.label, field.width)
        }
    };
    sheet.set_column_width(place, width)?;
    sheet.write_string_with_format(HEAD_ROW, place, label.of(form.lang), &look.head)?;
    if let Column::Ask(field) = column
        && let Some(part) = field.key.strip_prefix("content.")
    {
        // What belongs there, by the guidance in force at the year's end.
        let guidance = MeetingRules::on(ymd(form.made.year, 12, 31));
        if let Some(part) = guidance.parts(meeting::Kind::Regular).find(|known| known.key == part) {
            sheet.insert_note(HEAD_ROW, place, &Note::new(part.holds.of(form.lang)))?;
        }
    }
    Ok(())
}

fn cell(
    sheet: &mut Worksheet,
    boxes: Boxes<'_>,
    (row, place): (u32, u16),
    column: Column,
    line: &Line,
) -> Result<(), XlsxError> {
    let Boxes { form, look, .. } = boxes;
    let number: u32 = line.key.get(1..).and_then(|number| number.parse().ok()).unwrap_or_default();
    let value = |key: &str| line.fields.get(key).map_or("", String::as_str);
    match column {
        Column::Number => drop(sheet.write_number_with_format(row, place, number, &look.lead)?),
        Column::Name => {
            let name = form.name_of(value(MEMBER.key)).unwrap_or_default();
            sheet.write_string_with_format(row, place, name, &look.lead)?;
        }
        Column::Of(from, _) => {
            let meeting = FIRST_COLUMN + columns(number as usize - 1);
            let there = format!("'{}'!{}${}", ROLL_CALL.of(form.lang), column_number_to_name(meeting), from + 1);
            let key = if from == DAY_ROW { "date" } else { "kind" };
            formula(sheet, boxes, (row, place), &there, (key, Some(line)))?;
        }
        Column::DayOf => {
            let last = FIRST_COLUMN + columns(form.meetings.len().saturating_sub(1));
            let (first, last) = (column_number_to_name(FIRST_COLUMN), column_number_to_name(last));
            let day = DAY_ROW + 1;
            let number_cell = format!("{}{}", column_number_to_name(place - 1), row + 1);
            let name = ROLL_CALL.of(form.lang);
            let there = format!("INDEX('{name}'!${first}${day}:${last}${day},1,N({number_cell})+({number_cell}=\"\"))");
            let of: Option<usize> = value(OF_MEETING).parse().ok();
            let meeting = of.and_then(|number| form.meetings.get(number.checked_sub(1)?));
            let there = format!("IF({number_cell}=\"\",\"\",{there})");
            formula(sheet, boxes, (row, place), &there, ("date", meeting))?;
        }
        Column::Ask(field) => {
            let is_fixed = field.key == MEMBER.key || field.key == OF_MEETING && line.home.is_some();
            let state = if is_fixed { State::Closed } else { State::Open };
            boxes.put(sheet, (row, place), field.kind, value(field.key), state)?;
        }
    }
    Ok(())
}

/// What another cell shows, where it shows anything; with the value that it has now, for readers that do not compute.
fn formula(
    sheet: &mut Worksheet,
    boxes: Boxes<'_>,
    (row, place): (u32, u16),
    there: &str,
    (key, line): (&str, Option<&Line>),
) -> Result<(), XlsxError> {
    let Boxes { form, look, .. } = boxes;
    let value = line.and_then(|line| line.fields.get(key)).map_or("", String::as_str);
    let kind = Section::Meeting.kind(key).unwrap_or(Kind::Text);
    let result = match kind.shown(value, form.lang, |_| None) {
        Shown::Day(day) => excel_day(day).map(|day| day.to_excel().to_string()).unwrap_or_default(),
        Shown::Text(text) => text,
        _ => String::new(),
    };
    let formula = Formula::new(format!("=IF({there}=\"\",\"\",{there})")).set_result(result);
    let format = if key == "date" { &look.lead_day } else { &look.lead };
    sheet.write_formula_with_format(row, place, formula, format)?;
    Ok(())
}
