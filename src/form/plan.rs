//! A form that came back against the register: what would change, what changed in both, what cannot be read.
//!
//! Of each box three values are known: what was recorded when the form was made, what is recorded now, and what stands
//! in the box. Only a box that says something other than both is a wish, and an empty one never is.

use crate::form::{
    filled::{At, Filled},
    kind::Kind,
    section::Home,
};

/// One value that the register gets.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    pub(crate) home: Home,
    /// Whether the record is not there yet.
    pub(crate) is_new: bool,
    pub(crate) key: String,
    pub(crate) kind: Kind,
    /// What is recorded; empty where nothing is.
    pub(crate) now: String,
    pub(crate) will: String,
    /// Absent for what the form says without a box.
    pub(crate) at: Option<At>,
}

/// A box that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Bad {
    pub(crate) at: At,
    /// What stands in it; empty where nothing does.
    pub(crate) said: String,
    pub(crate) why: String,
}

/// What a form asks of the register.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    pub(crate) changes: Vec<Change>,
    /// Values that differ from what is recorded now, which has itself changed since the form was made.
    pub(crate) conflicts: Vec<Change>,
    pub(crate) bad: Vec<Bad>,
    /// Boxes that said something when the form was made.
    pub(crate) emptied: Vec<At>,
}

/// Which side prevails where both have changed a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Prevails {
    /// The register's.
    Mine,
    /// The form's.
    Theirs,
}

impl Plan {
    /// Settles the conflicts one way.
    pub(crate) fn settle(&mut self, prevails: Prevails) {
        let conflicts = std::mem::take(&mut self.conflicts);
        if prevails == Prevails::Theirs {
            self.changes.extend(conflicts);
            self.sort();
        }
    }

    pub(crate) fn sort(&mut self) {
        self.changes
            .sort_by(|a, b| (&a.home.path, &a.home, &a.at, &a.key).cmp(&(&b.home.path, &b.home, &b.at, &b.key)));
        self.conflicts.sort_by(|a, b| (&a.home, &a.at).cmp(&(&b.home, &b.at)));
        self.bad.sort_by(|a, b| a.at.cmp(&b.at));
        self.bad.dedup();
        self.emptied.sort();
    }

    /// Boxes that were there and are empty now; what is recorded stays.
    pub(crate) fn note_emptied(&mut self, filled: &Filled) {
        let is_empty = |record: &str, key: &str| filled.boxes.get(record).is_none_or(|boxes| !boxes.contains_key(key));
        let emptied = filled.digests.keys().filter(|(record, key)| is_empty(record, key));
        self.emptied.extend(emptied.filter_map(|(record, key)| filled.place(record, key)));
    }
}
