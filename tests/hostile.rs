//! Archives of an ill will or a broken hand: nothing is written that should not be, and each refusal says why.

mod support;

use std::{
    fs,
    io::{Cursor, Write as _},
};

use support::place::{Place, tree, zip};
use zip::{ZipWriter, write::SimpleFileOptions};

const CELL: &str = "xuan-quan/chi-bo-thon-1";

#[test]
fn a_hostile_archive_writes_nothing_that_it_should_not() {
    let place = Place::with(&[("van-giang", "so")]);
    let year = b"grade = \"good\"\n";
    let names = [
        "../../trom.toml",
        "xuan-quan/../../trom.toml",
        "/tmp/trom.toml",
        "C:\\trom.toml",
        "c:trom.toml",
        "\\\\may\\trom.toml",
        "xuan-quan/chi-bo-thon-1/2019/con.toml",
        "xuan-quan/chi-bo-thon-1/2019/a:b.toml",
        "xuan-quan/chi-bo-thon-1/2019/year.toml.",
        "xuan-quan/chi-bo-thon-1/trong.zip",
        "xuan-quan/chi-bo-thon-1/2019/Year.toml",
        "xuan-quan/chi-bo-thon-1/2019/YEAR.toml",
    ];
    let mut entries: Vec<(&str, &[u8])> = names.iter().map(|name| (*name, &year[..])).collect();
    entries.push(("xuan-quan/chi-bo-thon-1/2018/anh.jpg", b"x"));
    entries.push(("xuan-quan/chi-bo-thon-1/.git/hooks/pre-commit", b"x"));
    entries.push(("xuan-quan/chi-bo-thon-1/2020/year.toml", year));
    place.zip("xau.zip", &entries);
    let before = tree(&place.path(""));
    let run = place.ends(1, "-C so take xau.zip --write");
    let after = tree(&place.path(""));
    let new: Vec<&String> = after.keys().filter(|path| !before.contains_key(*path)).collect();
    assert_eq!(new, ["so/xuan-quan/chi-bo-thon-1/2020/year.toml"]);
    for name in names {
        assert!(run.out.contains(&format!("từ chối: xau.zip: {name} (")), "{name}: {}", run.out);
    }
    assert!(run.out.contains("bỏ qua: xau.zip: xuan-quan/chi-bo-thon-1/2018/anh.jpg"), "{}", run.out);
}

