//! Records that go from one register to another, and come back: what is the same stays the same, what differs is told, and
//! nothing that comes from elsewhere is trusted.

mod support;

use std::fs;

use proptest::prelude::*;
use support::place::{Place, tree};

const CELL: &str = "xuan-quan/chi-bo-thon-1";
/// Records of the cell, each of another kind.
const RECORDS: [&str; 6] =
    ["cell.toml", "members.csv", "roles.csv", "2018/year.toml", "2018/assessments.csv", "2018/2018-12-16-review.toml"];

#[test]
fn a_pack_of_the_same_records_has_the_same_bytes_and_is_the_same_at_home() {
    let place = Place::with(&[("van-giang", "so")]);
    place.ends(0, "-C so pack xuan-quan -o a.zip");
    fs::write(place.path("so/xuan-quan/chi-bo-thon-1/names.csv"), "id,name\ndv01,Nguyễn Văn A\n").expect("written");
    let told = place.ends(0, "-C so pack xuan-quan -o b.zip");
    assert_eq!(fs::read(place.path("a.zip")).expect("a"), fs::read(place.path("b.zip")).expect("b"));
    assert!(told.out.contains("không có họ tên"), "{}", told.out);
    let named = place.ends(0, "-C so --names pack xuan-quan -o c.zip");
    assert!(named.out.contains("CÓ HỌ TÊN: xuan-quan/chi-bo-thon-1/names.csv"), "{}", named.out);
    let before = tree(&place.path("so"));
    let taken = place.ends(0, "-C so take a.zip c.zip --write");
    assert!(taken.out.contains("0 mới, 0 khác, 0 xung đột, 0 cũ hơn, 231 giống\nkhông có gì để ghi"), "{}", taken.out);
    assert_eq!(tree(&place.path("so")), before);
    let there = place.ends(2, "-C so pack xuan-quan -o a.zip");
    assert!(there.err.contains("thêm --force để ghi đè"), "{}", there.err);
}

/// What a hand does to a record, in a way that keeps it sound.
fn edited(record: &str, text: &str) -> String {
    if record.ends_with(".toml") { format!("# đã xem lại\n{text}") } else { format!("{text}\n") }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// Whatever was changed or added there, taking it makes this the same.
    #[test]
    fn what_was_changed_elsewhere_is_taken_as_it_is(
        changed in prop::collection::btree_set(0..RECORDS.len(), 0..4),
        missing in prop::collection::btree_set(0..RECORDS.len(), 0..3),
    ) {
        let place = Place::with(&[("van-giang", "so"), ("van-giang", "kia")]);
        for nth in &changed {
            place.change(&format!("kia/{CELL}/{}", RECORDS[*nth]), |text| edited(RECORDS[*nth], text));
        }
        // The register has to be sound with what it has.
        for nth in missing.iter().filter(|nth| RECORDS[**nth].starts_with("2018/")) {
            fs::remove_file(place.path(&format!("so/{CELL}/{}", RECORDS[*nth]))).expect("it was there");
        }
        place.ends(0, &format!("-C kia pack {CELL} -o goi.zip"));
        place.ends(0, "-C so take goi.zip --write --theirs");
        prop_assert_eq!(tree(&place.path("so")), tree(&place.path("kia")));
        let again = place.ends(0, "-C so take goi.zip");
        prop_assert!(again.out.starts_with("0 mới, 0 khác, 0 xung đột, 0 cũ hơn, 43 giống"), "{}", again.out);
    }

    /// No byte of a pack can make chibo fall over, or write anywhere else.
    #[test]
    fn a_damaged_pack_is_told_and_nothing_else(
        cut in 0usize..4000, places in prop::collection::vec((0usize..4000, any::<u8>()), 0..6),
    ) {
        let place = Place::with(&[("clean", "so")]);
        place.ends(0, "-C so pack -o goi.zip");
        place.ends(0, "-C so backup -o luu.zip");
        let before = tree(&place.path("so"));
        for name in ["goi.zip", "luu.zip"] {
            let mut bytes = fs::read(place.path(name)).expect("the archive");
            for (at, byte) in &places {
                let at = at % bytes.len();
                bytes[at] = *byte;
            }
            bytes.truncate(bytes.len() - cut % 97 * usize::from(cut % 3 == 0));
            fs::write(place.path(name), bytes).expect("the archive can be written");
        }
        let taken = place.run("-C so take goi.zip");
        prop_assert!(taken.code <= 2, "{}", taken.err);
        prop_assert_eq!(tree(&place.path("so")), before);
        let restored = place.run("restore luu.zip moi");
        // All of it, or no trace.
        let is_whole = restored.code == 0 && tree(&place.path("moi")) == tree(&place.path("so"));
        prop_assert!(is_whole || restored.code == 2 && !place.path("moi").exists(), "{}", restored.err);
        prop_assert_eq!(fs::read_dir(place.path("")).expect("the place").count(), 3 + usize::from(is_whole));
    }
}

