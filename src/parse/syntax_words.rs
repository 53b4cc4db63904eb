//! The TOML parser's errors, said in the user's language, one a line.

use toml::de::Error;

use crate::{
    lang::{Lang, Words, say},
    parse::Problems,
    rules::toml_syntax,
    source::{At, Source},
};

/// What the parser says, by the words with which it begins or that it holds, and what chibo says for it.
#[rustfmt::skip]
const SAYINGS: &[(&str, Words)] = &[
    ("duplicate key", Words::new("khóa này đã có ở trên", "this key stands above already")),
    ("invalid unquoted key", Words::new("khóa chỉ gồm chữ không dấu, chữ số, `-` và `_`", "a key has only letters without marks, digits, `-` and `_`")),
    ("invalid basic string", Words::new("đoạn chữ thiếu dấu ngoặc kép đóng, hoặc có ký tự không được phép", "the text lacks its closing quote, or holds a character that is not allowed")),
    ("invalid literal string", Words::new("đoạn chữ thiếu dấu nháy đóng, hoặc có ký tự không được phép", "the text lacks its closing quote, or holds a character that is not allowed")),
    ("invalid multi-line", Words::new("đoạn chữ nhiều dòng thiếu ba dấu ngoặc đóng", "the text of several lines lacks its three closing quotes")),
    ("invalid escape", Words::new("dấu `\\` đứng trước một chữ không được phép; muốn viết `\\` thì viết `\\\\`", "`\\` stands before a letter that is not allowed; write `\\\\` for `\\`")),
    ("invalid date", Words::new("ngày không có thật; ngày viết 2018-03-05", "there is no such date; a date is written 2018-03-05")),
    ("invalid time", Words::new("giờ không có thật; giờ viết 19:30:00", "there is no such time; a time is written 19:30:00")),
    ("invalid datetime", Words::new("ngày giờ viết sai; ngày viết 2018-03-05, giờ viết 19:30:00", "a date is written 2018-03-05, a time 19:30:00")),
    ("missing comma", Words::new("thiếu dấu phẩy giữa hai phần của danh sách", "a comma is missing between two elements of the list")),
    ("unclosed array", Words::new("danh sách thiếu dấu `]` đóng", "the list lacks its closing `]`")),
    ("unclosed inline table", Words::new("thiếu dấu `}` đóng", "the closing `}` is missing")),
    ("unclosed table", Words::new("tên bảng thiếu dấu `]` đóng", "the table's name lacks its closing `]`")),
    ("recursion", Words::new("lồng nhau quá nhiều tầng", "it is nested too deep")),
    ("string values must be quoted", Words::new("chữ phải để trong ngoặc kép", "text must stand in quotes")),
    ("missing value", Words::new("sau dấu `=` chưa có gì", "nothing follows the `=`")),
    ("key with no value", Words::new("sau khóa thiếu `=` và giá trị", "`=` and a value are missing after the key")),
    ("missing assignment", Words::new("giữa khóa và giá trị thiếu dấu `=`", "the `=` between key and value is missing")),
    ("extra assignment", Words::new("thừa dấu `=`", "there is one `=` too many")),
    ("invalid integer", Words::new("số viết sai", "the number is written wrongly")),
    ("invalid float", Words::new("số viết sai", "the number is written wrongly")),
    ("leading zero", Words::new("số không viết số 0 ở đầu", "a number has no zero in front")),
    ("invalid comment", Words::new("ghi chú có ký tự không được phép", "the comment holds a character that is not allowed")),
    ("unexpected key or value", Words::new("mỗi dòng chỉ có một khóa", "a line has one key only")),
];

/// Reports each error; of several on one line only the first, for the others follow from it.
pub(crate) fn report(errors: &[Error], text: &str, problems: &Problems<'_>) {
    let mut places: Vec<(usize, usize, String)> = errors
        .iter()
        .map(|error| {
            let span = error.span().unwrap_or(0..0);
            (span.start, span.end, say_it(error.message(), problems.lang))
        })
        .collect();
    places.sort_by_key(|(start, ..)| *start);
    let line = |at: usize| text.as_bytes()[..at.min(text.len())].iter().filter(|&&b| b == b'\n').count();
    let mut reported = None;
    for (start, end, message) in places {
        // At the very end of a line the parser points past the newline: the line is still the one it began on.
        let start = if start == text.len() { text.trim_end().len() } else { start };
        if reported != Some(line(start)) {
            reported = Some(line(start));
            problems.add(&toml_syntax::RULE, At::bytes(start..end.max(start)), message, None);
        }
    }
}

fn say_it(message: &str, lang: Lang) -> String {
    match SAYINGS.iter().find(|(known, _)| message.contains(known)) {
        Some((_, words)) => words.of(lang).to_owned(),
        None => say!(lang, "chỗ này không đúng cú pháp TOML", "this is no valid TOML: {message}"),
    }
}

/// A control character that TOML forbids, above all NUL, makes the parser's message hard to believe; name it.
pub(crate) fn control_character(source: &Source) -> Option<usize> {
    source.text.bytes().position(|b| b.is_ascii_control() && !matches!(b, b'\n' | b'\r' | b'\t'))
}
