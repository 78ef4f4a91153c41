"""What users get: the wheel, in an environment with nothing else in it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

import counterfoil

PACKAGE = Path(__file__).parent.parent
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


def interpreters() -> dict[str, str]:
    """Every Python on this machine that the package supports."""
    found = {".".join(map(str, sys.version_info[:2])): sys.executable}
    for minor in range(10, 30):
        pyenv = sorted(Path.home().glob(f".pyenv/versions/3.{minor}.*/bin/python"))
        path = shutil.which(f"python3.{minor}", path="/usr/bin:/usr/local/bin")
        if path or pyenv:
            found.setdefault(f"3.{minor}", path or str(pyenv[-1]))
    return found


@pytest.mark.parametrize("version", interpreters())
def test_it_works_in_every_python_at_hand(wheel: Path, tmp_path: Path, version: str) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    run = [interpreters()[version], "-W", "error", "-c", PROGRAM]
    environment = {"PYTHONPATH": str(tmp_path), "PATH": ""}
    printed = subprocess.run(run, check=True, capture_output=True, text=True, env=environment).stdout
    assert printed.startswith("evt_1 other_type ")


@pytest.mark.parametrize("version", [each for each in interpreters() if int(each.partition(".")[2]) >= 13])
def test_it_works_in_a_subinterpreter_with_a_lock_of_its_own(
    wheel: Path, tmp_path: Path, version: str
) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    (tmp_path / "program.py").write_text(PROGRAM)
    text = """
import _interpreters
for _ in range(2):
    failed = _interpreters.run_string(_interpreters.create("isolated"), "import program")
    assert failed is None, failed
