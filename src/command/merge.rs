//! `chibo merge`: reports that were made elsewhere, added into one. No register is needed.

use std::fs;

use anyhow::Context as _;

use crate::{
    cli::{Globals, MergeArgs},
    command::{Exit, Failure, deliver, report::of_year},
    io::Io,
    lang::say,
    merge,
};

pub(super) fn run(globals: &Globals, args: &MergeArgs, io: &mut Io<'_>) -> Result<Exit, Failure> {
    let lang = globals.lang;
    let here = globals.dir.as_ref().unwrap_or(&io.working_dir);
    let mut parts = Vec::new();
    for file in &args.files {
        let shown = file.display().to_string();
        let text = fs::read(here.join(file))
            .with_context(|| say!(lang, "không đọc được {shown}", "{shown} cannot be read"))?;
        parts.push(merge::read(&shown, &text, lang).map_err(|reason| {
            Failure::Usage(say!(
                lang,
                "{reason}\ngợi ý: lập lại bằng chibo report --year NĂM -o TỆP.json",
                "{reason}\nhint: make it again with chibo report --year YEAR -o FILE.json"
            ))
        })?);
    }
    let report = merge::merge(&parts, lang).map_err(Failure::Usage)?;
    // A file is as wide as its content; a terminal as it is.
    let width = if args.output.is_some() { None } else { io.width };
    let text = of_year(lang, args.format, &report, args.all, width);
    deliver(&text, args.output.as_deref(), args.force, lang, io)?;
    Ok(if report.left_out_records > 0 { Exit::Findings } else { Exit::Fine })
}
