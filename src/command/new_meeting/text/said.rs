//! What a guided entry was told, as the record has it.

use super::{Text, live_or, text_or_nothing};
use crate::{
    command::new_meeting::entry::{Part, Resolution, Way},
    parse::Vocabulary,
    text::toml_text,
};

impl Text<'_, '_> {
    /// The line of a part: as it was said, or waiting to be filled.
    pub(super) fn part(self, key: &str) -> String {
        let part = match self.wish.said {
            Some(said) if said.way == Some(Way::InBook) => Some(&Part::InBook),
            Some(said) if said.way == Some(Way::PartByPart) => said.content.get(key),
            _ => None,
        };
        let value = part.map(|part| match part {
            Part::Text(text) => toml_text(text),
            Part::InBook => "true".to_owned(),
            Part::NotHeld => "false".to_owned(),
        });
        live_or(key, value, " \"\"")
    }

    pub(super) fn resolution(self, said: &Resolution) -> String {
        let kind = said.kind.map(|kind| kind.word());
        let votes = said.votes.map(|[in_favour, against, blank]| {
            format!("votes = {{ for = {in_favour}, against = {against}, blank = {blank} }}")
        });
        let carried = said.carried.map(|carried| format!("carried = {carried}"));
        self.form().fill(
            "resolution",
            &[
                ("number", &text_or_nothing("number", Some(&said.number))),
                ("kind", &text_or_nothing("kind", kind)),
                ("title", &text_or_nothing("title", Some(&said.title))),
                ("votes", &votes.unwrap_or_default()),
                ("carried", &carried.unwrap_or_default()),
            ],
        )
    }
}
