//! Reports that were made elsewhere, added into one. Counts add; statuses, needs and percentages are made again from the
//! sums, by the code that makes them in a report. The order of the reports, and whether some were merged before, changes
//! nothing.

mod form;
mod refusal;

use std::{collections::BTreeMap, path::PathBuf, sync::Arc};

use chrono::Datelike;
use xxhash_rust::xxh3::Xxh3;

use crate::{
    context::Context,
    date::Date,
    difference,
    judge::YearFigures,
    lang::{Lang, say},
    report::{Figures, Origin, Register, UnitReport, YearReport},
    settings::Settings,
    targets::{Goal, TARGETS, Target},
    unit::{UnitLevel, within},
    watch::Watch,
};
use form::{Form, MOST};

/// A report, as it was read.
#[derive(Debug)]
pub(crate) struct Part {
    /// The file, as the user named it.
    file: String,
    year: i32,
    as_of: Date,
    settings: BTreeMap<String, String>,
    /// The targets that it lists, by their place in the list.
    targets: Vec<usize>,
    units: Vec<Unit>,
}

/// A unit with its figures, and where they were made.
#[derive(Clone, Debug)]
struct Unit {
    id: Arc<str>,
    name: String,
    origin: Origin,
    figures: Figures,
}

/// Reads one report. The error is what is wrong with it, with its place where it has one.
pub(crate) fn read(file: &str, text: &[u8], lang: Lang) -> Result<Part, String> {
    // PowerShell writes a byte order mark.
    let text = text.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(text);
    let form: Form = serde_json::from_slice(text).map_err(|error| {
        let (line, column) = (error.line().max(1), error.column().max(1));
        format!("{file}:{line}:{column}: {}", refusal::reason(&error, lang))
    })?;
    part(file, form, lang).map_err(|reason| format!("{file}: {reason}"))
}

fn part(file: &str, form: Form, lang: Lang) -> Result<Part, String> {
    let places = |targets: &[form::Target]| targets.iter().map(|target| target.id.0).collect::<Vec<_>>();
    let ctx = context(&form.settings, form.as_of.0, lang)?;
    let (from, until) = (ctx.settings.plan.from.year(), ctx.settings.plan.until.year());
    if !(from..=until).contains(&form.year) {
        let year = form.year;
        return Err(say!(lang, "năm {year} nằm ngoài Đề án", "{year} lies outside the plan"));
    }
    let targets = places(&form.targets);
    if !targets.is_sorted_by(|a, b| a < b) {
        return Err(say!(lang, "các chỉ tiêu không theo thứ tự của Đề án", "the targets are not in the plan's order"));
    }
    let rows = form.by.iter().map(|unit| &unit.targets);
    for target in rows.flatten().chain(&form.targets) {
        let (known, goal) = (TARGETS[target.id.0], target.goal());
        let by_settings = known.goal_in(&ctx);
        let percent = if by_settings == Goal::All { None } else { by_settings.percent() };
        if goal.kind != by_settings.kind() || goal.percent != percent {
            let id = known.id;
            return Err(say!(
                lang,
                "mức của chỉ tiêu `{id}` khác mức theo thiết lập ghi trong báo cáo",
                "the goal of `{id}` is not the one that the report's settings give"
            ));
        }
    }
    let units = match &form.unit {
        Some(id) => {
            let name = form.name.unwrap_or_else(|| if id.is_empty() { form.register.name.clone() } else { id.clone() });
            vec![unit(id, name, form.register, form.left_out_records, form.strength, &form.targets)]
        }
        None => {
            let mut units = Vec::new();
            for row in form.by {
                let (Some(id), Some(register), Some(left_out)) = (row.unit, row.register, row.left_out_records) else {
                    return Err(several(lang));
                };
                if places(&row.targets) != targets {
                    return Err(say!(
                        lang,
                        "các đơn vị trong báo cáo không cùng chỉ tiêu",
                        "the units of the report do not list the same targets"
                    ));
                }
                units.push(unit(&id, row.name, register, left_out, row.strength, &row.targets));
            }
            if units.is_empty() {
                return Err(several(lang));
            }
            units
        }
    };
    let (year, as_of, settings) = (form.year, form.as_of.0, form.settings);
    Ok(Part { file: file.to_owned(), year, as_of, settings, targets, units })
}

