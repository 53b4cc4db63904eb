//! What the commands that print paper do alike: find the record that is named, and put out a document.

use std::path::{Path, PathBuf};

use crate::{
    cli::{Globals, PaperFormat, PaperOut},
    command::{Exit, Failure, Workplace, deliver_bytes, open, report::settings_are_sound},
    document::{Document, docx, html, markdown, text},
    finding::{Finding, Level},
    io::Io,
    judge::{commune_of, read_commune},
    lang::{Lang, Words, say},
    register::{
        Commune,
        discover::UnitDir,
        open::{NoRegister, scope},
    },
    render::Paths,
};

/// A document, and what its reader should know of it.
pub(super) struct Printed {
    pub(super) document: Document,
    /// It may show names.
    pub(super) has_names: bool,
    /// What is wrong with the records that it was made of.
    pub(super) errors: Vec<Finding>,
}

/// The register in which every row is read, also one from a day after `--as-of`: a paper is of its own day.
pub(super) fn open_whole(globals: &Globals, io: &mut Io<'_>) -> Result<Workplace, Failure> {
    let place = open(&Globals { as_of: None, ..globals.clone() }, io)?;
    settings_are_sound(&place)?;
    Ok(place)
}

/// A record that is named by its file.
pub(super) struct Named {
    pub(super) place: Workplace,
    /// From the register's root, with `/`.
    pub(super) path: String,
    /// The unit in whose directory it lies.
    pub(super) unit: UnitDir,
}

/// Opens the register in which a file lies. Its path is from the working directory, from `-C`, or from the root.
pub(super) fn open_at(globals: &Globals, file: &Path, io: &mut Io<'_>) -> Result<Named, Failure> {
    let (lang, shown) = (globals.lang, file.display());
    let no_file = || Failure::Usage(say!(lang, "không có tệp {shown}", "there is no file {shown}"));
    let here = Some(io.working_dir.join(file)).filter(|path| path.is_file());
    // Without -C the file itself says which register is meant.
    let around = here.as_ref().and_then(|path| path.parent()).filter(|_| globals.dir.is_none()).map(Path::to_path_buf);
    let place = match open_whole(&Globals { dir: around.or(globals.dir.clone()), ..globals.clone() }, io) {
        // A slip in the file's name is told before that of the register.
        Err(Failure::Register(NoRegister::NotFound(_))) if here.is_none() && globals.dir.is_none() => {
            return Err(no_file());
        }
        opened => opened?,
    };
    let root = &place.ctx.root;
    let others = [place.here.join(file), root.join(file)].into_iter().filter(|path| path.is_file());
    let found: Vec<PathBuf> = here.into_iter().chain(others).collect();
    let path = found.iter().find_map(|path| path_in(root, path)).ok_or_else(|| match found.is_empty() {
        true => no_file(),
        false => {
            Failure::Usage(say!(lang, "{shown} không nằm trong sổ dữ liệu", "{shown} does not lie in the register"))
        }
    })?;
    let directory = root.join(&path).parent().unwrap_or(root).to_path_buf();
    let unit = scope(&place.ctx, &directory, &[])?.remove(0);
    Ok(Named { place, path, unit })
}

/// The path of a file from the root, with `/`; `None` where it does not lie there, or not by names that are text.
fn path_in(root: &Path, file: &Path) -> Option<String> {
    let file = file.canonicalize().ok()?;
    let parts = file.strip_prefix(root).ok()?.components().map(|part| part.as_os_str().to_str());
    Some(parts.collect::<Option<Vec<_>>>()?.join("/"))
}

/// Looks at the commune of a unit, with what is wrong in it.
pub(super) fn look<T>(place: &Workplace, unit: &UnitDir, look: impl FnOnce(&Commune<'_>, &[Finding]) -> T) -> T {
    let top = commune_of(&place.ctx, unit);
    read_commune(&place.ctx, &top, |commune, report| look(commune, &report.findings))
}

/// The errors in some files of the register.
pub(super) fn errors_in(findings: &[Finding], paths: &[&str]) -> Vec<Finding> {
    let mut errors: Vec<Finding> = findings
        .iter()
        .filter(|finding| finding.level == Level::Error && paths.contains(&&*finding.path))
        .cloned()
        .collect();
    errors.sort_by(|a, b| (&a.path, a.lines).cmp(&(&b.path, b.lines)));
    errors
}

/// Refuses to print what cannot be read; the errors follow, one a line.
pub(super) fn unreadable(place: &Workplace, io: &Io<'_>, errors: &[Finding]) -> Failure {
    let lang = place.ctx.lang;
    let why = say!(
        lang,
        "bản ghi còn lỗi nên chưa in được; sửa rồi chạy lại",
        "the records have errors, so nothing was printed; mend them first"
    );
    let lines = errors.iter().map(|error| line(place, io, error));
    Failure::Usage(std::iter::once(why).chain(lines).collect::<Vec<_>>().join("\n"))
}

fn line(place: &Workplace, io: &Io<'_>, error: &Finding) -> String {
    let path = Paths::new(&place.ctx.root, &io.working_dir).show(&error.path);
    let (at, level) = (error.lines, error.level.label().of(place.ctx.lang));
    format!("{path}:{}:{}: {level}[{}] {}", at.line, at.column, error.id, error.message)
}

/// Puts a document out in the form that was asked for. A paper made of records with errors ends as findings do.
pub(super) fn put_out(place: &Workplace, printed: &Printed, out: &PaperOut, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let lang = place.ctx.lang;
    if out.format == PaperFormat::Docx && out.output.is_none() && io.width.is_some() {
        return Err(Failure::Usage(say!(
            lang,
            "tệp Word không in ra màn hình được; thêm -o TỆP.docx",
            "a Word file cannot be shown on a terminal; add -o FILE.docx"
        )));
    }
    let bytes = drawn(&printed.document, out.format)?;
    deliver_bytes(&bytes, out.output.as_deref(), out.force, lang, io)?;
    let label = say!(lang, "lưu ý", "note");
    if let Some(file) = out.output.as_deref().filter(|_| printed.has_names)
        && lies_in(&io.working_dir.join(file), &place.ctx.root)
        && !place.ctx.settings.names_are_tracked
    {
        let file = file.display();
        io.complain(&say!(
            lang,
            "{label}: {file} có họ tên và nằm trong sổ dữ liệu; chuyển ra ngoài hoặc đừng đưa vào git\n",
            "{label}: {file} has names and lies in the register; move it out, or keep it from git\n"
        ));
    }
    for error in &printed.errors {
        let line = line(place, io, error);
        io.complain(&format!("{line}\n"));
    }
    Ok(if printed.errors.is_empty() { Exit::Fine } else { Exit::Findings })
}

fn drawn(document: &Document, format: PaperFormat) -> Result<Vec<u8>, Failure> {
    Ok(match format {
        PaperFormat::Docx => docx::write(document).map_err(anyhow::Error::from)?,
        PaperFormat::Html => html::write(document).map_err(anyhow::Error::from)?.into_bytes(),
        PaperFormat::Markdown => markdown::write(document).into_bytes(),
        PaperFormat::Text => text::write(document).into_bytes(),
    })
}

fn lies_in(file: &Path, root: &Path) -> bool {
    file.canonicalize().is_ok_and(|file| file.starts_with(root))
}

/// What is no record of the kind that the command prints.
pub(super) fn no_such_record(path: &str, lang: Lang, what: Words) -> Failure {
    let what = what.of(lang);
    Failure::Usage(say!(lang, "{path} không phải {what}", "{path} is no {what}"))
}
