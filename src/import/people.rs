//! People by their names, as names.csv has them: two names that differ in case or in the place of a tone are one, and two
//! people of one name are nobody until their ids are given.

use std::collections::BTreeMap;

use crate::{
    lang::{Lang, say},
    text::fold,
};

/// The names of a unit.
#[derive(Debug, Default)]
pub(crate) struct People {
    ids: BTreeMap<String, Vec<String>>,
}

/// Who a name is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Known {
    One(String),
    /// Of this name there are several.
    Several(Vec<String>),
    Nobody,
}

impl People {
    pub(crate) fn of<'n>(names: impl Iterator<Item = (&'n str, &'n str)>) -> Self {
        let mut people = Self::default();
        for (id, name) in names {
            let ids = people.ids.entry(key(name)).or_default();
            if !ids.iter().any(|known| known == id) {
                ids.push(id.to_owned());
            }
        }
        people
    }

    pub(crate) fn find(&self, name: &str) -> Known {
        match self.ids.get(&key(name)).map(Vec::as_slice) {
            None | Some([]) => Known::Nobody,
            Some([id]) => Known::One(id.clone()),
            Some(ids) => Known::Several(ids.to_vec()),
        }
    }
}

/// The spelling under which two writings of a name are one.
pub(crate) fn key(name: &str) -> String {
    fold(&name.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A name in the case of names, where the old fonts lost its capitals: `nguyễn văn ái` is `Nguyễn Văn Ái`.
pub(crate) fn in_case(name: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
        first + letters.as_str()
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// Why a name is refused.
pub(crate) fn several(name: &str, ids: &[String], lang: Lang) -> String {
    let ids = ids.join(", ");
    say!(
        lang,
        "có nhiều người tên {name} ({ids}); thêm cột Mã vào tệp để nói ai",
        "{name} is the name of several ({ids}); add a column Id to say who"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_in_two_spellings_is_one_person_and_two_people_are_nobody() {
        let rows = [("dv01", "Nguyễn Văn Thuỷ"), ("dv02", "Trần Thị Hoà"), ("dv03", "TRẦN THỊ HÒA")];
        let people = People::of(rows.into_iter());
        assert_eq!(people.find("NGUYỄN  VĂN THỦY"), Known::One("dv01".into()));
        assert_eq!(people.find("Trần Thị Hòa"), Known::Several(vec!["dv02".into(), "dv03".into()]));
        assert_eq!(people.find("Nguyễn Văn Thúy"), Known::Nobody);
        assert_eq!(in_case("nguyễn Văn ái"), "Nguyễn Văn Ái");
    }
}
