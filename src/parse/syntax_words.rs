//! The TOML parser's errors, said in the user's language, one a line.

use toml::de::Error;

use crate::{
    date::parse_iso,
    lang::{Lang, Words, say},
    parse::Problems,
    rules::{Rule, toml_syntax},
    source::At,
};

/// What the parser says, by words that its message holds (the first entry that fits), and what chibo says for it.
#[rustfmt::skip]
const SAYINGS: &[(&str, Words)] = &[
    ("string values must be quoted", Words::new("chữ phải để trong ngoặc kép", "text must stand in quotes")),
    ("invalid unquoted key", Words::new("khóa chỉ gồm chữ không dấu, chữ số, `-` và `_`", "a key has only A–Z, a–z, digits, `-` and `_`")),
    ("keys cannot be empty", Words::new("thiếu khóa trước dấu `=`", "the key before the `=` is missing")),
    ("keys cannot be", Words::new("khóa nằm gọn trên một dòng", "a key stands on one line")),
    ("cannot extend", Words::new("khóa này đã có giá trị ở trên", "this key has a value above already")),
    ("invalid basic string", QUOTES),
    ("invalid literal string", QUOTES),
    ("invalid multi-line", Words::new("đoạn chữ nhiều dòng thiếu ba dấu ngoặc đóng", "the text of several lines lacks its three closing quotes")),
    ("escaped value", ESCAPE),
    ("unicode value", ESCAPE),
    ("invalid date-time", Words::new("ngày giờ viết sai; ngày viết 2018-03-05, giờ viết 19:30:00", "a date is written 2018-03-05, a time 19:30:00")),
    ("invalid date", Words::new("ngày không có thật, hoặc viết chưa đúng dạng 2018-03-05", "there is no such date, or it is not written as 2018-03-05")),
    ("invalid time", Words::new("giờ không có thật, hoặc viết chưa đúng dạng 19:30:00", "there is no such time, or it is not written as 19:30:00")),
    ("invalid boolean", Words::new("true và false viết chữ thường", "true and false are written in lower case")),
    ("inline table", Words::new("bảng trong `{ }` thiếu dấu `}` đóng, hoặc thiếu dấu phẩy", "the table in `{ }` lacks its closing `}`, or a comma")),
    ("comma between key-value pairs", Words::new("thiếu dấu phẩy giữa hai khóa trong `{ }`", "a comma is missing between two keys in `{ }`")),
    ("missing comma", Words::new("thiếu dấu phẩy giữa hai phần của danh sách", "a comma is missing between two elements of the list")),
    ("extra comma", Words::new("thừa dấu phẩy", "there is one comma too many")),
    ("unclosed array table", Words::new("tên bảng thiếu dấu `]]` đóng", "the table's name lacks its closing `]]`")),
    ("unclosed table", Words::new("tên bảng thiếu dấu `]` đóng", "the table's name lacks its closing `]`")),
    ("unclosed array", BRACKET),
    ("unexpected `=` in array", BRACKET),
    ("recurs", Words::new("lồng nhau quá nhiều tầng", "it is nested too deep")),
    ("key with no value", Words::new("sau khóa thiếu `=` và giá trị", "`=` and a value are missing after the key")),
    ("missing value", NOTHING),
    ("missing assignment", Words::new("giữa khóa và giá trị thiếu dấu `=`", "the `=` between key and value is missing")),
    ("extra assignment", Words::new("thừa dấu `=`", "there is one `=` too many")),
    ("extra `=`", Words::new("thừa dấu `=`", "there is one `=` too many")),
    ("leading zero", Words::new("số không viết số 0 ở đầu", "a number has no zero in front")),
    ("number", NUMBER), ("float", NUMBER), ("fraction", NUMBER), ("mantissa", NUMBER), ("exponent", NUMBER),
    ("radix", NUMBER), ("sign", NUMBER), ("between digits", NUMBER),
    ("carriage return", Words::new("xuống dòng kiểu máy Mac cũ (chỉ có CR); lưu lại với LF hoặc CRLF", "a line ends with CR alone; save the file with LF or CRLF")),
    ("comment", Words::new("ghi chú có ký tự không được phép", "the comment holds a character that is not allowed")),
    ("unexpected", MORE),
];

