//! `chibo new-agreement`: an agreement from its form, signed by those who are in post on the day.

use crate::{
    cli::{Globals, NewAgreementArgs},
    command::{
        Exit, Failure, Workplace,
        change::{self, Change, Told},
        check_command,
        new_unit::list as toml_list,
        no_village, open,
        template::{Forms, forms},
        typed,
    },
    date::{self, Date},
    finding::Report,
    io::Io,
    judge::commune_of,
    lang::say,
    records::{
        cell::villages,
        official::{OfficialRow, Post},
        role::Role,
        village::VillageRow,
    },
    register::{
        Cell, Commune, Lookup, Record, build,
        claim::Claim,
        discover::{UnitDir, list},
        load::load,
        open::scope,
    },
    render::{Paths, Typed},
    text::one_line,
    unit::{UnitLevel, join},
};

pub(in crate::command) static AGREEMENT: Forms = forms!("agreement", "toml");

pub(super) fn run(globals: &Globals, args: &NewAgreementArgs, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let signed = args.signed.or(globals.as_of).unwrap_or(io.today);
    let place = open(&Globals { as_of: None, ..globals.clone() }, io)?;
    let ctx = &place.ctx;
    let names: Vec<String> = args.unit.iter().cloned().collect();
    let unit = scope(ctx, &place.here, &names)?.remove(0);
    let top = commune_of(ctx, &unit);
    if top.level != UnitLevel::Commune {
        return Err(no_village_named(&place, &unit));
    }
    let mut report = Report::new(ctx);
    let listing = list(ctx, &top, UnitLevel::Cell, &mut report);
    let loaded = load(&listing, &mut report);
    let commune = build::commune(&top, &listing, &loaded, &mut report);
    let typed = typed(globals, &place, io);
    let job = Job { place: &place, commune: &commune, typed: &typed, signed };
    let village = job.village(&unit)?;
    let cells = job.cells(village, &args.cells)?;
    let secretaries = cells.iter().map(|cell| job.secretary(cell)).collect::<Result<Vec<String>, _>>()?;
    let head = job.head(village)?;

    let name = format!("agreements/{}-{}.toml", &**village.id, signed.format("%Y-%m-%d"));
    let path = join(&top.id, &name);
    if ctx.root.join(&path).symlink_metadata().is_ok() {
        let (lang, shown) = (ctx.lang, Paths::new(&ctx.root, &io.working_dir).show(&path));
        return Err(Failure::Usage(say!(
            lang,
            "đã có {shown}: mở tệp đó để ghi tiếp; ký ngày khác thì thêm --signed NGÀY",
            "there is {shown} already: open it to go on; if it was signed on another day add --signed DATE"
        )));
    }
    let text = job.text(village, &cells, &secretaries, head);
    let change = Change::new_file(&top, Claim::Agreement, &name, text);
    let village_name = one_line(&village.name);
    let mut told = Told::new(|lang| {
        let day = date::show(signed, lang);
        say!(
            lang,
            "Quy chế phối hợp của {village_name}, ký ngày {day}",
            "Coordination agreement of {village_name}, signed {day}"
        )
    });
    told.notes = job.notes(village, head);
    told.next = check_command(globals, &place, &top, io)?;
    change::carry_out(&place, vec![change], &told, &top.id, args.dry_run, io)
}

fn no_village_named(place: &Workplace, unit: &UnitDir) -> Failure {
    let (lang, here) = (place.ctx.lang, unit.level.label().of(place.ctx.lang));
    Failure::Usage(if place.ctx.root_level == UnitLevel::Cell {
        say!(
            lang,
            "quy chế phối hợp nằm ở sổ của xã; đây là sổ của một chi bộ",
            "agreements belong to a commune's register; this is that of one cell"
        )
    } else {
        say!(
            lang,
            "chưa rõ thôn nào, vì đây là {here}; ghi XÃ#THÔN, ví dụ xuan-quan#thon-1, hoặc chi bộ của thôn",
            "which village is not clear, for this is a {here}; give COMMUNE#VILLAGE, such as xuan-quan#thon-1, or a cell of it"
        )
    })
}

