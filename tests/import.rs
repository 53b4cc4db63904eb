//! What must hold of every import: to import a file again changes nothing, and no file whatever ends the program.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod support;

use std::{collections::BTreeMap, fmt::Write, fs, path::Path};

use proptest::prelude::*;
use support::{chibo, copy};

const SOURCES: [(&str, &str); 11] = [
    ("members", "danh-sach-hai-dong-tieu-de.xlsx"),
    ("members", "mau-7-tcvn3.xls"),
    ("members", "co-ma.ods"),
    ("members", "excel-viet-nam.csv"),
    ("members", "libreoffice.xlsx"),
    ("attendance", "so-diem-danh-2018.xlsx"),
    ("attendance", "theo-doi-theo-ngay.xlsx"),
    ("officials", "can-bo-thon.xlsx"),
    ("officials", "truong-pho-thon.ods"),
    ("summary", "tong-hop-quy-1.csv"),
    ("attendance", "diem-danh-thang-6.xlsx"),
];

fn sources() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import")
}

/// An empty register of one commune with two cells, in a directory of its own beside the files.
fn register() -> tempfile::TempDir {
    let place = tempfile::tempdir().expect("a temporary directory");
    copy(&sources().join("register"), &place.path().join("register"));
    place
}

fn import(place: &Path, what: &str, file: &str, more: &[&str]) -> support::Run {
    let cell = if matches!(what, "members" | "attendance") { &["--cell", "chi-bo-thon-9"][..] } else { &[] };
    let given = ["-C", "register", "import", what, file];
    let args = given.iter().chain(cell).chain(more).map(|arg| (*arg).to_owned());
    chibo(&args.collect::<Vec<_>>(), place)
}

/// Every file below a directory with its bytes.
fn files(directory: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(directory).expect("a directory can be read").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            all.extend(files(&entry.path()).into_iter().map(|(path, bytes)| (format!("{name}/{path}"), bytes)));
        } else {
            all.insert(name, fs::read(entry.path()).expect("a file can be read"));
        }
    }
    all
}

#[test]
fn the_sources_of_every_office_are_taken_once() {
    let told = |file: &str| match file {
        "mau-7-tcvn3.xls" => &["--encoding", "tcvn3", "--write"][..],
        "excel-viet-nam.csv" => &["--encoding", "windows-1258", "--write"],
        _ => &["--write"],
    };
    for (what, file) in SOURCES {
        let place = register();
        for (_, file) in SOURCES {
            fs::copy(sources().join(file), place.path().join(file)).expect("a file can be copied");
        }
        if what == "attendance" {
            import(place.path(), "members", SOURCES[0].1, &["--write"]);
        }
        let first = import(place.path(), what, file, told(file));
        assert!(first.code <= 1, "{file}: {}{}", first.out, first.err);
        assert!(first.out.contains("lời ghi commit: "), "{file}: {}", first.out);
        let after = files(place.path());
        let second = import(place.path(), what, file, told(file));
        assert_eq!(files(place.path()), after, "{file}: {}", second.out);
        assert_eq!(second.code, first.code, "{file}");
    }
}

