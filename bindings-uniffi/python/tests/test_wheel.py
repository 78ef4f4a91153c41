"""What users get: the wheel, in an environment with nothing else in it."""

from __future__ import annotations

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

WHEELS = Path(__file__).parents[3] / "target" / "python-wheels"

PROGRAM = """
import sys
import counterfoil
from counterfoil.testing import sign
heavy = {"asyncio", "dataclasses", "email", "enum", "http.client", "httpx", "inspect", "json", "random", "re"}
heavy |= {"ssl", "typing", "urllib.request"}
heavy |= {"counterfoil._native", "counterfoil._schema", "counterfoil._types"}
assert not heavy & set(sys.modules), heavy & set(sys.modules)
import counterfoil.aio
webhooks = counterfoil.Webhooks([counterfoil.EndpointSecret("connect", "whsec_test_secret")])
body = b'{"id":"evt_1","object":"event","type":"ping","livemode":false,"created":1,"data":{"object":{}}}'
event = webhooks.verify(body, sign(body, "whsec_test_secret", 100), 100)
print(event.id, event.outcome.reason, counterfoil.__file__)
"""


@pytest.fixture(scope="module")
def wheel() -> Path:
    wheels = list(WHEELS.glob("*.whl"))
    assert len(wheels) == 1, f"run `maturin build --out {WHEELS}` first"
    return wheels[0]


def test_it_works_alone(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path, with_pip=False)
    python = tmp_path / "bin" / "python"
    install = [
        "pip",
        "--python",
        str(python),
        "install",
        "--quiet",
        "--no-index",
        "--no-cache-dir",
        str(wheel),
    ]
    subprocess.run([sys.executable, "-m", *install], check=True)
    run = [str(python), "-W", "error", "-I", "-c", PROGRAM]
    printed = subprocess.run(run, check=True, capture_output=True, text=True).stdout
    id, reason, place = printed.split()
    assert (id, reason) == ("evt_1", "other_type")
    assert Path(place).is_relative_to(tmp_path)


def test_it_is_typed_and_needs_nothing(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        [metadata] = [name for name in names if name.endswith(".dist-info/METADATA")]
        text = archive.read(metadata).decode()
    assert "counterfoil/py.typed" in names
    needed = [
        line for line in text.splitlines() if line.startswith("Requires-Dist") and "extra ==" not in line
    ]
    assert needed == []
    assert "Requires-Python: >=3.10" in text
