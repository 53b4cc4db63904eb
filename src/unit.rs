//! Units of the Party's organisation and of the villages.

use serde::{Deserialize, Serialize};

use crate::lang::Words;

/// The levels of units, from the top.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) enum UnitLevel {
    Province,
    District,
    Commune,
    Cell,
    /// Beside the cells, under the commune.
    Village,
}

impl UnitLevel {
    /// The file that makes a directory a unit of this level; a village has none.
    pub(crate) const fn marker(self) -> &'static str {
        match self {
            Self::Province => "province.toml",
            Self::District => "district.toml",
            Self::Commune => "commune.toml",
            Self::Cell => "cell.toml",
            Self::Village => "villages.csv",
        }
    }

    /// The level of a unit's directories.
    pub(crate) const fn below(self) -> Option<Self> {
        match self {
            Self::Province => Some(Self::District),
            Self::District => Some(Self::Commune),
            Self::Commune => Some(Self::Cell),
            Self::Cell | Self::Village => None,
        }
    }

    /// As `level` of chibo.toml has it.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Province => "province",
            Self::District => "district",
            Self::Commune => "commune",
            Self::Cell => "cell",
            Self::Village => "village",
        }
    }

    pub(crate) const fn label(self) -> Words {
        match self {
            Self::Province => Words::new("tỉnh", "province"),
            Self::District => Words::new("huyện", "district"),
            Self::Commune => Words::new("xã", "commune"),
            Self::Cell => Words::new("chi bộ", "cell"),
            Self::Village => Words::new("thôn", "village"),
        }
    }
}

/// The level of the unit that this path from the root names, whether it exists or not.
pub(crate) fn level_at(root: UnitLevel, id: &str) -> Option<UnitLevel> {
    if id.contains('#') {
        return Some(UnitLevel::Village);
    }
    let depth = if id.is_empty() { 0 } else { id.split('/').count() };
    let mut level = root;
    for _ in 0..depth {
        level = level.below()?;
    }
    Some(level)
}

/// A path below a unit: `van-giang` + `me-so`; the root's own id is empty.
pub(crate) fn join(unit: &str, name: &str) -> String {
    let mut path = String::with_capacity(unit.len() + 1 + name.len());
    if !unit.is_empty() {
        path.push_str(unit);
        path.push('/');
    }
    path.push_str(name);
    path
}

/// The unit next above, of a path: the root's own is empty.
pub(crate) fn above(unit: &str) -> &str {
    unit.rsplit_once(['/', '#']).map_or("", |(above, _)| above)
}

/// Whether a unit is `scope` or lies below it.
pub(crate) fn within(unit: &str, scope: &str) -> bool {
    scope.is_empty() || unit.strip_prefix(scope).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '#']))
}

/// The longest name of a unit's directory.
pub(crate) const MAX_NAME: usize = 40;

/// Names that Windows keeps for devices.
const RESERVED: [&str; 4] = ["con", "prn", "aux", "nul"];

pub(crate) fn is_unit_letter(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'
}

/// Whether a directory may name a unit: lower-case ASCII, digits and dashes, nothing that Windows reserves.
pub(crate) fn is_unit_name(name: &str) -> bool {
    let numbered = |prefix: &str| {
        name.strip_prefix(prefix).is_some_and(|rest| rest.len() == 1 && rest.bytes().all(|b| b.is_ascii_digit()))
    };
    !name.is_empty()
        && name.len() <= MAX_NAME
        && name.bytes().all(is_unit_letter)
        && !RESERVED.contains(&name)
        && !numbered("com")
        && !numbered("lpt")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_within_itself_and_its_ancestors_only() {
        assert!(within("a/b", "a") && within("a", "a") && within("a#v", "a") && within("a", ""));
        assert!(!within("ab", "a") && !within("a", "a/b"));
    }

    #[test]
    fn unit_names_are_plain_and_no_device_of_windows() {
        assert!(is_unit_name("chi-bo-thon-1") && is_unit_name(&"a".repeat(40)));
        for name in ["", "Thon", "thôn", "con", "com1", "a b", "..", &"a".repeat(41)] {
            assert!(!is_unit_name(name), "{name}");
        }
    }
}
