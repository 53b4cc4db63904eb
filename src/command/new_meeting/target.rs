//! Where the new record goes, and what stands there already.

use std::path::Path;

use super::wish::Wish;
use crate::{
    command::Failure,
    context::Context,
    lang::say,
    parse::{Vocabulary, dates::Time},
    register::Cell,
    render::Paths,
    unit::join,
    write::Over,
};

/// The file to write.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Target {
    /// Relative to the register's root.
    pub(super) path: String,
    pub(super) over: Over,
}

/// Meetings of one kind on one day: more than a cell ever has.
const MOST: u32 = 20;

/// Chooses `<year>/<date>-<kind>.toml`, or the next of that day and kind where its start says that it is another.
pub(super) fn choose(
    ctx: &Context,
    paths: &Paths,
    cell: &Cell<'_>,
    wish: &Wish<'_>,
    force: bool,
) -> Result<Target, Failure> {
    let stem = format!("{}-{}", wish.date.format("%Y/%Y-%m-%d"), wish.kind.word());
    let all = (1..=MOST).map(|nth| {
        let suffix = if nth == 1 { String::new() } else { format!("-{nth}") };
        join(&cell.unit, &format!("{stem}{suffix}.toml"))
    });
    let (mut there, mut free) = (Vec::new(), None);
    for path in all {
        if exists(&ctx.root.join(&path)) {
            there.push(path);
        } else {
            free = free.or(Some(path));
        }
    }
    let begins = |path: &String| cell.meetings.iter().find(|meeting| meeting.source.path == *path)?.start.copied();
    let same_start = there.iter().find(|path| begins(path).map(Time::toml) == wish.start && wish.start.is_some());
    let all_other = wish.start.is_some() && same_start.is_none() && there.iter().all(|path| begins(path).is_some());
    match (there.as_slice(), free) {
        ([], Some(path)) => Ok(Target { path, over: Over::Nothing }),
        ([only], _) if force => Ok(Target { path: only.clone(), over: Over::Existing }),
        (_, Some(path)) if !force && all_other => Ok(Target { path, over: Over::Nothing }),
        _ => match same_start.filter(|_| force) {
            Some(path) => Ok(Target { path: path.clone(), over: Over::Existing }),
            None => Err(Failure::Usage(taken(ctx, paths, &there, force))),
        },
    }
}

fn taken(ctx: &Context, paths: &Paths, there: &[String], force: bool) -> String {
    let lang = ctx.lang;
    let shown = there.iter().map(|path| paths.show(path)).collect::<Vec<_>>().join(", ");
    if force {
        return say!(
            lang,
            "đã có {shown}; chọn bản ghi đè bằng --start GIỜ mà bản đó ghi",
            "there are {shown}; say which to write over with the --start TIME that it has"
        );
    }
    say!(
        lang,
        "đã có {shown}: mở tệp đó để ghi tiếp; họp hai lần trong ngày thì thêm --start GIỜ, khác giờ đã ghi ở đó; bỏ hết để ghi lại thì thêm --force",
        "there is {shown} already: open it to go on; for a second meeting that day add a --start TIME other than the one it has; to write it anew add --force"
    )
}

/// A link that leads nowhere is there too.
fn exists(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}
