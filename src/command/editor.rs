//! The user's own editor, for a text of more than a line.

use std::{fs, io, path::Path, process::Command};

use crate::{draft, io::Io, text::nfc};

/// A comment of the text that is edited: what belongs there, which is no part of it.
const COMMENT: char = '#';

/// `VISUAL`, else `EDITOR`, with its arguments; on Windows Notepad where neither is set.
pub(super) fn of(io: &Io<'_>) -> Option<Vec<String>> {
    let said = ["VISUAL", "EDITOR"].into_iter().find_map(io.var);
    let said = said.or_else(|| cfg!(windows).then(|| "notepad".to_owned()))?;
    Some(words(&said)).filter(|words| !words.is_empty())
}

/// Opens a text in the editor and waits for it; nothing where the editor says that it failed.
pub(super) fn edit(editor: &[String], path: &Path, text: &str, hints: &[String]) -> io::Result<Option<String>> {
    let hints: String = hints.iter().map(|hint| format!("{COMMENT} {hint}\n")).collect();
    draft::put(path, format!("{text}\n{hints}").as_bytes())?;
    let Some((program, arguments)) = editor.split_first() else { return Ok(None) };
    let done = Command::new(program).args(arguments).arg(path).status()?;
    if !done.success() {
        return Ok(None);
    }
    read(path).map(Some)
}

/// What an editor left in its file.
pub(super) fn read(path: &Path) -> io::Result<String> {
    let bytes = fs::read(path)?;
    let text = String::from_utf8(bytes).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))?;
    let text = text.trim_start_matches('\u{FEFF}').replace("\r\n", "\n");
    let lines = text.lines().filter(|line| !line.starts_with(COMMENT)).map(str::trim_end);
    Ok(nfc(lines.collect::<Vec<_>>().join("\n").trim()).into_owned())
}

/// As a shell takes them, as far as an editor's line needs it: quotation marks keep a path with spaces together.
fn words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quote) = (Vec::new(), None::<String>, None);
    for c in line.chars() {
        match (quote, c) {
            (Some(open), c) if open == c => quote = None,
            (None, '"' | '\'') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (None, ' ') => words.extend(word.take()),
            (_, c) => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_editor_may_have_arguments_and_a_path_with_spaces() {
        assert_eq!(words("code --wait"), ["code", "--wait"]);
        assert_eq!(words("\"C:\\Program Files\\a.exe\" -x  ''"), ["C:\\Program Files\\a.exe", "-x", ""]);
    }

    #[test]
    fn hints_and_line_ends_are_no_part_of_the_text() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("a.txt");
        fs::write(&path, "\u{FEFF}Hoa\u{300}n tha\u{300}nh  \r\n\r\nhai\r\n# gợi ý\r\n").unwrap();
        assert_eq!(read(&path).unwrap(), "Hoàn thành\n\nhai");
        fs::write(&path, [0xFF, 0xFE]).unwrap();
        assert_eq!(read(&path).unwrap_err().kind(), io::ErrorKind::InvalidData);
    }
}