"""
    environment = {"PYTHONPATH": str(tmp_path), "PATH": ""}
    run = [interpreters()[version], "-c", text]
    printed = subprocess.run(run, check=True, capture_output=True, text=True, env=environment).stdout
    assert printed.count("evt_1 other_type ") == 2


def test_every_public_name_has_a_type(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path, with_pip=False)
    [packages] = tmp_path.glob("lib/python3.*/site-packages")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(packages)
    # The frameworks of `contrib`, from here.
    (packages / "tools.pth").write_text(sysconfig.get_paths()["purelib"])
    path = f"{tmp_path / 'bin'}:{os.environ['PATH']}"
    verify = [
        str(Path(sys.executable).with_name("pyright")),
        "--verifytypes",
        "counterfoil",
        "--ignoreexternal",
    ]
    said = subprocess.run(
        [*verify, "--outputjson"], capture_output=True, cwd=tmp_path, env=os.environ | {"PATH": path}
    )
    found = json.loads(said.stdout)["typeCompleteness"]
    assert found["exportedSymbolCounts"]["withKnownType"] > 5000
    assert found["completenessScore"] >= 0.98


def installed_alone(source: Path, folder: Path, **settings: str) -> str:
    """Builds and installs what is there, and runs the program with it."""
    venv.create(folder, with_pip=False)
    python = str(folder / "bin" / "python")
    # With the build's tools from here, so that nothing is downloaded.
    options = ["--no-build-isolation", "--no-index", "--no-deps", "--no-cache-dir", "--quiet"]
    install = [sys.executable, "-m", "pip", "--python", sys.executable, "wheel", *options]
    built = folder / "built"
    environment = os.environ | settings
    environment["PATH"] = f"{Path(sys.executable).parent}:{environment['PATH']}"
    subprocess.run([*install, "--wheel-dir", str(built), str(source)], check=True, env=environment)
    [made] = built.glob("counterfoil-*.whl")
    pip = [sys.executable, "-m", "pip", "--python", python, "install", *options, str(made)]
    subprocess.run(pip, check=True)
    run = [python, "-W", "error", "-I", "-c", PROGRAM]
    return subprocess.run(run, check=True, capture_output=True, text=True, cwd=folder).stdout


def test_a_checkout_can_be_installed(wheel: Path, tmp_path: Path) -> None:
    # After the wheel, which compiled the same.
    printed = installed_alone(PACKAGE, tmp_path)
    assert printed.startswith("evt_1 other_type ")


def test_a_source_distribution_builds_alone(tmp_path: Path) -> None:
    backend = [sys.executable, "backend.py", "sdist", "--out", str(tmp_path)]
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    subprocess.run(backend, check=True, cwd=PACKAGE, env=os.environ | {"PATH": path})
    [archive] = tmp_path.glob("*.tar.gz")
    # Compiled in a folder that is kept, and for speed of compiling.
    target = WHEELS.with_name("python-sdist")
    fast = {"CARGO_PROFILE_RELEASE_LTO": "off", "CARGO_PROFILE_RELEASE_CODEGEN_UNITS": "16"}
    fast |= {"CARGO_PROFILE_RELEASE_OPT_LEVEL": "0", "CARGO_TARGET_DIR": str(target)}
    printed = installed_alone(archive, tmp_path / "clean", **fast)
    assert printed.startswith("evt_1 other_type ")


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


def test_it_fits_every_python_of_this_platform(wheel: Path) -> None:
    name, version, *tag = wheel.stem.split("-")
    assert (name, version) == ("counterfoil", counterfoil.__version__)
    assert tag[:2] == ["py3", "none"]
    assert re.fullmatch(r"manylinux_2_\d+_(x86_64|aarch64)", tag[2])
    with zipfile.ZipFile(wheel) as archive:
        [written] = [name for name in archive.namelist() if name.endswith(".dist-info/WHEEL")]
        assert f"Tag: {'-'.join(tag)}" in archive.read(written).decode().splitlines()


def test_it_says_where_it_comes_from(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        [metadata] = [name for name in names if name.endswith(".dist-info/METADATA")]
        text = archive.read(metadata).decode()
        licenses = {Path(name).name: archive.read(name) for name in names if "/licenses/" in name}
    root = WHEELS.parents[1]
    assert licenses == {name: (root / name).read_bytes() for name in ("LICENSE-MIT", "LICENSE-APACHE")}
    for line in (
        "License-Expression: MIT OR Apache-2.0",
        "Project-URL: Repository, https://counterfoil.example/repository",
        "Classifier: Typing :: Typed",
        "Classifier: Programming Language :: Python :: 3.14",
    ):
        assert line in text.splitlines(), line


def test_no_path_of_the_build_machine_is_in_it(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if "/_native/" in name]
        assert len([name for name in names if name.endswith(".so")]) == 1
        for name in names:
            content = archive.read(name)
            for path in (str(WHEELS.parents[1]), str(Path.home()), "/.cargo/", "/.rustup/"):
                assert path.encode() not in content, (name, path)


def test_pytest_finds_the_fixtures(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        [entries] = [name for name in archive.namelist() if name.endswith("entry_points.txt")]
        assert "counterfoil=counterfoil.pytest_plugin" in archive.read(entries).decode().replace(" ", "")


def test_the_offline_stripe_is_a_package_of_its_own(tmp_path: Path) -> None:
    tools = Path(sys.executable).parent
    build = [str(tools / "maturin"), "build", "--quiet", "--profile", "dev", "--out", str(tmp_path)]
    subprocess.run(build, check=True, cwd=WHEELS.parents[1] / "tests" / "simulator")
    [made] = tmp_path.glob("counterfoil_simulator-*-py3-none-manylinux_2_*.whl")
    venv.create(tmp_path / "clean", with_pip=False)
    python = tmp_path / "clean" / "bin" / "python"
    install = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(python),
        "install",
        "--quiet",
        "--no-index",
        str(made),
    ]
    subprocess.run(install, check=True)
    # Where `StripeSimulator` looks for it.
    program = python.with_name("stripe-simulator")
    said = subprocess.run([str(program), "--help"], check=True, capture_output=True, text=True).stdout
    assert said.startswith("usage: stripe-simulator ")
