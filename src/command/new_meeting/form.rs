//! The form of a meeting.

pub(super) use crate::command::template::Form;
use crate::{command::template::MEETING, lang::Lang};

impl Form {
    pub(super) const fn of(lang: Lang) -> Self {
        MEETING.of(lang)
    }
}