const QUOTES: Words = Words::new(
    "đoạn chữ thiếu dấu ngoặc đóng, hoặc có ký tự không được phép",
    "the text lacks its closing quote, or holds a character that is not allowed",
);
const ESCAPE: Words = Words::new(
    "dấu `\\` đứng trước một chữ không được phép; muốn viết `\\` thì viết `\\\\`",
    "`\\` stands before a letter that is not allowed; write `\\\\` for `\\`",
);
const BRACKET: Words = Words::new("danh sách thiếu dấu `]` đóng", "the list lacks its closing `]`");
const NOTHING: Words = Words::new("sau dấu `=` chưa có gì", "nothing follows the `=`");
const NUMBER: Words = Words::new("số viết sai", "the number is written wrongly");
const MORE: Words = Words::new(
    "còn chữ thừa sau giá trị; mỗi dòng chỉ có một khóa",
    "something follows the value; a line has one key only",
);

/// Reports each error; of several on one line only the first, for the others follow from it.
pub(crate) fn report(errors: &[Error], text: &str, problems: &Problems<'_>) {
    let mut errors: Vec<_> = errors.iter().map(|error| (error.span().unwrap_or(0..0), error.message())).collect();
    errors.sort_by_key(|(span, _)| span.start);
    let mut reported = None;
    for (span, message) in errors {
        // At the very end of a line the parser points past the newline: the line is still the one it began on.
        let start = if span.start == text.len() { text.trim_end().len() } else { span.start };
        let same_line = |before: usize| !text.as_bytes()[before.min(start)..start].contains(&b'\n');
        if !reported.is_some_and(same_line) {
            reported = Some(start);
            let raw = text.get(span.clone()).unwrap_or_default();
            let (message, remedy) = (say_it(message, raw, problems.lang), quoted(message, raw, problems.lang));
            problems.add(&toml_syntax::RULE, At::bytes(start..span.end.max(start)), message, remedy);
        }
    }
}

/// Text that only lacks its quotes, with them.
fn quoted(message: &str, raw: &str, lang: Lang) -> Option<String> {
    let lacks_quotes = message.contains("must be quoted") && !raw.is_empty() && slip(raw).is_none();
    (lacks_quotes && !raw.contains(['"', '\\'])).then(|| say!(lang, "viết \"{raw}\"", "write \"{raw}\""))
}

/// `raw` is what the parser points at, which tells common slips apart better than its message does.
fn say_it(message: &str, raw: &str, lang: Lang) -> String {
    if message.contains("duplicate key") {
        return say!(lang, "khóa `{raw}` đã có ở trên", "the key `{raw}` stands above already");
    }
    if let Some(words) = slip(raw) {
        return words.of(lang).to_owned();
    }
    if raw.is_empty() && message.contains("must be quoted") {
        return NOTHING.of(lang).to_owned();
    }
    match SAYINGS.iter().find(|(known, _)| message.contains(known)) {
        Some((_, words)) => words.of(lang).to_owned(),
        None => say!(lang, "chỗ này không đúng cú pháp TOML", "this is no valid TOML: {message}"),
    }
}

/// A value that people write so often that it deserves its own words.
fn slip(raw: &str) -> Option<Words> {
    let number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let numbers = |mark: char| raw.contains(mark) && raw.split(mark).all(number);
    if raw.starts_with(['“', '”', '‘', '’', '«']) {
        Some(Words::new(
            "ngoặc kép cong (Word tự đổi); gõ ngoặc kép thẳng \"",
            "curly quotes, by Word; type straight ones \"",
        ))
    } else if numbers('/') {
        Some(Words::new("ngày viết 2018-03-05, năm trước", "a date is written 2018-03-05, the year first"))
    } else if numbers('-') && raw.len() == 7 {
        Some(Words::new("tháng để trong ngoặc kép: \"2018-03\"", "a month stands in quotes: \"2018-03\""))
    } else if raw.get(..10).is_some_and(|day| parse_iso(day).is_some()) && raw[10..].starts_with(' ') {
        Some(MORE)
    } else {
        None
    }
}

/// Reports the first control character. A parser's words for it are hard to believe, for nobody sees it.
pub(super) fn control_character(rule: &'static Rule, problems: &Problems<'_>) -> bool {
    let unseen = |b: u8| b.is_ascii_control() && !matches!(b, b'\n' | b'\r' | b'\t');
    let bytes = problems.source.text.as_bytes();
    // Hardly a file has one, and without a way out on the way the processor looks at many bytes together.
    if !bytes.iter().fold(false, |any, byte| any | unseen(*byte)) {
        return false;
    }
    let Some(at) = bytes.iter().position(|byte| unseen(*byte)) else { return false };
    let code = problems.source.text.as_bytes()[at];
    let message = say!(
        problems.lang,
        "ở đây có một ký tự điều khiển không nhìn thấy (mã {code:02X})",
        "an invisible control character stands here (code {code:02X})"
    );
    problems.add(rule, At::bytes(at..at + 1), message, None);
    true
}
