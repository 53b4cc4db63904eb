//! Questions in a terminal. Esc goes back, Ctrl-C leaves.

use inquire::{
    InquireError, Select, Text,
    ui::{RenderConfig, Styled},
    validator::Validation,
};

use crate::{
    cli::{Color, Globals},
    command::Failure,
    io::Io,
    lang::{Lang, say},
    text::{nfc, search_key},
};

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
        let mut prompt = Text::new(question.message)
            .with_help_message(question.help)
            .with_render_config(self.look())
            .with_validator(move |text: &str| {
                Ok(match check(nfc(text.trim()).as_ref()) {
                    Ok(()) => Validation::Valid,
                    Err(reason) => Validation::Invalid(reason.into()),
                })
            });
        prompt.default = question.default;
        // Some input methods send letters and marks apart.
        Ok(answer(prompt.prompt())?.map(|typed| nfc(typed.trim()).into_owned()))
    }

    /// The index of one; the pointer begins at `start`.
    pub(super) fn choose(&self, message: &str, options: &[String], start: usize) -> Result<Answer<usize>, Failure> {
        let help = say!(
            self.lang,
            "↑↓ để chọn, Enter để nhận, gõ chữ (có dấu hay không) để tìm, Esc để quay lại",
            "↑↓ to move, Enter to take, type to search, Esc to go back"
        );
        let prompt = Select::new(message, options.to_vec()).with_starting_cursor(start.min(options.len().max(1) - 1));
        let prompt = prompt.with_help_message(&help).with_scorer(&found).with_render_config(self.look());
        Ok(answer(prompt.raw_prompt())?.map(|chosen| chosen.index))
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
