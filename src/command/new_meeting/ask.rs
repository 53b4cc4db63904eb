//! Questions in a terminal, for what the command line left open. Nothing is written before the last is answered.

use inquire::{InquireError, Select, Text, ui::RenderConfig, validator::Validation};

use super::{days, wish::Wish};
use crate::{
    cli,
    command::Failure,
    date::{self, Date},
    io::Io,
    lang::{Lang, say},
    parse::Vocabulary,
    records::meeting::Kind,
    register::Cell,
    text::search_key,
};

/// What may be asked, and how it looks.
pub(in crate::command) struct Asker {
    lang: Lang,
    styled: bool,
}

impl Asker {
    pub(super) fn new(lang: Lang, styled: bool) -> Self {
        Self { lang, styled }
    }

    /// The index of the cell.
    pub(super) fn cell(&self, cells: &[String]) -> Result<usize, Failure> {
        self.choose(&say!(self.lang, "Chi bộ nào?", "Which cell?"), cells)
    }

    /// Asks for the day until one is given that can be.
    pub(super) fn date(&self, cell: &Cell<'_>, wish: &Wish<'_>, today: Date, io: &mut Io<'_>) -> Result<Date, Failure> {
        let lang = self.lang;
        loop {
            let message = say!(lang, "Ngày họp?", "Day of the meeting?");
            let help =
                say!(lang, "ví dụ 05/03/2018, 5/3/2018 hoặc 2018-03-05", "such as 05/03/2018, 5/3/2018 or 2018-03-05");
            let default = date::show(wish.date, lang);
            let typed = self.text(&message, Some(&default), &help, move |text| typed_day(text, lang).map(drop))?;
            // What it took once it takes again.
            let Ok(day) = typed_day(&typed, lang) else { continue };
            match days::refusal(cell, day, wish.has_attendance(), today, lang) {
                None => return Ok(day),
                Some(reason) => io.complain(&format!("{reason}\n")),
            }
        }
    }

    pub(super) fn kind(&self) -> Result<Kind, Failure> {
        let kinds: Vec<Kind> = Kind::WORDS.iter().filter_map(|word| Kind::from_word(word)).collect();
        let labels: Vec<String> = kinds
            .iter()
            .map(|kind| match self.lang {
                Lang::Vi => format!("{} ({})", kind.label().vi, kind.word()),
                Lang::En => kind.word().to_owned(),
            })
            .collect();
        let chosen = self.choose(&say!(self.lang, "Loại cuộc họp?", "Kind of meeting?"), &labels)?;
        Ok(kinds.get(chosen).copied().unwrap_or(Kind::Regular))
    }

    /// Nothing where the answer is left empty and nothing is usual.
    pub(super) fn start(&self, usual: Option<&str>) -> Result<Option<String>, Failure> {
        let lang = self.lang;
        let help =
            say!(lang, "ví dụ 19:30 hoặc 19h30; để trống nếu chưa biết", "such as 19:30; leave empty if not known");
        let message = say!(lang, "Giờ bắt đầu?", "When does it begin?");
        let check = move |text: &str| if text.is_empty() { Ok(()) } else { cli::time(text, lang).map(drop) };
        let typed = self.text(&message, usual, &help, check)?;
        Ok(cli::time(&typed, lang).ok())
    }

    pub(super) fn place(&self, usual: Option<&str>) -> Result<Option<String>, Failure> {
        let help = say!(self.lang, "để trống nếu chưa biết", "leave empty if not known");
        let typed = self.text(&say!(self.lang, "Nơi họp?", "Where?"), usual, &help, |_| Ok(()))?;
        Ok(Some(typed).filter(|place| !place.is_empty()))
    }

    fn text(
        &self,
        message: &str,
        default: Option<&str>,
        help: &str,
        check: impl Fn(&str) -> Result<(), String> + Clone + 'static,
    ) -> Result<String, Failure> {
        let mut prompt = Text::new(message).with_help_message(help).with_render_config(self.look()).with_validator(
            move |text: &str| {
                Ok(match check(text.trim()) {
                    Ok(()) => Validation::Valid,
                    Err(reason) => Validation::Invalid(reason.into()),
                })
            },
        );
        prompt.default = default;
        let typed = prompt.prompt().map_err(|error| self.stopped(error))?;
        // Some input methods send letters and marks apart.
        Ok(crate::text::nfc(typed.trim()).into_owned())
    }

    fn choose(&self, message: &str, options: &[String]) -> Result<usize, Failure> {
        let help = say!(
            self.lang,
            "↑↓ để chọn, Enter để nhận, gõ chữ (có dấu hay không) để tìm",
            "↑↓ to move, Enter to take, type to search"
        );
        let found = |typed: &str, _: &String, shown: &str, _: usize| {
            search_key(shown).contains(&search_key(typed)).then_some(0)
        };
        let prompt = Select::new(message, options.to_vec());
        let prompt = prompt.with_help_message(&help).with_scorer(&found).with_render_config(self.look());
        prompt.raw_prompt().map(|chosen| chosen.index).map_err(|error| self.stopped(error))
    }

    fn look(&self) -> RenderConfig<'static> {
        let look = if self.styled { RenderConfig::default_colored() } else { RenderConfig::empty() };
        look.with_canceled_prompt_indicator(inquire::ui::Styled::new(match self.lang {
            Lang::Vi => "(thôi)",
            Lang::En => "(stopped)",
        }))
    }

    fn stopped(&self, error: InquireError) -> Failure {
        match error {
            InquireError::OperationCanceled | InquireError::OperationInterrupted => {
                Failure::Usage(say!(self.lang, "đã thôi, chưa ghi gì", "stopped, nothing was written"))
            }
            error => Failure::Work(anyhow::Error::from(error)),
        }
    }
}

/// A day as it is typed; where the command line wants two digits, one will do, for nobody else reads it.
fn typed_day(text: &str, lang: Lang) -> Result<Date, String> {
    let parts: Vec<&str> = text.trim().split('/').collect();
    match parts.as_slice() {
        [day, month, year] => cli::date(&format!("{day:0>2}/{month:0>2}/{year}"), lang),
        _ => cli::date(text.trim(), lang),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::ymd;

    #[test]
    fn a_day_is_taken_in_every_way_of_writing_it() {
        for typed in ["05/03/2018", "5/3/2018", "05/3/2018", "2018-03-05", " 5/3/2018 "] {
            assert_eq!(typed_day(typed, Lang::Vi), Ok(ymd(2018, 3, 5)), "{typed}");
        }
        for wrong in ["", "5/3", "5/3/18", "30/2/2018", "/3/2018", "hôm nay"] {
            assert!(typed_day(wrong, Lang::Vi).is_err(), "{wrong}");
        }
    }
}