/// Of a report of several units nobody can tell which unit is counted in it twice.
fn several(lang: Lang) -> String {
    say!(
        lang,
        "báo cáo gộp nhiều đơn vị; lập riêng từng đơn vị bằng chibo report rồi mới chibo merge",
        "it is the report of several units; make one of each with chibo report, then merge those"
    )
}

fn unit(
    id: &str,
    name: String,
    register: form::Register,
    left_out: form::Count,
    strength: form::Counted,
    targets: &[form::Target],
) -> Unit {
    let mut year = YearFigures { strength: strength.0, left_out_records: left_out.0, ..YearFigures::default() };
    let mut previous = None;
    for target in targets {
        year.tallies[target.id.0] = target.tally();
        if let Some(tally) = target.previous() {
            previous.get_or_insert_with(YearFigures::default).tallies[target.id.0] = tally;
        }
    }
    let form::Register { name: register, digest, commit } = register;
    let origin = Origin { register, digest: digest.0, commit, left_out_records: left_out.0 };
    Unit { id: id.into(), name, origin, figures: Figures { year, previous } }
}

/// What a report was judged by: its settings, as of its day.
fn context(settings: &BTreeMap<String, String>, as_of: Date, lang: Lang) -> Result<Context, String> {
    let settings = Settings::of_differing("", settings).map_err(|unknown| {
        let (key, value) = (unknown.key, unknown.value);
        say!(lang, "chibo này không có thiết lập `{key} = {value}`", "this chibo has no setting `{key} = {value}`")
    })?;
    Ok(Context {
        root: PathBuf::new(),
        root_level: UnitLevel::Province,
        settings,
        settings_digest: 0,
        lang,
        as_of,
        cache: None,
        today: as_of,
        watch: Watch::default(),
    })
}

/// Adds reports. The error names the two that do not go together.
pub(crate) fn merge(parts: &[Part], lang: Lang) -> Result<YearReport, String> {
    let Some((first, rest)) = parts.split_first() else {
        return Err(say!(lang, "không có báo cáo nào", "there is no report"));
    };
    rest.iter().try_for_each(|part| agree(first, part, lang))?;
    let mut units: Vec<(&str, &Unit)> =
        parts.iter().flat_map(|part| part.units.iter().map(|unit| (part.file.as_str(), unit))).collect();
    units.sort_by(|(_, a), (_, b)| (&a.origin.register, &a.id).cmp(&(&b.origin.register, &b.id)));
    apart(&units, lang)?;
    rest.iter().try_for_each(|part| same_targets(first, part, lang))?;

    let ctx = context(&first.settings, first.as_of, lang)?;
    let wanted = |target: &Target| first.targets.iter().any(|place| TARGETS[*place].id == target.id);
    let report =
        |id, name, figures| UnitReport::new(&ctx, first.year, (id, name, UnitLevel::Province), figures, wanted);
    let mut total = Figures::default();
    let mut digest = Xxh3::new();
    let mut by = Vec::new();
    for (file, unit) in &units {
        total.add(&unit.figures);
        if greatest(&total) > MOST {
            return Err(say!(
                lang,
                "{file}: cộng thêm báo cáo này thì số đếm lớn hơn mức có thể có",
                "{file}: with this report the counts are more than can have been counted"
            ));
        }
        digest.update(&unit.origin.digest.to_le_bytes());
        digest.update(unit.id.as_bytes());
        digest.update(&[0]);
        let id = Some(Arc::clone(&unit.id));
        by.push(UnitReport { origin: Some(unit.origin.clone()), ..report(id, unit.name.clone(), &unit.figures) });
    }
    let mut registers: Vec<&str> = units.iter().map(|(_, unit)| unit.origin.register.as_str()).collect();
    registers.dedup();
    let (count, sources) = (units.len(), registers.len());
    let name = match registers.as_slice() {
        [name] => (*name).to_owned(),
        _ => say!(lang, "{sources} sổ dữ liệu", "{sources} registers"),
    };
    let register =
        Register { name, digest: digest.digest128(), commit: None, settings: difference::all(&ctx.settings) };
    Ok(YearReport {
        register,
        year: first.year,
        as_of: first.as_of,
        // Of a year that its time did not reach, a report prints the day on which it was made.
        reference: (first.as_of.year() == first.year).then_some(first.as_of),
        left_out_records: total.year.left_out_records,
        whole: report(None, say!(lang, "{count} đơn vị", "{count} units"), &total),
        by,
        since: None,
        withheld: false,
    })
}