type Village<'v, 'a> = &'v Record<'a, VillageRow<'a>>;
type Official<'v, 'a> = &'v Record<'a, OfficialRow<'a>>;

/// An agreement, and the commune as it was read.
#[derive(Clone, Copy)]
struct Job<'j, 'a> {
    place: &'j Workplace,
    commune: &'j Commune<'a>,
    typed: &'j Typed,
    signed: Date,
}

impl<'j, 'a> Job<'j, 'a> {
    /// The village that is named, or the one that a cell leads.
    fn village(self, unit: &UnitDir) -> Result<Village<'j, 'a>, Failure> {
        let (ctx, lang) = (&self.place.ctx, self.place.ctx.lang);
        let id = match unit.level {
            UnitLevel::Village => unit.id.split_once('#').map(|(_, village)| village.to_owned()),
            UnitLevel::Cell => {
                let cell = self.commune.cells.iter().find(|cell| cell.unit == unit.id);
                let led: Vec<&str> = cell.map(|cell| villages(&cell.file).collect()).unwrap_or_default();
                match led.as_slice() {
                    [one] => Some((*one).to_owned()),
                    [] => {
                        let id = &unit.id;
                        return Err(Failure::Usage(say!(
                            lang,
                            "chi bộ `{id}` không ghi lãnh đạo thôn nào; ghi thôn, dạng XÃ#THÔN",
                            "the cell `{id}` leads no village by its file; give the village, as COMMUNE#VILLAGE"
                        )));
                    }
                    several => {
                        let several = several.join(", ");
                        return Err(Failure::Usage(say!(
                            lang,
                            "chi bộ lãnh đạo nhiều thôn ({several}); ghi một thôn, dạng XÃ#THÔN",
                            "the cell leads several villages ({several}); give one, as COMMUNE#VILLAGE"
                        )));
                    }
                }
            }
            _ => None,
        };
        let Some(id) = id else { return Err(no_village_named(self.place, unit)) };
        let rows = || self.commune.villages.rows.iter().filter(|row| **row.id == *id);
        let alive = rows().find(|row| Commune::is_alive(row, self.signed) == Some(true));
        alive.ok_or_else(|| match rows().next() {
            None => no_village(ctx, &self.commune.village_unit(&id)),
            Some(_) => {
                let day = date::show(self.signed, lang);
                Failure::Usage(say!(
                    lang,
                    "thôn `{id}` không có vào ngày {day}, theo villages.csv",
                    "there was no village `{id}` on {day}, by villages.csv"
                ))
            }
        })
    }

