"""Wrong code is refused by both type checkers, on each line that says so and nowhere else."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

PACKAGE = Path(__file__).parent.parent
WRONG = Path(__file__).parent / "types" / "wrong.py"
TOOLS = Path(sys.executable).parent

LINES = {
    number for number, line in enumerate(WRONG.read_text().splitlines(), 1) if line.endswith("  # wrong")
}


def printed(*command: str) -> str:
    found = subprocess.run(command, cwd=PACKAGE, capture_output=True, text=True, check=False)
    assert found.returncode == 1, found.stdout + found.stderr
    return found.stdout


def test_mypy_refuses_wrong_code() -> None:
    text = printed(str(TOOLS / "mypy"), "--strict", "--no-error-summary", str(WRONG))
    assert {int(line) for line in re.findall(r"wrong\.py:(\d+): error", text)} == LINES, text


def test_pyright_refuses_wrong_code(tmp_path: Path) -> None:
    settings = {"typeCheckingMode": "strict", "reportUnusedExpression": False}
    venv = {"venvPath": str(TOOLS.parent.parent), "venv": TOOLS.parent.name}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings | venv))
    shutil.copy(WRONG, tmp_path)
    said = json.loads(printed(str(TOOLS / "pyright"), "--outputjson", "--project", str(tmp_path)))
    found = {error["range"]["start"]["line"] + 1 for error in said["generalDiagnostics"]}
    assert found == LINES, said["generalDiagnostics"]
