//! The Party committee that issues a paper, and what stands for it on paper: head, number, recipients, signature.

use crate::{
    document::{Head, Line, Signature, phrases},
    lang::{Lang, Words, say},
    records::district::DistrictKind,
    unit::UnitLevel,
};

/// A unit as it was called on the day of the paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Called {
    /// `xã`, `huyện`.
    kind: String,
    name: String,
}

impl Called {
    pub(crate) fn new(kind: &str, name: &str) -> Self {
        Self { kind: kind.trim().to_owned(), name: name.trim().to_owned() }
    }

    /// `xã Xuân Quan`.
    pub(crate) fn whole(&self) -> String {
        let Self { kind, name } = self;
        format!("{kind} {name}")
    }

    /// `Huyện ủy`, `Đảng ủy xã`: the committee without the name.
    fn committee(&self) -> String {
        match (DistrictKind::from_word(&self.kind), self.kind.as_str()) {
            (Some(kind), _) => kind.committee().to_owned(),
            (None, "tỉnh") => "Tỉnh ủy".to_owned(),
            (None, kind) => format!("Đảng ủy {kind}"),
        }
    }
}

/// Who issues a paper: a commune's committee, a district's or the province's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Office {
    pub(crate) level: UnitLevel,
    /// Absent where its file cannot be read.
    pub(crate) own: Option<Called>,
    /// The unit above; absent for the province, and where the register does not tell it.
    pub(crate) above: Option<Called>,
}

impl Office {
    /// `Đảng ủy xã Xuân Quan`; dots where the name is not known.
    pub(super) fn committee(&self) -> String {
        match &self.own {
            Some(own) => format!("{} {}", own.committee(), own.name),
            None => format!("{} ………………", self.bare_committee()),
        }
    }

    /// `Đảng ủy`, `Huyện ủy`, as the office speaks of itself.
    fn bare_committee(&self) -> String {
        match (&self.own, self.level) {
            (Some(own), UnitLevel::Province | UnitLevel::District) => own.committee(),
            (None, UnitLevel::Province) => "Tỉnh ủy".to_owned(),
            (None, UnitLevel::District) => "Huyện ủy".to_owned(),
            _ => "Đảng ủy".to_owned(),
        }
    }

    /// `Huyện ủy`, of the unit above.
    fn committee_above(&self) -> String {
        match (&self.above, self.level) {
            (Some(above), _) => above.committee(),
            (None, UnitLevel::District) => "Tỉnh ủy".to_owned(),
            (None, _) => "Huyện ủy".to_owned(),
        }
    }

    pub(super) fn head(&self, lang: Lang) -> Head {
        let of = Line::said(Words::new("ĐẢNG BỘ ", "PARTY ORGANISATION OF ").of(lang));
        let superior = (self.level != UnitLevel::Province).then(|| match &self.above {
            Some(above) => of.and(&above.whole().to_uppercase()),
            None => of.dots(7),
        });
        let committee = self.committee().to_uppercase();
        let place = self.own.as_ref().map(|own| own.name.as_str());
        Head {
            superior,
            issuer: Line::said(&committee),
            number: Some(phrases::number(None, self.code(), lang)),
            // The day is the one on which it is signed.
            place_and_date: phrases::place_and_date(place, None, lang),
        }
    }

