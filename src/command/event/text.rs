//! A record of another form than a table, which changes with the tables.

use std::{path::Path, sync::Arc};

use crate::{
    edit::proof::Draft,
    register::discover::{RecordFile, UnitDir},
    source::Source,
    write::Piece,
};

/// A record as it is and as it is to be.
pub(in crate::command) struct Text {
    pub(in crate::command) file: RecordFile,
    pub(in crate::command) unit: UnitDir,
    /// As it stands on the disk; absent where there is no such file.
    pub(in crate::command) bytes: Option<Vec<u8>>,
    pub(in crate::command) before: String,
    pub(in crate::command) after: String,
    /// Whether the file begins with a byte order mark.
    pub(in crate::command) bom: bool,
}

impl Text {
    pub(super) fn written(&self) -> String {
        if self.bom { format!("\u{FEFF}{}", self.after) } else { self.after.clone() }
    }

    pub(super) fn draft(&self) -> Draft {
        let RecordFile { path, unit, claim, closed } = &self.file;
        let file = RecordFile { path: path.clone(), unit: Arc::clone(unit), claim: *claim, closed: *closed };
        Draft { file, unit: self.unit.clone(), source: Source::new(path.clone(), self.after.clone()) }
    }

    pub(super) fn piece<'p>(&'p self, root: &Path, new: &'p str) -> Piece<'p> {
        Piece { path: root.join(&self.file.path), old: self.bytes.as_deref(), new }
    }
}
