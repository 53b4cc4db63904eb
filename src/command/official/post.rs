//! Taking a post: a head is elected or stands in, a deputy is recognised.

use super::{Job, Row};
use crate::{
    cli::OfficialEvent,
    command::{
        Failure,
        event::{Book, Desk, Told, eve, next_id},
    },
    date,
    lang::say,
    parse::Vocabulary,
    records::official::{OfficialRow, Post, PostHow},
    register::{Record, official_span},
};

impl<'j, 'a> Job<'j, 'a> {
    pub(super) fn takes_post(self, desk: &mut Desk<'_>) -> Result<Told<'j>, Failure> {
        self.village_is_known()?;
        let (args, lang, village, day) = (self.args, self.place.ctx.lang, &self.who.id, self.date);
        let (post, how) = match (args.event, args.post) {
            (OfficialEvent::Elect, _) => (Post::Head, PostHow::Elected),
            (_, Post::Head) => (Post::Head, PostHow::Interim),
            (_, Post::Deputy) => (Post::Deputy, PostHow::Recognised),
        };
        let link = args.member.as_ref();
        let id = args.id.clone().or_else(|| self.linked(link?)).unwrap_or_else(|| self.next(post));
        let admitted = link.map(|link| self.admitted(link)).transpose()?;
        let known =
            self.rows().filter(|(_, row)| **row.id == *id).max_by_key(|(_, row)| row.from.0).map(|(_, row)| row);
        let sheet = desk.sheet(self.unit(), Book::Officials, &self.commune.officials)?;
        let (from, last) = (sheet.day(day), sheet.day(eve(day)));
        let mut notes = Vec::new();
        for (nth, row) in self.making_room(post, &id) {
            sheet.set(nth, "until", &last);
            let (former, last) = (&*row.id, date::show(eve(day), lang));
            if **former != *id {
                notes.push(say!(
                    lang,
                    "{former} thôi giữ chức, ngày cuối {last}",
                    "{former} leaves the post, last day {last}"
                ));
            }
        }
        let since = args.party_since.or(admitted).or(known.and_then(|row| row.party_since.copied()));
        let cell =
            link.map(|(cell, _)| cell.clone()).or(known.and_then(|row| row.cell.get()).map(|cell| cell.to_string()));
        let member =
            link.map(|(_, member)| member.clone()).or(known.and_then(|row| row.member.get()).map(ToString::to_string));
        let mentor = args.mentor.as_ref().map(|(cell, member)| format!("{cell}/{member}"));
        let kept = known.filter(|_| since.is_none()).and_then(|row| row.mentor.get());
        let mentor = mentor.or(kept.map(|mentor| format!("{}/{}", mentor.cell, mentor.member)));
        let party_since = since.map(|since| sheet.partial(since)).unwrap_or_default();
        sheet.add(&[
            ("id", id.clone()),
            ("village", village.clone()),
            ("role", post.word().to_owned()),
            ("from", from),
            ("how", how.word().to_owned()),
            ("party_since", party_since),
            ("cell", cell.unwrap_or_default()),
            ("member", member.unwrap_or_default()),
            ("mentor", mentor.unwrap_or_default()),
        ]);
        let told = Told::new(move |lang| {
            let day = date::show(day, lang);
            let (post, how) = (post.label().of(lang), how.label().of(lang));
            say!(lang, "{id} là {post} {village} ({how}) từ {day}", "{id} {post} of {village} ({how}) from {day}")
        });
        Ok(Told { notes, ..told })
    }

    /// The rows that end on the day before: a village has one head, and a person one row at a time.
    fn making_room(self, post: Post, id: &str) -> Vec<Row<'j, 'a>> {
        let day = self.date;
        let in_post = self.rows().filter(|(_, row)| {
            row.from.0 < day && official_span(row).is_some_and(|time| time.covers(day)) && row.until.is_absent()
        });
        in_post
            .filter(|(_, row)| {
                **row.id == *id || post == Post::Head && *row.role == post && **row.village == *self.who.id
            })
            .collect()
    }

    /// The id of the official who is this member.
    fn linked(self, (cell, member): &(String, String)) -> Option<String> {
        let same = |row: &Record<'_, OfficialRow<'_>>| {
            row.cell.get().is_some_and(|said| **said == **cell)
                && row.member.get().is_some_and(|said| **said == **member)
        };
        self.rows().find(|(_, row)| same(row)).map(|(_, row)| row.id.to_string())
    }

    /// The next free id of those who hold such a post.
    fn next(self, post: Post) -> String {
        let beginning = if post == Post::Head { "tt" } else { "pt" };
        let names = self.commune.names.rows.iter().map(|row| &**row.id).filter(|id| id.starts_with(beginning));
        let alike = self.rows().filter(|(_, row)| *row.role == post).map(|(_, row)| &**row.id);
        let next = next_id(alike.chain(names), beginning);
        // Somebody may have changed the post and kept the id.
        if self.rows().any(|(_, row)| **row.id == *next) {
            return next_id(self.rows().map(|(_, row)| &**row.id), beginning);
        }
        next
    }
}