    fn cells(self, village: Village<'j, 'a>, named: &[String]) -> Result<Vec<&'j Cell<'a>>, Failure> {
        let (lang, name) = (self.place.ctx.lang, one_line(&village.name));
        let cells: Vec<&Cell<'a>> = if named.is_empty() {
            self.commune.cells_of(&village.id, self.signed).collect()
        } else {
            let find = |id: &String| match self.commune.cell(id) {
                Lookup::Found(cell) => Ok(cell),
                _ => Err(Failure::Usage(say!(
                    lang,
                    "không có chi bộ `{id}` trong xã, hoặc hồ sơ của chi bộ còn lỗi",
                    "there is no cell `{id}` in the commune, or its records are at fault"
                ))),
            };
            named.iter().map(find).collect::<Result<_, _>>()?
        };
        if cells.is_empty() {
            let day = date::show(self.signed, lang);
            return Err(Failure::Usage(say!(
                lang,
                "ngày {day} không có chi bộ nào ghi lãnh đạo {name} (cell.toml, villages); ghi rõ bằng --cells",
                "on {day} no cell says that it leads {name} (cell.toml, villages); name them with --cells"
            )));
        }
        Ok(cells)
    }

    /// `cell/member` of the secretary on the day.
    fn secretary(self, cell: &Cell<'a>) -> Result<String, Failure> {
        let (lang, id) = (self.place.ctx.lang, &cell.id);
        let secretary = cell.in_role(Role::Secretary, self.signed).next();
        secretary.map(|person| format!("{id}/{}", person.id)).ok_or_else(|| {
            let (day, command) = (date::show(self.signed, lang), self.typed.member("elect", &cell.unit, lang));
            Failure::Usage(say!(
                lang,
                "chi bộ `{id}` chưa ghi bí thư ngày {day}; ghi trước bằng: {command} --as secretary --date NGÀY-BẦU",
                "the cell `{id}` has no secretary on {day}; record the election first: {command} --as secretary --date DAY-ELECTED"
            ))
        })
    }

    fn head(self, village: Village<'j, 'a>) -> Result<Official<'j, 'a>, Failure> {
        let (lang, name) = (self.place.ctx.lang, one_line(&village.name));
        let head = self.commune.in_post(village, Post::Head, self.signed).next();
        head.ok_or_else(|| {
            let day = date::show(self.signed, lang);
            let command = self.typed.command("official elect", &self.commune.village_unit(&village.id));
            Failure::Usage(say!(
                lang,
                "{name} chưa ghi trưởng thôn ngày {day}; ghi trước bằng: {command} --date NGÀY-BẦU",
                "{name} has no head on {day}; record the election first: {command} --date DAY-ELECTED"
            ))
        })
    }

    fn text(
        self,
        village: Village<'j, 'a>,
        cells: &[&Cell<'a>],
        secretaries: &[String],
        head: Official<'j, 'a>,
    ) -> String {
        let lang = self.place.ctx.settings.lang.unwrap_or(self.place.ctx.lang);
        let form = AGREEMENT.of(lang);
        let inside = |values: &[String]| toml_list(values).trim_matches(['[', ']']).to_owned();
        let cells: Vec<String> = cells.iter().map(|cell| cell.id.clone()).collect();
        let reporting = if self.is_member(head) { "no-reporting" } else { "reporting" };
        form.fill(
            "agreement",
            &[
                ("village_name", &one_line(&village.name)),
                ("shown_day", &date::show(self.signed, lang)),
                ("village", &village.id),
                ("cells", &inside(&cells)),
                ("signed", &self.signed.format("%Y-%m-%d").to_string()),
                ("secretaries", &inside(secretaries)),
                ("head", &head.id),
                ("reporting", &form.fill(reporting, &[])),
            ],
        ) + "\n"
    }

    fn is_member(self, head: Official<'j, 'a>) -> bool {
        head.party_since.copied().is_some_and(|since| since.earliest() <= self.signed)
    }

    fn notes(self, village: Village<'j, 'a>, head: Official<'j, 'a>) -> Vec<String> {
        let (lang, signed) = (self.place.ctx.lang, self.signed);
        let mut notes = vec![say!(
            lang,
            "quy chế chưa có hiệu lực: ghi [approval] khi Đảng ủy và UBND xã phê chuẩn, rồi rolled_out khi triển khai",
            "it is not in force yet: fill [approval] when Party committee and People's Committee approve it, then rolled_out"
        )];
        if !self.is_member(head) {
            let id = &**head.id;
            notes.push(say!(
                lang,
                "trưởng thôn `{id}` chưa là đảng viên: đã ghi sẵn [reporting], xem lại cho đúng",
                "the head `{id}` is no member of the Party: [reporting] is filled in, look whether it is right"
            ));
        }
        let open =
            self.commune.agreements.iter().filter(|other| **other.village == **village.id && other.ended.is_absent());
        notes.extend(open.filter(|other| other.signed.0 != signed).map(|other| {
            let path = self.typed.file(&other.source.path);
            say!(
                lang,
                "quy chế trước chưa có ngày cuối: ghi ended vào {path} nếu quy chế này thay thế",
                "the one before has no last day: say ended in {path} if this one takes its place"
            )
        }));
        notes
    }
}
