//! A register to print papers from, and the papers as their readers see them.

use std::{
    collections::BTreeMap,
    fs,
    io::{Cursor, Read},
    path::{Path, PathBuf},
};

use tempfile::TempDir;

use super::{Run, chibo, copy, words};

/// A copy of the small register that every test changes as it needs, with a place beside it.
pub(crate) struct Place(pub(crate) TempDir);

impl Place {
    pub(crate) fn new() -> Self {
        let place = tempfile::tempdir().expect("a temporary directory");
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/base"), &place.path().join("so"));
        Self(place)
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).expect("a file can be written");
    }

    pub(crate) fn run(&self, line: &str) -> Run {
        chibo(&words(line), self.0.path())
    }

    /// The text of a paper that is printed without a word on standard error.
    pub(crate) fn text(&self, line: &str) -> String {
        let run = self.run(line);
        assert_eq!((run.err.as_str(), run.code), ("", 0), "{line}");
        run.out
    }

    /// The parts of a Word file.
    pub(crate) fn word(&self, line: &str) -> BTreeMap<String, String> {
        let run = self.run(&format!("{line} -o giay.docx --force"));
        assert_eq!((run.out.as_str(), run.code), ("", 0), "{line}: {}", run.err);
        parts(&fs::read(self.path("giay.docx")).expect("the file is there"))
    }
}

pub(crate) fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut file = zip::ZipArchive::new(Cursor::new(bytes)).expect("it is a zip");
    let part = |nth| {
        let mut part = file.by_index(nth).expect("a part can be opened");
        let mut text = String::new();
        part.read_to_string(&mut text).expect("a part is text");
        (part.name().expect("a part has a name").into_owned(), text)
    };
    let count = zip::ZipArchive::new(Cursor::new(bytes)).expect("it is a zip").len();
    (0..count).map(part).collect()
}

pub(crate) const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The paragraphs of a Word file, in their order.
pub(crate) fn paragraphs(parts: &BTreeMap<String, String>) -> Vec<String> {
    let tree = roxmltree::Document::parse(&parts["word/document.xml"]).expect("it is XML");
    let paragraphs = tree.descendants().filter(|node| node.has_tag_name((WORD, "p")));
    let text = |node: roxmltree::Node<'_, '_>| {
        node.descendants().filter(|node| node.has_tag_name((WORD, "t"))).filter_map(|node| node.text()).collect()
    };
    paragraphs.map(text).filter(|text: &String| !text.is_empty()).collect()
}

pub(crate) fn attribute(parts: &BTreeMap<String, String>, element: &str, name: &str) -> String {
    let tree = roxmltree::Document::parse(&parts["word/document.xml"]).expect("it is XML");
    let node = tree.descendants().find(|node| node.has_tag_name((WORD, element))).expect("there is such an element");
    node.attribute((WORD, name)).expect("it has the attribute").to_owned()
}

/// What a page of HTML shows, without its elements.
pub(crate) fn shown(page: &str) -> String {
    let body = page.split_once("<body>").expect("a page has a body").1;
    let mut text = String::new();
    for part in body.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, text)| text));
    }
    ["&#60;", "&#62;", "&#34;", "&#39;", "&#38;"]
        .iter()
        .zip(["<", ">", "\"", "'", "&"])
        .fold(text, |text, (code, letter)| text.replace(code, letter))
}
