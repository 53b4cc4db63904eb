//! Lists of which it is not known whose something is: they are refused, not shortened and not guessed at.

use super::reshape;
use crate::{import::What, sheet_file};

fn is_taken(what: What, text: &str) -> bool {
    let book = sheet_file::read(text.as_bytes()).unwrap();
    reshape(&book.grids[0], what, Some(2018), false).is_some()
}

#[test]
fn two_lists_of_ticks_beside_or_below_each_other() {
    let one = "Điểm danh sinh hoạt ngày 05/03/2018,,\nHọ và tên,Có mặt,Vắng\nLê An,x,\nVũ Bình,,x\n";
    assert!(is_taken(What::Attendance, one));
    let halves =
        "Điểm danh sinh hoạt ngày 05/03/2018\nHọ và tên,Có mặt,Vắng,Họ và tên,Có mặt,Vắng\nLê An,,,Vũ Bình,x,\n";
    assert!(!is_taken(What::Attendance, halves));
    let below = one.replace("05/03", "05/04");
    assert!(!is_taken(What::Attendance, &format!("{one}{below}")));
    assert!(is_taken(What::Attendance, &format!("{one}{one}")));
    assert!(is_taken(What::Attendance, &format!("{one}Đồng Thanh, ngày 06/03/2018\n")));
}

#[test]
fn the_day_of_what_a_form_rests_on_is_no_meetings() {
    let list =
        "Mẫu số 3 kèm theo Hướng dẫn số 12-HD/HU ngày 06/07/2018,,\nHọ và tên,Có mặt,Vắng\nLê An,x,\nVũ Bình,,x\n";
    assert!(!is_taken(What::Attendance, list));
    assert!(is_taken(What::Attendance, &format!("Họp chi bộ ngày 05/06/2018\n{list}")));
}

#[test]
fn a_second_page_with_other_names_or_another_order() {
    let one = "Ngày họp,Lê An,Vũ Bình\n05/01/2018,x,k\n";
    let next = "Ngày họp,Lê An,Vũ Bình\n05/05/2018,x,k\n";
    assert!(is_taken(What::Attendance, &format!("{one}{next}")));
    for other in ["Vũ Bình,Lê An", "Lê An,Tạ Dần"] {
        assert!(!is_taken(What::Attendance, &format!("{one}{}", next.replace("Lê An,Vũ Bình", other))), "{other}");
    }
}

#[test]
fn deputies_whose_columns_are_not_the_same() {
    let is_taken =
        |heading: &str, row: &str| is_taken(What::Officials, &format!("Thôn,Trưởng thôn,{heading}\n1,Lê An,{row}\n"));
    assert!(is_taken("Phó trưởng thôn,Phó trưởng thôn,Ngày bầu", "Vũ Bình,Đỗ Cúc,12/11/2017"));
    assert!(is_taken("Phó trưởng thôn,Phụ cấp phó trưởng thôn", "Vũ Bình,500"));
    for (heading, row) in [
        ("Phó trưởng thôn,Phó thôn phụ trách an ninh", "Vũ Bình,Đỗ Cúc"),
        ("Phó trưởng thôn,Phó trưởng thôn 2", "Vũ Bình,Đỗ Cúc"),
        ("Phó thôn,Ngày bầu phó thôn,Phó thôn,Ngày công nhận phó thôn", "Vũ Bình,,Đỗ Cúc,26/11/2017"),
        ("Phó thôn,Phó thôn,Ngày bầu phó thôn", "Vũ Bình,Đỗ Cúc,26/11/2017"),
    ] {
        assert!(!is_taken(heading, row), "{heading}");
    }
}
