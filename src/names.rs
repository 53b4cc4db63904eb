//! Names of people, from names.csv, for a reader who asks for them. Nothing needs them, and nothing that is tracked or
//! that a program reads shows them.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    context::Context, finding::Report, records::name::NameRow, register::read::table, source::Source, unit::join,
};

/// The ids and names of one unit.
type Names = BTreeMap<String, String>;

/// Puts the name behind each id that a unit's message quotes: `dv07` of a cell, `tt01` of its commune.
pub(crate) fn show<'m>(ctx: &Context, messages: impl Iterator<Item = (&'m Arc<str>, &'m mut String)>) {
    let mut known: BTreeMap<Arc<str>, Names> = BTreeMap::new();
    for (unit, message) in messages {
        let names = known.entry(Arc::clone(unit)).or_insert_with(|| of_unit(ctx, unit));
        if !names.is_empty() {
            *message = with_names(message, names);
        }
    }
}

/// The names of a unit and of the one above it.
fn of_unit(ctx: &Context, unit: &Arc<str>) -> Names {
    let directory = unit.split_once('#').map_or(&**unit, |(commune, _)| commune);
    let mut names = directory.rsplit_once('/').map(|(above, _)| read(ctx, above)).unwrap_or_default();
    names.extend(read(ctx, directory));
    names
}

fn read(ctx: &Context, directory: &str) -> Names {
    // What is wrong with the file is told by its own findings.
    let Ok(source) = Source::read(&ctx.root, join(directory, "names.csv")) else { return Names::new() };
    let rows = table::<NameRow<'_>>(&source, &"".into(), &mut Report::new(ctx)).rows;
    rows.iter().map(|row| (row.id.to_string(), row.name.to_string())).collect()
}

fn with_names(message: &str, names: &Names) -> String {
    let mut shown = String::with_capacity(message.len());
    for (index, part) in message.split('`').enumerate() {
        if index > 0 {
            shown.push('`');
        }
        shown.push_str(part);
        // Odd parts stand between backticks; the closing one comes before the name.
        if index % 2 == 1
            && let Some(name) = names.get(part)
        {
            shown.push_str("` (");
            shown.push_str(name);
            shown.push_str(")\u{0}");
        }
    }
    shown.replace("\u{0}`", "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_behind_its_id() {
        let names = Names::from([("dv07".to_owned(), "Nguyễn Thị Sen".to_owned())]);
        let shown = with_names("`dv07` và `dv08` chưa điểm danh", &names);
        assert_eq!(shown, "`dv07` (Nguyễn Thị Sen) và `dv08` chưa điểm danh");
    }
}
