//! Coming into a cell: admitted there, or come from elsewhere.

use super::Job;
use crate::{
    command::{
        Failure,
        event::{Book, Desk, Told, next_id},
    },
    date::{self, PartialDate},
    lang::say,
};

impl<'j> Job<'j, '_> {
    pub(super) fn admit(self, desk: &mut Desk<'_>) -> Result<Told<'j>, Failure> {
        let (args, day, lang, unit) = (self.args, self.date, self.place.ctx.lang, &self.who.unit);
        let members = self.cell.members.rows.iter().map(|row| &**row.id);
        let names = self.cell.names.rows.iter().map(|row| &**row.id);
        let id = args.id.clone().unwrap_or_else(|| next_id(members.chain(names), "dv"));
        if let Some(admitted) = args.admitted.filter(|admitted| !args.already && admitted.earliest() > day) {
            let (admitted, day) = (admitted.show(lang), date::show(day, lang));
            return Err(Failure::Usage(say!(
                lang,
                "ngày vào Đảng {admitted} sau ngày về chi bộ {day}; sửa --admitted hoặc --date",
                "admitted to the Party ({admitted}) after joining the cell ({day}); mend --admitted or --date"
            )));
        }
        let roster = desk.sheet(unit, Book::Members, &self.cell.members)?;
        let admitted = roster.partial(args.admitted.unwrap_or(PartialDate::Day(day)));
        let official = args.official.map(|official| roster.partial(official)).unwrap_or_default();
        let temporary = if args.temporary { "yes" } else { "" };
        let from = if args.already { String::new() } else { roster.day(day) };
        roster.add(&[
            ("id", id.clone()),
            ("admitted", admitted),
            ("official", official),
            ("from", from),
            ("temporary", temporary.to_owned()),
        ]);
        let mut notes = Vec::new();
        if let Some(name) = &args.name {
            let names = desk.sheet(unit, Book::Names, &self.cell.names)?;
            names.add(&[("id", id.clone()), ("name", crate::text::nfc(name).into_owned())]);
            if !self.place.ctx.settings.names_are_tracked {
                notes.push(say!(
                    lang,
                    "names.csv không vào git: giữ dòng names.csv trong .gitignore",
                    "names.csv stays out of git: keep its line in .gitignore"
                ));
            }
        }
        let (already, temporary, elsewhere) = (args.already, args.temporary, args.admitted.is_some());
        let told = Told::new(move |lang| {
            let day = date::show(day, lang);
            match (temporary, elsewhere) {
                _ if already => say!(
                    lang,
                    "ghi {id} vào danh sách, ở chi bộ từ trước khi lập sổ",
                    "{id} on the roster, in the cell since before the records"
                ),
                (true, _) => say!(lang, "{id} đến sinh hoạt tạm thời từ {day}", "{id} attends for a time from {day}"),
                (_, true) => say!(lang, "{id} chuyển đến từ {day}", "{id} joined on {day}"),
                _ => say!(lang, "kết nạp {id} ngày {day}", "{id} admitted on {day}"),
            }
        });
        Ok(Told { notes, ..told })
    }
}
