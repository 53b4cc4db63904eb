//! Village heads and deputy heads whose cell ends: who they are on a roster, and who helps them, is told anew.

use super::{
    Job,
    members::{Moved, Target},
};
use crate::{
    command::{Failure, event::Book},
    lang::say,
    parse::Vocabulary,
    records::official::{OfficialRow, PostHow},
    register::{Record, official_span},
};

impl<'a> Job<'_, 'a> {
    /// A post that goes on gets a row from the day on with the new link: before it the old one is right.
    pub(super) fn relink_officials(&mut self, target: &Target<'_, 'a>, moved: &Moved) -> Result<(), Failure> {
        let (lang, day, next_day) = (self.place.ctx.lang, self.day(), self.next_day());
        let mut added = Vec::new();
        for (nth, row) in self.commune.officials.rows.iter().enumerate() {
            let goes_on = official_span(row).is_some_and(|time| time.until > day);
            let (member, mentor) = (new_member(row, moved), new_mentor(row, moved));
            if !goes_on || member.is_none() && mentor.is_none() {
                continue;
            }
            let sheet = self.desk.sheet(self.top, Book::Officials, &self.commune.officials)?;
            let link = member.map(|id| (target.id.clone(), id.clone()));
            let mentor = mentor.map(|id| format!("{}/{id}", target.id));
            if row.from.0 > day {
                if let Some((cell, member)) = &link {
                    sheet.set(nth, "cell", cell);
                    sheet.set(nth, "member", member);
                }
                if let Some(mentor) = &mentor {
                    sheet.set(nth, "mentor", mentor);
                }
                continue;
            }
            let last = sheet.day(day);
            sheet.set(nth, "until", &last);
            // Nobody was elected on that day.
            let how = if *row.how == PostHow::Elected { PostHow::Recognised } else { *row.how };
            let own = row.cell.get().map(|cell| cell.to_string()).zip(row.member.get().map(ToString::to_string));
            let (cell, member) = link.or(own).unwrap_or_default();
            let kept = row.mentor.get().map(|mentor| format!("{}/{}", mentor.cell, mentor.member));
            added.push([
                ("id", row.id.to_string()),
                ("village", row.village.to_string()),
                ("role", row.role.word().to_owned()),
                ("from", sheet.day(next_day)),
                ("until", row.until.copied().map(|until| sheet.day(until.0)).unwrap_or_default()),
                ("how", how.word().to_owned()),
                ("party_since", row.party_since.copied().map(|since| sheet.partial(since)).unwrap_or_default()),
                ("cell", cell),
                ("member", member),
                ("mentor", mentor.or(kept).unwrap_or_default()),
            ]);
            let (id, into) = (&**row.id, &target.id);
            self.notes.push(say!(
                lang,
                "{id} trong officials.csv tách thành hai dòng: từ hôm sau, chi bộ hoặc người giúp đỡ là của {into}",
                "{id} has two rows in officials.csv now: from the day after, the cell or the mentor is of {into}"
            ));
        }
        if !added.is_empty() {
            let sheet = self.desk.sheet(self.top, Book::Officials, &self.commune.officials)?;
            added.iter().for_each(|values| sheet.add(values));
        }
        Ok(())
    }
}

fn new_member<'m>(row: &Record<'_, OfficialRow<'_>>, moved: &'m Moved) -> Option<&'m String> {
    moved.get(&(row.cell.get()?.to_string(), row.member.get()?.to_string()))
}

fn new_mentor<'m>(row: &Record<'_, OfficialRow<'_>>, moved: &'m Moved) -> Option<&'m String> {
    let mentor = row.mentor.get()?;
    moved.get(&(mentor.cell.to_string(), mentor.member.to_string()))
}
