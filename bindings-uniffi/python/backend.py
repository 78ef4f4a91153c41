"""Builds the package: maturin, as a build backend and as a program, with what it needs set.

Maturin starts a generator of UniFFI's Python module. Nothing imports that module, since the package calls the
library's C functions itself; so a script stands for the generator, and a source distribution builds alone.

``python backend.py develop`` is ``maturin develop``.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

SCRIPT = '''#!{python}
import pathlib, sys
out = pathlib.Path(sys.argv[sys.argv.index("--out-dir") + 1])
out.mkdir(parents=True, exist_ok=True)
text = "Beside it is the native library, which `counterfoil._waist` opens."
(out / "counterfoil_uniffi.py").write_text(f'"""{{text}}"""\\n')
'''


@contextlib.contextmanager
def prepared() -> Iterator[None]:
    """With the script for the generator first in ``PATH``, and no path of this machine in the library."""
    before = dict(os.environ)
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "uniffi-bindgen"
        script.write_text(SCRIPT.format(python=sys.executable))
        script.chmod(0o755)
        os.environ["PATH"] = os.pathsep.join([folder, os.environ.get("PATH", "")])
        if "RUSTFLAGS" not in before and "CARGO_ENCODED_RUSTFLAGS" not in before:
            os.environ["CARGO_ENCODED_RUSTFLAGS"] = "\x1f".join(remapped())
        try:
            yield
        finally:
            os.environ.clear()
            os.environ.update(before)


def remapped() -> list[str]:
    """The compiler writes where it found each file into what it makes."""
    cargo = Path(os.environ.get("CARGO_HOME") or Path.home() / ".cargo")
    workspace = next((each for each in Path(__file__).parents if (each / "Cargo.lock").exists()), Path.cwd())
    return [f"--remap-path-prefix={cargo}=cargo", f"--remap-path-prefix={workspace}=counterfoil"]


def __getattr__(name: str) -> object:
    import maturin

    hook = getattr(maturin, name)

    def called(*arguments: object, **named: object) -> object:
        with prepared():
            return hook(*arguments, **named)

    return called


if __name__ == "__main__":
    with prepared():
        if sys.argv[1] == "develop":
            # The same flags as every other build for development: nothing is compiled twice.
            os.environ.pop("CARGO_ENCODED_RUSTFLAGS", None)
        sys.exit(subprocess.run(["maturin", *sys.argv[1:]], check=False).returncode)
