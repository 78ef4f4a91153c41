//! Writes the initial inputs into a folder per property: `seeds FOLDER`.

use std::fs;
use std::io;
use std::path::PathBuf;

use counterfoil_properties::ALL;
use counterfoil_properties::seeds::Vectors;

fn main() -> io::Result<()> {
    let folder = std::env::args().nth(1).ok_or_else(|| io::Error::other("expected a folder"))?;
    let vectors = Vectors::read();
    for property in ALL {
        let folder = PathBuf::from(&folder).join(property.name);
        fs::create_dir_all(&folder)?;
        for (index, seed) in (property.seeds)(&vectors).iter().enumerate() {
            fs::write(folder.join(format!("seed-{index}")), seed)?;
        }
    }
    Ok(())
}
