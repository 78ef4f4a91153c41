use std::fs;
use std::path::Path;

/// A generated source file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its path, from the root of the repository.
    pub path: String,
    /// Its whole text.
    pub text: String,
}

impl File {
    /// Creates a file at `path`, from the root of the repository.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        File { path: path.into(), text: text.into() }
    }

    /// Writes the file below `root`. An existing file with the same text keeps its time, so that nothing is
    /// compiled again.
    pub fn write(&self, root: &Path) -> Result<(), String> {
        let path = root.join(&self.path);
        let error = |error: std::io::Error| format!("{}: {error}", path.display());
        if fs::read(&path).is_ok_and(|old| old == self.text.as_bytes()) {
            return Ok(());
        }
        fs::create_dir_all(path.parent().unwrap_or(root)).map_err(error)?;
        fs::write(&path, &self.text).map_err(error)
    }
}