/// Whether two reports are of one kind: year, day, settings.
fn agree(a: &Part, b: &Part, lang: Lang) -> Result<(), String> {
    let (one, other) = (&a.file, &b.file);
    if a.year != b.year {
        let (x, y) = (a.year, b.year);
        return Err(say!(lang, "{one} là báo cáo năm {x}, {other} năm {y}", "{one} is of {x}, {other} of {y}"));
    }
    if a.as_of != b.as_of {
        let (x, y) = (a.as_of, b.as_of);
        return Err(say!(
            lang,
            "{one} tính đến {x}, {other} tính đến {y}\ngợi ý: lập lại báo cáo với cùng một --as-of",
            "{one} is as of {x}, {other} as of {y}\nhint: make the reports again with one --as-of"
        ));
    }
    let keys = a.settings.keys().chain(b.settings.keys());
    if let Some(key) = keys.into_iter().find(|key| a.settings.get(*key) != b.settings.get(*key)) {
        let nothing = say!(lang, "không đặt", "not set");
        let (x, y) = (a.settings.get(key).unwrap_or(&nothing), b.settings.get(key).unwrap_or(&nothing));
        return Err(say!(
            lang,
            "thiết lập {key} khác nhau: {one} {x}, {other} {y}\ngợi ý: thống nhất chibo.toml rồi lập lại báo cáo",
            "the setting {key} differs: {one} {x}, {other} {y}\nhint: agree on chibo.toml, then make the reports again"
        ));
    }
    Ok(())
}

/// Whether two reports list the same targets: those of one level, for which the same were asked.
fn same_targets(a: &Part, b: &Part, lang: Lang) -> Result<(), String> {
    let (one, other) = (&a.file, &b.file);
    if let Some(place) = (0..TARGETS.len()).find(|place| a.targets.contains(place) != b.targets.contains(place)) {
        let id = TARGETS[place].id;
        let (with, without) = if a.targets.contains(&place) { (one, other) } else { (other, one) };
        return Err(say!(
            lang,
            "{with} có chỉ tiêu {id}, {without} không có\ngợi ý: chỉ cộng báo cáo của các đơn vị cùng cấp, lập với cùng --target",
            "{with} lists the target {id}, {without} does not\nhint: merge reports of units of one level, made with the same --target"
        ));
    }
    Ok(())
}

/// Whether no unit is counted twice. A register is known by its name.
fn apart(units: &[(&str, &Unit)], lang: Lang) -> Result<(), String> {
    for (index, (file, unit)) in units.iter().enumerate() {
        // Sorted: what lies in a unit follows it.
        let same = units[index + 1..].iter().take_while(|(_, other)| other.origin.register == unit.origin.register);
        for (other_file, other) in same {
            if !within(&other.id, &unit.id) {
                continue;
            }
            let register = &unit.origin.register;
            let shown = |unit: &Unit| if unit.id.is_empty() { unit.name.clone() } else { unit.id.to_string() };
            let (outer, inner) = (shown(unit), shown(other));
            return Err(if unit.id == other.id {
                say!(
                    lang,
                    "{file} và {other_file} cùng có `{outer}` của sổ dữ liệu `{register}`\ngợi ý: bỏ một báo cáo; nếu là hai nơi khác nhau thì đặt tên (name trong chibo.toml) khác nhau",
                    "{file} and {other_file} both count `{outer}` of the register `{register}`\nhint: leave one out; if they are two places, give them two names (name in chibo.toml)"
                )
            } else {
                say!(
                    lang,
                    "{file} đã có cả `{inner}` của {other_file}: nó thuộc `{outer}`, sổ dữ liệu `{register}`\ngợi ý: bỏ một trong hai báo cáo",
                    "{file} counts `{inner}` of {other_file} already: it lies in `{outer}`, register `{register}`\nhint: leave one of the two reports out"
                )
            });
        }
    }
    Ok(())
}

fn greatest(figures: &Figures) -> u64 {
    let years = [Some(&figures.year), figures.previous.as_ref()].into_iter().flatten();
    let tallies = years.flat_map(|year| year.tallies.iter().map(crate::targets::Tally::greatest));
    tallies.max().unwrap_or(0).max(figures.year.left_out_records)
}
