//! The page of a rule or target, which is its doc comment: prose in both languages, then examples.

use crate::lang::Lang;

/// A page, taken apart.
#[derive(Debug, Default)]
pub(crate) struct Page {
    vi: Vec<String>,
    en: Vec<String>,
    pub(crate) examples: Vec<Example>,
}

/// One example: what it shows, the files it changes, what is printed or given then.
#[derive(Debug, Default)]
pub(crate) struct Example {
    /// `Fails`, `Passes`, or `Gives` with its day.
    pub(crate) heading: String,
    caption: Option<[String; 2]>,
    pub(crate) blocks: Vec<Block>,
}

/// A fenced block: what stands behind the fence, and its lines.
#[derive(Debug, Default)]
pub(crate) struct Block {
    pub(crate) info: String,
    pub(crate) text: String,
}

impl Page {
    pub(crate) fn of(doc: &str) -> Self {
        let mut page = Self::default();
        let mut open: Option<(Lang, String)> = None;
        let mut lines = doc.lines().map(|line| line.strip_prefix(' ').unwrap_or(line));
        while let Some(line) = lines.next() {
            let said = [("vi: ", Lang::Vi), ("en: ", Lang::En)]
                .into_iter()
                .find_map(|(mark, lang)| Some((lang, line.strip_prefix(mark)?)));
            let heading = ["Fails", "Passes", "Gives"].iter().any(|word| line.starts_with(word)) && line.ends_with(':');
            if let Some((lang, text)) = said {
                page.close(open.replace((lang, text.to_owned())));
            } else if let Some(info) = line.strip_prefix("```") {
                let text: String =
                    lines.by_ref().take_while(|line| *line != "```").flat_map(|line| [line, "\n"]).collect();
                if let Some(example) = page.examples.last_mut() {
                    example.blocks.push(Block { info: info.to_owned(), text });
                }
            } else if heading {
                page.close(open.take());
                page.example(line.trim_end_matches(':'));
            } else if line.is_empty() {
                page.close(open.take());
            } else if let Some((_, text)) = &mut open {
                text.push(' ');
                text.push_str(line);
            }
        }
        page.close(open.take());
        page
    }

    fn close(&mut self, paragraph: Option<(Lang, String)>) {
        match paragraph {
            Some((Lang::Vi, text)) => self.vi.push(text),
            Some((Lang::En, text)) => self.en.push(text),
            None => {}
        }
    }

    /// The last pair of lines before a `Gives:` says what it shows; before any example the prose has at least two.
    fn example(&mut self, heading: &str) {
        let has_caption = heading.starts_with("Gives") && self.vi.len() > 2 && self.vi.len() == self.en.len();
        let caption = has_caption.then(|| [self.vi.pop(), self.en.pop()].map(Option::unwrap_or_default));
        self.examples.push(Example { heading: heading.to_owned(), caption, blocks: Vec::new() });
    }

    /// The prose; the first paragraph is what holds when all is well, or what is counted.
    pub(crate) fn prose(&self, lang: Lang) -> &[String] {
        match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        }
    }

    /// The first line of the page.
    pub(crate) fn title(&self, lang: Lang) -> &str {
        self.prose(lang).first().map_or("", String::as_str)
    }
}

impl Example {
    pub(crate) fn caption(&self, lang: Lang) -> Option<&str> {
        let [vi, en] = self.caption.as_ref()?;
        Some(match lang {
            Lang::Vi => vi,
            Lang::En => en,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_told_apart_by_language_and_example() {
        let doc = " vi: Một\n hai.\n en: One\n two.\n\n vi: Vì.\n en: Why.\n\n Fails:\n ```toml a.toml\n vi: 1\n ```\n";
        let page = Page::of(doc);
        assert_eq!(page.prose(Lang::Vi), ["Một hai.", "Vì."]);
        assert_eq!(page.prose(Lang::En), ["One two.", "Why."]);
        assert_eq!((&*page.examples[0].blocks[0].info, &*page.examples[0].blocks[0].text), ("toml a.toml", "vi: 1\n"));
    }

    #[test]
    fn the_line_before_a_figure_is_its_caption() {
        let doc =
            " vi: A.\n en: A.\n\n vi: B.\n en: B.\n\n vi: Đúng 85%.\n en: 85% exactly.\n\n Gives, as of 2018-04-10:\n";
        let page = Page::of(doc);
        assert_eq!(page.prose(Lang::Vi), ["A.", "B."]);
        assert_eq!(page.examples[0].caption(Lang::En), Some("85% exactly."));
    }
}
