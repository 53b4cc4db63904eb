//! What stands in a cell of a workbook, whichever program saved it.

use calamine::Data;

use crate::{
    date::{Date, digits, parse_iso, show, ymd},
    lang::Lang,
};

/// The value of a cell.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Content {
    Empty,
    Text(String),
    Number(f64),
    Bool(bool),
    /// A time of day alone has no day.
    Moment {
        day: Option<Date>,
        seconds: u32,
    },
    /// What a formula that failed shows: `#REF!`.
    Fault(String),
}

/// Serial numbers of days that a date of a record can have: 1900 to 2099.
const DAYS: std::ops::Range<f64> = 367.0..73_051.0;
const SECONDS_OF_DAY: f64 = 86_400.0;

impl Content {
    pub(crate) fn of(data: &Data) -> Self {
        match data {
            Data::Empty => Self::Empty,
            Data::String(text) if text.trim().is_empty() => Self::Empty,
            Data::String(text) => Self::Text(text.clone()),
            Data::Float(number) => Self::Number(*number),
            #[expect(clippy::cast_precision_loss, reason = "a cell holds no greater number than a float does")]
            Data::Int(number) => Self::Number(*number as f64),
            Data::Bool(yes) => Self::Bool(*yes),
            Data::DateTime(moment) => {
                let serial = moment.as_f64();
                let (year, month, day, ..) = moment.to_ymd_hms_milli();
                let day = (serial >= 1.0).then(|| ymd(year.into(), month.into(), day.into()));
                Self::Moment { day, seconds: seconds_of(serial) }
            }
            Data::DateTimeIso(text) | Data::DurationIso(text) => match text.get(..10).and_then(parse_iso) {
                Some(day) => Self::Moment { day: Some(day), seconds: 0 },
                None => Self::Text(text.clone()),
            },
            Data::Error(error) => Self::Fault(error.to_string()),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::Empty
    }

    /// As somebody would read it.
    pub(crate) fn text(&self, lang: Lang) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Fault(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Bool(yes) => yes.to_string(),
            Self::Moment { day: Some(day), seconds: 0 } => show(*day, lang),
            Self::Moment { day, seconds } => {
                let day = day.map(|day| show(day, lang) + " ").unwrap_or_default();
                format!("{day}{:02}:{:02}", seconds / 3600, seconds / 60 % 60)
            }
        }
    }

    /// The day that it is; a number may be one whose format was lost.
    pub(super) fn day(&self) -> Option<Date> {
        match self {
            Self::Moment { day, .. } => *day,
            Self::Number(number) if DAYS.contains(number) => {
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within DAYS")]
                let days = *number as u32;
                Some(crate::date::plus_days(ymd(1899, 12, 30), days))
            }
            _ => None,
        }
    }

    /// The time of day that it is, in seconds.
    pub(super) fn seconds(&self) -> Option<u32> {
        match self {
            Self::Moment { seconds, .. } => Some(*seconds),
            Self::Number(number) if (0.0..1.0).contains(number) => Some(seconds_of(*number)),
            _ => None,
        }
    }

    /// The whole number that it is.
    pub(super) fn count(&self) -> Option<u32> {
        match self {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole, and not too great")]
            Self::Number(number) if number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(number) => {
                Some(*number as u32)
            }
            Self::Text(text) => digits(text.trim()).and_then(|number| u32::try_from(number).ok()),
            _ => None,
        }
    }
}

/// The part of a serial number that is no whole day, to the nearest second.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a part of a day is no negative number")]
fn seconds_of(serial: f64) -> u32 {
    (serial.rem_euclid(1.0) * SECONDS_OF_DAY).round() as u32 % 86_400
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_can_be_a_day_or_a_time_whose_format_was_lost() {
        assert_eq!(Content::Number(43_164.0).day(), Some(ymd(2018, 3, 5)));
        assert_eq!(Content::Number(12.0).day(), None);
        assert_eq!(Content::Number(0.8125).seconds(), Some(19 * 3600 + 1800));
        assert_eq!(Content::Number(19.5).seconds(), None);
    }

    #[test]
    fn only_a_whole_number_counts() {
        assert_eq!(Content::Number(27.0).count(), Some(27));
        assert_eq!(Content::Text(" 027".into()).count(), Some(27));
        for other in [Content::Number(2.5), Content::Number(-1.0), Content::Number(1e12), Content::Bool(true)] {
            assert_eq!(other.count(), None, "{other:?}");
        }
    }
}
