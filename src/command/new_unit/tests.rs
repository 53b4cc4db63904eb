use super::*;

fn village(name: &str) -> Option<(String, VillageKind)> {
    NewVillage::named(name).map(|village| (village.id, village.kind))
}

#[test]
fn a_village_s_id_comes_from_its_name() {
    for (name, id, kind) in [
        ("Thôn 1", "thon-1", VillageKind::Thon),
        ("Thôn 3A", "thon-3a", VillageKind::Thon),
        ("thôn Hoàng Trạch", "hoang-trach", VillageKind::Thon),
        ("Phú Thị", "phu-thi", VillageKind::Thon),
        ("Khu phố 2", "khu-pho-2", VillageKind::KhuPho),
        ("Tổ dân phố Đông", "dong", VillageKind::KhuPho),
        ("Thôn A", "thon-a", VillageKind::Thon),
        ("3", "thon-3", VillageKind::Thon),
    ] {
        assert_eq!(village(name), Some((id.to_owned(), kind)), "{name}");
    }
    for nameless in ["", "thôn ", "–"] {
        assert_eq!(village(nameless), None, "{nameless}");
    }
}

#[test]
fn a_village_s_cell_is_named_after_it() {
    let cell = |name: &str| NewVillage::named(name).map(|village| village.cell()).map(|(id, cell)| (id, cell.name));
    assert_eq!(cell("Thôn 1"), Some(("chi-bo-thon-1".to_owned(), "Chi bộ thôn 1".to_owned())));
    assert_eq!(cell("Phú Thị"), Some(("chi-bo-phu-thi".to_owned(), "Chi bộ thôn Phú Thị".to_owned())));
    assert_eq!(cell("Khu phố 2"), Some(("chi-bo-khu-pho-2".to_owned(), "Chi bộ khu phố 2".to_owned())));
}

#[test]
fn a_directory_s_name_fits_every_machine() {
    assert_eq!(directory("Chi bộ cơ quan").as_deref(), Some("chi-bo-co-quan"));
    assert_eq!(directory(&"dài ".repeat(20)).map(|name| name.len()), Some(39));
    assert_eq!(directory("con"), None);
    assert_eq!(directory("–"), None);
}