#[test]
fn who_sends_every_month_meets_no_conflict_where_only_one_side_changed() {
    let place = Place::with(&[("van-giang", "so"), ("van-giang", "chi-bo")]);
    let roster = format!("chi-bo/{CELL}/members.csv");
    place.change(&roster, |text| text.replace("dv03,1984-05-19", "dv03,1984-05-20"));
    place.ends(0, &format!("-C chi-bo pack {CELL} -o thang-1.zip"));
    // Nothing is known yet of a version that both had.
    let first = place.ends(1, "-C so take thang-1.zip");
    assert!(first.out.contains("xung đột"), "{}", first.out);
    place.ends(0, "-C so take thang-1.zip --write --theirs");
    place.change(&roster, |text| text.replace("dv03,1984-05-20", "dv03,1984-05-21"));
    place.ends(0, &format!("-C chi-bo pack {CELL} -o thang-2.zip"));
    let second = place.ends(0, "-C so take thang-2.zip --write");
    assert!(second.out.contains("0 mới, 1 khác, 0 xung đột"), "{}", second.out);
    // The first comes again, late: what it says was known and is over.
    let late = place.ends(0, "-C so take thang-1.zip --write --theirs");
    assert!(late.out.contains("0 mới, 0 khác, 0 xung đột, 1 cũ hơn"), "{}", late.out);
    assert_eq!(tree(&place.path("so")), tree(&place.path("chi-bo")));
    // Both change the same record.
    place.change(&roster, |text| text.replace("dv03,1984-05-21", "dv03,1984-05-22"));
    place.change(&format!("so/{CELL}/members.csv"), |text| text.replace("dv04,1996-02-03", "dv04,1996-02-04"));
    place.ends(0, &format!("-C chi-bo pack {CELL} -o thang-3.zip"));
    let third = place.ends(1, "-C so take thang-3.zip --write");
    assert!(third.out.contains("0 mới, 0 khác, 1 xung đột"), "{}", third.out);
    assert!(third.err.contains("--mine (giữ của sổ) hoặc --theirs"), "{}", third.err);
    // Once decided it is not asked again.
    place.ends(0, "-C so take thang-3.zip --write --mine");
    let decided = place.ends(0, "-C so take thang-3.zip");
    assert!(decided.out.contains("1 cũ hơn"), "{}", decided.out);
}

#[test]
fn what_is_edited_in_the_pack_itself_has_the_packed_version_for_its_base() {
    let place = Place::with(&[("van-giang", "so")]);
    place.ends(0, &format!("-C so pack {CELL} -o goi.zip"));
    let mut archive = zip::ZipArchive::new(fs::File::open(place.path("goi.zip")).expect("the pack")).expect("a zip");
    archive.extract(place.path("hop/gui ve")).expect("it unpacks");
    place.change(&format!("hop/gui ve/{CELL}/roles.csv"), |text| {
        edited("roles.csv", text).replace("elected", "appointed")
    });
    let taken = place.ends(0, "-C so take \"hop/gui ve\" --write");
    assert!(taken.out.contains("0 mới, 1 khác, 0 xung đột"), "{}", taken.out);
    // Packed again by hand, one level deeper, as a folder of archives.
    place.change(&format!("hop/gui ve/{CELL}/roles.csv"), |text| text.replace("appointed", "elected"));
    let entries = tree(&place.path("hop"));
    let entries: Vec<(&str, &[u8])> = entries.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect();
    fs::create_dir(place.path("thu")).expect("a folder");
    place.zip("thu/gui lai.zip", &entries);
    let taken = place.ends(0, "-C so take thu");
    assert!(taken.out.contains("0 mới, 1 khác, 0 xung đột"), "{}", taken.out);
}

