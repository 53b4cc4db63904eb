//! A rule's doc comment as data: what holds, why, and the examples.

use std::mem::take;

/// The page of a rule.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// What holds when all is well, and then why: paragraphs in Vietnamese.
    pub(crate) vi: Vec<String>,
    /// The same paragraphs in English.
    pub(crate) en: Vec<String>,
    pub(crate) examples: Vec<Example>,
}

/// One example, laid over the sound register.
#[derive(Debug, Default)]
pub(crate) struct Example {
    pub(crate) fails: bool,
    /// Its first line on the page.
    pub(crate) line: usize,
    pub(crate) blocks: Vec<Block>,
    /// What is printed, in Vietnamese and in English.
    pub(crate) printed: [String; 2],
}

/// One file of an example.
#[derive(Debug, Default)]
pub(crate) struct Block {
    pub(crate) kind: String,
    pub(crate) path: String,
    pub(crate) text: String,
}

impl Block {
    pub(super) fn is_of_unix(&self) -> bool {
        matches!(self.kind.as_str(), "link" | "socket")
    }
}

/// The fence of what an example prints.
const PRINTED: &str = "```text";

impl Page {
    pub(crate) fn of(doc: &str) -> Self {
        let mut page = Self::default();
        let mut paragraph: Option<&mut String> = None;
        let mut lines = doc.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)).enumerate();
        while let Some((number, line)) = lines.next() {
            if let Some(info) = line.strip_prefix("```") {
                let text: String = lines
                    .by_ref()
                    .map(|(_, line)| line)
                    .take_while(|line| *line != "```")
                    .map(|line| format!("{line}\n"))
                    .collect();
                let example = page.examples.last_mut().expect("a block belongs to an example");
                example.add(info, text);
            } else if let Some(text) = line.strip_prefix("vi: ") {
                page.vi.push(text.to_owned());
                paragraph = page.vi.last_mut();
            } else if let Some(text) = line.strip_prefix("en: ") {
                page.en.push(text.to_owned());
                paragraph = page.en.last_mut();
            } else if let "Fails:" | "Passes:" = line {
                paragraph = None;
                page.examples.push(Example { fails: line == "Fails:", line: number + 1, ..Example::default() });
            } else if line.is_empty() {
                paragraph = None;
            } else {
                let paragraph = paragraph.as_mut().unwrap_or_else(|| panic!("what is this line? {line}"));
                paragraph.push(' ');
                paragraph.push_str(line);
            }
        }
        page
    }
}

impl Example {
    fn add(&mut self, info: &str, text: String) {
        match info.split_once(' ') {
            Some((kind, path)) => self.blocks.push(Block { kind: kind.to_owned(), path: path.to_owned(), text }),
            None => {
                let [vi, en] = &mut self.printed;
                *if vi.is_empty() { vi } else { en } = text;
            }
        }
    }
}

/// A rule's source with what its failing examples print put in place of what its page said.
pub(super) fn bless(source: &str, printed: &[[String; 2]]) -> String {
    let mut examples = printed.iter();
    let mut now: &[String] = &[];
    let mut blessed = String::new();
    let mut lines = source.split_inclusive('\n');
    while let Some(line) = lines.next() {
        let words = line.trim();
        if let "/// Fails:" | "/// Passes:" = words {
            now = examples.next().map_or(&[], |printed| printed);
        }
        blessed.push_str(line);
        if words.strip_prefix("/// ") != Some(PRINTED) {
            continue;
        }
        let closing = lines.by_ref().find(|line| line.trim() == "/// ```").unwrap_or_default();
        let (text, rest) = take(&mut now).split_first().map_or(("", &[][..]), |(text, rest)| (text, rest));
        now = rest;
        for line in text.lines() {
            blessed.push_str(&format!("    /// {line}\n"));
        }
        blessed.push_str(closing);
    }
    blessed
}

#[test]
fn a_page_gives_its_paragraphs_and_examples() {
    let doc = " vi: Một\n hai.\n en: One\n two.\n\n vi: Vì.\n en: Why.\n\n Fails:\n ```toml a.toml\n b = 1\n ```\n\
               \n ```text\n sai\n ```\n ```text\n wrong\n ```\n\n Passes:\n ```delete a.toml\n ```\n";
    let page = Page::of(doc);
    assert_eq!((page.vi, page.en), (vec!["Một hai.".into(), "Vì.".into()], vec!["One two.".into(), "Why.".to_owned()]));
    let [fails, passes] = &page.examples[..] else { panic!("two examples") };
    assert!(fails.fails && !passes.fails && fails.line == 9);
    assert_eq!((&*fails.blocks[0].path, &*fails.blocks[0].text), ("a.toml", "b = 1\n"));
    assert_eq!(fails.printed, ["sai\n", "wrong\n"]);
}

#[test]
fn blessing_changes_bare_text_blocks_alone() {
    let source = "rule! {\n    /// Fails:\n    /// ```text a\n    /// x\n    /// ```\n    /// ```text\n    /// ```\n    \
                  /// ```text\n    /// old\n    /// ```\n}\n";
    let blessed = bless(source, &[["mới\n".into(), "new\n".into()]]);
    assert_eq!(
        blessed,
        source
            .replace("    /// ```text\n    /// ```\n", "    /// ```text\n    /// mới\n    /// ```\n")
            .replace("old", "new")
    );
}
