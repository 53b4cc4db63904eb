//! Finding and opening a register: its root, its settings, the units that a command asks for.

use std::path::{Component, Path, PathBuf};

use crate::{
    context::Context,
    date::Date,
    finding::{Finding, Place, Report},
    lang::{Lang, say},
    parse::{Problem, Problems, toml_reader},
    records::settings::{RootLevel, SetLevel, SettingsFile},
    register::{
        discover::UnitDir,
        unusable::{self, Unusable},
    },
    rules::{goal_changed, unknown_rule, wrong_value},
    settings::Settings,
    source::{At, Source},
    text::nearest,
    unit::{UnitLevel, join, level_at},
    watch::Watch,
};

/// The only format that this version reads.
const FORMAT: i64 = 1;

/// Why there is no register to work on.
#[derive(Debug)]
pub(crate) enum NoRegister {
    /// No chibo.toml here or above, or no such unit: exit 3.
    NotFound(String),
    /// Its settings cannot be used: exit 2.
    Unusable(Box<Unusable>),
}

/// A register that is open, and what is wrong with its chibo.toml.
pub(crate) struct Opened {
    pub(crate) ctx: Context,
    pub(crate) findings: Vec<Finding>,
    /// The first thing in it for which no figure can be believed, whatever level it is set to.
    pub(crate) broken: Option<Broken>,
}

/// A mistake in chibo.toml.
pub(crate) struct Broken {
    pub(crate) line: u32,
    pub(crate) column: u32,
    pub(crate) message: String,
}

/// The nearest directory, from `start` upwards, that holds a chibo.toml.
pub(crate) fn find_root(start: &Path) -> Option<PathBuf> {
    start.ancestors().find(|directory| directory.join("chibo.toml").is_file()).map(Path::to_path_buf)
}

/// The language that the register at or above a directory chooses, for messages before it is opened.
pub(crate) fn language(start: &Path) -> Option<Lang> {
    let root = find_root(start)?;
    let source = Source::read(&root, "chibo.toml".into()).ok()?;
    let problems = Problems::new(Lang::Vi, &source);
    toml_reader::read::<SettingsFile<'_>>(&source.text, &problems).and_then(|file| Settings::of(&file).lang)
}

/// Opens the register at or above `start`.
pub(crate) fn open(start: &Path, lang: Lang, as_of: Option<Date>, today: Date) -> Result<Opened, NoRegister> {
    let shown = start.display();
    let root = find_root(start).ok_or_else(|| {
        NoRegister::NotFound(say!(
            lang,
            "không thấy sổ dữ liệu: {shown} và các thư mục bên trên không có chibo.toml\ngợi ý: vào thư mục của sổ, hoặc chỉ rõ bằng -C THƯ_MỤC",
            "no register: neither {shown} nor any directory above it holds a chibo.toml\nhint: go to the register's directory, or name it with -C DIR"
        ))
    })?;
    let mut ctx = Context {
        root,
        root_level: UnitLevel::Province,
        settings: Settings::of_the_plan("chibo.toml".to_owned()),
        settings_digest: 0,
        lang,
        as_of: as_of.unwrap_or(today),
        cache: None,
        today,
        watch: Watch::default(),
    };
    let source = match Source::read(&ctx.root, "chibo.toml".into()) {
        Ok(source) => source,
        Err(no_text) => return Err(NoRegister::Unusable(Unusable::unreadable(ctx, &no_text))),
    };
    // Another format has other keys, so it is told before they are judged.
    if let Some(format) = format_of(&source.text).filter(|format| *format != FORMAT) {
        return Err(NoRegister::Unusable(Unusable::of_format(ctx, format, FORMAT)));
    }
    let problems = Problems::new(lang, &source);
    let file = toml_reader::read::<SettingsFile<'_>>(&source.text, &problems);
    let problems = problems.take();
    let Some(file) = file else { return Err(NoRegister::Unusable(Unusable::wrong(ctx, &source, problems))) };
    ctx.root_level = match *file.level {
        RootLevel::Province => UnitLevel::Province,
        RootLevel::District => UnitLevel::District,
        RootLevel::Commune => UnitLevel::Commune,
        RootLevel::Cell => UnitLevel::Cell,
    };
    ctx.settings = Settings::of(&file);
    ctx.settings_digest = xxhash_rust::xxh3::xxh3_128(source.text.as_bytes());
    let broken = problems.first().map(|problem| {
        let at = source.lines(problem.at);
        Broken { line: at.line, column: at.column, message: problem.message.clone() }
    });
    let findings = tell(&ctx, &source, problems, &file);
    Ok(Opened { ctx, findings, broken })
}

fn format_of(text: &str) -> Option<i64> {
    text.parse::<toml::Table>().ok()?.get("format")?.as_integer()
}

