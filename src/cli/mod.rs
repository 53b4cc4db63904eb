//! The command line: arguments in, a decision out. Nothing here reads a file, asks the clock or prints; and nobody who
//! asked for Vietnamese reads a word of English, not even in a mistake.

mod agreement;
mod backup;
mod check;
mod choice;
mod completions;
mod demo;
mod due;
mod export;
mod fmt;
mod form;
mod globals;
mod help;
mod import;
mod init;
mod language;
mod lookup;
mod man;
mod member;
mod merge;
mod merge_units;
mod minutes;
mod new_agreement;
mod new_briefing;
mod new_cell;
mod new_commune;
mod new_meeting;
mod new_year;
mod official;
mod pack;
mod page;
mod paper;
mod received;
mod refusal;
mod report;
mod roll_call;
mod rules;
mod scan;
mod schema;
mod sign_in;
mod take;
mod trace;
mod values;

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

use clap::{ArgMatches, error::ErrorKind};

use crate::{
    cli::{
        page::{Example, Page},
        scan::Scan,
    },
    lang::{Lang, Words},
};

pub(crate) use agreement::AgreementArgs;
pub(crate) use backup::{BackupArgs, RestoreArgs};
pub(crate) use check::{CheckArgs, CheckFormat, FailOn};
pub(crate) use completions::CompletionsArgs;
pub(crate) use demo::DemoArgs;
pub(crate) use due::{DueArgs, DueFormat};
pub(crate) use export::ExportArgs;
pub(crate) use fmt::{FmtArgs, FmtMode};
pub(crate) use form::FormArgs;
pub(crate) use globals::{Color, Globals};
pub(crate) use import::{ImportArgs, TextEncoding};
pub(crate) use init::{InitArgs, InitKind, init_kind};
pub(crate) use language::SpeaksBy;
pub(crate) use man::ManArgs;
pub(crate) use member::{MemberArgs, MemberEvent, role_is_missing};
pub(crate) use merge::MergeArgs;
pub(crate) use merge_units::{MergeCellsArgs, MergeUnitsArgs};
pub(crate) use minutes::MinutesArgs;
pub(crate) use new_agreement::NewAgreementArgs;
pub(crate) use new_briefing::NewBriefingArgs;
pub(crate) use new_cell::NewCellArgs;
pub(crate) use new_commune::NewCommuneArgs;
pub(crate) use new_meeting::NewMeetingArgs;
pub(crate) use new_year::NewYearArgs;
pub(crate) use official::{OfficialArgs, OfficialEvent};
pub(crate) use pack::PackArgs;
pub(crate) use paper::{PaperFormat, PaperOut};
pub(crate) use received::{ReceivedArgs, ReceivedFormat};
pub(crate) use report::{By, ReportArgs, ReportForm, ReportFormat, Time};
pub(crate) use roll_call::{RollCallArgs, option_of_mark};
pub(crate) use rules::{ExplainArgs, RulesArgs, RulesFormat};
pub(crate) use schema::SchemaArgs;
pub(crate) use sign_in::SignInArgs;
pub(crate) use take::{Side, TakeArgs};
pub(crate) use trace::TraceArgs;
/// Questions in a terminal take what the command line takes.
pub(crate) use values::{counts, date, time};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Command {
    Check(CheckArgs),
    Report(ReportArgs),
    Init(InitArgs),
    NewCommune(NewCommuneArgs),
    NewCell(NewCellArgs),
    NewYear(NewYearArgs),
    NewAgreement(NewAgreementArgs),
    NewBriefing(NewBriefingArgs),
    NewMeeting(NewMeetingArgs),
    SignIn(SignInArgs),
    Minutes(MinutesArgs),
    Agreement(AgreementArgs),
    RollCall(RollCallArgs),
    Member(MemberArgs),
    Official(OfficialArgs),
    Form(FormArgs),
    Import(ImportArgs),
    Fmt(FmtArgs),
    Received(ReceivedArgs),
    Due(DueArgs),
    Trace(TraceArgs),
    Rules(RulesArgs),
    Explain(ExplainArgs),
    Demo(DemoArgs),
    MergeCells(MergeCellsArgs),
    MergeVillages(MergeUnitsArgs),
    Pack(PackArgs),
    Take(TakeArgs),
    Backup(BackupArgs),
    Restore(RestoreArgs),
    Merge(MergeArgs),
    Export(ExportArgs),
    Schema(SchemaArgs),
    Completions(CompletionsArgs),
    Man(ManArgs),
}

/// Texts end with a line break.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::large_enum_variant, reason = "there is one in a run")]
pub(crate) enum Outcome {
    Run(Globals, Command),
    /// Help or version, for standard output; exit code 0.
    Print(String, Lang),
    /// Why the command line is refused, for standard error; exit code 2.
    Refuse(String),
}

/// What the surroundings say, so that tests can say otherwise.
pub(crate) struct Env {
    pub(crate) chibo_lang: Option<String>,
    /// The first that is set of `LC_ALL`, `LC_MESSAGES` and `LANG`.
    pub(crate) locale: Option<String>,
    pub(crate) no_color: bool,
    pub(crate) working_dir: PathBuf,
    pub(crate) register_language: RegisterLanguage,
}

