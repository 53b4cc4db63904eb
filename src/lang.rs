//! The two languages in which chibo speaks. Every message is said in both, side by side, where it is said.

/// A language of messages, help, tables and errors. Ids, keys and exit codes never change with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lang {
    Vi,
    En,
}

impl Lang {
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        match code {
            "vi" => Some(Self::Vi),
            "en" => Some(Self::En),
            _ => None,
        }
    }
}

/// One text in both languages, fixed when chibo is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Words {
    pub(crate) vi: &'static str,
    pub(crate) en: &'static str,
}

impl Words {
    pub(crate) const fn new(vi: &'static str, en: &'static str) -> Self {
        Self { vi, en }
    }

    pub(crate) const fn of(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Vi => self.vi,
            Lang::En => self.en,
        }
    }
}

/// Formats a message in the language asked for: `say!(lang, "… {x} …", "… {x} …")`, Vietnamese first.
/// The compiler checks both sides; only the one asked for is formatted.
macro_rules! say {
    ($lang:expr, $vi:literal, $en:literal $(, $value:expr)* $(,)?) => {
        match $lang {
            $crate::lang::Lang::Vi => format!($vi $(, $value)*),
            $crate::lang::Lang::En => format!($en $(, $value)*),
        }
    };
}
pub(crate) use say;

/// English counts: `1 record`, `2 records`. Vietnamese words do not change.
pub(crate) fn plural(n: u64, one: &'static str, many: &'static str) -> &'static str {
    if n == 1 { one } else { many }
}
