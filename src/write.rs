//! Writing files: whole or not at all, and never over somebody's work unasked.

use std::{io::Write, path::Path};

use anyhow::{Context as _, anyhow};

use crate::lang::{Lang, say};

/// Writes a file beside its target and renames it there. `over` allows an existing file to be replaced.
pub(crate) fn whole(path: &Path, bytes: &[u8], over: bool, lang: Lang) -> anyhow::Result<()> {
    let shown = path.display();
    let directory = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let failed = || {
        say!(
            lang,
            "không ghi được {shown}; nếu tệp đang mở trong chương trình khác, đóng rồi chạy lại",
            "{shown} cannot be written; if another program has it open, close it and run again"
        )
    };
    let mut file = tempfile::Builder::new()
        .prefix(".chibo-")
        .permissions_for_everyone()
        .tempfile_in(directory)
        .with_context(failed)?;
    file.write_all(bytes).and_then(|()| file.as_file().sync_all()).with_context(failed)?;
    if over {
        file.persist(path).map_err(|error| error.error).with_context(failed)?;
        return Ok(());
    }
    match file.persist_noclobber(path) {
        Ok(_) => Ok(()),
        Err(error) if error.error.kind() == std::io::ErrorKind::AlreadyExists => Err(anyhow!(say!(
            lang,
            "{shown} đã có; thêm --force để ghi đè",
            "{shown} exists already; add --force to write over it"
        ))),
        Err(error) => Err(error.error).with_context(failed),
    }
}

/// The mode of any new file, which the umask cuts; a temporary file would be its owner's alone.
trait ForEveryone {
    fn permissions_for_everyone(&mut self) -> &mut Self;
}

impl ForEveryone for tempfile::Builder<'_, '_> {
    #[cfg(unix)]
    fn permissions_for_everyone(&mut self) -> &mut Self {
        use std::os::unix::fs::PermissionsExt;
        self.permissions(std::fs::Permissions::from_mode(0o666))
    }

    #[cfg(not(unix))]
    fn permissions_for_everyone(&mut self) -> &mut Self {
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_existing_file_is_replaced_only_when_asked() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("a.csv");
        whole(&path, b"1", false, Lang::Vi).unwrap();
        let refused = whole(&path, b"2", false, Lang::Vi).unwrap_err().to_string();
        assert!(refused.contains("--force"), "{refused}");
        assert_eq!(std::fs::read(&path).unwrap(), b"1");
        whole(&path, b"2", true, Lang::Vi).unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"2");
        assert_eq!(std::fs::read_dir(directory.path()).unwrap().count(), 1);
    }
}
