//! The commands: each reads what it needs, hands data to a renderer, and says how it ended.

mod agreement;
mod ask;
mod backup;
mod change;
mod check;
mod commit;
mod completions;
mod deliver;
mod demo;
mod due;
mod editor;
mod event;
mod export;
mod fmt;
mod form;
mod import;
mod init;
mod man;
mod member;
pub(crate) mod menu;
mod merge;
mod merger;
mod minutes;
mod new_agreement;
mod new_briefing;
mod new_cell;
mod new_commune;
mod new_meeting;
mod new_unit;
mod new_year;
mod official;
mod pack;
mod paper;
mod received;
mod report;
mod restore;
mod roll;
mod roll_call;
mod rules;
mod schema;
mod sign_in;
mod take;
mod template;
mod there;
mod trace;
mod upper;
mod whence;

use std::path::{Path, PathBuf};

use crate::{
    cache,
    cli::{Command, Globals},
    context::Context,
    finding::Finding,
    io::Io,
    lang::{Lang, say},
    os,
    register::{
        discover::UnitDir,
        open::{self, Broken, NoRegister, Opened},
    },
    render::Typed,
};
use deliver::{deliver, deliver_bytes, deliver_into, make, save};

/// How a command ended; the number is the exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Exit {
    Fine = 0,
    Findings = 1,
    Unable = 2,
    NoRegister = 3,
}

/// Why a command did not do its work.
#[derive(Debug)]
pub(crate) enum Failure {
    Register(NoRegister),
    /// Asked for what cannot be: usage.
    Usage(String),
    /// Standard output takes no more.
    Output(std::io::Error),
    /// Input or output failed elsewhere.
    Work(anyhow::Error),
}

impl From<NoRegister> for Failure {
    fn from(reason: NoRegister) -> Self {
        Self::Register(reason)
    }
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Self {
        Self::Work(error)
    }
}

/// Runs a command and gives the process's exit code.
pub(crate) fn run(globals: &Globals, command: &Command, io: &mut Io<'_>) -> u8 {
    io.watch = io.watch.begin(globals.lang, io.patience(), globals.verbose);
    if globals.verbose {
        io.complain(&whence::language(globals));
    }
    let result = match command {
        Command::Check(args) => check::run(globals, args, io),
        Command::Report(args) => report::run(globals, args, io),
        Command::Rules(args) => rules::list(globals, args, io),
        Command::Explain(args) => rules::explain(globals, args, io),
        Command::Trace(args) => trace::run(globals, args, io),
        Command::Due(args) => due::run(globals, args, io),
        Command::Received(args) => received::run(globals, args, io),
        Command::Init(args) => init::run(globals, args, io),
        Command::NewCommune(args) => new_commune::run(globals, args, io),
        Command::NewCell(args) => new_cell::run(globals, args, io),
        Command::NewYear(args) => new_year::run(globals, args, io),
        Command::NewAgreement(args) => new_agreement::run(globals, args, io),
        Command::NewBriefing(args) => new_briefing::run(globals, args, io),
        Command::NewMeeting(args) => new_meeting::run(globals, args, io),
        Command::SignIn(args) => sign_in::run(globals, args, io),
        Command::Minutes(args) => minutes::run(globals, args, io),
        Command::Agreement(args) => agreement::run(globals, args, io),
        Command::RollCall(args) => roll_call::run(globals, args, io),
        Command::Demo(args) => demo::run(globals, args, io),
        Command::Member(args) => member::run(globals, args, io),
        Command::Official(args) => official::run(globals, args, io),
        Command::Form(args) => form::run(globals, args, io),
        Command::Import(args) => import::run(globals, args, io),
        Command::Fmt(args) => fmt::run(globals, args, io),
        Command::MergeCells(args) => merger::cells(globals, args, io),
        Command::MergeVillages(args) => merger::villages(globals, args, io),
        Command::Pack(args) => pack::run(globals, args, io),
        Command::Take(args) => take::run(globals, args, io),
        Command::Backup(args) => backup::run(globals, args, io),
        Command::Restore(args) => restore::run(globals, args, io),
        Command::Merge(args) => merge::run(globals, args, io),
        Command::Export(args) => export::run(globals, args, io),
        Command::Schema(args) => schema::run(globals, args, io),
        Command::Completions(args) => completions::run(globals, args, io),
        Command::Man(args) => man::run(globals, args, io),
    };
    if let Some(account) = io.watch.account() {
        io.complain(&account);
    }
    end(result, globals.lang, io)
}

