//! `chibo fmt`: every record of a scope in its canonical form.

use crate::{
    cli::{FmtArgs, FmtMode, Globals},
    command::{Exit, Failure, Workplace, open},
    context::Context,
    edit::{diff, kind},
    finding::{Level, Report},
    io::Io,
    lang::{Lang, plural, say},
    number::group,
    parse::Problems,
    register::{
        Lookup,
        discover::{RecordFile, list},
        open::scope,
        read::source,
    },
    render::Paths,
    rules::unknown_key,
    source::Source,
    unit::{UnitLevel, within},
    watch::Stage,
    write::{self, Over},
};

pub(super) fn run(globals: &Globals, args: &FmtArgs, io: &mut Io<'_>) -> Result<Exit, Failure> {
    // A record of a day after `--as-of` is a record too.
    let place = open(&Globals { as_of: None, ..globals.clone() }, io)?;
    let (ctx, lang) = (&place.ctx, place.ctx.lang);
    let paths = Paths::new(&ctx.root, &io.working_dir);
    let mut told = Told::default();
    let finding = ctx.watch.stage(Stage::Finding);
    let files = files(&place, args)?;
    drop(finding);
    let reading = ctx.watch.steps(Stage::Files, files.len());
    for file in files {
        let form = look(ctx, &file);
        ctx.watch.step();
        match form {
            Form::Canonical => told.sound += 1,
            Form::Gone => {}
            Form::Unread(errors) => {
                told.unread += 1;
                let (path, errors) = (paths.show(&file.path), errors_of(errors, lang));
                let text = say!(
                    lang,
                    "{path}: để nguyên, {errors}; xem: chibo check\n",
                    "{path}: left as it is, {errors}; see: chibo check\n"
                );
                ctx.watch.aside(|| io.complain(&text));
            }
            Form::Other(change) => {
                told.changed += 1;
                let shown = paths.show(&file.path);
                let text = match args.mode {
                    FmtMode::Diff => change.diff(&shown, lang),
                    FmtMode::Check => format!("{shown}\n"),
                    FmtMode::Write => {
                        write::write(&ctx.root.join(&file.path), &change.new, Over::Existing)
                            .map_err(|error| Failure::Work(anyhow::Error::msg(write::explain(&error, &shown, lang))))?;
                        format!("{shown}\n")
                    }
                };
                ctx.watch.aside(|| io.print(&text)).map_err(Failure::Output)?;
            }
        }
    }
    drop(reading);
    if args.mode != FmtMode::Diff {
        io.print(&told.sentence(args.mode, lang)).map_err(Failure::Output)?;
    }
    let wanting = told.changed > 0 && args.mode != FmtMode::Write;
    Ok(if wanting || told.unread > 0 { Exit::Findings } else { Exit::Fine })
}

/// The records of the scope, each once.
fn files(place: &Workplace, args: &FmtArgs) -> Result<Vec<RecordFile>, Failure> {
    let ctx = &place.ctx;
    let units = scope(ctx, &place.here, &args.units)?;
    let mut files = Vec::new();
    for (index, unit) in units.iter().enumerate() {
        if unit.level == UnitLevel::Village {
            let id = &unit.id;
            return Err(Failure::Usage(say!(
                ctx.lang,
                "thôn {id} không có thư mục riêng; chọn xã hoặc chi bộ",
                "the village {id} has no directory of its own; choose its commune or a cell"
            )));
        }
        let inside = |(other, outer): (usize, &crate::register::discover::UnitDir)| {
            other != index && within(&unit.id, &outer.id) && (outer.id != unit.id || other < index)
        };
        if !units.iter().enumerate().any(inside) {
            // What has no place in the tree is for `check` to tell.
            files.extend(list(ctx, unit, UnitLevel::Cell, &mut Report::new(ctx)).files);
        }
    }
    Ok(files)
}

/// How a file stands to its canonical form.
enum Form {
    Canonical,
    Other(Change),
    /// So many errors stand in the way.
    Unread(usize),
    /// It was there when the directory was listed.
    Gone,
}

struct Change {
    old: String,
    new: String,
    utf16: bool,
    bom: bool,
}

fn look(ctx: &Context, file: &RecordFile) -> Form {
    if file.closed {
        return Form::Unread(1);
    }
    let mut report = Report::new(ctx);
    let source = match source(file, &mut report) {
        Lookup::Found(source) => source,
        Lookup::Unread => return Form::Unread(1),
        Lookup::Missing => return Form::Gone,
    };
    ctx.watch.files(|| (1, source.text.len() as u64));
    let problems = Problems::new(ctx.lang, &source);
    let (kind, _) = kind::read(file.claim, &problems);
    let errors = problems.take().iter().filter(|problem| bars(ctx, problem.rule.id, problem.rule.level)).count();
    if errors > 0 {
        return Form::Unread(errors);
    }
    match kind::canonical(kind, &problems) {
        Some(new) if differs(&source, &new) => {
            Form::Other(Change { old: source.text.replace("\r\n", "\n"), new, utf16: source.utf16, bom: source.bom })
        }
        Some(_) => Form::Canonical,
        None => Form::Unread(1),
    }
}

/// Whether a mistake leaves open what the file says. A key that the register has chosen to put up with does not.
fn bars(ctx: &Context, id: &'static str, level: Level) -> bool {
    id != unknown_key::RULE.id || ctx.settings.level(id, level) == Some(Level::Error)
}

/// Line ends alone are no difference: git may choose them.
fn differs(source: &Source, new: &str) -> bool {
    source.utf16 || source.bom || source.text.replace("\r\n", "\n") != new
}

impl Change {
    /// What no line shows is said in front.
    fn diff(&self, shown: &str, lang: Lang) -> String {
        let unseen = match (self.utf16, self.bom) {
            (true, _) => say!(lang, "# {shown}: UTF-16 thành UTF-8\n", "# {shown}: from UTF-16 to UTF-8\n"),
            (_, true) => say!(lang, "# {shown}: bỏ dấu BOM ở đầu tệp\n", "# {shown}: without its byte order mark\n"),
            _ => String::new(),
        };
        unseen + &diff::unified(shown, Some(&self.old), &self.new)
    }
}

fn errors_of(errors: usize, lang: Lang) -> String {
    let (number, word) = (group(errors as u64, lang), plural(errors as u64, "error", "errors"));
    say!(lang, "{number} lỗi khi đọc", "{number} {word} in reading it")
}

#[derive(Default)]
struct Told {
    sound: usize,
    changed: usize,
    unread: usize,
}

impl Told {
    fn sentence(&self, mode: FmtMode, lang: Lang) -> String {
        let number = |n: usize| group(n as u64, lang);
        let (sound, changed, unread) = (number(self.sound), number(self.changed), number(self.unread));
        let files = plural(self.changed as u64, "file", "files");
        let done = match mode {
            FmtMode::Write => say!(lang, "đã viết lại {changed} tệp", "{changed} {files} written anew"),
            _ => say!(lang, "{changed} tệp chưa đúng dạng", "{changed} {files} not in form"),
        };
        let left = match self.unread {
            0 => String::new(),
            _ => say!(lang, ", {unread} tệp còn lỗi để nguyên", ", {unread} with errors left as they are"),
        };
        say!(lang, "{done}, {sound} tệp đúng sẵn{left}\n", "{done}, {sound} in form{left}\n")
    }
}