#[test]
fn tables_of_another_shape_are_told_by_the_places_of_the_file() {
    let place = register();
    for (_, file) in SOURCES {
        fs::copy(sources().join(file), place.path().join(file)).expect("a file can be copied");
    }
    import(place.path(), "members", SOURCES[0].1, &["--write"]);
    let lines = |what: &str, file: &str| -> Vec<String> {
        let run = import(place.path(), what, file, &["--write"]);
        let rows = run.out.lines().filter(|line| line.contains(" ┆ ") && !line.contains("Ai, gì"));
        rows.map(|row| row.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
    };
    let book = [
        "│ ┆ ngày 5 tháng 4 Thường kỳ ┆ thêm ┆ register/chi-bo-thon-9/2018/2018-04-05-regular.toml (thường kỳ): 2 dấu │",
        "│ ┆ ngày 20 tháng 4 Chuyên đề ┆ thêm ┆ register/chi-bo-thon-9/2018/2018-04-20-thematic.toml (chuyên đề): 2 dấu │",
        "│ ┆ ngày 5 tháng 5 Thường kỳ ┆ thêm ┆ register/chi-bo-thon-9/2018/2018-05-05-regular.toml (thường kỳ): 2 dấu │",
        "│ cột D ┆ dv01 Nguyễn Văn Bách ┆ sửa ┆ ghi 3 dấu │",
        "│ cột E ┆ Lê Quang Duy ┆ lỗi ┆ buổi ngày 5 tháng 5 Thường kỳ: không rõ dấu `?`; nói rõ bằng --mark \"?=x\", m, p hoặc k │",
        "│ cột F ┆ dv02 Trần Thị Hoà ┆ sửa ┆ ghi 3 dấu │",
    ];
    assert_eq!(lines("attendance", "theo-doi-theo-ngay.xlsx"), book);
    let one = [
        "│ ┆ 05/06/2018 thường kỳ ┆ thêm ┆ register/chi-bo-thon-9/2018/2018-06-05-regular.toml (thường kỳ): 5 dấu │",
        "│ 8 ┆ dv01 Nguyễn Văn Bách ┆ sửa ┆ ghi 1 dấu │",
        "│ 9 ┆ dv02 Trần Thị Hoà ┆ sửa ┆ ghi 1 dấu │",
        "│ 10 ┆ dv03 Lê Quang Duy ┆ sửa ┆ ghi 1 dấu │",
        "│ 11 ┆ Phạm Thị Thuỷ ┆ lỗi ┆ buổi 05/06/2018 thường kỳ: không rõ dấu `x + p`; nói rõ bằng --mark \"x + p=x\", m, p hoặc k │",
        "│ 12 ┆ dv05 Đỗ Mạnh Hùng ┆ sửa ┆ ghi 1 dấu │",
        "│ 13 ┆ dv06 Vũ Thị Ngát ┆ sửa ┆ ghi 1 dấu │",
    ];
    assert_eq!(lines("attendance", "diem-danh-thang-6.xlsx"), one);
    let list = [
        "│ 4 ┆ tt01 Ngô Văn Sửu ┆ thêm ┆ trưởng thôn thon-9 từ 12/11/2017 (bầu); vào Đảng 15/08/2003 │",
        "│ 4 ┆ pt01 Lý Thị Mận ┆ thêm ┆ phó trưởng thôn thon-9 từ 26/11/2017 (công nhận) │",
        "│ 5 ┆ pt02 Hà Văn Tây ┆ thêm ┆ phó trưởng thôn thon-9 từ 26/11/2017 (công nhận) │",
        "│ 6 ┆ Tạ Văn Đông ┆ lỗi ┆ thiếu ngày giữ chức: từ ngày, ngày bầu hoặc ngày công nhận │",
    ];
    assert_eq!(lines("officials", "truong-pho-thon.ods"), list);
}

/// Columns 10 to 13 of Mẫu 7-HSĐV.
#[test]
fn who_left_the_party_or_moved_has_left_and_why() {
    let place = register();
    let rows = [
        "Họ và tên;Ngày vào Đảng; Ngày chuyển đến;Ngày chuyển đi, đến ĐBCS nào;Ngày từ trần, lý do;Ngày ra khỏi Đảng, hình thức",
        "Lê An;19/05/1990;;;;12/03/2018, xóa tên",
        "Vũ Bình;19/05/1990;;;;Khai trừ ngày 20/04/2018",
        "Đỗ Cúc;19/05/1990;01/02/2018;20/05/2018 (Mễ Sở);;",
        "Tạ Dần;19/05/1990;;;21/05/2018, ốm;",
        "Bùi Giang;19/05/1990;;;;xin ra",
        "Ngô Hà;19/05/1990;;;;12/03/2018",
    ];
    fs::write(place.path().join("a.csv"), rows.join("\n")).expect("a file can be written");
    let run = import(place.path(), "members", "a.csv", &["--write"]);
    assert_eq!(run.code, 1, "{}", run.err);
    let roster = fs::read_to_string(place.path().join("register/chi-bo-thon-9/members.csv")).expect("the roster");
    let written = "dv01,1990-05-19,,,2018-03-12,struck-off,\ndv02,1990-05-19,,,2018-04-20,expelled,\n\
                   dv03,1990-05-19,,2018-02-01,2018-05-20,transferred,\ndv04,1990-05-19,,,2018-05-21,died,\n";
    assert!(roster.ends_with(written), "{roster}");
    for why in [
        "`xin ra`: thiếu ngày",
        "`12/03/2018`: rời vì sao? ghi xóa tên, khai trừ, xin ra, từ trần hoặc chuyển sinh hoạt",
    ] {
        assert!(run.out.contains(why), "{}", run.out);
    }
}

#[test]
fn a_mark_in_words_is_no_line_of_sums() {
    let place = register();
    let roster = SOURCES[0].1;
    fs::copy(sources().join(roster), place.path().join(roster)).expect("a file can be copied");
    import(place.path(), "members", roster, &["--write"]);
    let book = "Họ và tên;05/03/2018\nNguyễn Văn Bách;vắng\nTrần Thị Hoà;có phép\nLê Quang Duy;x\nVắng;2\n";
    fs::write(place.path().join("a.csv"), book).expect("a file can be written");
    let run = import(place.path(), "attendance", "a.csv", &[]);
    assert!(run.out.contains("2018-03-05-regular.toml (thường kỳ): 3 dấu"), "{}", run.out);
}

#[test]
fn looking_writes_nothing() {
    let place = register();
    let before = files(place.path());
    for (what, file) in SOURCES {
        let path = sources().join(file);
        import(place.path(), what, &path.to_string_lossy(), &[]);
    }
    assert_eq!(files(place.path()), before);
    assert!(!sources().join("danh-sach-hai-dong-tieu-de.loi.csv").exists());
}

#[test]
fn a_workbook_that_unpacks_to_more_than_a_list_is_refused() {
    let place = register();
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    writer.start_file("xl/workbook.xml", options).expect("an entry can be begun");
    let spaces = vec![b' '; 1 << 20];
    for _ in 0..200 {
        std::io::Write::write_all(&mut writer, &spaces).expect("an entry can be written");
    }
    let bytes = writer.finish().expect("an archive can be finished").into_inner();
    assert!(bytes.len() < 1 << 20);
    fs::write(place.path().join("bom.xlsx"), bytes).expect("a file can be written");
    let run = import(place.path(), "members", "bom.xlsx", &[]);
    assert_eq!(run.code, 2);
    assert!(run.err.starts_with("lỗi: bom.xlsx quá lớn"), "{}", run.err);
}

/// Names of one to three people may be alike, and some cells say what no date says.
fn rows() -> impl Strategy<Value = Vec<(u8, String, String)>> {
    let date = prop_oneof![
        (1960i32..2016, 1u32..=12, 1u32..=28).prop_map(|(year, month, day)| format!("{day:02}/{month:02}/{year}")),
        (1960i32..2016).prop_map(|year| year.to_string()),
        (1960i32..2016, 1u32..=12).prop_map(|(year, month)| format!("{month}/{year}")),
        Just(String::new()),
        Just("chưa rõ".to_owned()),
    ];
    prop::collection::vec((0u8..40, date.clone(), date), 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(24) })]

    #[test]
    fn to_import_members_again_changes_nothing(rows in rows()) {
        const GIVEN: [&str; 8] = ["Bách", "Hòa", "Duy", "Thủy", "Hùng", "Ngát", "Tám", "Long"];
        let place = register();
        let mut text = "STT;Họ và tên;Ngày vào Đảng;Ngày chính thức\n".to_owned();
        for (nth, (who, admitted, official)) in rows.iter().enumerate() {
            let (family, given) = (["Lê", "Vũ", "Đỗ", "Bùi", "Tống"][usize::from(who / 8)], GIVEN[usize::from(who % 8)]);
            writeln!(text, "{};{family} Văn {given};{admitted};{official}", nth + 1).expect("a text takes text");
        }
        fs::write(place.path().join("a.csv"), text).expect("a file can be written");
        let first = import(place.path(), "members", "a.csv", &["--write"]);
        let after = files(place.path());
        let second = import(place.path(), "members", "a.csv", &["--write"]);
        prop_assert_eq!(files(place.path()), after, "{}", second.out);
        prop_assert_eq!(first.code, second.code);
        // The register is as it may be: what was refused is not in it.
        let check = chibo(&["-C", "register", "check", "--fail-on", "error"].map(str::to_owned), place.path());
        prop_assert!(check.code == 0 || first.code == 2, "{}", check.out);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn no_broken_file_ends_the_program(
        source in 0usize..SOURCES.len(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0u8..4), 1..24),
    ) {
        let place = register();
        let (what, file) = SOURCES[source];
        let mut bytes = fs::read(sources().join(file)).expect("a source can be read");
        for (at, byte, how) in changes {
            let at = at.index(bytes.len());
            match how {
                0 => bytes.truncate(at.max(1)),
                1 => bytes.insert(at, byte),
                2 => drop(bytes.remove(at)),
                _ => bytes[at] = byte,
            }
            if bytes.is_empty() {
                bytes.push(byte);
            }
        }
        fs::write(place.path().join(file), bytes).expect("a file can be written");
        let run = import(place.path(), what, file, &[]);
        prop_assert!(run.code <= 2, "{}", run.err);
    }

    /// The container as it was, its content broken: what a change of the packed bytes seldom reaches.
    #[test]
    fn no_broken_sheet_ends_the_program(
        source in prop::sample::select(vec![0usize, 2, 4, 5, 6, 7, 8, 10]),
        entry in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0u8..3), 1..12),
    ) {
        let place = register();
        let (what, file) = SOURCES[source];
        let bytes = fs::read(sources().join(file)).expect("a source can be read");
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a source is an archive");
        let chosen = entry.index(archive.len());
        let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for index in 0..archive.len() {
            let mut entry = archive.by_index(index).expect("an entry is there");
            let mut text = Vec::new();
            std::io::Read::read_to_end(&mut entry, &mut text).expect("an entry can be read");
            if index == chosen {
                for (at, byte, how) in &changes {
                    if text.is_empty() {
                        break;
                    }
                    let at = at.index(text.len());
                    match how {
                        0 => text.insert(at, *byte),
                        1 => drop(text.remove(at)),
                        _ => text[at] = b"0123456789<>\"/& "[usize::from(*byte) % 16],
                    }
                }
            }
            let name = entry.name().expect("an entry has a name").into_owned();
            let options = zip::write::SimpleFileOptions::default();
            writer.start_file(name, options).expect("an entry can be begun");
            std::io::Write::write_all(&mut writer, &text).expect("an entry can be written");
        }
        let bytes = writer.finish().expect("an archive can be finished").into_inner();
        fs::write(place.path().join(file), bytes).expect("a file can be written");
        let run = import(place.path(), what, file, &[]);
        prop_assert!(run.code <= 2, "{}", run.err);
    }
}