/// Prints what needs no register, and gives the process's exit code.
pub(crate) fn print(text: &str, lang: Lang, io: &mut Io<'_>) -> u8 {
    let result = io.print(text).map(|()| Exit::Fine).map_err(Failure::Output);
    end(result, lang, io)
}

fn end(result: Result<Exit, Failure>, lang: Lang, io: &mut Io<'_>) -> u8 {
    let exit = result.unwrap_or_else(|failure| {
        let (exit, text) = match failure {
            Failure::Register(NoRegister::NotFound(text)) => (Exit::NoRegister, text),
            Failure::Register(NoRegister::Unusable(unusable)) => (Exit::Unable, unusable.text),
            Failure::Usage(text) => (Exit::Unable, text),
            Failure::Output(error) => {
                let reason = os::reason(&error, lang);
                let text = say!(
                    lang,
                    "không in ra được: {reason}; ghi ra nơi khác rồi chạy lại",
                    "cannot print: {reason}; send the output elsewhere and run again"
                );
                (Exit::Unable, text)
            }
            Failure::Work(error) => (Exit::Unable, os::causes(&error, lang)),
        };
        let label = say!(lang, "lỗi", "error");
        io.complain(&format!("{label}: {text}\n"));
        exit
    });
    exit as u8
}

/// The register in which a command works, and the directory in which it stands.
struct Workplace {
    ctx: Context,
    /// What is wrong with chibo.toml.
    findings: Vec<Finding>,
    /// For which no figure can be believed.
    broken: Option<Broken>,
    here: PathBuf,
}

fn open(globals: &Globals, io: &mut Io<'_>) -> Result<Workplace, Failure> {
    let here = globals.dir.clone().unwrap_or_else(|| io.working_dir.clone());
    let here = existing(&here, globals.lang)?;
    let Opened { mut ctx, findings, broken } = open::open(&here, globals.lang, globals.as_of, io.today)?;
    ctx.cache = io.cache_dir().filter(|_| globals.cache).map(cache::Place::new);
    ctx.watch = io.watch.clone();
    let place = Workplace { ctx, findings, broken, here };
    if globals.verbose {
        io.complain(&whence::register(globals, &place, io));
    }
    Ok(place)
}

/// How commands are typed and files opened where the reader stands.
fn typed(globals: &Globals, place: &Workplace, io: &Io<'_>) -> Typed {
    Typed::new(globals.dir.as_deref(), &place.ctx.root, &place.here, &io.working_dir)
}

/// The command that checks a unit, as it must be typed where the user stands.
fn check_command(globals: &Globals, place: &Workplace, unit: &UnitDir, io: &Io<'_>) -> Result<String, Failure> {
    let typed = typed(globals, place, io);
    // Whoever stands in a directory of the unit need not name it.
    let stands_there = open::scope(&place.ctx, &place.here, &[])?.contains(unit);
    Ok(if stands_there { typed.command_here("check") } else { typed.command("check", &unit.id) })
}

fn existing(directory: &Path, lang: Lang) -> Result<PathBuf, Failure> {
    let shown = directory.display();
    match directory.canonicalize() {
        Ok(directory) if directory.is_dir() => Ok(directory),
        Ok(_) => Err(NoRegister::NotFound(say!(lang, "{shown} không phải thư mục", "{shown} is no directory")).into()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            Err(NoRegister::NotFound(say!(lang, "không có thư mục {shown}", "there is no directory {shown}")).into())
        }
        Err(error) => Err(anyhow::Error::from(error).context(shown.to_string()).into()),
    }
}

/// The year that was asked for, if the plan has it.
fn plan_year(ctx: &Context, year: i32) -> Result<i32, Failure> {
    use chrono::Datelike;
    let (from, until) = (ctx.settings.plan.from.year(), ctx.settings.plan.until.year());
    if (from..=until).contains(&year) {
        return Ok(year);
    }
    Err(Failure::Usage(say!(
        ctx.lang,
        "năm {year} nằm ngoài Đề án; chọn từ {from} đến {until} bằng --year",
        "{year} lies outside the plan; choose from {from} to {until} with --year"
    )))
}

fn no_village(ctx: &Context, unit: &str) -> Failure {
    let village = unit.rsplit('#').next().unwrap_or_default();
    Failure::Register(NoRegister::NotFound(say!(
        ctx.lang,
        "không có thôn `{village}` trong villages.csv của xã",
        "there is no village `{village}` in the commune's villages.csv"
    )))
}
