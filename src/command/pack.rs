//! `chibo pack`: the records of a unit in one archive.

use crate::{
    cli::{Globals, PackArgs},
    command::{Exit, Failure, Workplace, open, save},
    edit::kind,
    exchange::{
        history::History,
        manifest::{FORMAT, Manifest, PACK, Packed, Register, VERSION, Whole, digest},
    },
    files::Files,
    finding::Report,
    io::Io,
    lang::{Lang, plural, say},
    number::group,
    parse::Problems,
    register::{
        claim::Claim,
        discover::{RecordFile, UnitDir, list},
        open::scope,
    },
    render::Paths,
    source::{MAX_BYTES, decode},
    unit::UnitLevel,
};

pub(super) fn run(globals: &Globals, args: &PackArgs, io: &mut Io<'_>) -> Result<Exit, Failure> {
    // A record of a day after `--as-of` is a record too.
    let place = open(&Globals { as_of: None, ..globals.clone() }, io)?;
    let (ctx, lang) = (&place.ctx, place.ctx.lang);
    let named: Vec<String> = args.unit.iter().cloned().collect();
    let unit = scope(ctx, &place.here, &named)?.remove(0);
    if unit.level == UnitLevel::Village {
        let id = &unit.id;
        return Err(Failure::Usage(say!(
            lang,
            "thôn {id} không có thư mục riêng; chọn xã hoặc chi bộ",
            "the village {id} has no directory of its own; choose its commune or a cell"
        )));
    }
    let paths = Paths::new(&ctx.root, &io.working_dir);
    let records = records(&place, &unit, globals.names, &paths)?;
    let manifest = manifest(&place, &unit, &records);
    let bytes = manifest.archive(PACK, records.iter().map(|record| (&*record.path, &*record.bytes)))?;
    save(&io.working_dir, &args.output, &bytes, args.force, lang)?;
    let shown = args.output.display().to_string();
    io.print(&told(&unit, &records, &shown, lang)).map_err(Failure::Output)?;
    Ok(Exit::Fine)
}

struct Record {
    path: String,
    claim: Claim,
    bytes: Vec<u8>,
}

/// The records of a unit and of those below it, by path.
fn records(place: &Workplace, unit: &UnitDir, names: bool, paths: &Paths) -> Result<Vec<Record>, Failure> {
    let (ctx, lang) = (&place.ctx, place.ctx.lang);
    let listing = list(ctx, unit, UnitLevel::Cell, &mut Report::new(ctx));
    let mut records = Vec::new();
    for RecordFile { path, claim, closed, .. } in listing.files {
        if claim == Claim::Settings || claim == Claim::Names && !names {
            continue;
        }
        let shown = paths.show(&path);
        let refused = |reason: String| {
            Failure::Usage(say!(
                lang,
                "chưa đóng gói, vì không đọc được {shown}: {reason}; chạy chibo check rồi sửa trước",
                "nothing was packed, for {shown} cannot be read: {reason}; run chibo check and mend it first"
            ))
        };
        if closed {
            return Err(refused(say!(lang, "không phải tệp thường", "it is no regular file")));
        }
        let mut bytes = Vec::new();
        let read = Files::below(&ctx.root).read(&path, MAX_BYTES as usize + 1, &mut bytes);
        read.map_err(|error| refused(crate::os::reason(&error, lang)))?;
        if bytes.len() as u64 > MAX_BYTES {
            return Err(refused(say!(lang, "quá 1 MiB", "it is over 1 MiB")));
        }
        records.push(Record { path, claim, bytes });
    }
    if records.is_empty() {
        return Err(Failure::Usage(say!(lang, "đơn vị chưa có bản ghi nào", "the unit has no records yet")));
    }
    records.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(records)
}

fn manifest(place: &Workplace, unit: &UnitDir, records: &[Record]) -> Manifest {
    let ctx = &place.ctx;
    let history = History::read(&ctx.root);
    let mut whole = Whole::default();
    let packed = records.iter().map(|Record { path, bytes, .. }| {
        whole.add(path, bytes);
        Packed { path: path.clone(), digest: digest(bytes), base: history.of(path).last().cloned() }
    });
    let packed = packed.collect();
    Manifest {
        version: VERSION,
        format: FORMAT,
        register: Register { name: ctx.settings.name.clone(), level: ctx.root_level.word().to_owned() },
        unit: unit.id.to_string(),
        names: records.iter().any(|record| record.claim == Claim::Names),
        digest: whole.shown(),
        records: packed,
    }
}

fn told(unit: &UnitDir, records: &[Record], shown: &str, lang: Lang) -> String {
    let count = records.len() as u64;
    let (number, word) = (group(count, lang), plural(count, "record", "records"));
    let label = unit.level.label().of(lang);
    let id = if unit.id.is_empty() { label.to_owned() } else { unit.id.to_string() };
    let mut text = say!(lang, "{shown}: {number} bản ghi của {id}\n", "{shown}: {number} {word} of {id}\n");
    let names: Vec<&str> =
        records.iter().filter(|record| record.claim == Claim::Names).map(|record| record.path.as_str()).collect();
    let list = names.join(", ");
    text += &if names.is_empty() {
        say!(lang, "không có họ tên (thêm --names nếu nơi nhận cần)\n", "without names (--names adds them)\n")
    } else {
        say!(
            lang,
            "CÓ HỌ TÊN: {list}; chỉ gửi qua kênh nội bộ\n",
            "NAMES ARE IN IT: {list}; send it through the Party's own channels only\n"
        )
    };
    let broken = records.iter().filter(|record| is_broken(record, lang)).count() as u64;
    if broken > 0 {
        let (number, have) = (group(broken, lang), plural(broken, "record has", "records have"));
        text += &say!(
            lang,
            "lưu ý: {number} bản ghi còn lỗi, nơi nhận sẽ không nhận được; chạy chibo check rồi sửa và đóng gói lại\n",
            "note: {number} {have} errors, and will not be taken; run chibo check, mend them and pack again\n"
        );
    }
    text
}

/// Whether nobody could read a record.
fn is_broken(record: &Record, lang: Lang) -> bool {
    let Ok(source) = decode(record.path.clone(), &record.bytes) else { return true };
    let problems = Problems::new(lang, &source);
    drop(kind::read(record.claim, &problems));
    problems.count() > 0
}
