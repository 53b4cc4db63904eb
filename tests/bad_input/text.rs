//! Records whose bytes or words are not what their kind asks for.

use crate::place::{Place, run};

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(bytes).collect()
}

#[test]
fn utf16_with_a_mark_is_read_and_told() {
    for bytes in [u16::to_le_bytes as fn(u16) -> [u8; 2], u16::to_be_bytes] {
        for file in ["members.csv", "2018/2018-03-08-regular.toml"] {
            let place = Place::clean();
            place.write(file, utf16(&place.read(file), bytes));
            place.finds(&format!("{file}:1:1: warning[utf16]"));
        }
    }
}

#[test]
fn utf16_cut_short_or_without_a_mark_is_one_finding() {
    let place = Place::clean();
    let mut bytes = utf16(&place.read("members.csv"), u16::to_le_bytes);
    bytes.truncate(101);
    place.write("members.csv", &bytes);
    place.finds("members.csv:1:1: error[not-utf8] the file is not UTF-8 (it looks like UTF-16)");
    place.write("members.csv", &bytes[2..100]);
    place.finds("members.csv:1:2: error[csv-syntax]");
}

#[test]
fn old_vietnamese_encodings_are_named() {
    // "Chi bộ thôn Trường An" in both.
    for (name, encoding) in [
        (b"name = \"Chi b\xF4\xF2 th\xF4n Tr\xF5\xD2\xF2ng An\"".as_slice(), "Windows-1258"),
        (b"name = \"Chi b\xE9 th\xABn Tr\xAD\xEAng An\"", "TCVN3 (ABC)"),
    ] {
        let place = Place::clean();
        place.write("cell.toml", [name, b"\nkind = \"village\"\nvillages = [\"thon-1\"]\n"].concat());
        place.finds(&format!("cell.toml:1:14: error[not-utf8] the file is not UTF-8 (it looks like {encoding})"));
    }
}

#[test]
fn bytes_that_are_no_text_at_all_are_one_finding() {
    for bytes in [&b"\xFF"[..], b"\xC3", b"\xED\xA0\x80", b"id\x80", b"\xFF\xFE\x00\xD8"] {
        let place = Place::clean();
        place.write("statuses.csv", bytes);
        let run = place.check();
        assert_eq!(run.code, 1, "{}", run.out);
        assert!(run.out.contains("statuses.csv:1:") && run.out.contains(": error[not-utf8]"), "{}", run.out);
    }
}

#[test]
fn a_nul_byte_is_told_with_its_place() {
    let place = Place::clean();
    place.append("statuses.csv", "dv\0");
    place.finds("statuses.csv:3:3: error[csv-syntax]");
    let place = Place::clean();
    place.append("2018/2018-03-08-regular.toml", "x = \"\0\"\n");
    let run = place.check();
    assert!(run.out.contains(": error[toml-syntax]"), "{}", run.out);
}

#[test]
fn tables_ten_thousand_deep_are_refused() {
    const DEEP: usize = 10_000;
    let dotted = vec!["a"; DEEP].join(".");
    for text in [
        format!("x = {}{}", "[".repeat(DEEP), "]".repeat(DEEP)),
        format!("x = {}1{}", "{ a = ".repeat(DEEP), " }".repeat(DEEP)),
        format!("x = {}", "[".repeat(DEEP)),
        format!("{dotted} = 1"),
        format!("[{dotted}]"),
        format!("[[{dotted}]]"),
        format!("x = {{ {dotted} = 1 }}"),
        "[[a]]\n".repeat(DEEP),
    ] {
        let place = Place::clean();
        place.append("2018/year.toml", &format!("\n{text}\n"));
        let told = place.check();
        assert_eq!(told.code, 1, "{}", told.out);
        assert!(told.out.lines().count() < 5 && told.out.contains("2018/year.toml:"), "{}", told.out);
        // The settings take the same road.
        place.append("chibo.toml", &format!("\n{text}\n"));
        assert!(matches!(run(&["check"], place.root()).code, 1 | 2));
    }
}

#[test]
fn a_row_with_a_cell_too_many_is_told_with_the_cell() {
    let place = Place::clean();
    place.append("statuses.csv", "dv03,away,2018-01-01,,other,x\n");
    place.finds("statuses.csv:3:29: error[csv-row-length] the row has 6 cells, the header 5 columns");
}

#[test]
fn the_thirtieth_of_february_is_no_date() {
    for date in ["2018-02-30", "30/02/2018"] {
        let place = Place::clean();
        place.append("statuses.csv", &format!("dv03,away,{date},,other\n"));
        place.finds("statuses.csv:3:11: error[wrong-value]");
    }
    let place = Place::clean();
    place.append("2018/2018-03-08-regular.toml", "\n[theme]\ndraft_sent = 2018-02-30\n");
    let run = place.check();
    assert!(run.out.contains("error[toml-syntax] there is no such date"), "{}", run.out);
}

/// As many as a file can hold; the time must not grow with their square.
#[test]
fn tens_of_thousands_of_findings_are_all_told() {
    let place = Place::clean();
    let rows: Vec<String> = (0..15_000).map(|n| format!("dv{n},idle,,,")).collect();
    place.write("statuses.csv", format!("member,status,from,until,reason\n{}\n", rows.join("\n")));
    for format in ["full", "concise", "json", "github"] {
        let run = run(&["check", "--lang", "en", "-O", format], place.root());
        assert_eq!(run.code, 1);
        assert!(run.out.contains("15,000 errors") || format == "json", "{}", &run.out[run.out.len() - 200..]);
    }
}
