//! The closing lines of `check`: what was read and found.

use crate::{
    finding::Level,
    lang::{Lang, plural, say},
    number::group,
    render::Checked,
};

/// One line that counts, and one for earlier years where they have shortfalls.
pub(crate) fn lines(lang: Lang, checked: &Checked) -> String {
    let (records, units) = (group(checked.records, lang), group(checked.units, lang));
    let (record, unit) = (plural(checked.records, "record", "records"), plural(checked.units, "unit", "units"));
    let count = |level: Level| (checked.count(level), group(checked.count(level), lang));
    let ((e, errors), (s, shortfalls), (w, warnings)) =
        (count(Level::Error), count(Level::Shortfall), count(Level::Warning));
    let (error, shortfall, warning) =
        (plural(e, "error", "errors"), plural(s, "shortfall", "shortfalls"), plural(w, "warning", "warnings"));
    let mut text = if e + s + w == 0 {
        say!(
            lang,
            "Đã đọc {records} bản ghi của {units} đơn vị: không có phát hiện nào.\n",
            "Read {records} {record} of {units} {unit}: nothing found.\n"
        )
    } else {
        say!(
            lang,
            "Đã đọc {records} bản ghi của {units} đơn vị: {errors} lỗi, {shortfalls} chưa đạt, {warnings} cảnh báo.\n",
            "Read {records} {record} of {units} {unit}: {errors} {error}, {shortfalls} {shortfall}, {warnings} {warning}.\n"
        )
    };
    if checked.explained() > 0 {
        let explained = group(checked.explained(), lang);
        text.push_str(&say!(
            lang,
            "Trong đó {explained} đã có giải trình, không tính vào mã thoát.\n",
            "Of these {explained} explained, off the exit code.\n"
        ));
    }
    if !checked.earlier.is_empty() {
        let earlier: u64 = checked.earlier.iter().map(|(_, n)| n).sum();
        let years: Vec<String> =
            checked.earlier.iter().map(|(year, n)| format!("{year}: {}", group(*n, lang))).collect();
        let (count, years, shortfall) =
            (group(earlier, lang), years.join(", "), plural(earlier, "shortfall", "shortfalls"));
        text.push_str(&say!(
            lang,
            "Các năm trước còn {count} chưa đạt ({years}); xem bằng --all-years.\n",
            "Earlier years have {count} more {shortfall} ({years}); see them with --all-years.\n"
        ));
    }
    text
}
