//! The mistakes of one file, as its reader comes upon them.

use std::cell::RefCell;

use crate::{
    lang::{Lang, say},
    parse::refusal::{Refusal, expected},
    rules::{Rule, ambiguous_date, missing_key, unknown_key, wrong_value},
    source::{At, Source},
    text::{self, nearest},
};

/// One mistake: the rule that names it, its place, what it says and what to do.
#[derive(Debug)]
pub(crate) struct Problem {
    pub(crate) rule: &'static Rule,
    pub(crate) at: At,
    pub(crate) message: String,
    pub(crate) remedy: Option<String>,
}

/// Collects the problems of one file. Readers share it, so it is written through a plain reference.
pub(crate) struct Problems<'s> {
    pub(crate) lang: Lang,
    pub(crate) source: &'s Source<'s>,
    list: RefCell<Vec<Problem>>,
}

impl<'s> Problems<'s> {
    pub(crate) fn new(lang: Lang, source: &'s Source<'s>) -> Self {
        Self { lang, source, list: RefCell::default() }
    }

    pub(crate) fn take(&self) -> Vec<Problem> {
        self.list.take()
    }

    pub(crate) fn count(&self) -> usize {
        self.list.borrow().len()
    }

    pub(crate) fn add(&self, rule: &'static Rule, at: At, message: String, remedy: Option<String>) {
        self.list.borrow_mut().push(Problem { rule, at, message, remedy });
    }

    fn has(&self, rule: &'static Rule) -> bool {
        self.list.borrow().iter().any(|problem| problem.rule.id == rule.id)
    }

    /// A key or column that its record does not know.
    pub(crate) fn unknown_key(&self, key: &str, at: At, accepted: &[&'static str]) {
        let accepted: Vec<&str> = accepted.iter().map(|key| bare(key)).collect();
        let list = accepted.join(", ");
        let lang = self.lang;
        let remedy = nearest(key, &accepted).map(|near| say!(lang, "có phải là `{near}`?", "did you mean `{near}`?"));
        self.add(
            &unknown_key::RULE,
            at,
            say!(lang, "không có khóa `{key}`; ở đây nhận: {list}", "there is no key `{key}`; accepted here: {list}"),
            remedy,
        );
    }

    /// A key that its table must have.
    pub(crate) fn missing_key(&self, key: &str, table: At) {
        let lang = self.lang;
        self.add(&missing_key::RULE, table, say!(lang, "thiếu khóa `{key}`", "the key `{key}` is missing"), None);
    }

    /// An empty cell in a column that its row must fill.
    pub(crate) fn empty_cell(&self, column: &str, at: At) {
        let lang = self.lang;
        let message = say!(lang, "ô `{column}` không được để trống", "the cell `{column}` must not be empty");
        self.add(&missing_key::RULE, at, message, None);
    }

    /// A value that its key does not take.
    pub(crate) fn refused(&self, key: &str, at: At, refusal: Refusal) {
        let lang = self.lang;
        let raw = text::shorten(self.source.slice(at), 40);
        match refusal {
            Refusal::Reported => {}
            // One setting in Excel is behind all of them: the first is enough.
            Refusal::Ambiguous if self.has(&ambiguous_date::RULE) => {}
            Refusal::Ambiguous => self.add(
                &ambiguous_date::RULE,
                at,
                say!(
                    lang,
                    "`{key}` ghi {raw}: không biết đâu là ngày, đâu là tháng",
                    "`{key}` is {raw}: which part is the day and which the month cannot be told"
                ),
                Some(say!(
                    lang,
                    "ghi đủ hai chữ số (05/03/2018) hoặc năm trước (2018-03-05)",
                    "write both zeros (05/03/2018) or the year first (2018-03-05)"
                )),
            ),
            Refusal::Word { accepted, word } => {
                // The mark of one not called yet is the empty text.
                let shown = |word: &&'static str| if word.is_empty() { "\"\"" } else { word };
                let list = accepted.iter().map(shown).collect::<Vec<_>>().join(", ");
                let remedy =
                    nearest(&word, accepted).map(|near| say!(lang, "có phải là `{near}`?", "did you mean `{near}`?"));
                self.add(
                    &wrong_value::RULE,
                    at,
                    say!(lang, "`{key}` ghi {raw}; chỉ nhận: {list}", "`{key}` is {raw}; accepted: {list}"),
                    remedy,
                );
            }
            // A key that is itself a value, such as a member's id.
            Refusal::Value { wants } if key.is_empty() => {
                let wants = expected(&wants, lang);
                let message = say!(lang, "ở đây ghi {raw}; cần {wants}", "{raw} stands here; it takes {wants}");
                self.add(&wrong_value::RULE, at, message, None);
            }
            Refusal::Value { wants } => {
                let wants = expected(&wants, lang);
                self.add(
                    &wrong_value::RULE,
                    at,
                    say!(lang, "`{key}` ghi {raw}; cần {wants}", "`{key}` is {raw}; it takes {wants}"),
                    None,
                );
            }
        }
    }
}

/// A key without the mark of the required ones (see `record!`).
pub(crate) fn bare(key: &'static str) -> &'static str {
    key.strip_prefix('*').unwrap_or(key)
}
