//! No register, an empty one, and a chibo.toml that cannot be used.

use std::fs;

use crate::place::{Place, run};

const CELL: &str = "format = 1\nlevel = \"cell\"\nname = \"Chi bộ thôn 1\"\n";

#[test]
fn where_there_is_no_register_the_error_says_where_to_go() {
    Place::empty().fails(3, "hint: go to the register's directory, or name it with -C DIR");
}

#[test]
fn a_register_of_settings_alone_lacks_its_unit_file() {
    let place = Place::empty();
    place.write("chibo.toml", CELL);
    place.finds("chibo.toml:1:1: error[missing-marker]");
}

#[test]
fn a_register_with_its_unit_file_alone_has_no_error() {
    for (level, file, text) in [
        ("cell", "cell.toml", "name = \"Chi bộ thôn 1\"\nkind = \"village\"\nvillages = [\"thon-1\"]\n"),
        ("commune", "commune.toml", "name = \"Mễ Sở\"\nkind = \"xã\"\n"),
        ("district", "district.toml", "name = \"Văn Giang\"\nkind = \"huyện\"\n"),
        ("province", "province.toml", "name = \"Hưng Yên\"\n"),
    ] {
        let place = Place::empty();
        place.write("chibo.toml", format!("format = 1\nlevel = \"{level}\"\nname = \"Sổ\"\n"));
        place.write(file, text);
        let run = run(&["check", "--lang", "en", "-O", "concise", "--fail-on", "error"], place.root());
        assert_eq!(run.code, 0, "{level}: {}{}", run.out, run.err);
    }
}

#[test]
fn records_at_the_root_without_its_unit_file_are_an_error() {
    let place = Place::clean();
    place.remove("cell.toml");
    place.finds("chibo.toml:1:1: error[missing-marker]");
}

#[test]
fn an_empty_chibo_toml_lacks_its_keys() {
    let place = Place::empty();
    place.write("chibo.toml", "");
    place.fails(2, "chibo.toml:1:1: error[missing-key]");
}

#[test]
fn another_format_asks_for_a_newer_chibo_whatever_else_it_holds() {
    let place = Place::empty();
    place.write("chibo.toml", "format = 2\nstufe = \"cell\"\n");
    place.fails(2, "hint: use a newer chibo");
}

#[test]
fn a_wrong_level_is_told_with_the_right_ones() {
    let place = Place::empty();
    place.write("chibo.toml", "format = 1\nlevel = \"planet\"\nname = \"x\"\n");
    place.fails(2, "`level` is \"planet\"; accepted: province, district, commune, cell");
}

#[test]
fn a_mistake_of_syntax_is_told_with_its_place() {
    let place = Place::empty();
    place.write("chibo.toml", "format = 1\nlevel = = \"cell\"\n");
    place.fails(2, "chibo.toml:2:9: error[toml-syntax]");
}

#[test]
fn a_chibo_toml_that_is_no_text_is_told_what_to_do() {
    let place = Place::empty();
    place.write("chibo.toml", b"name = \"X\xE3\"");
    place.fails(2, "save it again as UTF-8");
    place.write("chibo.toml", vec![b'#'; 2 << 20]);
    place.fails(2, "over 1048576");
    place.remove("chibo.toml");
    fs::create_dir(place.path("chibo.toml")).unwrap();
    place.fails(3, "no register");
}
