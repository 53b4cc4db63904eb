//! Whether the letters of a file are those of an old font, and whether its owner says so too.

use inquire::{Confirm, ui::RenderConfig};

use crate::{
    cli::{Color, Globals, ImportArgs, TextEncoding},
    command::Failure,
    encoding::{Encoding, guess},
    io::Io,
    lang::{Lang, say},
    sheet_file::{Book, BookKind, Bytes, Cell},
};

/// How many texts are shown before and after.
const SHOWN: usize = 5;

/// What the texts were typed in: told, or guessed and then confirmed.
pub(super) fn settle(
    book: &Book,
    args: &ImportArgs,
    globals: &Globals,
    lang: Lang,
    io: &mut Io<'_>,
) -> Result<Encoding, Failure> {
    let is_single = book.kind == BookKind::Text(Bytes::Single);
    if let Some(told) = args.encoding {
        return match told {
            TextEncoding::Tcvn3 => Ok(Encoding::Tcvn3),
            TextEncoding::Vni => Ok(Encoding::Vni),
            TextEncoding::Windows1258 => Ok(Encoding::Windows1258),
            TextEncoding::Utf8 | TextEncoding::Utf16 if is_single => Err(Failure::Usage(say!(
                lang,
                "tệp không phải Unicode; thử --encoding tcvn3, vni hoặc windows-1258",
                "the file is not Unicode; try --encoding tcvn3, vni or windows-1258"
            ))),
            TextEncoding::Utf8 | TextEncoding::Utf16 => Ok(Encoding::Unicode),
        };
    }
    let encoding = guess(texts(book));
    if encoding == Encoding::Unicode {
        if is_single {
            return Err(Failure::Usage(say!(
                lang,
                "tệp không phải UTF-8 và chưa đoán được bảng mã; thêm --encoding tcvn3, vni hoặc windows-1258",
                "the file is not UTF-8, and what it is cannot be told; add --encoding tcvn3, vni or windows-1258"
            )));
        }
        return Ok(encoding);
    }
    let (name, samples) = (encoding.name(), samples(book, encoding));
    let found =
        say!(lang, "chữ trong tệp có vẻ là {name}:\n{samples}", "the letters of the file look like {name}:\n{samples}");
    if !io.can_ask {
        let word = encoding.word();
        return Err(Failure::Usage(say!(
            lang,
            "{found}đúng thì chạy lại với --encoding {word}; chữ vốn đúng rồi thì --encoding utf-8",
            "{found}if that is right run again with --encoding {word}; if they were right before, --encoding utf-8"
        )));
    }
    io.complain(&found);
    let question = say!(lang, "Chuyển sang Unicode? (c/k)", "Convert to Unicode? (y/n)");
    if ask(&question, globals.color != Color::Never, lang)? { Ok(encoding) } else { Ok(Encoding::Unicode) }
}

fn ask(question: &str, styled: bool, lang: Lang) -> Result<bool, Failure> {
    let look = if styled { RenderConfig::default_colored() } else { RenderConfig::empty() };
    let (yes, no): (&[&str], &[&str]) = (&["c", "có", "co", "y", "yes"], &["k", "không", "khong", "n", "no"]);
    let parser = |answer: &str| {
        let answer = answer.trim().to_lowercase();
        if yes.contains(&answer.as_str()) {
            Ok(true)
        } else if no.contains(&answer.as_str()) {
            Ok(false)
        } else {
            Err(())
        }
    };
    let shown = |answer: bool| match (answer, lang) {
        (true, Lang::Vi) => "có".to_owned(),
        (false, Lang::Vi) => "không".to_owned(),
        (true, Lang::En) => "yes".to_owned(),
        (false, Lang::En) => "no".to_owned(),
    };
    let wrong = say!(lang, "gõ c (có) hoặc k (không)", "type y or n");
    let prompt = Confirm::new(question)
        .with_parser(&parser)
        .with_formatter(&shown)
        .with_error_message(&wrong)
        .with_render_config(look);
    prompt.prompt().map_err(|_| Failure::Usage(say!(lang, "đã thôi, chưa ghi gì", "stopped, nothing was written")))
}

fn texts(book: &Book) -> impl Iterator<Item = &str> + Clone {
    let cells = book.grids.iter().filter(|grid| !grid.hidden).flat_map(|grid| grid.cells());
    cells.filter_map(|(_, cell)| if let Cell::Text(text) = cell { Some(text.as_str()) } else { None })
}

/// The first texts that change, each with what it becomes.
fn samples(book: &Book, encoding: Encoding) -> String {
    let changed = texts(book).filter_map(|text| {
        let decoded = encoding.decode_among(text);
        (decoded != *text).then(|| {
            let short = |text: &str| crate::text::visible(&crate::text::shorten(text, 60)).into_owned();
            format!("  {} → {}\n", short(text), short(&decoded))
        })
    });
    let mut lines: Vec<String> = Vec::new();
    for line in changed {
        if lines.len() < SHOWN && !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines.concat()
}
