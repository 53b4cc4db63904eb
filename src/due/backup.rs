//! The register has to be kept somewhere else too.

use std::fs;

use super::{Begin, Due};
use crate::{
    context::Context,
    date::{self, parse_iso, plus_days},
    exchange::state,
    lang::say,
};

/// A month of work is what a clerk can write anew.
const DAYS: u32 = 30;

/// The backup that is to be made: thirty days after the last one, or after the beginning of a register that nobody has
/// ever backed up. Whoever never made one and has a remote of git sends it there.
pub(crate) fn backup(ctx: &Context) -> Option<Due> {
    let lang = ctx.lang;
    let last = state::read(&ctx.root, state::BACKUP).and_then(|text| parse_iso(text.trim()));
    let (when, what) = match last {
        Some(last) => {
            let shown = date::show(last, lang);
            let what = say!(
                lang,
                "sao lưu sổ dữ liệu: lần gần nhất là ngày {shown}",
                "back up the register: the last time was {shown}"
            );
            (plus_days(last, DAYS), what)
        }
        None if plus_days(ctx.period().from, DAYS) > ctx.as_of || has_remote(ctx) => return None,
        None => {
            let what =
                say!(lang, "sao lưu sổ dữ liệu: chưa có lần nào", "back up the register: it was never backed up");
            (ctx.as_of, what)
        }
    };
    let due = Due { when, unit: "".into(), what, clause: None, begin: Begin::Backup, more: 0 };
    (when <= ctx.as_of).then_some(due)
}

/// Whether git keeps the register elsewhere too. A `.git` that is a file belongs to a working copy of another place.
fn has_remote(ctx: &Context) -> bool {
    let git = ctx.root.join(".git");
    let config = fs::read_to_string(git.join("config")).unwrap_or_default();
    git.is_file() || config.lines().any(|line| line.trim_start().starts_with("[remote "))
}