#[test]
fn what_is_too_large_or_a_link_or_hidden_is_refused() {
    let place = Place::with(&[("van-giang", "so")]);
    let path = |name: &str| format!("{CELL}/2019/{name}");
    // A text that hardly packs.
    let long: Vec<u8> = (0u32..2 * 1024 * 1024).map(|nth| (nth.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    let bomb = vec![b'\n'; 900 * 1024];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in [(path("year.toml"), &long), (path("briefings.csv"), &bomb)] {
        zip.start_file(name, SimpleFileOptions::default()).expect("an entry begins");
        zip.write_all(bytes).expect("bytes");
    }
    zip.add_symlink(path("assessments.csv"), "/etc/passwd", SimpleFileOptions::default()).expect("a link");
    zip.start_file(format!("{CELL}/2018/2018-12-30-extraordinary.toml"), SimpleFileOptions::default()).expect("begins");
    zip.write_all(b"date = 2018-12-30\nkind = \"extraordinary\"\nheld = false\nreason = \"thi\"\n").expect("bytes");
    fs::write(place.path("lon.zip"), zip.finish().expect("ends").into_inner()).expect("written");
    let run = place.ends(1, "-C so take lon.zip --write");
    for (name, why) in [
        ("year.toml", "quá lớn: một bản ghi nhiều nhất 1 MiB"),
        ("briefings.csv", "giải nén ra lớn bất thường"),
        ("assessments.csv", "liên kết tượng trưng"),
    ] {
        assert!(run.out.contains(&format!("từ chối: lon.zip: {} ({why})", path(name))), "{name}: {}", run.out);
        assert!(!place.path(&format!("so/{}", path(name))).exists());
    }
    assert!(run.out.contains("1 mới"), "{}", run.out);
    // No archive at all, a folder that is not there.
    fs::write(place.path("giả.zip"), "PK").expect("written");
    for file in ["giả.zip", "không-có.zip"] {
        place.ends(2, &format!("-C so take {file}"));
    }
    fs::write(place.path("so.xlsx"), "PK").expect("written");
    place.ends(2, "-C so take so.xlsx");
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link() {
    let place = Place::with(&[("van-giang", "so")]);
    fs::create_dir(place.path("ngoai")).expect("a directory");
    std::os::unix::fs::symlink(place.path("ngoai"), place.path(&format!("so/{CELL}/2019"))).expect("a link");
    let inside = format!("{CELL}/2019/year.toml");
    place.zip(
        "goi.zip",
        &[(&inside, b"grade = \"good\"\n"), (&format!("{CELL}/2018/year.toml"), b"grade = \"good\"\n")],
    );
    let run = place.ends(1, "-C so take goi.zip --write");
    assert!(run.out.contains("2019/year.toml (liên kết tượng trưng)"), "{}", run.out);
    assert_eq!(fs::read_dir(place.path("ngoai")).expect("it is there").count(), 0);
    // Of a folder that is taken neither.
    std::os::unix::fs::symlink("/etc/passwd", place.path("ngoai/members.csv")).expect("a link");
    let run = place.ends(2, &format!("-C so take ngoai --into {CELL}"));
    assert!(run.err.contains("không có bản ghi nào cho sổ này"), "{}", run.err);
}

#[test]
fn an_archive_with_a_password_or_a_name_twice_is_told_so() {
    let place = Place::with(&[("van-giang", "so")]);
    let inside = format!("{CELL}/2018/year.toml");
    let plain = zip(&[(&inside, b"grade = \"good\"\n")]);
    // The flag of an entry that needs a password stands behind the mark of its header, and of its line in the directory.
    let mut locked = plain.clone();
    for (mark, flag) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        let at = locked.windows(4).position(|four| four == mark).expect("a header");
        locked[at + flag] |= 1;
    }
    fs::write(place.path("khoa.zip"), locked).expect("written");
    // Two names of one length, made one.
    let twice = zip(&[(&inside, b"grade = \"good\"\n"), (&inside.replace("year", "yeas"), b"grade = \"weak\"\n")]);
    fs::write(place.path("trung.zip"), renamed(twice)).expect("written");
    let cases = [
        (
            "khoa.zip",
            "vi",
            format!(
                "lỗi: khoa.zip: không có bản ghi nào cho sổ này\ntừ chối: khoa.zip: {inside} (có mật khẩu: bỏ mật khẩu rồi gửi lại)\n"
            ),
        ),
        (
            "khoa.zip",
            "en",
            format!(
                "error: khoa.zip: it holds no record for this register\nrefused: khoa.zip: {inside} (it needs a password: take it off and send it again)\n"
            ),
        ),
        (
            "trung.zip",
            "vi",
            "lỗi: trung.zip: có hai tệp bên trong cùng một tên, không rõ tệp nào là thật: nén lại rồi gửi lại\n"
                .to_owned(),
        ),
        (
            "trung.zip",
            "en",
            "error: trung.zip: two of its entries have one name, and which is meant is not clear: pack it again\n"
                .to_owned(),
        ),
    ];
    for (file, lang, told) in cases {
        let run = place.ends(2, &format!("-C so --lang {lang} take {file} --write"));
        assert_eq!(run.err, told);
    }
}

fn renamed(mut bytes: Vec<u8>) -> Vec<u8> {
    while let Some(at) = bytes.windows(9).position(|nine| nine == b"yeas.toml") {
        bytes[at + 3] = b'r';
    }
    bytes
}
