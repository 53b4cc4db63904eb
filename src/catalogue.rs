//! What chibo knows to check and to count: rules, targets, and the plan's clauses with what answers each.

use crate::{
    clauses::{Answer, CLAUSES, Clause},
    lang::{Lang, Words},
    page::Page,
    rules::{self, Rule},
    targets::{self, TARGETS, Target},
};

/// One rule or target of the catalogue.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Entry {
    Rule(&'static Rule, Words),
    Target(&'static Target),
}

/// Everything, rules by family and targets in the order of the plan.
pub(crate) fn entries() -> Vec<Entry> {
    let of_family = |family: &'static rules::Family| family.rules.iter().map(|rule| Entry::Rule(rule, family.name));
    let rules = rules::FAMILIES.iter().flat_map(of_family);
    rules.chain(TARGETS.iter().copied().map(Entry::Target)).collect()
}

impl Entry {
    pub(crate) fn id(&self) -> &'static str {
        match self {
            Self::Rule(rule, _) => rule.id,
            Self::Target(target) => target.id,
        }
    }

    pub(crate) fn page(&self) -> Page {
        Page::of(match self {
            Self::Rule(rule, _) => rule.doc,
            Self::Target(target) => target.doc,
        })
    }

    /// The clauses on which it rests, the first one foremost.
    pub(crate) fn clauses(&self) -> Vec<&'static str> {
        match self {
            Self::Rule(rule, _) => rule.cites.clause.into_iter().collect(),
            Self::Target(target) => target.clauses.to_vec(),
        }
    }

    pub(crate) fn family(&self) -> Words {
        match self {
            Self::Rule(_, family) => *family,
            Self::Target(target) if target.clauses.first().is_some_and(|clause| clause.starts_with("2.I.")) => {
                Words::new("chỉ tiêu của Đề án", "targets of the plan")
            }
            Self::Target(_) => Words::new("nhiệm vụ và số liệu theo dõi", "duties and figures"),
        }
    }

    /// The first line of its page.
    pub(crate) fn title(&self, lang: Lang) -> String {
        self.page().title(lang).to_owned()
    }
}

/// The plan's clauses, each with the ids that answer it, or why it cannot be counted.
pub(crate) fn clauses() -> impl Iterator<Item = (&'static Clause, Result<Vec<&'static str>, Words>)> {
    CLAUSES.iter().map(|clause| match clause.answer {
        Answer::Counted(ids) => {
            let known: Vec<&str> = ids.iter().copied().filter(|id| targets::find(id).is_some()).collect();
            let none = Words::new("bản chibo này chưa tính", "not counted by this version of chibo");
            (clause, if known.is_empty() { Err(none) } else { Ok(known) })
        }
        Answer::Text(why) => (clause, Err(why)),
    })
}
