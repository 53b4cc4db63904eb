//! A record that is to be edited, as it stands on the disk: refused where it cannot be edited without doubt.

use crate::{
    command::{
        Failure,
        change::{bytes, line, lines},
    },
    context::Context,
    edit::kind,
    finding::{Level, Report},
    lang::{Lang, say},
    parse::{Problem, Problems},
    register::{Lookup, discover::RecordFile, read::source},
    render::Paths,
    source::Source,
};

/// Its bytes and its text; nothing where there is no such file.
type There = Option<(Vec<u8>, Source<'static>)>;

/// `seen` is the text from which its rows or keys were read.
pub(super) fn there(ctx: &Context, file: &RecordFile, seen: Option<&str>, paths: &Paths) -> Result<There, Failure> {
    sound(ctx, file, seen, paths)?
        .map_err(|why| Failure::Usage(say!(ctx.lang, "chưa ghi gì, vì {why}", "nothing was written, for {why}")))
}

/// The same for who goes on with other records; else the reason, in words that follow a "for".
pub(super) fn sound(
    ctx: &Context,
    file: &RecordFile,
    seen: Option<&str>,
    paths: &Paths,
) -> Result<Result<There, String>, Failure> {
    let (lang, shown) = (ctx.lang, paths.show(&file.path));
    let bytes = bytes(ctx, &file.path)?;
    let mut report = Report::new(ctx);
    let (bytes, source) = match (bytes, source(file, &mut report)) {
        (Some(bytes), Lookup::Found(source)) => (bytes, source),
        (_, Lookup::Missing) | (None, _) => return Ok(Ok(None)),
        (_, Lookup::Unread) => {
            let found = lines(&report.findings, paths, lang);
            return Ok(Err(say!(
                lang,
                "không đọc được tệp cần sửa:\n{found}",
                "the file to be edited cannot be read:\n{found}"
            )));
        }
    };
    if source.utf16 {
        return Ok(Err(say!(
            lang,
            "{shown} ghi bằng UTF-16; chạy chibo fmt rồi chạy lại",
            "{shown} is in UTF-16; run chibo fmt, then this again"
        )));
    }
    if let Some(why) = mistakes(lang, file, &source, &shown) {
        return Ok(Err(why));
    }
    if seen.is_none_or(|seen| *seen != source.text) {
        return Ok(Err(say!(
            lang,
            "vừa có người khác ghi {shown}; chạy lại",
            "somebody has just written {shown}; run this again"
        )));
    }
    Ok(Ok(Some((bytes, source))))
}

/// A row or key that cannot be read may be the one that matters.
fn mistakes(lang: Lang, file: &RecordFile, source: &Source, shown: &str) -> Option<String> {
    let problems = Problems::new(lang, source);
    drop(kind::read(file.claim, &problems));
    let found = problems.take();
    if found.is_empty() {
        return None;
    }
    let level = Level::Error.label().of(lang);
    let said = |problem: &Problem| line(shown, source.lines(problem.at), level, problem.rule.id, &problem.message);
    let found = found.iter().map(said).collect::<Vec<_>>().join("\n");
    Some(say!(
        lang,
        "tệp cần sửa còn lỗi; chữa lỗi rồi chạy lại:\n{found}",
        "the file to be edited is at fault; mend it first:\n{found}"
    ))
}
