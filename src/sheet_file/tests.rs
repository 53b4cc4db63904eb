use super::*;

#[test]
fn places_are_named_as_spreadsheets_name_them() {
    let name = |row, column| Place { row, column }.to_string();
    assert_eq!(
        [name(0, 0), name(6, 25), name(6, 26), name(9, 701), name(9, 702)],
        ["A1", "Z7", "AA7", "ZZ10", "AAA10"]
    );
}

#[test]
fn what_is_no_table_is_told_apart() {
    assert_eq!(read(b"%PDF-1.4"), Err(Fault::Unknown));
    assert_eq!(read(b" <HTML><table>"), Err(Fault::WebPage));
    assert_eq!(read(b"\x89PNG\r\n\x1A\n\0"), Err(Fault::Unknown));
    assert!(matches!(read(b"PK\x03\x04 nothing more"), Err(Fault::Broken(_))));
    assert!(matches!(read(b"\xD0\xCF\x11\xE0 nothing more"), Err(Fault::Broken(_))));
    assert_eq!(read(&vec![b'a'; MAX_BYTES as usize + 1]), Err(Fault::TooLarge));
}

#[test]
fn a_text_is_cells_without_the_spaces_around_them() {
    let book = read("\u{FEFF}a ;\u{A0}\n;b\n".as_bytes()).unwrap();
    assert_eq!(book.kind, BookKind::Text(Bytes::Utf8));
    let cells: Vec<(String, Cell)> = book.grids[0].cells().map(|(at, cell)| (at.to_string(), cell.clone())).collect();
    assert_eq!(cells, [("A1".to_owned(), Cell::Text("a".into())), ("B2".to_owned(), Cell::Text("b".into()))]);
}
