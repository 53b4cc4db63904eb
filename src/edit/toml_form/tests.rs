use super::*;

fn form(text: &str) -> String {
    let written = canonical(text, TomlKind::Meeting).unwrap();
    assert_eq!(canonical(&written, TomlKind::Meeting).as_deref(), Some(&*written), "what is canonical stays");
    written
}

#[test]
fn a_record_written_by_hand_takes_its_one_form() {
    let by_hand = "\n\n# Biên ba\u{309}n  \r\n\r\n\r\ndate=2018-03-05   # hôm nay\r\n  kind   = 'regular'\r\nmonth = \"T3/2018\"\r\n\
                   [ attendance ]# dấu\r\n\r\n  dv02=\"p\"\r\n  # người mới\r\n  dv01 = 'x'\r\n[counts]\r\nexpected = 0x1F\r\n\
                   # cuối";
    let expected = "# Biên bản\n\ndate = 2018-03-05   # hôm nay\nkind = \"regular\"\nmonth = \"2018-03\"\n\n[attendance] # dấu\n\
                    # người mới\ndv01 = \"x\"\ndv02 = \"p\"\n\n[counts]\nexpected = 31\n# cuối\n";
    assert_eq!(form(by_hand), expected);
}

#[test]
fn a_list_keeps_its_lines_and_its_comments() {
    let by_hand = "a = [ \"x\",'y' , ]\nb = [ # hai\n\t\"x\",\n\n\n      \"y\" # sau\n  , \"z\", # cuối\n    # hết\n  ]\n\
                   c = [\n{a=1,b = 2}, {a=3 }\n]\n";
    let expected = "a = [\"x\", \"y\"]\nb = [ # hai\n  \"x\",\n\n  \"y\" # sau\n  , \"z\", # cuối\n  # hết\n]\n\
                    c = [\n  { a = 1, b = 2 }, { a = 3 }\n]\n";
    assert_eq!(form(by_hand), expected);
}

#[test]
fn a_text_is_spelt_plainly_and_stays_the_same_text() {
    let by_hand = "a = '''một'''\nb = \"\\u1ED9 \\/\"\n".replace(" \\/", "")
        + "c = 'C:\\x \"y\"'\nd = \"\"\"\nhai\r\n  do\u{300}ng\"\"\"\n";
    let expected = "a = \"một\"\nb = \"ộ\"\nc = \"C:\\\\x \\\"y\\\"\"\nd = \"\"\"\nhai\n  dòng\"\"\"\n";
    assert_eq!(form(&by_hand), expected);
}

#[test]
fn a_comment_right_above_a_header_is_the_headers() {
    assert_eq!(form("a = 1\n# của b\n[b]\nc = 1\n"), "a = 1\n\n# của b\n[b]\nc = 1\n");
    assert_eq!(form("a = 1\n# của a\n\n[b]\n"), "a = 1\n# của a\n\n[b]\n");
    assert_eq!(form("[b]\n\n\n\n[[c]]\nd.e=1\n[[c]]\n"), "[b]\n\n[[c]]\nd.e = 1\n\n[[c]]\n");
}

#[test]
fn nothing_stays_nothing() {
    assert_eq!(form(" \n\r\n"), "");
    assert_eq!(form("# chỉ ghi chú"), "# chỉ ghi chú\n");
    assert_eq!(canonical("a = ", TomlKind::Other), None);
}
