//! A folder for one run, removed at its end.

use std::io;
use std::path::PathBuf;

use uuid::Uuid;

/// The folder of a simulator's database, if none was given. Dropping it removes the folder.
#[derive(Debug)]
pub(crate) struct Scratch {
    folder: PathBuf,
}

impl Scratch {
    pub(crate) fn create() -> io::Result<Self> {
        let folder = std::env::temp_dir().join(format!("platform-{}", Uuid::new_v4().simple()));
        let mut builder = std::fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&folder)?;
        Ok(Scratch { folder })
    }

    pub(crate) fn database_url(&self) -> String {
        format!("sqlite:{}?mode=rwc", self.folder.join("platform.sqlite").display())
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_dir_all(&self.folder) {
            tracing::warn!("cannot remove {}: {error}", self.folder.display());
        }
    }
}
