//! Cells that become one.

use super::{
    Job, Said,
    members::{Moved, Target},
};
use crate::{
    cli::MergeCellsArgs,
    command::{Failure, change::Change, event::Book},
    date,
    lang::say,
    parse::Vocabulary,
    records::{
        cell::{CellKind, villages},
        role::Role,
    },
    register::{Cell, Commune, Lookup, Table, claim::Claim, discover::UnitDir, people::span},
    text::{nfc, toml_string},
    unit::{UnitLevel, is_unit_name, join},
};

pub(super) fn merge(job: &mut Job<'_, '_>, args: &MergeCellsArgs) -> Result<Said, Failure> {
    let (lang, day) = (job.place.ctx.lang, job.day());
    let into = job.id_to_go_on()?;
    let commune = job.commune;
    let mut ending: Vec<&Cell<'_>> = Vec::new();
    for id in job.units.iter().filter(|id| **id != into) {
        let Lookup::Found(cell) = commune.cell(id) else { return Err(job.unreadable(id)) };
        job.refuse_ended(cell)?;
        job.refuse_later_of_cell(cell)?;
        ending.push(cell);
    }
    let mut target = job.target(&into)?;
    if ending.is_empty() || ending.len() == 1 && target.cell.is_none() {
        return Err(job.refuse(say!(lang, "cần ít nhất hai chi bộ khác nhau", "there must be two different cells")));
    }
    let mut moved = Moved::new();
    for cell in &ending {
        job.move_members(cell, &mut target, &mut moved)?;
        let unit = UnitDir { id: cell.unit.clone(), level: UnitLevel::Cell };
        let keys = [("dissolved", day.format("%Y-%m-%d").to_string()), ("successor", toml_string(&into))];
        job.set(&unit, Claim::Cell, cell.file.source, &keys)?;
    }
    job.own_file(&target, &ending)?;
    job.appoint(args, &target, &moved)?;
    job.relink_officials(&target, &moved)?;
    let is_ending = |id: &str| ending.iter().any(|cell| cell.id == id);
    let villages = job.end_agreements(|agreement| {
        agreement.cells.iter().any(|cell| cell.get().is_some_and(|cell| is_ending(cell)))
    })?;
    for village in &villages {
        job.sign_anew(village);
    }
    if target.cell.is_none() {
        job.notes.push(say!(
            lang,
            "ghi vào {into}/cell.toml nhiệm kỳ ([[terms]]): đại hội hoặc ngày chỉ định, quy chế làm việc",
            "write the term ([[terms]]) into {into}/cell.toml: its congress or the day of appointment, its regulations"
        ));
    }
    let names = ending.iter().map(|cell| cell.id.clone()).collect::<Vec<_>>().join(", ");
    Ok(Box::new(move |lang| {
        let day = date::show(day, lang);
        say!(lang, "sáp nhập {names} vào {into}, ngày cuối {day}", "{names} merged into {into}, last day {day}")
    }))
}

impl<'j, 'a> Job<'j, 'a> {
    fn unreadable(&self, id: &str) -> Failure {
        let path = self.desk.show(&join(&self.top.id, &format!("{id}/cell.toml")));
        self.refuse(say!(
            self.place.ctx.lang,
            "{path} còn lỗi; chạy chibo check rồi sửa trước",
            "{path} is at fault; run chibo check and mend it first"
        ))
    }

    /// A cell ends once, and not before it began.
    fn refuse_ended(&self, cell: &Cell<'_>) -> Result<(), Failure> {
        let (lang, id, shown) = (self.place.ctx.lang, &cell.id, self.shown(self.day()));
        if let Some(dissolved) = cell.file.dissolved.copied() {
            let dissolved = self.shown(dissolved.0);
            return Err(self.refuse(say!(
                lang,
                "`{id}` đã giải thể, ngày cuối {dissolved}",
                "`{id}` was dissolved already, its last day {dissolved}"
            )));
        }
        if !cell.life().covers(self.day()) {
            let founded = self.shown(cell.life().from);
            return Err(self.refuse(say!(
                lang,
                "`{id}` thành lập ngày {founded}, sau ngày {shown}",
                "`{id}` was founded on {founded}, after {shown}"
            )));
        }
        Ok(())
    }

    fn target(&self, into: &str) -> Result<Target<'j, 'a>, Failure> {
        let lang = self.place.ctx.lang;
        let unit = UnitDir { id: join(&self.top.id, into).into(), level: UnitLevel::Cell };
        let id = into.to_owned();
        match self.commune.cells.iter().find(|cell| cell.id == *into) {
            Some(cell) => {
                self.refuse_ended(cell)?;
                if self.args.name.is_some() {
                    return Err(self.refuse(say!(
                        lang,
                        "`{into}` đã có, nên không dùng --name; đổi tên thì sửa name và [[names]] trong cell.toml",
                        "`{into}` is there, so --name is not taken; to rename it, edit name and [[names]] in its cell.toml"
                    )));
                }
                let ids = cell.members.rows.iter().map(|row| row.id.to_string());
                let taken = ids.chain(cell.names.rows.iter().map(|row| row.id.to_string())).collect();
                Ok(Target { unit, id, cell: Some(cell), taken })
            }
            None if self.place.ctx.root.join(&*unit.id).symlink_metadata().is_ok() => Err(self.unreadable(into)),
            None if !is_unit_name(into) => Err(self.refuse(say!(
                lang,
                "`{into}` không dùng làm mã chi bộ được: chỉ chữ thường không dấu, chữ số, gạch nối",
                "`{into}` cannot be a cell's id: it takes a–z, digits and dashes only"
            ))),
            None if self.args.name.is_none() => Err(self.refuse(say!(
                lang,
                "xã chưa có chi bộ `{into}`; lập chi bộ mới thì thêm --name \"Chi bộ …\"",
                "the commune has no cell `{into}`; to found it, add --name \"…\""
            ))),
            None => Ok(Target { unit, id, cell: None, taken: Vec::new() }),
        }
    }

