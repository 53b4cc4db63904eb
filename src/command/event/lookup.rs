//! Whom an event is about: the unit and the id, as they were typed.

use std::collections::BTreeMap;

use crate::{
    command::{Failure, Workplace},
    date::digits,
    lang::say,
    register::{discover::UnitDir, open::scope},
    text::nearest,
    unit::UnitLevel,
};

/// A person of a unit.
#[derive(Debug)]
pub(in crate::command) struct Who {
    pub(in crate::command) unit: UnitDir,
    pub(in crate::command) id: String,
}

/// `[UNIT/]ID`: the unit is the one that is named, else the one that the command stands in; it must be of a level.
pub(in crate::command) fn split(place: &Workplace, who: &str, level: UnitLevel) -> Result<Who, Failure> {
    let (unit, id) = match who.rsplit_once('/') {
        Some((unit, id)) => (Some(unit), id),
        None => (None, who),
    };
    Ok(Who { unit: Who::unit(place, unit, level, id)?, id: id.to_owned() })
}

impl Who {
    /// The unit of a level that is named, or stood in.
    pub(in crate::command) fn unit(
        place: &Workplace,
        named: Option<&str>,
        level: UnitLevel,
        id: &str,
    ) -> Result<UnitDir, Failure> {
        let (ctx, lang) = (&place.ctx, place.ctx.lang);
        let names: Vec<String> = named.map(str::to_owned).into_iter().collect();
        let unit = scope(ctx, &place.here, &names)?.remove(0);
        if unit.level == level {
            return Ok(unit);
        }
        let (here, wanted) = (unit.level.label().of(lang), level.label().of(lang));
        Err(Failure::Usage(match named {
            Some(named) => {
                say!(lang, "`{named}` là {here}, không phải {wanted}", "`{named}` is a {here}, not a {wanted}")
            }
            None if id.is_empty() => say!(
                lang,
                "chưa rõ {wanted} nào, vì đang đứng ở {here}; ghi thêm đường dẫn của {wanted}",
                "which {wanted} is not clear, for this is a {here}; add the path of the {wanted}"
            ),
            None => say!(
                lang,
                "chưa rõ {wanted} nào, vì đang đứng ở {here}; ghi đường dẫn phía trước, như: ĐƯỜNG_DẪN/{id}",
                "which {wanted} is not clear, for this is a {here}; put its path in front, as in: PATH/{id}"
            ),
        }))
    }

    /// The id stands in no row.
    pub(in crate::command) fn unknown(&self, place: &Workplace, ids: &[&str], file: &str) -> Failure {
        let (lang, id) = (place.ctx.lang, &self.id);
        let near = nearest(id, ids).map(|near| say!(lang, "; có phải là `{near}`?", "; did you mean `{near}`?"));
        let near = near.unwrap_or_default();
        Failure::Usage(say!(lang, "không có `{id}` trong {file}{near}", "there is no `{id}` in {file}{near}"))
    }
}

/// The id after the greatest of those with the most usual beginning: `dv09` after `dv08`. `beginning` where there is none.
pub(in crate::command) fn next_id<'i>(ids: impl Iterator<Item = &'i str>, beginning: &str) -> String {
    let mut greatest: BTreeMap<&str, (usize, i32, usize)> = BTreeMap::new();
    for id in ids {
        let letters = id.trim_end_matches(|c: char| c.is_ascii_digit());
        if let Some(number) = digits(&id[letters.len()..]) {
            let entry = greatest.entry(letters).or_default();
            *entry = (entry.0 + 1, entry.1.max(number), entry.2.max(id.len() - letters.len()));
        }
    }
    let usual = greatest.into_iter().max_by_key(|(letters, (count, ..))| (*count, *letters == beginning));
    let (letters, (_, number, width)) = usual.unwrap_or((beginning, (0, 0, 2)));
    format!("{letters}{:0width$}", number.saturating_add(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_id_follows_the_greatest_of_its_kind() {
        let next = |ids: &[&str]| next_id(ids.iter().copied(), "dv");
        assert_eq!(next(&[]), "dv01");
        assert_eq!(next(&["dv01", "dv09", "khach1"]), "dv10");
        assert_eq!(next(&["dv099", "dv100"]), "dv101");
        assert_eq!(next(&["a-1", "a-7", "dv01"]), "a-8");
        assert_eq!(next(&["b1", "dv01"]), "dv02");
        assert_eq!(next(&["an", "binh"]), "dv01");
    }
}
