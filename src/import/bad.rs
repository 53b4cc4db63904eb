//! The rows that were not taken, as a table of their own beside the source: its columns and the reason behind them. It can
//! be mended and imported like any other.

use std::path::{Path, PathBuf};

use crate::{
    lang::{Lang, say},
    render::{csv_file, csv_text},
};

/// The text of the file: header and rows of the source, each with its reason.
pub(crate) fn text(header: &[String], rows: &[(Vec<String>, String)], lang: Lang) -> String {
    let reason = say!(lang, "Lý do không nhận", "Reason not taken");
    let header: Vec<String> = header.iter().map(|cell| csv_text(cell)).chain([reason]).collect();
    let header: Vec<&str> = header.iter().map(String::as_str).collect();
    let rows = rows.iter().map(|(cells, reason)| {
        let cells = cells.iter().map(|cell| csv_text(cell));
        cells.chain([csv_text(reason)]).collect::<Vec<String>>()
    });
    csv_file(&header, rows)
}

/// Where it goes: beside the source, under a name that nothing else has. One that is there with this very text stays.
pub(crate) fn place(source: &Path, text: &str, lang: Lang) -> Option<PathBuf> {
    let stem = source.file_stem()?.to_string_lossy().into_owned();
    let ending = match lang {
        Lang::Vi => "loi",
        Lang::En => "bad",
    };
    (1..1000)
        .map(|nth| {
            let number = if nth == 1 { String::new() } else { format!("-{nth}") };
            source.with_file_name(format!("{stem}.{ending}{number}.csv"))
        })
        .find(|path| match std::fs::read(path) {
            Ok(there) => there == text.as_bytes(),
            Err(_) => path.symlink_metadata().is_err(),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_already_is_never_written_over() {
        let directory = tempfile::tempdir().unwrap();
        let source = directory.path().join("danh sach.xlsx");
        let rows = [(vec!["1".to_owned(), "=A".to_owned()], "vì sao".to_owned())];
        let text = text(&["STT".to_owned(), "Tên".to_owned()], &rows, Lang::Vi);
        assert_eq!(text, "\u{feff}STT,Tên,Lý do không nhận\r\n1,'=A,vì sao\r\n");
        let first = place(&source, &text, Lang::Vi).unwrap();
        assert_eq!(first, directory.path().join("danh sach.loi.csv"));
        std::fs::write(&first, "another").unwrap();
        let second = place(&source, &text, Lang::Vi).unwrap();
        assert_eq!(second, directory.path().join("danh sach.loi-2.csv"));
        std::fs::write(&second, &text).unwrap();
        assert_eq!(place(&source, &text, Lang::Vi), Some(second));
    }
}