#[test]
fn a_cell_that_keeps_its_own_register_is_taken_into_its_commune() {
    let place = Place::with(&[("van-giang", "so"), ("clean", "rieng")]);
    place.ends(0, "-C rieng pack -o goi.zip");
    let asked = place.ends(2, "-C so take goi.zip");
    assert!(asked.err.contains("chỉ rõ bằng --into ĐƠN_VỊ"), "{}", asked.err);
    let wrong = place.ends(2, "-C so take goi.zip --into me-so#me-so");
    assert!(wrong.err.contains("--into là thôn"), "{}", wrong.err);
    // Into a cell that is there, as seen from its own directory too.
    let here = place.run(&format!("-C so/{CELL} take goi.zip"));
    let into = place.run(&format!("-C so take goi.zip --into {CELL}"));
    assert_eq!((here.code, &here.out), (into.code, &into.out));
    assert!(into.out.contains("xung đột"), "{}", into.out);
    // A folder by its name begins a new unit.
    let entries = tree(&place.path("rieng"));
    let named: Vec<(String, &[u8])> =
        entries.iter().map(|(path, bytes)| (format!("chi-bo-moi/{path}"), bytes.as_slice())).collect();
    let named: Vec<(&str, &[u8])> = named.iter().map(|(path, bytes)| (path.as_str(), *bytes)).collect();
    place.zip("chi-bo-moi.zip", &named);
    let new = place.ends(0, "-C so/xuan-quan take chi-bo-moi.zip --write");
    assert!(new.out.contains("bỏ qua: chi-bo-moi.zip: chi-bo-moi/chibo.toml (mỗi sổ có cài đặt riêng)"), "{}", new.out);
    assert!(place.path("so/xuan-quan/chi-bo-moi/2018/year.toml").is_file());
    // A record alone, without its unit's own file.
    let meeting = b"date = 2018-12-30\nkind = \"extraordinary\"\nheld = false\nreason = \"thi\"\n";
    place.zip("mot.zip", &[("2018/2018-12-30-extraordinary.toml", meeting)]);
    let alone = place.ends(0, &format!("-C so take mot.zip --into {CELL} --write"));
    assert!(alone.out.contains("1 mới"), "{}", alone.out);
}

#[test]
fn where_the_register_would_be_wrong_nothing_is_written() {
    let place = Place::with(&[("van-giang", "so"), ("van-giang", "kia")]);
    place.change(&format!("kia/{CELL}/2018/year.toml"), |text| format!("# mới\n{text}"));
    place.change(&format!("kia/{CELL}/roles.csv"), |text| text.replace("dv01,", "dv99,"));
    let packed = place.ends(0, &format!("-C kia pack {CELL} -o goi.zip"));
    assert!(!packed.out.contains("lưu ý"), "what the record itself says is sound: {}", packed.out);
    let before = tree(&place.path("so"));
    for line in ["-C so take goi.zip --theirs", "-C so take goi.zip --write --theirs"] {
        let run = place.ends(2, line);
        assert!(run.err.contains("chưa ghi gì, vì ghi vào thì sổ dữ liệu sẽ sai"), "{}", run.err);
        assert!(run.err.contains("lỗi[unknown-member]"), "{}", run.err);
    }
    assert_eq!(tree(&place.path("so")), before);
    // A text that cannot be read is told, by the sender's own pack too.
    fs::write(place.path(&format!("kia/{CELL}/roles.csv")), b"member,role\ndv01,\xFF\n").expect("written");
    let packed = place.ends(0, &format!("-C kia pack {CELL} -o goi-2.zip"));
    assert!(packed.out.contains("1 bản ghi còn lỗi"), "{}", packed.out);
    let unread = place.ends(1, "-C so take goi-2.zip");
    assert!(unread.err.contains("tệp không phải UTF-8"), "{}", unread.err);
    // Two who bring different versions.
    place.ends(0, &format!("-C so pack {CELL} -o cua-so.zip"));
    let both = place.ends(2, "-C so take cua-so.zip goi.zip");
    assert!(both.err.contains("mang hai bản khác nhau"), "{}", both.err);
}