    /// Kind and issuer, in the number.
    fn code(&self) -> &'static str {
        match self.bare_committee().as_str() {
            "Đảng ủy" => "BC/ĐU",
            "Huyện ủy" => "BC/HU",
            _ => "BC/TU",
        }
    }

    pub(super) fn recipients(&self, lang: Lang) -> Vec<Line> {
        let (own, above) = (self.bare_committee(), self.committee_above());
        let lower = own.to_lowercase();
        let list = match self.level {
            UnitLevel::Province => vec![
                say!(lang, "Ban Bí thư (để báo cáo);", "The Secretariat (for report);"),
                say!(lang, "Ban Tổ chức Trung ương;", "The Central Organisation Commission;"),
                say!(lang, "Các đồng chí tỉnh ủy viên;", "Members of the provincial committee;"),
                say!(lang, "Các huyện ủy, thị ủy, thành ủy;", "The district committees;"),
                say!(lang, "Lưu Văn phòng {own}.", "File of the office."),
            ],
            UnitLevel::District => vec![
                say!(lang, "Ban Thường vụ {above} (để báo cáo);", "The Standing Board of {above} (for report);"),
                say!(lang, "Ban Tổ chức {above};", "The organisation board of {above};"),
                say!(lang, "Các đồng chí {lower} viên;", "Members of the district committee;"),
                say!(lang, "Các đảng ủy xã, phường, thị trấn;", "The committees of the communes;"),
                say!(lang, "Lưu Văn phòng {own}.", "File of the office."),
            ],
            UnitLevel::Commune | UnitLevel::Cell | UnitLevel::Village => vec![
                say!(lang, "Ban Thường vụ {above} (để báo cáo);", "The Standing Board of {above} (for report);"),
                say!(lang, "Ban Tổ chức {above};", "The organisation board of {above};"),
                say!(lang, "Các đồng chí {lower} viên;", "Members of the committee;"),
                say!(lang, "Các chi bộ trực thuộc;", "The cells;"),
                say!(lang, "Lưu Văn phòng {own}.", "File of the office."),
            ],
        };
        list.into_iter().map(Line::from).collect()
    }

    pub(super) fn signature(&self, lang: Lang) -> Signature {
        let on_behalf = match self.level {
            UnitLevel::Province | UnitLevel::District => {
                Words::new("T/M BAN THƯỜNG VỤ", "FOR THE STANDING BOARD").of(lang)
            }
            _ => Words::new("T/M ĐẢNG ỦY", "FOR THE PARTY COMMITTEE").of(lang),
        };
        Signature {
            on_behalf: Some(Line::default().bold(on_behalf)),
            note: Line::italic(Words::new("(Ký, đóng dấu, ghi rõ họ tên)", "(signature, seal, name)").of(lang)),
            ..phrases::signature(Words::new("BÍ THƯ", "SECRETARY").of(lang), None, lang)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heads(level: UnitLevel, own: [&str; 2], above: Option<[&str; 2]>) -> [String; 3] {
        let called = |[kind, name]: [&str; 2]| Called::new(kind, name);
        let office = Office { level, own: Some(called(own)), above: above.map(called) };
        let head = office.head(Lang::Vi);
        let number = head.number.unwrap_or_default();
        [head.superior.unwrap_or_default().to_string(), head.issuer.to_string(), number.to_string()]
    }

    #[test]
    fn each_level_has_its_head() {
        assert_eq!(
            heads(UnitLevel::Commune, ["xã", "Xuân Quan"], Some(["huyện", "Văn Giang"])),
            ["ĐẢNG BỘ HUYỆN VĂN GIANG", "ĐẢNG ỦY XÃ XUÂN QUAN", "Số ………-BC/ĐU"]
        );
        assert_eq!(
            heads(UnitLevel::District, ["huyện", "Văn Giang"], Some(["tỉnh", "Hưng Yên"])),
            ["ĐẢNG BỘ TỈNH HƯNG YÊN", "HUYỆN ỦY VĂN GIANG", "Số ………-BC/HU"]
        );
        assert_eq!(
            heads(UnitLevel::District, ["thành phố", "Hưng Yên"], Some(["tỉnh", "Hưng Yên"]))[1..],
            ["THÀNH ỦY HƯNG YÊN", "Số ………-BC/TU"]
        );
        assert_eq!(heads(UnitLevel::Province, ["tỉnh", "Hưng Yên"], None), ["", "TỈNH ỦY HƯNG YÊN", "Số ………-BC/TU"]);
    }

    #[test]
    fn what_the_register_does_not_tell_is_left_to_be_filled_in() {
        let office = Office { level: UnitLevel::Commune, own: None, above: None };
        let head = office.head(Lang::Vi);
        assert_eq!(head.superior.unwrap_or_default().to_string(), "ĐẢNG BỘ …………………");
        assert_eq!(head.issuer.to_string(), "ĐẢNG ỦY ………………");
        assert_eq!(head.place_and_date.to_string(), "………………, ngày … tháng … năm …");
    }
}
