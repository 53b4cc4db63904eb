//! The records that are TOML, by the names under which `chibo schema` knows them.

use serde_json::{Value, json};

use super::{
    agreement::Agreement,
    cell::CellFile,
    cell_year::CellYear,
    commune::{CommuneFile, CommuneYear},
    district::{DistrictFile, DistrictYear},
    meeting::Meeting,
    province::ProvinceFile,
    refine,
    settings::SettingsFile,
};
use crate::{
    lang::Lang,
    parse::{Described, Doc, Shape},
};

/// A kind of TOML record.
#[derive(Debug)]
pub(crate) struct Kind {
    pub(crate) name: &'static str,
    pub(crate) doc: Doc,
    shape: fn(Lang) -> Value,
    refine: fn(&mut Value, Lang),
}

impl Kind {
    const fn of<T: Described + Shape>(name: &'static str) -> Self {
        Self { name, doc: T::DOC, shape: T::schema, refine: |_, _| () }
    }

    const fn refined(self, refine: fn(&mut Value, Lang)) -> Self {
        Self { refine, ..self }
    }

    /// The JSON Schema of such a file, in the draft that editors of TOML read.
    pub(crate) fn schema(&self, lang: Lang) -> Value {
        let mut schema = (self.shape)(lang);
        (self.refine)(&mut schema, lang);
        schema["$schema"] = json!("http://json-schema.org/draft-07/schema#");
        schema
    }
}

/// From the root down.
pub(crate) static KINDS: [Kind; 10] = [
    Kind::of::<SettingsFile<'_>>("chibo").refined(refine::settings),
    Kind::of::<ProvinceFile<'_>>("province"),
    Kind::of::<DistrictFile<'_>>("district"),
    Kind::of::<DistrictYear>("district-year"),
    Kind::of::<CommuneFile<'_>>("commune"),
    Kind::of::<CommuneYear>("commune-year"),
    Kind::of::<Agreement<'_>>("agreement"),
    Kind::of::<CellFile<'_>>("cell").refined(refine::cell),
    Kind::of::<CellYear<'_>>("cell-year"),
    Kind::of::<Meeting<'_>>("meeting").refined(refine::meeting),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register::claim::Claim;

    /// A new kind of file does not compile here until somebody has said what its schema is.
    fn name(claim: Claim) -> Option<&'static str> {
        match claim {
            Claim::Settings => Some("chibo"),
            Claim::Province => Some("province"),
            Claim::District => Some("district"),
            Claim::DistrictYear(_) => Some("district-year"),
            Claim::Commune => Some("commune"),
            Claim::CommuneYear(_) => Some("commune-year"),
            Claim::Agreement => Some("agreement"),
            Claim::Cell => Some("cell"),
            Claim::CellYear(_) => Some("cell-year"),
            Claim::Meeting(_) => Some("meeting"),
            // CSV has columns, and no schema.
            Claim::Explanations | Claim::Names | Claim::Members | Claim::Statuses | Claim::Roles => None,
            Claim::Villages | Claim::Officials | Claim::VillageYear(_) => None,
            Claim::Assessments(_) | Claim::Briefings(_) => None,
        }
    }

    #[test]
    fn every_toml_record_has_a_schema() {
        use Claim::{
            Agreement, Cell, CellYear, Commune, CommuneYear, District, DistrictYear, Meeting, Province, Settings,
        };
        let claims = [
            Settings,
            Province,
            District,
            DistrictYear(2018),
            Commune,
            CommuneYear(2018),
            Agreement,
            Cell,
            CellYear(2018),
            Meeting(2018),
        ];
        assert_eq!(claims.map(name), KINDS.each_ref().map(|kind| Some(kind.name)));
    }

    /// Every text of a schema that is meant for a reader.
    fn texts(schema: &Value) -> Vec<&str> {
        let own = ["title", "description"].into_iter().filter_map(|key| schema[key].as_str());
        let inside = match schema {
            Value::Object(object) => object.values().flat_map(texts).collect(),
            Value::Array(array) => array.iter().flat_map(texts).collect(),
            _ => Vec::new(),
        };
        own.chain(inside).collect()
    }

    #[test]
    fn every_text_is_in_the_language_asked_for() {
        for kind in &KINDS {
            let (vi, en) = (kind.schema(Lang::Vi), kind.schema(Lang::En));
            let (vi, en) = (texts(&vi), texts(&en));
            assert_eq!(vi.len(), en.len());
            for (vi, en) in vi.into_iter().zip(en) {
                assert!(!vi.is_empty() && !en.is_empty() && vi != en, "{}: {vi} / {en}", kind.name);
                assert!(!vi.contains(" / ") && !en.contains(" / "), "{}: {vi} / {en}", kind.name);
            }
        }
    }
}
