//! The form of a meeting.

pub(super) use crate::command::form::Form;
use crate::{command::form::MEETING, lang::Lang};

impl Form {
    pub(super) const fn of(lang: Lang) -> Self {
        MEETING.of(lang)
    }
}
