//! What the page of a rule or target says before its examples.

use crate::lang::{Lang, Words, say};

/// The paragraphs in one language; the first is what holds when all is well, or what is counted.
pub(super) fn paragraphs(doc: &str, lang: Lang) -> Vec<String> {
    let own = match lang {
        Lang::Vi => "vi: ",
        Lang::En => "en: ",
    };
    let mut paragraphs: Vec<String> = Vec::new();
    let mut inside = false;
    let lines = doc.lines().map(str::trim);
    for line in lines {
        if ["Fails:", "Passes:"].contains(&line) || line.starts_with("```") {
            break;
        }
        if line.starts_with("Gives") {
            // The line before it says what the example is about.
            paragraphs.pop();
            break;
        }
        if let Some(text) = line.strip_prefix(own) {
            paragraphs.push(text.to_owned());
            inside = true;
        } else if line.is_empty() || line.starts_with("vi: ") || line.starts_with("en: ") {
            inside = false;
        } else if let Some(paragraph) = paragraphs.last_mut().filter(|_| inside) {
            paragraph.push(' ');
            paragraph.push_str(line);
        }
    }
    paragraphs
}

/// On what a rule or finding rests.
pub(super) fn basis(lang: Lang, clause: Option<&str>, source: Option<Words>) -> Option<String> {
    match (clause, source) {
        (Some(clause), _) => Some(say!(lang, "Đề án 04-ĐA/TU, mục {clause}", "plan 04-ĐA/TU, clause {clause}")),
        (None, source) => source.map(|source| source.of(lang).to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_told_apart_by_language_and_ends_at_its_examples() {
        let doc = " vi: Một\n hai.\n en: One\n two.\n\n vi: Vì.\n en: Why.\n\n Fails:\n ```toml a.toml\n vi: 1\n ```\n";
        assert_eq!(paragraphs(doc, Lang::Vi), ["Một hai.", "Vì."]);
        assert_eq!(paragraphs(doc, Lang::En), ["One two.", "Why."]);
        let target = " vi: Một.\n en: One.\n\n vi: Đúng 85%.\n en: 85% exactly.\n\n Gives, as of 2018-04-10:\n";
        assert_eq!(paragraphs(target, Lang::Vi), ["Một."]);
    }
}
