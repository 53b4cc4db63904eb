//! A new register is read and judged before it is written, in a place of its own.

use std::{fs, path::Path};

use super::files::NewFile;
use crate::{
    command::Failure,
    date::Date,
    finding::{Finding, Level},
    judge::{Traced, Wanted, judge},
    lang::{Lang, say},
    os,
    register::{discover::UnitDir, open::open},
    unit::UnitLevel,
};

/// Refuses what would not be sound: a name with a mark of secrecy, say.
pub(super) fn sound(
    files: &[NewFile],
    kept: &[String],
    directory: &Path,
    today: Date,
    lang: Lang,
) -> Result<(), Failure> {
    let stage = tempfile::tempdir().map_err(|error| Failure::Work(error.into()))?;
    let new = files.iter().map(|file| (&file.path, Some(file.text.as_bytes())));
    // What stays as it is belongs to the register, too.
    let all = new.chain(kept.iter().map(|path| (path, None)));
    for (name, text) in all.filter(|(path, _)| path.ends_with(".toml") || path.ends_with(".csv")) {
        let path = stage.path().join(name);
        let above = path.parent().unwrap_or(stage.path());
        let put = || match text {
            Some(text) => fs::write(&path, text),
            None => fs::copy(directory.join(name), &path).map(drop),
        };
        fs::create_dir_all(above).and_then(|()| put()).map_err(|error| {
            let reason = os::reason(&error, lang);
            Failure::Work(anyhow::anyhow!(say!(
                lang,
                "không ghi thử được vào thư mục tạm: {reason}",
                "the trial in the temporary directory failed: {reason}"
            )))
        })?;
    }
    let Ok(root) = stage.path().canonicalize() else { return Ok(()) };
    let opened = open(&root, lang, Some(today), today)?;
    let wanted = Wanted {
        years: Vec::new(),
        shortfall_years: Vec::new(),
        keep: UnitLevel::Commune,
        digest: false,
        trace: Traced::Nothing,
        ahead: false,
        only: None,
    };
    let top = UnitDir { id: "".into(), level: opened.ctx.root_level };
    let mut found = opened.findings;
    found.extend(judge(&opened.ctx, &top, &wanted).findings);
    found.retain(|finding: &Finding| finding.level == Level::Error);
    if found.is_empty() {
        return Ok(());
    }
    let lines: String =
        found.iter().map(|finding| format!("\n{}: [{}] {}", finding.path, finding.id, finding.message)).collect();
    Err(Failure::Usage(say!(
        lang,
        "chưa ghi gì, vì sổ sẽ sai:{lines}",
        "nothing was written, for the register would be wrong:{lines}"
    )))
}
