//! What `--verbose` says before the work: which register, settings, language and day the run goes by, and who chose each.

use crate::{
    cli::{Globals, SpeaksBy},
    command::Workplace,
    date,
    io::Io,
    lang::{Lang, say},
    number::group,
};

/// The language, which every command has.
pub(super) fn language(globals: &Globals) -> String {
    let lang = globals.lang;
    let by = match globals.speaks_by {
        SpeaksBy::CommandLine => "--lang".to_owned(),
        SpeaksBy::Variable => "CHIBO_LANG".to_owned(),
        SpeaksBy::Register => "chibo.toml".to_owned(),
        SpeaksBy::Locale => say!(lang, "theo máy", "the machine's"),
        SpeaksBy::Nobody => say!(lang, "mặc định", "the default"),
    };
    match lang {
        Lang::Vi => format!("ngôn ngữ: tiếng Việt ({by})\n"),
        Lang::En => format!("language: English ({by})\n"),
    }
}

/// The register that was opened.
pub(super) fn register(globals: &Globals, place: &Workplace, io: &Io<'_>) -> String {
    let (ctx, lang) = (&place.ctx, place.ctx.lang);
    let (root, here) = (ctx.root.display(), place.here.display());
    let found = match (&globals.dir, ctx.root == place.here) {
        (Some(_), true) => "-C".to_owned(),
        (Some(_), false) => say!(lang, "tìm từ {here} lên, theo -C", "found from {here} upwards, by -C"),
        (None, true) => say!(lang, "thư mục hiện tại", "the working directory"),
        (None, false) => say!(lang, "tìm từ {here} lên", "found from {here} upwards"),
    };
    let mut text = say!(lang, "sổ dữ liệu: {root} ({found})\n", "register: {root} ({found})\n");

    let settings = ctx.root.join("chibo.toml");
    let bytes = group(settings.metadata().map_or(0, |metadata| metadata.len()), lang);
    let settings = settings.display();
    text += &say!(lang, "thiết lập: {settings} ({bytes} byte)\n", "settings: {settings} ({bytes} bytes)\n");

    let day = date::show(ctx.as_of, lang);
    let by = match globals.as_of {
        Some(_) => "--as-of".to_owned(),
        None => say!(lang, "hôm nay ở Việt Nam", "today in Vietnam"),
    };
    text += &say!(lang, "ngày: {day} ({by})\n", "day: {day} ({by})\n");

    text + &kept(globals, place, io)
}

/// Where results of earlier runs are looked for.
fn kept(globals: &Globals, place: &Workplace, io: &Io<'_>) -> String {
    let lang = place.ctx.lang;
    let kept = match (io.cache_dir(), globals.cache) {
        (_, false) => say!(lang, "không dùng (--no-cache)", "not used (--no-cache)"),
        (Some(directory), true) => directory.display().to_string(),
        (None, true) if (io.var)("CHIBO_CACHE").is_some() => {
            say!(lang, "không dùng (CHIBO_CACHE=off)", "not used (CHIBO_CACHE=off)")
        }
        (None, true) => say!(lang, "không có chỗ giữ (HOME)", "no place for them (HOME)"),
    };
    say!(lang, "kết quả lần chạy trước: {kept}\n", "results of earlier runs: {kept}\n")
}
