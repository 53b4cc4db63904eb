//! The meetings of a cell's year: which are held, who comes, what the minutes say.

mod roll;
mod text;

use std::io;

use super::{cell::Year, toml::Toml};
use crate::{
    date::{Date, Month, ymd},
    demo::{dice::Dice, texts},
    parse::Vocabulary,
    records::meeting::Kind,
};
use roll::Roll;

/// What a cell does the same way in every year.
struct Habits {
    /// The day of the month on which it meets, some days more or less.
    day: u32,
    /// The quarter's theme is a part of a regular meeting.
    combines: bool,
    /// When its meetings begin: hour and minute.
    start: (u32, u32),
}

impl Habits {
    fn of(at: &Year<'_>) -> Self {
        let mut dice = Dice::of(at.scope.seed, at.name, "habits");
        let of_village = dice.one_of(&[(19, 30), (19, 45), (20, 0), (20, 0), (7, 30)]);
        let of_office = dice.one_of(&[(14, 0), (14, 30), (16, 0), (7, 30)]);
        Self {
            day: dice.between(3, 9),
            combines: dice.chance(150),
            start: if at.cell().is_village_cell() { of_village } else { of_office },
        }
    }
}

/// The months of a year of which a lax cell has no meeting.
fn missed(at: &Year<'_>, dice: &mut Dice) -> Vec<u32> {
    // The plan's Part 1 has 15,21% of the cells lax; the mean slack of 2016 gives as many.
    if !dice.chance(at.slack() * 7) {
        return Vec::new();
    }
    (0..1 + at.slack() / 25).map(|_| dice.between(1, 12)).collect()
}

/// April of 2020 was a month of distancing, in which one cell of six did not meet.
fn is_forbidden(month: Month, dice: &mut Dice) -> bool {
    month == (Month { year: 2020, month: 4 }) && dice.chance(160)
}

pub(super) fn write_all(at: &Year<'_>) -> io::Result<()> {
    let (mut dice, habits) = (Dice::of(at.scope.seed, at.name, &format!("meetings {}", at.year)), Habits::of(at));
    let (missed, mut roll) = (missed(at, &mut dice), Roll::new(at));
    let mut resolutions = 1;
    let mut writer = Writer { at, habits: &habits, dice: &mut dice, roll: &mut roll, resolutions: &mut resolutions };
    for month in Month::of_year(at.year).filter(|month| at.cell().is_alive(month.last_day())) {
        let day = ymd(at.year, month.month, habits.day + writer.dice.below(4));
        let ends_quarter = month.month.is_multiple_of(3);
        let has_theme = month.month % 3 == if habits.combines { 2 } else { 0 };
        let has_theme = has_theme && !writer.dice.chance(at.slack());
        if is_forbidden(month, writer.dice) {
            writer.not_held(day)?;
        } else if !missed.contains(&month.month) {
            let kind = if has_theme && habits.combines { Kind::Combined } else { Kind::Regular };
            writer.held(day, kind)?;
        }
        if let Some(term) = at.cell().terms.iter().find(|term| Month::of(term.congress) == month) {
            writer.held(term.congress, Kind::Congress)?;
        }
        if has_theme && ends_quarter && !habits.combines {
            writer.held(ymd(at.year, month.month, 17 + habits.day - 3), Kind::Thematic)?;
        }
        if month.month == 12 && writer.dice.chance(500) {
            writer.held(ymd(at.year, 12, 27), Kind::Review)?;
        }
    }
    Ok(())
}

struct Writer<'w, 'y> {
    at: &'w Year<'y>,
    habits: &'w Habits,
    dice: &'w mut Dice,
    roll: &'w mut Roll,
    /// How many of the year were numbered.
    resolutions: &'w mut u32,
}

impl Writer<'_, '_> {
    fn not_held(&mut self, day: Date) -> io::Result<()> {
        let mut file = Toml::new();
        file.put("date", day).word("kind", Kind::Regular).put("held", false).text("reason", texts::NOT_HELD);
        self.at.file(&name(day, Kind::Regular), file.finish())
    }

    fn held(&mut self, day: Date, kind: Kind) -> io::Result<()> {
        let called = self.roll.call(self.at, day, kind, self.dice);
        let text = text::Minutes { at: self.at, day, kind, called: &called, dice: self.dice }
            .write(self.habits, self.resolutions);
        self.at.file(&name(day, kind), text)
    }
}

fn name(day: Date, kind: Kind) -> String {
    format!("{day}-{}.toml", kind.word())
}

/// Some days earlier.
fn before(day: Date, days: u32) -> Date {
    day.checked_sub_days(chrono::Days::new(u64::from(days))).unwrap_or(day)
}

/// Some minutes after a time of the day.
fn later((hour, minute): (u32, u32), minutes: u32) -> String {
    let end = hour * 60 + minute + minutes;
    format!("{:02}:{:02}:00", end / 60 % 24, end % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_meeting_ends_later_on_the_same_day() {
        assert_eq!(later((19, 30), 105), "21:15:00");
        assert_eq!(later((20, 0), 0), "20:00:00");
        assert_eq!(before(ymd(2018, 3, 1), 2), ymd(2018, 2, 27));
    }
}
