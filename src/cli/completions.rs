//! `chibo completions`: what it takes, and what its help says.

use std::path::PathBuf;

use clap::{ArgMatches, Command};
use clap_complete::Shell;

use crate::{
    cli::{
        Command as Cli, Entry,
        choice::{Choice, chosen, limited},
        page::{Example, Page, positional},
        values,
    },
    lang::{Lang, Words, say},
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CompletionsArgs {
    pub(crate) shell: Shell,
    /// A file, as typed. Absent: standard output.
    pub(crate) output: Option<PathBuf>,
    /// Write over an existing file.
    pub(crate) force: bool,
}

const SHELLS: &[Choice<Shell>] = &[
    Choice::new("bash", Shell::Bash, Words::new("bash 4 trở lên", "bash 4 or later")),
    Choice::new("zsh", Shell::Zsh, Words::new("zsh, mặc định trên macOS", "zsh, the default of macOS")),
    Choice::new("fish", Shell::Fish, Words::new("fish 3 trở lên", "fish 3 or later")),
    Choice::new("powershell", Shell::PowerShell, Words::new("PowerShell trên Windows", "PowerShell, on Windows")),
];

const PAGE: Page = Page {
    name: "completions",
    about: Words::new(
        "In tập lệnh để phím Tab hoàn thành lệnh và tùy chọn của chibo",
        "Print the script by which the Tab key completes chibo's commands and options",
    ),
    usage: Words::new("[TÙY CHỌN] <SHELL>", "[OPTIONS] <SHELL>"),
    notes: Words::new(
        "Cài đặt:\n  bash        eval \"$(chibo completions bash)\" trong ~/.bashrc\n  \
         zsh         chibo completions zsh -o ~/.zfunc/_chibo, thư mục ấy nằm trong $fpath\n  \
         fish        chibo completions fish -o ~/.config/fish/completions/chibo.fish\n  \
         powershell  chibo completions powershell | Out-String | Invoke-Expression, trong $PROFILE",
        "To install:\n  bash        eval \"$(chibo completions bash)\" in ~/.bashrc\n  \
         zsh         chibo completions zsh -o ~/.zfunc/_chibo, with that directory in $fpath\n  \
         fish        chibo completions fish -o ~/.config/fish/completions/chibo.fish\n  \
         powershell  chibo completions powershell | Out-String | Invoke-Expression, in $PROFILE",
    ),
    examples: &[
        Example { line: "chibo completions bash", what: Words::new("in ra", "printed") },
        Example {
            line: "chibo completions fish -o ~/.config/fish/completions/chibo.fish",
            what: Words::new("ghi vào tệp", "written to a file"),
        },
    ],
};

pub(super) const ENTRY: Entry =
    Entry { name: PAGE.name, command, read: |matches, lang| Ok(Cli::Completions(read(matches, lang)?)) };

fn command(lang: Lang) -> Command {
    let shell = positional("shell", Words::new("SHELL", "SHELL"), SHELL_HELP, lang).required(true);
    PAGE.command(lang).arg(limited(shell, SHELLS, lang)).args(values::file_options(lang))
}

const SHELL_HELP: Words = Words::new("trình dòng lệnh:", "the shell:");

fn read(matches: &ArgMatches, lang: Lang) -> Result<CompletionsArgs, String> {
    Ok(CompletionsArgs {
        shell: chosen(matches, "shell", SHELLS).ok_or_else(|| say!(lang, "thiếu SHELL", "SHELL is missing"))?,
        output: values::output(matches),
        force: matches.get_flag("force"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::tests::{refused_vi, run};

    #[test]
    fn the_shell_is_named_and_the_file_is_optional() {
        let expected = CompletionsArgs { shell: Shell::PowerShell, output: Some("c.ps1".into()), force: false };
        assert_eq!(run("completions powershell -o c.ps1"), Cli::Completions(expected));
        assert_eq!(refused_vi("completions"), "lỗi: thiếu <SHELL>\nxem: chibo completions --help\n");
    }
}
