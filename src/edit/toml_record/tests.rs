use super::*;

/// Sets `path = value` in a text; keys are in alphabetical order.
fn after(text: &str, path: &[Step<'_>], value: Scalar) -> String {
    let mut record = TomlRecord::of(&Source::new("a.toml", text.to_owned())).unwrap();
    let order = |_: bool, key: &str| usize::from(key.bytes().next().unwrap_or_default());
    assert!(record.set(path, &value, &order), "{text}");
    record.text()
}

fn bare(text: &str) -> Scalar {
    Scalar::Bare(text.to_owned())
}

#[test]
fn a_value_is_replaced_with_its_comments_around_it() {
    let text = "# đầu\r\na = 1   # một\r\n\r\n# bảng\r\n[t]\r\nb.c = { d = \"x\" } # hai\r\n";
    let expected = text.replace('1', "2");
    assert_eq!(after(text, &[Step::Key("a")], bare("2")), expected);
    let path = [Step::Key("t"), Step::Key("b"), Step::Key("c"), Step::Key("d")];
    assert_eq!(after(text, &path, Scalar::Text("y".into())), text.replace('x', "y"));
}

#[test]
fn a_new_key_goes_where_its_record_has_it() {
    assert_eq!(after("a = 1\nc = 3\n#d = 4\n", &[Step::Key("b")], bare("2")), "a = 1\nb = 2\nc = 3\n#d = 4\n");
    let text = "a = 1\n\n[c]\nx = 1\n\n[[r]]\ny = 1\n";
    assert_eq!(
        after(text, &[Step::Key("d"), Step::Key("k")], bare("2")),
        "a = 1\n\n[c]\nx = 1\n\n[d]\nk = 2\n\n[[r]]\ny = 1\n"
    );
    assert_eq!(
        after(text, &[Step::Key("c"), Step::Key("y"), Step::Key("z")], bare("2")),
        "a = 1\n\n[c]\nx = 1\ny = { z = 2 }\n\n[[r]]\ny = 1\n"
    );
    assert_eq!(after("v = { a = 1 }\n", &[Step::Key("v"), Step::Key("b")], bare("2")), "v = { a = 1, b = 2 }\n");
}

#[test]
fn an_element_is_added_as_the_others_are_written() {
    let path = |nth| [Step::Key("t"), Step::Key("l"), Step::Nth(nth), Step::Key("a")];
    let lines = "[t]\nl = [\n  { a = 1 },\n]\n";
    assert_eq!(after(lines, &path(1), bare("2")), "[t]\nl = [\n  { a = 1 },\n  { a = 2 },\n]\n");
    assert_eq!(after("[t]\nl = [{ a = 1 }]\n", &path(1), bare("2")), "[t]\nl = [{ a = 1 }, { a = 2 }]\n");
    assert_eq!(after("[t]\n", &path(0), bare("2")), "[t]\nl = [\n  { a = 2 },\n]\n");
    let path = [Step::Key("r"), Step::Nth(1), Step::Key("a")];
    assert_eq!(after("[[r]]\na = 1\n", &path, bare("2")), "[[r]]\na = 1\n\n[[r]]\na = 2\n");
    assert_eq!(after("[[r]]\na = 1\n", &[Step::Key("r"), Step::Nth(0), Step::Key("a")], bare("3")), "[[r]]\na = 3\n");
}

#[test]
fn lines_stay_lines_whatever_is_in_them() {
    for text in ["một\nhai", "\"\"\"\n\\", "\"a\"\n\"b\"", "a\n", "\n\u{7}\t\"\"\"\"\""] {
        let written = after("", &[Step::Key("a")], Scalar::Text(text.to_owned()));
        let read: DocumentMut = written.parse().unwrap();
        assert_eq!(read["a"].as_str(), Some(text), "{written}");
    }
    assert_eq!(after("", &[Step::Key("a")], Scalar::Text("x\ny".into())), "a = \"\"\"\nx\ny\"\"\"\n");
}

#[test]
fn what_is_in_the_way_is_not_written_over() {
    let mut record = TomlRecord::of(&Source::new("a.toml", "a = 1\n".to_owned())).unwrap();
    assert!(!record.set(&[Step::Key("a"), Step::Key("b")], &bare("2"), &|_, _| 0));
    assert_eq!(record.text(), "a = 1\n");
}
