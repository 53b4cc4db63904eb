//! `chibo export`: fact tables for analysis engines.

use crate::{
    cli::{ExportArgs, Globals},
    command::{Exit, Failure, commit, open, report::settings_are_sound},
    export::{self, NoPlace, Place},
    io::Io,
    lang::{Lang, say},
    number::group,
    register::open::scope,
    write,
};

pub(super) fn run(globals: &Globals, args: &ExportArgs, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let place = open(globals, io)?;
    settings_are_sound(&place)?;
    let ctx = &place.ctx;
    let target = io.working_dir.join(&args.directory);
    let shown = args.directory.display().to_string();
    if export::is_in_register(ctx, &target) {
        return Err(Failure::Usage(say!(
            ctx.lang,
            "{shown} nằm trong sổ dữ liệu, các bảng sẽ bị coi là bản ghi\ngợi ý: chọn thư mục ở ngoài sổ",
            "{shown} lies in the register, where tables would be taken for records\nhint: choose a directory outside it"
        )));
    }
    let taken = Place::take(&target, args.force).map_err(|reason| refusal(&reason, &shown, ctx.lang))?;
    let commit = commit::of(&ctx.root);
    let wanted = (args.format, globals.names);
    for unit in scope(ctx, &place.here, &[])? {
        let exported = export::export(ctx, &unit, commit.as_deref(), wanted, &taken)
            .map_err(|error| Failure::Work(anyhow::anyhow!(write::explain(&error, &shown, ctx.lang))))?;
        for (name, rows) in &exported.files {
            let file = args.directory.join(name);
            let rows = rows.map(|rows| format!("  {}", group(rows, ctx.lang))).unwrap_or_default();
            io.print(&format!("{}{rows}\n", file.display())).map_err(Failure::Output)?;
        }
        if exported.left_out_records > 0 {
            return Ok(Exit::Findings);
        }
    }
    Ok(Exit::Fine)
}

fn refusal(reason: &NoPlace, shown: &str, lang: Lang) -> Failure {
    Failure::Usage(match reason {
        NoPlace::Former => say!(
            lang,
            "{shown} đã có một lần xuất; thêm --force để ghi đè",
            "{shown} holds an earlier export; add --force to write over it"
        ),
        NoPlace::Foreign => say!(
            lang,
            "{shown} không trống và không phải một lần xuất của chibo\ngợi ý: chọn thư mục trống hoặc chưa có",
            "{shown} is not empty, and no export of chibo's\nhint: choose a directory that is empty or not there yet"
        ),
        NoPlace::Io(error) => write::explain(error, shown, lang),
    })
}
