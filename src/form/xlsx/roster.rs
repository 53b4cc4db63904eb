//! The sheet of the members, to look at; what happens to a member has commands of its own.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::boxes::Boxes;
use crate::lang::Words;

const HEAD_ROW: u32 = 3;
const FIRST_ROW: u32 = 4;

pub(super) fn write(sheet: &mut Worksheet, boxes: Boxes<'_>) -> Result<(), XlsxError> {
    let Boxes { form, look, .. } = boxes;
    let lang = form.lang;
    sheet.set_name(Words::new("Đảng viên", "Members").of(lang))?;
    let title = Words::new("DANH SÁCH ĐẢNG VIÊN", "ROSTER").of(lang);
    let title = format!("{title} – {} – {}", form.cell_name, form.made.year);
    let hint = Words::new(
        "Chỉ để xem: kết nạp, chuyển đi, miễn sinh hoạt thì báo người giữ sổ dữ liệu, không sửa ở đây.",
        "To look at only: tell the register's keeper of admissions, transfers and exemptions; nothing here is read.",
    );
    boxes.begin(sheet, None, &title, hint.of(lang))?;
    let heads = [
        (Words::new("Mã", "Id"), 10),
        (Words::new("Họ tên", "Name"), 28),
        (Words::new("Ngày vào Đảng", "Admitted"), 14),
        (Words::new("Ngày chính thức", "Official"), 14),
        (Words::new("Đến chi bộ", "Joined"), 14),
        (Words::new("Ngày cuối ở chi bộ", "Left"), 14),
        (Words::new("Tình trạng", "Status"), 30),
    ];
    for ((label, width), column) in heads.iter().zip(1..) {
        sheet.set_column_width(column, *width)?;
        sheet.write_string_with_format(HEAD_ROW, column, label.of(lang), &look.head)?;
    }
    let day = |day: Option<crate::date::Date>| day.map(|day| crate::date::show(day, lang)).unwrap_or_default();
    for (member, row) in form.members.iter().zip(FIRST_ROW..) {
        let cells = [
            member.who.id.clone(),
            member.who.name.clone().unwrap_or_default(),
            member.admitted.clone(),
            member.official.clone(),
            day(member.from),
            day(member.until),
            member.status.map(|status| status.of(lang).to_owned()).unwrap_or_default(),
        ];
        for (text, column) in cells.iter().zip(1..) {
            sheet.write_string_with_format(row, column, text, &look.lead)?;
        }
    }
    sheet.set_freeze_panes(FIRST_ROW, 3)?.set_repeat_rows(HEAD_ROW, HEAD_ROW)?.set_print_fit_to_pages(1, 0);
    Ok(())
}
