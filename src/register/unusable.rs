//! A chibo.toml that cannot be used: why, in words for people, and as findings for the forms that programs read.

use crate::{
    context::Context,
    finding::{Finding, Level, Place, Report},
    lang::say,
    parse::Problem,
    register::{claim::Claim, discover::RecordFile, read},
    rules::wrong_value,
    source::{NoText, Source},
};

/// Why no command can work on a register.
#[derive(Debug)]
pub(crate) struct Unusable {
    pub(crate) text: String,
    pub(crate) findings: Vec<Finding>,
    /// With the plan's own settings: nobody knows the register's.
    pub(crate) ctx: Context,
}

impl Unusable {
    /// The file gives no text.
    pub(super) fn unreadable(ctx: Context, no_text: &NoText) -> Box<Self> {
        let (lang, reason) = (ctx.lang, no_text.explain(ctx.lang));
        let text = say!(lang, "không đọc được chibo.toml: {reason}", "chibo.toml cannot be read: {reason}");
        let file = RecordFile { path: "chibo.toml".into(), unit: "".into(), claim: Claim::Settings, closed: false };
        let mut report = Report::new(&ctx);
        read::source(&file, &mut report);
        let findings = report.findings;
        Box::new(Self { text, findings, ctx })
    }

    /// It is of another format, which has other keys.
    pub(super) fn of_format(ctx: Context, format: i64, read: i64) -> Box<Self> {
        let lang = ctx.lang;
        let what = say!(
            lang,
            "chibo.toml ghi format = {format}; bản chibo này chỉ đọc format = {read}",
            "chibo.toml says format = {format}; this version of chibo reads format = {read} only"
        );
        let hint = say!(lang, "dùng bản chibo mới hơn", "use a newer chibo");
        let text = say!(lang, "{what}\ngợi ý: {hint}", "{what}\nhint: {hint}");
        let mut report = Report::new(&ctx);
        report.add(&wrong_value::RULE, &"".into(), Place::path("chibo.toml"), what).remedy(hint);
        let findings = report.findings;
        Box::new(Self { text, findings, ctx })
    }

    /// What it must say it does not say, or wrongly.
    pub(super) fn wrong(ctx: Context, source: &Source, problems: Vec<Problem>) -> Box<Self> {
        let mut lines = vec![say!(ctx.lang, "chibo.toml không dùng được", "chibo.toml cannot be used")];
        // As `check -O concise` would print them.
        for problem in &problems {
            let place = source.lines(problem.at);
            let (line, column, id, message) = (place.line, place.column, problem.rule.id, &problem.message);
            let level = Level::Error.label().of(ctx.lang);
            lines.push(format!("chibo.toml:{line}:{column}: {level}[{id}] {message}"));
        }
        let mut report = Report::new(&ctx);
        tell(source, problems, &mut report);
        let findings = report.findings;
        Box::new(Self { text: lines.join("\n"), findings, ctx })
    }
}

/// Turns the problems of chibo.toml into findings.
pub(super) fn tell(source: &Source, problems: Vec<Problem>, report: &mut Report<'_>) {
    for problem in problems {
        let place = Place::in_source(source, problem.at);
        let draft = report.add(problem.rule, &"".into(), place, problem.message);
        if let Some(remedy) = problem.remedy {
            draft.remedy(remedy);
        }
    }
}
