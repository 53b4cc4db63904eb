//! What is wanted of the new record, once everything that was missing has been asked or taken for granted.

use super::entry::{Entry, How};
use crate::{
    cli::NewMeetingArgs,
    command::{
        Failure,
        roll::{Called, Marks},
    },
    date::{Date, Month},
    lang::{Lang, say},
    records::meeting::{Kind, Mark},
};

/// What is known of who came.
#[derive(Clone, Copy, Debug)]
pub(super) enum Roll<'a> {
    /// Nothing yet: a blank mark for everyone.
    Blank,
    /// Everyone else was present.
    Absent(&'a [(String, char)]),
    /// The roll was called.
    Marks(&'a Marks),
    Counts {
        present: u32,
        expected: u32,
    },
}

impl Roll<'_> {
    /// The marks of those who are called.
    pub(super) fn marks(self, called: &Called<'_>) -> Marks {
        match self {
            Self::Blank | Self::Counts { .. } => Marks::new(),
            Self::Marks(marks) => marks.clone(),
            Self::Absent(absent) => {
                let mark = |id: &str| {
                    let said = absent.iter().find(|(member, _)| member == id);
                    said.and_then(|(_, mark)| Mark::from_word(mark.encode_utf8(&mut [0; 4]))).unwrap_or(Mark::Present)
                };
                called.expected.iter().map(|id| ((*id).to_owned(), mark(id))).collect()
            }
        }
    }
}

/// The record to write.
#[derive(Clone, Debug)]
pub(super) struct Wish<'a> {
    pub(super) date: Date,
    pub(super) kind: Kind,
    /// Only where it is not the month of the date.
    pub(super) month: Option<Month>,
    /// `19:30:00`.
    pub(super) start: Option<String>,
    pub(super) end: Option<String>,
    pub(super) place: Option<String>,
    /// `Err` with the reason where there was no meeting.
    pub(super) roll: Result<Roll<'a>, &'a str>,
    /// What a guided entry was told beyond that; absent where the form is left to be filled.
    pub(super) said: Option<&'a Entry>,
}

impl<'a> Wish<'a> {
    /// Date and kind as given, else today and regular.
    pub(super) fn of(args: &'a NewMeetingArgs, today: Date, lang: Lang) -> Result<Self, Failure> {
        let month = args.month.as_deref().and_then(Month::parse);
        let roll = match (&args.not_held, args.counts) {
            (Some(reason), _) => Err(reason.as_str()),
            (None, Some((present, expected))) => Ok(Roll::Counts { present, expected }),
            (None, None) if args.absent.is_empty() => Ok(Roll::Blank),
            (None, None) => Ok(Roll::Absent(&args.absent)),
        };
        if roll.is_err() && (args.start.is_some() || args.end.is_some() || args.place.is_some()) {
            return Err(Failure::Usage(say!(
                lang,
                "tháng không họp thì không có giờ, không có nơi họp: bỏ --start, --end, --place",
                "a month without a meeting has no time and no place: leave out --start, --end, --place"
            )));
        }
        let date = args.date.unwrap_or_else(|| default_date(month.filter(|_| roll.is_err()), today));
        let kind = args.kind.as_deref().and_then(Kind::from_word).unwrap_or(Kind::Regular);
        let (start, end, place) = (args.start.clone(), args.end.clone(), args.place.clone());
        Ok(Self { date, kind, month, start, end, place, roll, said: None })
    }

    /// The same wish once its date is known: a month is said only where the date does not say it.
    pub(super) fn settled(mut self) -> Self {
        self.month = self.month.filter(|month| *month != Month::of(self.date));
        self
    }

    /// The month that it counts for.
    pub(super) fn month(&self) -> Month {
        self.month.unwrap_or_else(|| Month::of(self.date))
    }

    pub(super) fn has_attendance(&self) -> bool {
        match self.roll {
            Ok(Roll::Absent(_) | Roll::Counts { .. }) => true,
            Ok(Roll::Marks(marks)) => !marks.is_empty(),
            _ => false,
        }
    }

    /// Whether a member is known not to have come.
    pub(super) fn is_absent(&self, member: &str) -> bool {
        match self.roll {
            Ok(Roll::Absent(absent)) => absent.iter().any(|(id, mark)| id == member && matches!(mark, 'p' | 'k')),
            Ok(Roll::Marks(marks)) => matches!(marks.get(member), Some(Mark::Excused | Mark::Absent)),
            _ => false,
        }
    }
}

impl Entry {
    /// The wish as the answers have it; what the command line said stays.
    pub(super) fn wish<'e>(&'e self, given: &'e Wish<'e>) -> Wish<'e> {
        let said = |given: &Option<String>, answer: &Option<String>| {
            let answer = || answer.clone().filter(|answer| !answer.is_empty());
            given.clone().or_else(answer)
        };
        let roll = match (given.roll, self.how) {
            (Ok(Roll::Blank), Some(How::Called)) => Ok(Roll::Marks(&self.marks)),
            (Ok(Roll::Blank), Some(How::NotHeld)) => Err(self.reason.as_deref().unwrap_or_default()),
            (Ok(Roll::Blank), Some(How::Counted)) => {
                let (present, expected) = self.counts.unwrap_or_default();
                Ok(Roll::Counts { present, expected })
            }
            (given, _) => given,
        };
        let wish = Wish {
            date: self.date.unwrap_or(given.date),
            kind: self.kind.unwrap_or(given.kind),
            month: given.month,
            start: said(&given.start, &self.start),
            end: said(&given.end, &self.end),
            place: said(&given.place, &self.place),
            roll,
            said: Some(self),
        };
        wish.settled()
    }
}

/// Today; but what is recorded of a whole month that had no meeting belongs beside the records of that month.
fn default_date(month_not_held: Option<Month>, today: Date) -> Date {
    month_not_held.map_or(today, |month| month.last_day().min(today).max(month.first_day()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::ymd;

    #[test]
    fn a_month_not_held_is_dated_its_last_day_or_today() {
        let today = ymd(2018, 10, 20);
        let month = |month| Month::new(2018, month);
        assert_eq!(default_date(None, today), today);
        assert_eq!(default_date(month(9), today), ymd(2018, 9, 30));
        assert_eq!(default_date(month(10), today), today);
        assert_eq!(default_date(month(11), today), ymd(2018, 11, 1));
    }
}
