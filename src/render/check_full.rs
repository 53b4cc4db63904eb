//! The full form: excerpt with caret, cause, remedy, clause. Excerpts are read again from the files, which are long let
//! go; a file that has changed since is shown without.

use annotate_snippets::{AnnotationKind, Group, Level as Shown, Origin, Renderer, Snippet};
use rayon::prelude::*;

use crate::{
    context::Context,
    files::Files,
    finding::{Finding, Level},
    lang::Lang,
    render::{Checked, Paths, rule_page, summary},
    rules,
    source::{self, Lines, Source, decode},
};

/// Where standard output is no terminal, lines are cut at this width.
const WIDTH: u16 = 120;

pub(crate) fn render(ctx: &Context, checked: &Checked, paths: &Paths, styled: bool, width: Option<u16>) -> String {
    let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(usize::from(width.unwrap_or(WIDTH).max(40)));
    // Findings are sorted by path, so each file is read once.
    let of_files = checked.findings.par_chunk_by(|finding, next| finding.path == next.path);
    let files = || Files::below(&paths.root);
    let texts = of_files.map_init(files, |files, findings| of_file(&renderer, ctx.lang, findings, files, paths));
    let mut texts: Vec<String> = texts.collect();
    texts.push(summary::lines(ctx.lang, checked));
    texts.concat()
}

fn of_file(renderer: &Renderer, lang: Lang, findings: &[Finding], files: &mut Files<'_>, paths: &Paths) -> String {
    // What is reported as a whole is perhaps no file at all.
    let pointed = findings.iter().find(|finding| finding.lines != Lines::FIRST);
    let mut bytes = Vec::new();
    let source = pointed.and_then(|finding| {
        source::read(files, &finding.path, &mut bytes).ok()?;
        decode(&*finding.path, &bytes).ok()
    });
    let each = findings.iter().map(|finding| one(renderer, lang, finding, source.as_ref(), paths) + "\n\n");
    each.collect()
}

fn one(renderer: &Renderer, lang: Lang, finding: &Finding, source: Option<&Source>, paths: &Paths) -> String {
    let label = finding.level.label().of(lang);
    let level = match finding.level {
        Level::Error => Shown::ERROR.with_name(label),
        Level::Shortfall => Shown::WARNING.with_name(label),
        Level::Warning => Shown::NOTE.with_name(label),
    };
    let path = paths.show(&finding.path);
    let title = level.primary_title(&*finding.message).id(finding.id);
    let excerpt = source.and_then(|source| excerpt(source, finding.lines));
    let mut group = match &excerpt {
        Some(excerpt) => title.element(
            Snippet::source(excerpt.text)
                .path(&*path)
                .line_start(finding.lines.line as usize)
                .annotation(AnnotationKind::Primary.span(excerpt.span.clone())),
        ),
        None => title.element(Origin::path(&*path).line(finding.lines.line as usize)),
    };
    let notes = notes(lang, finding);
    for (name, note) in &notes {
        group = group.element(Shown::NOTE.with_name(*name).message(&**note));
    }
    let groups: [Group<'_>; 1] = [group];
    renderer.render(&groups)
}

/// What to do, and on what the finding rests.
fn notes(lang: Lang, finding: &Finding) -> Vec<(&'static str, String)> {
    let mut notes = Vec::new();
    if let Some(accepted) = &finding.explained {
        notes.push((crate::lang::Words::new("giải trình", "explained").of(lang), accepted.said(lang)));
    }
    if let Some(remedy) = &finding.remedy {
        notes.push((crate::lang::Words::new("cách sửa", "remedy").of(lang), remedy.clone()));
    }
    let source = rules::all().find(|rule| rule.id == finding.id).map(|rule| rule.cites.source);
    if let Some(basis) = rule_page::basis(lang, finding.clause, source) {
        notes.push((crate::lang::Words::new("căn cứ", "basis").of(lang), basis));
    }
    notes
}

/// The lines that a finding touches, and the bytes of it in them.
struct Excerpt<'s> {
    text: &'s str,
    span: std::ops::Range<usize>,
}

/// At most so many lines of a long value are shown.
const SHOWN_LINES: u32 = 3;

fn excerpt<'s>(source: &'s Source<'s>, lines: Lines) -> Option<Excerpt<'s>> {
    // A finding of the whole file points at nothing in it.
    if lines == Lines::FIRST {
        return None;
    }
    let last = lines.end_line.min(lines.line + SHOWN_LINES - 1);
    let (first_byte, text) = source.span_of_lines(lines.line, last)?;
    let byte = |line: u32, column: u32| {
        let (start, text) = source.span_of_lines(line, line)?;
        let inside = text.char_indices().nth(column.checked_sub(1)? as usize).map_or(text.len(), |(at, _)| at);
        Some(start - first_byte + inside)
    };
    let start = byte(lines.line, lines.column)?;
    let end = if last == lines.end_line { byte(last, lines.end_column)? } else { text.trim_end().len() };
    let start = text.floor_char_boundary(start.min(text.len()));
    let end = text.ceil_char_boundary(end.clamp(start, text.len()));
    Some(Excerpt { text, span: start..end })
}
