//! Questions in a terminal. Esc goes back, Ctrl-C leaves; what was typed is kept in both.

use std::{cell::RefCell, path::PathBuf, rc::Rc};

use inquire::{
    Autocomplete, CustomUserError, InquireError, MultiSelect, Select, Text,
    autocompletion::Replacement,
    ui::{RenderConfig, Styled},
    validator::Validation,
};

use crate::{
    cli::{Color, Globals},
    command::Failure,
    draft,
    io::Io,
    lang::{Lang, say},
    text::{nfc, search_key},
};

/// So many options are searched by typing; fewer are seen at once.
const SEARCHED: usize = 7;

/// What came of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Answer<T> {
    Said(T),
    Back,
    Left,
}

/// What may be asked, and how it looks.
pub(super) struct Asker {
    pub(super) lang: Lang,
    pub(super) styled: bool,
}

/// A question that is answered in words.
#[derive(Default)]
pub(super) struct Question<'q> {
    pub(super) message: &'q str,
    /// What an empty answer stands for.
    pub(super) default: Option<&'q str>,
    pub(super) help: &'q str,
    /// What was typed before the question was left; after it is asked, what is typed now.
    pub(super) typed: String,
    /// Where that is kept meanwhile.
    pub(super) kept: Option<PathBuf>,
}

impl Asker {
    /// Nothing where nobody sits at a terminal.
    pub(super) fn new(globals: &Globals, lang: Lang, io: &Io<'_>) -> Option<Self> {
        io.can_ask.then(|| Self { lang, styled: globals.color != Color::Never })
    }

    pub(super) fn text(
        &self,
        question: &mut Question<'_>,
        check: impl Fn(&str) -> Result<(), String> + Clone,
    ) -> Result<Answer<String>, Failure> {
        let keep = Keep { typed: Rc::default(), path: question.kept.clone() };
        let mut prompt = Text::new(question.message)
            .with_help_message(question.help)
            .with_render_config(self.look())
            .with_autocomplete(keep.clone())
            .with_validator(move |text: &str| {
                Ok(match check(nfc(text.trim()).as_ref()) {
                    Ok(()) => Validation::Valid,
                    Err(reason) => Validation::Invalid(reason.into()),
                })
            });
        prompt.default = question.default;
        prompt.initial_value = Some(&question.typed).filter(|typed| !typed.is_empty()).map(String::as_str);
        // Some input methods send letters and marks apart.
        let answer = answer(prompt.prompt())?.map(|typed| nfc(typed.trim()).into_owned());
        question.typed = keep.typed.take();
        Ok(answer)
    }

    /// The index of one; the pointer begins at `start`.
    pub(super) fn choose(&self, message: &str, options: &[String], start: usize) -> Result<Answer<usize>, Failure> {
        let help = if options.len() < SEARCHED {
            say!(self.lang, "↑↓ để chọn, Enter để nhận, Esc để quay lại", "↑↓ to move, Enter to take, Esc to go back")
        } else {
            say!(
                self.lang,
                "↑↓ để chọn, Enter để nhận, gõ chữ (có dấu hay không) để tìm, Esc để quay lại",
                "↑↓ to move, Enter to take, type to search, Esc to go back"
            )
        };
        let prompt = Select::new(message, options.to_vec()).with_starting_cursor(start.min(options.len().max(1) - 1));
        let mut prompt = prompt.with_help_message(&help).with_scorer(&found).with_render_config(self.look());
        if options.len() < SEARCHED {
            // A key that was hit by chance would hide what there is to choose from.
            prompt = prompt.without_filtering();
        }
        Ok(answer(prompt.raw_prompt())?.map(|chosen| chosen.index))
    }

    /// The indices of any number.
    pub(super) fn choose_many(
        &self,
        message: &str,
        options: &[String],
        chosen: &[usize],
    ) -> Result<Answer<Vec<usize>>, Failure> {
        let help = say!(
            self.lang,
            "↑↓ để chọn, dấu cách để đánh dấu, Enter khi xong, Esc để quay lại",
            "↑↓ to move, Space to mark, Enter when done, Esc to go back"
        );
        let prompt = MultiSelect::new(message, options.to_vec()).with_default(chosen).without_filtering();
        let prompt = prompt.with_help_message(&help).with_render_config(self.look());
        Ok(answer(prompt.raw_prompt())?.map(|chosen| chosen.into_iter().map(|option| option.index).collect()))
    }

    fn look(&self) -> RenderConfig<'static> {
        let look = if self.styled { RenderConfig::default_colored() } else { RenderConfig::empty() };
        look.with_canceled_prompt_indicator(Styled::new(match self.lang {
            Lang::Vi => "(quay lại)",
            Lang::En => "(back)",
        }))
    }

    /// Why nothing came of what was asked.
    pub(super) fn left(&self) -> Failure {
        Failure::Usage(say!(self.lang, "đã thôi, chưa ghi gì", "stopped, nothing was written"))
    }
}

impl<T> Answer<T> {
    pub(super) fn map<U>(self, change: impl FnOnce(T) -> U) -> Answer<U> {
        match self {
            Self::Said(said) => Answer::Said(change(said)),
            Self::Back => Answer::Back,
            Self::Left => Answer::Left,
        }
    }
}

/// Finds an option by what is typed, with or without marks.
fn found(typed: &str, _: &String, shown: &str, _: usize) -> Option<i64> {
    search_key(shown).contains(&search_key(typed)).then_some(0)
}

fn answer<T>(said: Result<T, InquireError>) -> Result<Answer<T>, Failure> {
    match said {
        Ok(said) => Ok(Answer::Said(said)),
        Err(InquireError::OperationCanceled) => Ok(Answer::Back),
        Err(InquireError::OperationInterrupted) => Ok(Answer::Left),
        Err(error) => Err(Failure::Work(anyhow::Error::from(error))),
    }
}

/// Completes nothing: it hears every change of the line that is being typed, and keeps it.
#[derive(Clone)]
struct Keep {
    typed: Rc<RefCell<String>>,
    path: Option<PathBuf>,
}

impl Autocomplete for Keep {
    fn get_suggestions(&mut self, input: &str) -> Result<Vec<String>, CustomUserError> {
        if let Some(path) = self.path.as_ref().filter(|_| *self.typed.borrow() != input) {
            // A line that cannot be kept is still a line that can be finished.
            let _ = draft::put(path, input.as_bytes());
        }
        input.clone_into(&mut self.typed.borrow_mut());
        Ok(Vec::new())
    }

    fn get_completion(&mut self, _: &str, _: Option<String>) -> Result<Replacement, CustomUserError> {
        Ok(None)
    }
}
