//! What a column holds, by the words of its heading, with or without marks: those of Mẫu 7-HSĐV ("Sổ danh sách đảng viên")
//! and of the lists that offices keep, and the register's own.

use super::What;
use crate::text::search_key;

/// A column that is understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Column {
    /// Số thứ tự.
    Number,
    Id,
    Name,
    Admitted,
    Official,
    /// Both days in one cell, as Mẫu 7-HSĐV has it.
    AdmittedAndOfficial,
    From,
    Until,
    /// The day of a death.
    Died,
    /// Why somebody left: one of the register's words, or the usual ones.
    Leaving,
    /// The day of leaving the Party, with the way of it or beside it.
    LeftParty,
    Temporary,
    Village,
    Post,
    How,
    /// The day of a head's election: it says how, too.
    Elected,
    Recognised,
    PartySince,
    Cell,
    Member,
    Mentor,
    Date,
    Kind,
    Total,
    Exempt,
    Away,
    Expected,
    Present,
    Absent,
    Excused,
    Unexcused,
    /// What the register has no place for, on purpose.
    Personal,
    /// Understood, and not taken here: a role needs its day.
    Role,
}

type Phrases = &'static [(Column, &'static [&'static str])];

/// A phrase that begins with `=` is the whole heading; any other stands in it as words of its own. The first that fits is
/// the one. All are without marks.
const OF_ALL: Phrases = &[
    (Column::Number, &["=stt", "=so tt", "=tt", "=so thu tu", "=no"]),
    (Column::Id, &["=ma", "=id", "=ma so", "=ma dv", "=ma dang vien", "=ma so dang vien", "=ma nguoi", "=ma can bo"]),
    (Column::Personal, &["=ho ten khai sinh", "=ho va ten khai sinh", "=ten khai sinh", "ten goi khac", "bi danh"]),
    (Column::Name, &["ho va ten", "ho ten", "ten dang vien", "=ho", "=ten", "=ho dem", "=ho va dem", "=name", "ho va"]),
];

const PERSONAL: Phrases = &[(
    Column::Personal,
    &[
        "ngay sinh",
        "sinh ngay",
        "nam sinh",
        "thang sinh",
        "nam thang nam sinh",
        "ngay thang nam sinh",
        "tuoi",
        "=sinh",
        "gioi tinh",
        "nam nu",
        "=nam",
        "=nu",
        "dan toc",
        "ton giao",
        "que quan",
        "noi sinh",
        "dia chi",
        "noi o",
        "cho o",
        "thuong tru",
        "tam tru",
        "ho khau",
        "dien thoai",
        "sdt",
        "so dt",
        "=dt",
        "di dong",
        "email",
        "cccd",
        "cmnd",
        "cmt",
        "can cuoc",
        "chung minh",
        "dinh danh",
        "so the",
        "the dang",
        "cap the",
        "ly lich",
        "huy hieu",
        "trinh do",
        "hoc van",
        "van hoa",
        "ly luan",
        "chuyen mon",
        "ngoai ngu",
        "tin hoc",
        "nghe nghiep",
        "noi lam viec",
        "bo doi",
        "huu tri",
        "suc khoe",
        "benh",
        "gia dinh",
        "anh",
        "dang phi",
        "luong",
        "tai khoan",
    ],
)];

const MEMBERS: Phrases = &[
    (Column::Leaving, &["=leaving", "hinh thuc ra khoi dang", "ly do ra khoi dang", "hinh thuc ra dang", "ly do roi"]),
    (Column::LeftParty, &["ra khoi dang", "=ngay ra dang", "xoa ten", "khai tru"]),
    (Column::Until, &["chuyen di", "chuyen sinh hoat di", "=until"]),
    (Column::From, &["chuyen den", "ve chi bo", "den chi bo", "vao chi bo", "=from", "=tu ngay"]),
    // Behind `Ngày chuyển đến ngày`.
    (Column::Until, &["den ngay"]),
    (Column::Died, &["tu tran", "qua doi", "ngay mat"]),
    (Column::Official, &["chinh thuc", "=official"]),
    (Column::Admitted, &["vao dang", "ket nap", "du bi", "=admitted", "ngay vd"]),
    (Column::Temporary, &["=temporary"]),
    (Column::Role, &["chuc vu", "chuc danh"]),
];

const ATTENDANCE: Phrases = &[(Column::Id, &["=member"]), (Column::Role, &["chuc vu", "chuc danh"])];

const OFFICIALS: Phrases = &[
    (Column::Post, &["chuc danh", "chuc vu", "=role"]),
    (Column::PartySince, &["vao dang", "ket nap", "=party since", "la dang vien", "=dang vien"]),
    (Column::How, &["hinh thuc", "=how", "bau hay", "bau cong nhan"]),
    (Column::Elected, &["ngay bau", "bau ngay"]),
    (Column::Recognised, &["ngay cong nhan", "cong nhan ngay"]),
    (Column::Until, &["den ngay", "=until", "ket thuc", "ngay thoi", "thoi giu"]),
    (Column::From, &["tu ngay", "=from", "bat dau", "ngay giu chuc", "tu thang"]),
    (Column::Cell, &["chi bo", "=cell"]),
    (Column::Member, &["=member", "ma dang vien"]),
    (Column::Mentor, &["=mentor", "nguoi giup do"]),
    (Column::Village, &["thon", "khu pho", "to dan pho", "=village"]),
];

const SUMMARY: Phrases = &[
    (Column::Cell, &["chi bo", "=cell", "=don vi", "ten don vi"]),
    (Column::Date, &["ngay", "=date"]),
    (Column::Kind, &["loai", "hinh thuc", "=kind"]),
    (Column::Unexcused, &["khong phep", "khong ly do", "khong co ly do", "=unexcused"]),
    (Column::Excused, &["co phep", "co ly do", "ly do", "=excused"]),
    (Column::Expected, &["phai du", "trieu tap", "phai tham gia", "phai co mat", "=expected"]),
    (Column::Exempt, &["mien", "=exempt"]),
    (Column::Away, &["di xa", "tam thoi noi khac", "noi khac", "di noi khac", "=away"]),
    (Column::Present, &["co mat", "du hop", "tham gia", "du sinh hoat", "=present"]),
    (Column::Absent, &["vang", "vang mat"]),
    (Column::Total, &["tong so", "so dang vien", "dang so", "=total"]),
];

/// What the heading of a column says that it holds; nothing where it says nothing that is known here.
pub(crate) fn of(heading: &str, what: What) -> Option<Column> {
    let key = key(heading);
    // What is longer is a title.
    if key.is_empty() || key.len() > 120 {
        return None;
    }
    if what == What::Members && is_both_days(heading, &key) {
        return Some(Column::AdmittedAndOfficial);
    }
    let own = match what {
        What::Members => MEMBERS,
        What::Attendance => ATTENDANCE,
        What::Officials => OFFICIALS,
        What::Summary => SUMMARY,
    };
    let lists: [Phrases; 3] = if what == What::Summary { [own, OF_ALL, PERSONAL] } else { [OF_ALL, own, PERSONAL] };
    lists
        .into_iter()
        .flatten()
        .find(|(_, phrases)| phrases.iter().any(|phrase| fits(&key, phrase)))
        .map(|(column, _)| *column)
}

fn fits(key: &str, phrase: &str) -> bool {
    match phrase.strip_prefix('=') {
        Some(whole) => key == whole,
        None => format!(" {key} ").contains(&format!(" {phrase} ")),
    }
}

/// Words of plain small letters and digits with one space between them.
pub(crate) fn key(text: &str) -> String {
    let plain = search_key(text);
    let words = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    // Both spellings are in use: lí do and lý do, thường kì and thường kỳ.
    let words = words.map(|word| match word {
        "li" => "ly",
        "ki" => "ky",
        word => word,
    });
    words.collect::<Vec<_>>().join(" ")
}

/// `Ngày vào Đảng; ngày chính thức`, but not `Ngày vào Đảng chính thức`.
fn is_both_days(heading: &str, key: &str) -> bool {
    let apart = [';', '/', ','].into_iter().any(|sign| {
        heading.split_once(sign).is_some_and(|(first, second)| {
            self::key(first).contains("vao dang") && self::key(second).contains("chinh thuc")
        })
    });
    apart || key.contains("vao dang ngay chinh thuc") || key.contains("vao dang va chinh thuc")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_headings_of_form_7_are_understood() {
        let headings = [
            ("Số TT", Some(Column::Number)),
            ("Họ và tên;\nhọ tên khai sinh", Some(Column::Name)),
            ("Nam, nữ; dân tộc; tôn giáo", Some(Column::Personal)),
            ("Quê quán", Some(Column::Personal)),
            ("Ngày vào Đảng; ngày chính thức", Some(Column::AdmittedAndOfficial)),
            ("Số thẻ đảng viên; số lý lịch; số Huy hiệu Đảng", Some(Column::Personal)),
            ("Ngày chuyển đi, đến ĐBCS nào", Some(Column::Until)),
            ("Ngày chuyển đến, ở ĐBCS nào đến", Some(Column::From)),
            ("Ngày từ trần; lý do", Some(Column::Died)),
            ("Ngày ra khỏi Đảng; hình thức", Some(Column::LeftParty)),
            ("Hình thức ra khỏi Đảng", Some(Column::Leaving)),
            ("Ghi chú", None),
        ];
        for (heading, column) in headings {
            assert_eq!(of(heading, What::Members), column, "{heading}");
        }
    }

    #[test]
    fn marks_case_and_stars_do_not_matter() {
        for heading in ["NGÀY VÀO ĐẢNG CHÍNH THỨC*", "Ngay chinh thuc (dd/mm/yyyy)", "official"] {
            assert_eq!(of(heading, What::Members), Some(Column::Official), "{heading}");
        }
        assert_eq!(of("Ngày vào Đảng Dự bị", What::Members), Some(Column::Admitted));
        assert_eq!(of("Sinh ngày *", What::Members), Some(Column::Personal));
        assert_eq!(of("Vắng Không lý do", What::Summary), Some(Column::Unexcused));
        assert_eq!(of("Vắng Có lý do", What::Summary), Some(Column::Excused));
        assert_eq!(of("Thôn, khu phố", What::Officials), Some(Column::Village));
        assert_eq!(of("Chuyển đến ngày", What::Members), Some(Column::From));
        assert_eq!(of("Chuyển đi từ ngày", What::Members), Some(Column::Until));
    }
}
