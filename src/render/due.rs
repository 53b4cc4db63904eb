//! What is to be done, soonest first.

use serde::Serialize;

use super::{Typed, csv_text};
use crate::{
    clauses,
    date::{self, Date},
    due::Due,
    lang::{Lang, plural, say},
    number::group,
};

/// The first of them, or all; it is said how many there are besides.
pub(crate) fn list(lang: Lang, as_of: Date, list: &[Due], first: Option<usize>, typed: &Typed) -> String {
    let shown = date::show(as_of, lang);
    if list.is_empty() {
        return say!(lang, "Ngày {shown}: không có việc nào đến hạn.\n", "{shown}: nothing is due.\n");
    }
    let count = list.len() as u64;
    let (n, things) = (group(count, lang), plural(count, "thing", "things"));
    let mut text = say!(lang, "Ngày {shown}: {n} việc cần làm\n", "{shown}: {n} {things} to do\n");
    let first = first.unwrap_or(list.len()).min(list.len());
    for due in &list[..first] {
        let when = date::show(due.when, lang);
        let late = if due.when < as_of { say!(lang, " (quá hạn)", " (late)") } else { String::new() };
        let clause = due.clause.map(|clause| format!(" [{}]", clauses::shown(clause, lang))).unwrap_or_default();
        let (unit, what) = (&due.unit, &due.what);
        let unit = if unit.is_empty() { String::new() } else { format!("{unit}: ") };
        let more = group(due.more, lang);
        let more = match due.more {
            0 => String::new(),
            1 => say!(lang, " (và 1 tệp nữa)", " (and 1 more file)"),
            _ => say!(lang, " (và {more} tệp nữa)", " (and {more} more files)"),
        };
        text.push_str(&format!("\n{when}{late}  {unit}{what}{clause}\n    {}{more}\n", typed.begin(due, lang)));
    }
    let rest = (list.len() - first) as u64;
    if rest > 0 {
        let (n, things) = (group(rest, lang), plural(rest, "thing", "things"));
        text += &say!(
            lang,
            "\n… và {n} việc nữa; xem đủ bằng chibo due, không kèm --first\n",
            "\n… and {n} more {things}; chibo due without --first tells all\n"
        );
    }
    text
}

pub(crate) fn csv(lang: Lang, list: &[Due], typed: &Typed) -> String {
    let rows = list.iter().map(|due| {
        [
            due.when.to_string(),
            csv_text(&due.unit),
            csv_text(&due.what),
            due.clause.unwrap_or_default().to_owned(),
            csv_text(&typed.begin(due, lang)),
            due.more.to_string(),
        ]
    });
    super::csv_file(&["when", "unit", "what", "clause", "begin", "more_files"], rows)
}

#[derive(Serialize)]
struct Form<'d> {
    version: u32,
    as_of: String,
    due: Vec<Row<'d>>,
}

#[derive(Serialize)]
struct Row<'d> {
    when: String,
    unit: &'d str,
    what: &'d str,
    clause: Option<&'d str>,
    begin: String,
    /// Files that ask for the same as the one named.
    more_files: u64,
}

pub(crate) fn json(lang: Lang, as_of: Date, list: &[Due], typed: &Typed) -> String {
    let due = list.iter().map(|due| Row {
        when: due.when.to_string(),
        unit: &due.unit,
        what: &due.what,
        clause: due.clause,
        begin: typed.begin(due, lang),
        more_files: due.more,
    });
    super::json(&Form { version: 1, as_of: as_of.to_string(), due: due.collect() })
}
