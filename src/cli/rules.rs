//! `chibo rules` and `chibo explain`: what they take, and what their help says.

use std::path::PathBuf;

use clap::{ArgMatches, Command};

use crate::{
    cli::{
        Command as Cli, Entry,
        choice::{Choice, chosen, limited},
        page::{Example, Page, option, positional},
        values,
    },
    lang::{Lang, Words, say},
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RulesArgs {
    /// The plan's clauses, with what answers each.
    pub(crate) by_clause: bool,
    pub(crate) format: RulesFormat,
    /// As typed. Absent: standard output.
    pub(crate) output: Option<PathBuf>,
    /// Write over an existing file.
    pub(crate) force: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RulesFormat {
    Table,
    Markdown,
    Json,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ExplainArgs {
    pub(crate) id: String,
}

const FORMATS: &[Choice<RulesFormat>] = &[
    Choice::new("table", RulesFormat::Table, Words::new("bảng để đọc (mặc định)", "a table to read (the default)")),
    Choice::new("markdown", RulesFormat::Markdown, Words::new("bảng Markdown", "a Markdown table")),
    Choice::new("json", RulesFormat::Json, Words::new("cho chương trình khác đọc", "for other programs")),
];

/// What a file name's ending says of its form.
const EXTENSIONS: [(&str, RulesFormat); 4] = [
    ("txt", RulesFormat::Table),
    ("md", RulesFormat::Markdown),
    ("markdown", RulesFormat::Markdown),
    ("json", RulesFormat::Json),
];

const ORDERS: &[Choice<bool>] = &[
    Choice::new(
        "family",
        false,
        Words::new("quy tắc và chỉ tiêu, theo nhóm (mặc định)", "rules and targets, by family (the default)"),
    ),
    Choice::new(
        "clause",
        true,
        Words::new("từng điều khoản của Đề án và cái gì trả lời nó", "each clause of the plan and what answers it"),
    ),
];

const RULES: Page = Page {
    name: "rules",
    about: Words::new("Mọi quy tắc và chỉ tiêu mà chibo biết", "Every rule and target that chibo knows"),
    usage: Words::new("[TÙY CHỌN]", "[OPTIONS]"),
    notes: Words::new("Một quy tắc hoặc chỉ tiêu: chibo explain <MÃ>", "One rule or target: chibo explain <ID>"),
    examples: &[
        Example { line: "chibo rules", what: Words::new("danh mục", "the catalogue") },
        Example {
            line: "chibo rules --by clause",
            what: Words::new("Đề án, từng điều khoản", "the plan, clause by clause"),
        },
    ],
};

const EXPLAIN: Page = Page {
    name: "explain",
    about: Words::new(
        "Một quy tắc hoặc chỉ tiêu: hỏi gì, vì sao, tính thế nào",
        "One rule or target: what it asks, why, how it is counted",
    ),
    usage: Words::new("<MÃ>", "<ID>"),
    notes: Words::new("", ""),
    examples: &[
        Example { line: "chibo explain attendance", what: Words::new("một chỉ tiêu", "a target") },
        Example { line: "chibo explain duplicate-meeting", what: Words::new("một quy tắc", "a rule") },
    ],
};

pub(super) const RULES_ENTRY: Entry =
    Entry { name: RULES.name, command: rules, read: |matches, lang| Ok(Cli::Rules(read_rules(matches, lang)?)) };

pub(super) const EXPLAIN_ENTRY: Entry = Entry {
    name: EXPLAIN.name,
    command: explain,
    read: |matches, lang| Ok(Cli::Explain(read_explain(matches, lang)?)),
};

fn rules(lang: Lang) -> Command {
    const BY: Words = Words::new("sắp xếp theo:", "in the order of:");
    const FORMAT: Words = Words::new(
        "dạng kết quả; không có thì theo đuôi của -o:",
        "form of the output; else told from the ending of -o:",
    );
    RULES
        .command(lang)
        .arg(limited(option("by", Words::new("THỨ TỰ", "ORDER"), BY, lang), ORDERS, lang))
        .arg(limited(option("format", Words::new("DẠNG", "FORMAT"), FORMAT, lang), FORMATS, lang).short('O'))
        .args(values::file_options(lang))
}

fn explain(lang: Lang) -> Command {
    const ID: Words = Words::new("mã quy tắc hoặc chỉ tiêu", "the id of a rule or target");
    EXPLAIN.command(lang).arg(
        positional("id", Words::new("MÃ", "ID"), ID, lang)
            .required(true)
            .value_parser(move |text: &str| values::text(text, lang)),
    )
}

fn read_rules(matches: &ArgMatches, lang: Lang) -> Result<RulesArgs, String> {
    Ok(RulesArgs {
        by_clause: chosen(matches, "by", ORDERS).unwrap_or(false),
        format: values::form(matches, FORMATS, &EXTENSIONS, RulesFormat::Table, lang)?,
        output: values::output(matches),
        force: matches.get_flag("force"),
    })
}

fn read_explain(matches: &ArgMatches, lang: Lang) -> Result<ExplainArgs, String> {
    let id = matches.get_one::<String>("id").cloned();
    Ok(ExplainArgs { id: id.ok_or_else(|| say!(lang, "thiếu MÃ", "ID is missing"))? })
}