    /// The cell that goes on leads the villages of those that end.
    fn own_file(&mut self, target: &Target<'_, 'a>, ending: &[&Cell<'a>]) -> Result<(), Failure> {
        let before: Vec<&str> = target.cell.map(|cell| villages(&cell.file).collect()).unwrap_or_default();
        let mut led = before.clone();
        let next_day = self.next_day();
        let is_over = |id: &str| {
            self.commune.village(id).get().is_some_and(|row| Commune::is_alive(row, next_day) == Some(false))
        };
        for village in ending.iter().flat_map(|cell| villages(&cell.file)) {
            // One that ended was theirs alone.
            if !led.contains(&village) && !is_over(village) {
                led.push(village);
            }
        }
        if target.cell.is_some() && led.len() > before.len() {
            let (into, added) = (&target.id, led[before.len()..].join(", "));
            let lang = self.place.ctx.lang;
            self.notes.push(say!(
                lang,
                "cell.toml không ghi ngày cho villages, nên {into} cũng tính là chi bộ của {added} trong những năm trước; nếu {added} cũng nhập vào thôn khác thì làm chibo merge-villages trước, còn không thì lập chi bộ mới (--into mã mới)",
                "villages of a cell.toml have no dates, so {into} counts as a cell of {added} in earlier years too; if {added} is merged as well, run chibo merge-villages first, else found a new cell (--into a new id)"
            ));
        }
        let list: Vec<String> = led.iter().map(|village| toml_string(village)).collect();
        let list = format!("[{}]", list.join(", "));
        if let Some(cell) = target.cell {
            return match led.len() > before.len() {
                true => self.set(&target.unit, Claim::Cell, cell.file.source, &[("villages", list)]),
                false => Ok(()),
            };
        }
        let is_village = ending.iter().any(|cell| cell.is_village_cell());
        let kind = ending.first().filter(|_| !is_village).map_or(CellKind::Village, |cell| *cell.file.kind);
        let name = toml_string(&nfc(self.args.name.as_deref().unwrap_or_default()));
        let mut text = format!("name = {name}\nkind = \"{}\"\n", kind.word());
        if !led.is_empty() {
            text += &format!("villages = {list}\n");
        }
        let section = |cell: &Cell<'_>| cell.file.section.get().map(|section| section.to_string());
        if let Some(common) = ending.first().and_then(|first| section(first))
            && ending.iter().all(|cell| section(cell).as_ref() == Some(&common))
        {
            text += &format!("section = {}\n", toml_string(&common));
        }
        text += &format!("founded = {}\n", self.next_day().format("%Y-%m-%d"));
        self.documents.push(Change::new_file(&target.unit, Claim::Cell, "cell.toml", text));
        Ok(())
    }

    /// Who is appointed to the committee of the cell that goes on; whoever held a post that one holds gives way.
    fn appoint(&mut self, args: &MergeCellsArgs, target: &Target<'_, 'a>, moved: &Moved) -> Result<(), Failure> {
        let (lang, day, next_day, into) = (self.place.ctx.lang, self.day(), self.next_day(), &target.id);
        let posts = [(Role::Secretary, &args.secretary), (Role::DeputySecretary, &args.deputy)];
        let posts = posts.into_iter().filter_map(|(role, person)| Some((role, person.as_ref()?)));
        let posts: Vec<_> = posts.chain(args.committee.iter().map(|person| (Role::Committee, person))).collect();
        let absent = Table::default();
        let roles = target.cell.map_or(&absent, |cell| &cell.roles);
        for (role, _) in posts.iter().filter(|(role, _)| *role != Role::Committee) {
            for (nth, row) in roles.rows.iter().enumerate().filter(|(_, row)| *row.role == *role) {
                if span(row, &row.from, &row.until).is_some_and(|time| time.covers(day) && time.until > day) {
                    let sheet = self.desk.sheet(&target.unit, Book::Roles, roles)?;
                    let last = sheet.day(day);
                    sheet.set(nth, "until", &last);
                }
            }
        }
        for (role, (cell, member)) in &posts {
            let stays = target.cell.filter(|target| target.id == *cell).and_then(|cell| cell.people.find(member));
            let id = moved.get(&(cell.clone(), member.clone())).or(stays.map(|person| &person.id)).cloned();
            let id = id.ok_or_else(|| {
                let role = role.label().of(lang);
                self.refuse(say!(
                    lang,
                    "{cell}/{member} không sang {into}, nên không làm {role} ở đó được; ghi chi bộ và mã trước sáp nhập",
                    "{cell}/{member} does not go to {into} and cannot be {role} there; give cell and id before the merger"
                ))
            })?;
            let sheet = self.desk.sheet(&target.unit, Book::Roles, roles)?;
            let values = [
                ("member", id),
                ("role", role.word().to_owned()),
                ("from", sheet.day(next_day)),
                ("how", "appointed".to_owned()),
            ];
            sheet.add(&values);
        }
        let has_secretary = posts.iter().any(|(role, _)| *role == Role::Secretary)
            || target.cell.is_some_and(|cell| cell.in_role(Role::Secretary, next_day).next().is_some());
        if !has_secretary {
            let shown = self.shown(next_day);
            self.notes.push(say!(
                lang,
                "{into} chưa có bí thư từ {shown}; thêm --secretary CHI_BỘ/MÃ, hoặc khi có quyết định thì chibo member appoint",
                "{into} has no secretary from {shown} on; add --secretary CELL/ID, or chibo member appoint once it is decided"
            ));
        }
        Ok(())
    }
}
