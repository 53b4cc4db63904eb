//! The directory of an export. Its files are written beside their places and take them at the end, so that a run that
//! stops half way leaves what was there before.

use std::{
    fs,
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
};

use tempfile::NamedTempFile;

use super::{
    data_files, package,
    rows::{Facts, Format, Numbers, header},
    tables::TABLES,
};
use crate::{
    context::Context,
    leftovers,
    write::{self, Over},
};

/// A directory that may be written into.
#[derive(Debug)]
pub(crate) struct Place {
    directory: PathBuf,
}

/// Why a directory may not be.
#[derive(Debug)]
pub(crate) enum NoPlace {
    /// It holds an earlier export, which stays unless it is to be written over.
    Former,
    /// It holds something else, which nothing writes over.
    Foreign,
    Io(io::Error),
}

impl From<io::Error> for NoPlace {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// The tables' files while they are written.
pub(super) struct Files {
    tables: Vec<(BufWriter<NamedTempFile>, u64)>,
    format: Format,
}

impl Place {
    /// The directory is made where there is none; an empty one is taken, an earlier export with `force` alone.
    pub(crate) fn take(directory: &Path, force: bool) -> Result<Self, NoPlace> {
        fs::create_dir_all(directory)?;
        let is_empty = leftovers::sweep(directory)?;
        let is_former = fs::read(directory.join(package::FILE)).is_ok_and(|text| package::is_ours(&text));
        match (is_empty, is_former) {
            (true, _) => {}
            (false, true) if force => {}
            (false, true) => return Err(NoPlace::Former),
            (false, false) => return Err(NoPlace::Foreign),
        }
        Ok(Self { directory: directory.to_path_buf() })
    }

    pub(super) fn begin(&self, format: Format, private: bool) -> io::Result<Files> {
        let begin = |table: usize| {
            let mut builder = leftovers::builder();
            #[cfg(unix)]
            builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
            let file = builder.tempfile_in(&self.directory)?;
            leftovers::hold(file.as_file());
            let mut file = BufWriter::with_capacity(1 << 16, file);
            file.write_all(header(table, format, private).as_bytes())?;
            Ok((file, 0))
        };
        Ok(Files { tables: (0..TABLES.len()).map(begin).collect::<io::Result<_>>()?, format })
    }

    /// Puts every file into its place, and what describes them beside them. Gives their names, and the tables' rows.
    pub(super) fn finish(
        &self,
        files: Files,
        ctx: &Context,
        format: Format,
        private: bool,
    ) -> io::Result<Vec<(String, Option<u64>)>> {
        let mut names = Vec::new();
        let mut written = Vec::new();
        for ((file, rows), table) in files.tables.into_iter().zip(TABLES) {
            let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
            file.as_file().sync_all()?;
            written.push(file);
            names.push((format!("{}.{}", table.name, format.ending()), Some(rows)));
        }
        // The description of an earlier export goes first: what has none is no export.
        for name in std::iter::once(package::FILE.to_owned()).chain(data_files()) {
            match fs::remove_file(self.directory.join(name)) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        for (file, (name, _)) in written.into_iter().zip(&names) {
            file.persist(self.directory.join(name)).map_err(|error| error.error)?;
        }
        let described = package::files(ctx, format, private);
        for (name, text) in &described {
            write::write(&self.directory.join(name), text, Over::Existing)?;
        }
        names.extend(described.into_iter().map(|(name, _)| (name, None)));
        Ok(names)
    }
}

impl Files {
    /// Adds the rows of one part.
    pub(super) fn append(&mut self, facts: &Facts, first: &Numbers) -> io::Result<()> {
        for (table, (file, sum)) in self.tables.iter_mut().enumerate() {
            *sum += facts.write(table, first, self.format, file)?;
        }
        Ok(())
    }
}