fn tell(ctx: &Context, source: &Source, problems: Vec<Problem>, file: &SettingsFile<'_>) -> Vec<Finding> {
    let mut report = Report::new(ctx);
    let unit = "".into();
    unusable::tell(source, problems, &mut report);
    let keys = |entries: Option<Vec<(String, At)>>| entries.unwrap_or_default();
    let goals = keys(file.goals.get().map(|entries| said_keys(&entries.0)));
    let deadlines = keys(file.deadlines.get().map(|entries| said_keys(&entries.0)));
    for (key, set) in file.levels.get().map_or(&[][..], |entries| &entries.0) {
        let Some((id, at)) = key.said() else { continue };
        unknown_rule::in_levels(id, &unit, Place::in_source(source, at), &mut report);
        if let Some((SetLevel::Off, at)) = set.said() {
            wrong_value::never_off(id, &unit, Place::in_source(source, at), &mut report);
        }
    }
    for (id, at) in goals {
        unknown_rule::in_goals(&id, &unit, Place::in_source(source, at), &mut report);
    }
    for (id, at) in deadlines {
        unknown_rule::in_deadlines(&id, &unit, Place::in_source(source, at), &mut report);
    }
    goal_changed::look(file, source, &unit, &mut report);
    report.findings
}

fn said_keys<V>(
    entries: &[(crate::parse::Field<crate::parse::Text<'_>>, crate::parse::Field<V>)],
) -> Vec<(String, At)> {
    entries.iter().filter_map(|(key, _)| key.said().map(|(key, at)| (key.to_string(), at))).collect()
}

/// The units that a command names, or the one in which it stands.
pub(crate) fn scope(ctx: &Context, start: &Path, units: &[String]) -> Result<Vec<UnitDir>, NoRegister> {
    if units.is_empty() {
        let here = start.strip_prefix(&ctx.root).unwrap_or(Path::new(""));
        return Ok(vec![enclosing_unit(ctx, here)]);
    }
    let mut found: Vec<UnitDir> = Vec::new();
    for name in units {
        let unit = unit(ctx, start, name).ok_or_else(|| {
            let lang = ctx.lang;
            let missing = say!(lang, "không có đơn vị `{name}` trong sổ", "there is no unit `{name}` in the register");
            let hint = match near(ctx, start, name) {
                Some(near) => say!(lang, "gợi ý: có phải là `{near}`?", "hint: did you mean `{near}`?"),
                None => say!(
                    lang,
                    "gợi ý: ghi đường dẫn thư mục của đơn vị từ gốc sổ, ví dụ van-giang/xuan-quan; thôn ghi van-giang/xuan-quan#thon-1",
                    "hint: give the path of the unit's directory from the root, such as van-giang/xuan-quan; a village is van-giang/xuan-quan#thon-1"
                ),
            };
            NoRegister::NotFound(format!("{missing}\n{hint}"))
        })?;
        if !found.contains(&unit) {
            found.push(unit);
        }
    }
    Ok(found)
}

/// The unit whose directory this is, or that holds it (a year's directory, say).
fn enclosing_unit(ctx: &Context, inside: &Path) -> UnitDir {
    let mut id = String::new();
    let mut level = ctx.root_level;
    for part in inside.components() {
        let (Component::Normal(name), Some(below)) = (part, level.below()) else { break };
        let next = join(&id, &name.to_string_lossy());
        if !ctx.root.join(&next).join(below.marker()).is_file() {
            break;
        }
        (id, level) = (next, below);
    }
    UnitDir { id: id.into(), level }
}

/// A unit by its path from the working directory, or from the root.
fn unit(ctx: &Context, start: &Path, name: &str) -> Option<UnitDir> {
    let (path, village) = match name.split_once('#') {
        Some((path, village)) => (path, Some(village)),
        None => (name, None),
    };
    // The root of the file system is all slashes.
    let path = Some(path.trim_end_matches(['/', '\\'])).filter(|trimmed| !trimmed.is_empty()).unwrap_or(path);
    let from_here = normal(&start.join(path)).and_then(|path| path.strip_prefix(&ctx.root).ok().map(Path::to_path_buf));
    let from_root = normal(Path::new(path)).filter(|path| path.is_relative());
    let directory = [from_here, from_root].into_iter().flatten().find_map(|path| existing(ctx, &path))?;
    match village {
        None => Some(directory),
        Some(village) if directory.level == UnitLevel::Commune && !village.is_empty() => {
            Some(UnitDir { id: format!("{}#{village}", directory.id).into(), level: UnitLevel::Village })
        }
        Some(_) => None,
    }
}

/// The unit beside the place where one was looked for whose name is nearest, written as that was.
fn near(ctx: &Context, start: &Path, name: &str) -> Option<String> {
    let name = name.trim_end_matches('/');
    let (above, last) = name.rsplit_once('/').unwrap_or(("", name));
    let beside = [start.join(above), ctx.root.join(above)].into_iter().filter_map(|above| above.read_dir().ok());
    let names = beside.flatten().filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut names: Vec<String> = names.filter(|name| unit(ctx, start, &join(above, name)).is_some()).collect();
    // A directory is listed in no order.
    names.sort_unstable();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    nearest(last, &names).map(|near| join(above, near))
}

/// A path without `.` and `..`; `None` where it leaves the file system's root.
fn normal(path: &Path) -> Option<PathBuf> {
    let mut normal = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                if !normal.pop() {
                    return None;
                }
            }
            _ => normal.push(part),
        }
    }
    Some(normal)
}

fn existing(ctx: &Context, inside: &Path) -> Option<UnitDir> {
    let parts: Option<Vec<&str>> = inside.components().map(|part| part.as_os_str().to_str()).collect();
    let id = parts?.join("/");
    let level = level_at(ctx.root_level, &id)?;
    let is_root = id.is_empty();
    (is_root || ctx.root.join(&id).join(level.marker()).is_file()).then(|| UnitDir { id: id.into(), level })
}
