//! The first sheet: how to fill in the others.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::look::{Look, height, page};
use crate::{
    date,
    form::model::Form,
    lang::{Words, say},
};

/// Of the text, in characters.
const WIDTH: u8 = 110;

pub(super) fn write(sheet: &mut Worksheet, form: &Form, look: &Look) -> Result<(), XlsxError> {
    let lang = form.lang;
    sheet.set_name(Words::new("Hướng dẫn", "Guide").of(lang))?;
    page(sheet, &form.cell_name, lang);
    sheet.set_column_width(0, 4)?.set_column_width(1, WIDTH)?;
    let title = say!(lang, "SỔ SINH HOẠT CHI BỘ NĂM {}", "THE CELL'S BOOK OF {}", form.made.year);
    sheet.write_string_with_format(0, 1, format!("{title} – {}", form.cell_name), &look.title)?;
    let (register, day) = (&form.made.register, date::show(form.made.on, lang));
    let made =
        say!(lang, "Lập từ sổ dữ liệu “{register}” ngày {day}.", "Made from the register “{register}” on {day}.");
    sheet.write_string_with_format(1, 1, made, &look.hint)?;
    for ((number, line), row) in (1..).zip(lines(form)).zip(3..) {
        sheet.write_number_with_format(row, 0, number, &look.plain)?;
        sheet.set_row_height(row, height([(line.as_str(), WIDTH)].into_iter()))?;
        sheet.write_string_with_format(row, 1, line, &look.plain)?;
    }
    sheet.set_print_fit_to_pages(1, 0);
    Ok(())
}

fn lines(form: &Form) -> Vec<String> {
    let lang = form.lang;
    let mut lines: Vec<String> = LINES.iter().map(|line| line.of(lang).to_owned()).collect();
    if form.has_names {
        let line = Words::new(
            "Tệp này có họ tên: giữ trong nội bộ, không đưa lên mạng, không đưa vào git.",
            "There are names in this file: keep it to yourselves, out of the net and out of git.",
        );
        lines.push(line.of(lang).to_owned());
    }
    lines
}

const LINES: [Words; 9] = [
    Words::new(
        "Chỉ ghi vào ô trắng. Ô xám nhạt là ô khóa. Ở trang Điểm danh, ô xám đậm là người không phải dự (được miễn, đi xa, không ở chi ủy khi họp chi ủy): ai vẫn đến thì ghi; ô gạch chéo là người chưa hoặc không còn ở chi bộ.",
        "Only white boxes are to be filled in. Light grey ones are closed. In the roll call a dark grey box is of somebody not expected (exempt, away, outside the committee when it meets): mark who comes all the same; a hatched one is of somebody not in the cell then.",
    ),
    Words::new(
        "Điểm danh: x có mặt, m đến muộn, p vắng có lý do, k vắng không lý do.",
        "Roll call: x present, m late, p excused, k absent without reason.",
    ),
    Words::new(
        "Cuộc họp mới: ở trang Điểm danh, ghi ngày và loại vào cột trống kế tiếp. Số của cột ấy dùng cho các trang Cuộc họp, Nội dung, Nghị quyết, Khách dự.",
        "A new meeting: its day and kind go into the next empty column of the roll call. The number of that column is used on the sheets Meetings, Content, Resolutions and Guests.",
    ),
    Words::new(
        "Ngày ghi ngày/tháng/năm: 05/03/2018. Giờ ghi 19:30. Ô có mũi tên thì chọn trong danh sách.",
        "Days are written day/month/year: 05/03/2018; times as 19:30. Where a box has an arrow, choose from its list.",
    ),
    Words::new(
        "Ô để trống không xóa điều đã ghi trong sổ dữ liệu. Muốn bỏ một điều đã ghi thì báo người giữ sổ dữ liệu.",
        "An empty box never erases what is recorded. To take something out, tell the keeper of the register.",
    ),
    Words::new(
        "Ngày và loại của cuộc họp đã ghi thì không sửa ở đây được.",
        "The day and kind of a meeting that is recorded cannot be changed here.",
    ),
    Words::new(
        "Trong lời ghi, người viết bằng mã, như @dv01; không ghi họ tên, số căn cước, số điện thoại.",
        "In texts people stand as ids, such as @dv01; no names, no identity numbers, no telephone numbers.",
    ),
    Words::new(
        "Không chèn, xóa dòng cột và không đổi tên trang. Lưu ở dạng .xlsx, không đổi sang dạng khác.",
        "Insert and delete no rows or columns, rename no sheets. Save as .xlsx, in no other form.",
    ),
    Words::new(
        "Ghi xong: gửi lại tệp. Người giữ sổ dữ liệu chạy: chibo import TỆP (xem thay đổi), rồi chibo import TỆP --write (ghi).",
        "When done send the file back. The keeper runs: chibo import FILE (what would change), then chibo import FILE --write.",
    ),
];
