//! A figure that is no longer what was filed, and what made it so.

use crate::{
    lang::{Lang, plural, say},
    number::group,
};

/// One figure that is no longer what was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    pub(crate) target: &'static str,
    pub(crate) was: (u64, u64),
    pub(crate) now: (u64, u64),
    /// What made the difference: records or communes that are new, gone or otherwise; empty where none is known.
    pub(crate) by: Vec<String>,
    /// How many records beside those are there no longer: of a unit above communes their paths are not kept.
    pub(crate) gone: u64,
    pub(crate) cause: Cause,
}

/// Where a change comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cause {
    Records,
    Communes,
    /// The same records, counted otherwise by chibo.toml.
    Settings,
    /// Counted to another day, which needs no other record.
    Day,
    /// The same records and settings, counted by another release.
    Release,
}

impl Cause {
    /// The word of machine formats.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Records => "records",
            Self::Communes => "communes",
            Self::Settings => "settings",
            Self::Day => "day",
            Self::Release => "release",
        }
    }
}

/// So many records are named.
const NAMED: usize = 10;

impl Change {
    /// "đã báo cáo 1.190/1.400; nay 1.203/1.400, do 3 bản ghi: …"
    pub(crate) fn said(&self, lang: Lang) -> String {
        let n = |count: u64| group(count, lang);
        let ((a, b), (c, d)) = (self.was, self.now);
        let (was, now) = (format!("{}/{}", n(a), n(b)), format!("{}/{}", n(c), n(d)));
        let all = self.by.len() as u64 + self.gone;
        let count = n(all);
        let more = (self.by.len() > NAMED).then_some("…");
        let named: Vec<&str> = self.by.iter().take(NAMED).map(String::as_str).collect();
        let gone = (self.gone > 0).then(|| {
            let (gone, records) = (n(self.gone), plural(self.gone, "record", "records"));
            say!(lang, "{gone} bản ghi không còn", "{gone} {records} no longer there")
        });
        let named = named.into_iter().chain(more).chain(gone.as_deref()).collect::<Vec<_>>().join(", ");
        match self.cause {
            Cause::Records if self.by.is_empty() => {
                let gone = gone.unwrap_or_default();
                say!(lang, "đã báo cáo {was}; nay {now}, do {gone}", "reported {was}; now {now}, by {gone}")
            }
            Cause::Records => {
                let records = plural(all, "record", "records");
                say!(
                    lang,
                    "đã báo cáo {was}; nay {now}, do {count} bản ghi: {named}",
                    "reported {was}; now {now}, by {count} {records}: {named}"
                )
            }
            Cause::Communes => {
                let communes = plural(self.by.len() as u64, "commune", "communes");
                say!(
                    lang,
                    "đã báo cáo {was}; nay {now}, do bản ghi của {count} đơn vị: {named}",
                    "reported {was}; now {now}, by records of {count} {communes}: {named}"
                )
            }
            Cause::Settings => say!(
                lang,
                "đã báo cáo {was}; nay {now}, do thiết lập của chibo.toml đã khác",
                "reported {was}; now {now}, by other settings in chibo.toml"
            ),
            Cause::Day => say!(
                lang,
                "đã báo cáo {was}; nay {now}, do tính đến ngày khác",
                "reported {was}; now {now}, by counting to another day"
            ),
            Cause::Release => {
                say!(
                    lang,
                    "đã báo cáo {was}; nay {now}, do bản chibo khác",
                    "reported {was}; now {now}, by another chibo"
                )
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_gone_stands_behind_all_that_is_named() {
        let change = Change {
            target: "attendance",
            was: (3, 4),
            now: (1, 2),
            by: (0..=NAMED).map(|nth| format!("{nth}.toml")).collect(),
            gone: 2,
            cause: Cause::Records,
        };
        let said = change.said(Lang::En);
        assert!(said.contains("by 13 records: 0.toml, 1.toml"), "{said}");
        assert!(said.ends_with(" 9.toml, …, 2 records no longer there"), "{said}");
    }
}