/// Given `-C` (joined to the working directory), the `language` of that register's `chibo.toml`; without it, of the
/// register that the working directory lies in. Called at most once, and only if nothing nearer says a language.
pub(crate) type RegisterLanguage = Box<dyn Fn(Option<&Path>) -> Option<Lang>>;

const NAME: &str = "chibo";

const PAGE: Page = Page {
    name: NAME,
    about: Words::new(
        "Kiểm tra bản ghi của chi bộ thôn, khu phố theo Đề án 04-ĐA/TU và tính các chỉ tiêu của đề án",
        "Check the records of village Party cells against the plan 04-ĐA/TU and compute its targets",
    ),
    usage: Words::new("[TÙY CHỌN] <LỆNH>", "[OPTIONS] <COMMAND>"),
    notes: Words::new(
        "Hướng dẫn của một lệnh: chibo help <LỆNH>, hoặc chibo <LỆNH> --help",
        "Help of one command: chibo help <COMMAND>, or chibo <COMMAND> --help",
    ),
    examples: &[
        Example {
            line: "chibo check",
            what: Words::new("bản ghi có gì sai, đề án còn gì chưa đạt", "what is wrong, and what is not met"),
        },
        Example {
            line: "chibo report --year 2018",
            what: Words::new("các chỉ tiêu của năm 2018", "the targets of 2018"),
        },
        Example {
            line: "chibo new-meeting",
            what: Words::new("ghi cuộc họp hôm nay của chi bộ", "record today's meeting of the cell"),
        },
    ],
};

/// `args` are those after the program's own name.
pub(crate) fn parse(args: &[OsString], env: &Env) -> Outcome {
    let scan = Scan::of(args);
    let (lang, speaks_by) = language::choose(&scan, env);
    let mut program = program(lang);
    if args.is_empty() {
        return Outcome::Print(program.render_help().to_string(), lang);
    }
    let matches = match program.try_get_matches_from_mut(args) {
        Ok(matches) => matches,
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            return Outcome::Print(error.render().to_string(), lang);
        }
        Err(error) => {
            let sentence = refusal::sentence(&error, &program, &scan, lang);
            return Outcome::Refuse(refusal::refusal(&sentence, &program, &scan, lang));
        }
    };
    let Some((entry, matches)) = called(&matches) else {
        return Outcome::Print(help::text(&mut program, &matches), lang);
    };
    match (entry.read)(matches, lang) {
        Ok(command) => Outcome::Run(globals::read(matches, (lang, speaks_by), env), command),
        Err(sentence) => Outcome::Refuse(refusal::refusal(&sentence, &program, &scan, lang)),
    }
}

/// The language of a run without arguments.
pub(crate) fn language(env: &Env) -> Lang {
    language::choose(&Scan::of(&[]), env).0
}

/// Whether there is a command of this name.
pub(crate) fn knows(name: &str) -> bool {
    ENTRIES.iter().any(|entry| entry.name == name)
}

/// A command: what clap must know of it, and how its arguments are read.
struct Entry {
    name: &'static str,
    command: fn(Lang) -> clap::Command,
    read: fn(&ArgMatches, Lang) -> Result<Command, String>,
}

/// In the order of help.
static ENTRIES: [Entry; 35] = [
    check::ENTRY,
    report::ENTRY,
    trace::ENTRY,
    received::ENTRY,
    due::ENTRY,
    new_meeting::ENTRY,
    sign_in::ENTRY,
    minutes::ENTRY,
    agreement::ENTRY,
    new_briefing::ENTRY,
    new_agreement::ENTRY,
    new_year::ENTRY,
    new_cell::ENTRY,
    new_commune::ENTRY,
    init::ENTRY,
    roll_call::ENTRY,
    member::ENTRY,
    official::ENTRY,
    merge_units::CELLS_ENTRY,
    merge_units::VILLAGES_ENTRY,
    form::ENTRY,
    import::ENTRY,
    fmt::ENTRY,
    pack::ENTRY,
    take::ENTRY,
    backup::BACKUP_ENTRY,
    backup::RESTORE_ENTRY,
    rules::RULES_ENTRY,
    rules::EXPLAIN_ENTRY,
    demo::ENTRY,
    merge::ENTRY,
    export::ENTRY,
    schema::ENTRY,
    completions::ENTRY,
    man::ENTRY,
];

/// Nothing where it is `help` that was called.
fn called(matches: &ArgMatches) -> Option<(&'static Entry, &ArgMatches)> {
    let (name, matches) = matches.subcommand()?;
    ENTRIES.iter().find(|entry| entry.name == name).map(|entry| (entry, matches))
}

/// The whole command line as clap knows it, its texts in one language.
pub(crate) fn program(lang: Lang) -> clap::Command {
    PAGE.command(lang)
        .version(env!("CARGO_PKG_VERSION"))
        .no_binary_name(true)
        .subcommand_required(true)
        .subcommand_help_heading(Words::new("Lệnh", "Commands").of(lang))
        .subcommands(ENTRIES.iter().map(|entry| (entry.command)(lang)))
        .subcommand(help::command(ENTRIES.iter().map(|entry| entry.name), lang))
        .args(globals::args(lang))
        .arg(globals::version(lang))
}

#[cfg(test)]
mod tests;
