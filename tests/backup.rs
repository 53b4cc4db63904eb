//! A register that is backed up comes back byte by byte, or not at all; and who forgets is reminded.

mod support;

use std::{collections::BTreeMap, fs};

use support::{
    chibo_on,
    place::{Place, tree},
    words,
};

#[test]
fn a_backup_comes_back_with_the_same_bytes() {
    let place = Place::with(&[("van-giang", "so")]);
    fs::write(place.path("so/.gitignore"), "names.csv\n").expect("written");
    fs::create_dir_all(place.path("so/.git/hooks")).expect("a directory");
    fs::write(place.path("so/.git/config"), "[core]\n").expect("written");
    fs::write(place.path("so/xuan-quan/names.csv"), "id,name\r\ntt01,Trần Văn B\r\n").expect("written");
    fs::write(place.path("so/Bảng kê.docx"), [0u8, 159, 146, 150]).expect("written");
    let told = place.ends(0, "-C so backup -o luu.zip");
    assert!(told.out.contains("CÓ HỌ TÊN: 1 tệp names.csv"), "{}", told.out);
    let mut expected = tree(&place.path("so"));
    expected.retain(|path, _| !path.starts_with(".git/"));
    place.ends(0, "restore luu.zip moi");
    assert_eq!(tree(&place.path("moi")), expected);
    fs::create_dir(place.path("trong")).expect("a directory");
    place.ends(0, "restore luu.zip trong");
    assert_eq!(tree(&place.path("trong")), expected);
    // Never over anything, never into another register, never inside itself.
    let full = place.ends(2, "restore luu.zip moi");
    assert!(full.err.contains("moi đã là một sổ dữ liệu; chọn thư mục mới"), "{}", full.err);
    let inside = place.ends(2, "restore luu.zip so/moi");
    assert!(inside.err.contains("so/moi nằm trong sổ dữ liệu"), "{}", inside.err);
    fs::create_dir(place.path("day")).expect("a directory");
    fs::write(place.path("day/a"), "a").expect("written");
    assert!(place.ends(2, "restore luu.zip day").err.contains("không trống"));
    assert!(place.ends(2, "-C so backup -o so/luu.zip").err.contains("mất cùng sổ"));
    assert!(place.ends(2, "-C so backup -o luu.zip").err.contains("--force"));
    // A register that cannot be opened is one to back up.
    place.change("so/chibo.toml", |text| text.replace("level", "lewel"));
    place.ends(0, "-C so backup -o hong.zip");
    // Another zip is no backup.
    place.zip("khac.zip", &[("a.toml", b"a = 1\n")]);
    assert!(place.ends(2, "restore khac.zip x").err.contains("không phải bản sao lưu"));
    place.ends(0, "-C moi pack xuan-quan -o goi.zip");
    assert!(place.ends(2, "restore goi.zip x").err.contains("chibo take goi.zip"));
    assert!(!place.path("x").exists());
}

#[test]
fn a_backup_that_somebody_touched_is_not_restored() {
    let place = Place::with(&[("clean", "so")]);
    place.ends(0, "-C so backup -o luu.zip");
    let mut archive = zip::ZipArchive::new(fs::File::open(place.path("luu.zip")).expect("it is there")).expect("a zip");
    archive.extract(place.path("ra")).expect("it unpacks");
    let written = |changed: &BTreeMap<String, Vec<u8>>, name: &str| {
        let entries: Vec<(&str, &[u8])> =
            changed.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect();
        place.zip(name, &entries);
    };
    let whole = tree(&place.path("ra"));
    written(&whole, "lai.zip");
    place.ends(0, "restore lai.zip lai");
    let mut less = whole.clone();
    less.remove("roles.csv");
    written(&less, "thieu.zip");
    let mut other = whole.clone();
    other.insert("roles.csv".to_owned(), b"member,role,from\n".to_vec());
    written(&other, "khac.zip");
    let mut hooks = whole;
    hooks.insert(".git/hooks/post-checkout".to_owned(), b"#!/bin/sh\n".to_vec());
    written(&hooks, "moc.zip");
    for name in ["thieu", "khac", "moc"] {
        let run = place.ends(2, &format!("restore {name}.zip x"));
        assert!(run.err.contains("không khôi phục gì"), "{}", run.err);
        assert!(!place.path("x").exists(), "{name}");
    }
}

#[test]
fn due_reminds_when_the_last_backup_is_thirty_days_old() {
    let place = Place::with(&[("clean", "so")]);
    let on = |day: &str| chibo_on(day.parse().expect("a day"), &words("-C so due"), &place.path(""));
    assert!(on("2018-01-30").out.find("sao lưu").is_none(), "a register that has just begun");
    assert!(on("2018-01-31").out.contains("sao lưu sổ dữ liệu: chưa có lần nào"), "{}", on("2018-01-31").out);
    assert!(on("2018-01-31").out.contains("chibo backup -C so -o TỆP.zip"));
    place.ends(0, "-C so backup -o luu.zip --as-of 2018-03-01");
    assert!(on("2018-03-30").out.find("sao lưu").is_none());
    assert!(on("2018-03-31").out.contains("sao lưu sổ dữ liệu: lần gần nhất là ngày 01/03/2018"));
    assert!(on("2018-04-15").out.contains("31/03/2018 (quá hạn)  sao lưu"));
    let ignored = fs::read_to_string(place.path("so/.chibo/.gitignore")).expect("git is told");
    assert_eq!(ignored, "*\n");
    // Who never made one and pushes with git has a copy elsewhere.
    fs::remove_dir_all(place.path("so/.chibo")).expect("it was there");
    fs::create_dir(place.path("so/.git")).expect("a directory");
    fs::write(place.path("so/.git/config"), "[core]\n\tbare = false\n").expect("written");
    assert!(on("2018-04-15").out.contains("sao lưu"));
    fs::write(place.path("so/.git/config"), "[core]\n[remote \"origin\"]\n").expect("written");
    assert!(on("2018-04-15").out.find("sao lưu").is_none());
}
