//! A record that is to be edited, as it stands on the disk: refused where it cannot be edited without doubt.

use crate::{
    command::{
        Failure,
        change::{bytes, lines},
    },
    context::Context,
    edit::kind,
    files::Files,
    finding::{Level, Report},
    lang::say,
    parse::{Problem, Problems},
    register::{Lookup, discover::RecordFile, read::source},
    render::Paths,
    source::Source,
};

/// Its bytes and its text; nothing where there is no such file. `seen` is the text from which its rows or keys were read.
pub(super) fn there(
    ctx: &Context,
    file: &RecordFile,
    seen: Option<&str>,
    paths: &Paths,
) -> Result<Option<(Vec<u8>, Source)>, Failure> {
    let (lang, shown) = (ctx.lang, paths.show(&file.path));
    let bytes = bytes(ctx, &file.path)?;
    let mut report = Report::new(ctx);
    let (bytes, source) = match (bytes, source(&mut Files::below(&ctx.root), file, &mut report)) {
        (Some(bytes), Lookup::Found(source)) => (bytes, source),
        (_, Lookup::Missing) | (None, _) => return Ok(None),
        (_, Lookup::Unread) => {
            let found = lines(&report.findings, paths, lang);
            return Err(Failure::Usage(say!(
                lang,
                "chưa ghi gì, vì không đọc được tệp cần sửa:\n{found}",
                "nothing was written, for the file to be edited cannot be read:\n{found}"
            )));
        }
    };
    if source.utf16 {
        return Err(Failure::Usage(say!(
            lang,
            "chưa ghi gì: {shown} ghi bằng UTF-16; chạy chibo fmt rồi chạy lại",
            "nothing was written: {shown} is in UTF-16; run chibo fmt, then this again"
        )));
    }
    refuse_mistakes(ctx, file, &source, &shown)?;
    if seen.is_none_or(|seen| *seen != source.text) {
        return Err(Failure::Usage(say!(
            lang,
            "chưa ghi gì: vừa có người khác ghi {shown}; chạy lại",
            "nothing was written: somebody has just written {shown}; run this again"
        )));
    }
    Ok(Some((bytes, source)))
}

/// A row or key that cannot be read may be the one that matters.
fn refuse_mistakes(ctx: &Context, file: &RecordFile, source: &Source, shown: &str) -> Result<(), Failure> {
    let lang = ctx.lang;
    let problems = Problems::new(lang, source);
    drop(kind::read(file.claim, &problems));
    let found = problems.take();
    if found.is_empty() {
        return Ok(());
    }
    let line = |problem: &Problem| {
        let (at, level) = (source.lines(problem.at), Level::Error.label().of(lang));
        format!("\n{shown}:{}:{}: {level}[{}] {}", at.line, at.column, problem.rule.id, problem.message)
    };
    let lines: String = found.iter().map(line).collect();
    Err(Failure::Usage(say!(
        lang,
        "chưa ghi gì, vì tệp cần sửa còn lỗi; chữa lỗi rồi chạy lại:{lines}",
        "nothing was written, for the file to be edited is at fault; mend it first:{lines}"
    )))
}
