"""Make Peyman's own environment: ``python scripts/set_up.py FOLDER [EXTRA...]``.

Creates a virtual environment in FOLDER unless it is there, and installs Peyman from this working copy into it, with
the extras named. Shows how far pip has come on one line; pip's own words go to ``FOLDER/install.log``, and their end is
printed when it fails. Needs nothing but the standard library.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from typing import TextIO

ROOT = Path(__file__).resolve().parent.parent
LINES_SHOWN_ON_FAILURE = 15


class SetUpError(Exception):
    """A step failed; the message says what to do."""


def interpreter(environment: Path) -> Path:
    """Return the path of the environment's Python."""
    return environment / "bin" / "python"


def create_environment(environment: Path) -> None:
    """Create a virtual environment with pip in it, unless one is there.

    Some systems ship Python without ensurepip; there, the pip that runs outside puts one inside.

    Raises:
        SetUpError: If neither way works.
    """
    check_pip = [str(interpreter(environment)), "-m", "pip", "--version"]
    if interpreter(environment).exists() and subprocess.run(check_pip, capture_output=True).returncode == 0:
        return
    attempt = subprocess.run([sys.executable, "-m", "venv", str(environment)], capture_output=True, text=True)
    if attempt.returncode == 0:
        return
    for command in (
        [sys.executable, "-m", "venv", "--clear", "--without-pip", str(environment)],
        [sys.executable, "-m", "pip", "--python", str(interpreter(environment)), "install", "--quiet", "pip"],
    ):
        step = subprocess.run(command, capture_output=True, text=True)
        if step.returncode != 0:
            said = (attempt.stdout + attempt.stderr + step.stdout + step.stderr).strip()
            raise SetUpError(f"{said}\n\nNo virtual environment could be made. Debian has python3-venv for it.")


def install(environment: Path, extras: list[str], terminal: TextIO) -> None:
    """Install this working copy and what it needs, showing progress on ``terminal``.

    Raises:
        SetUpError: If pip fails.
    """
    what = f"{ROOT}[{','.join(extras)}]" if extras else str(ROOT)
    command = [str(interpreter(environment)), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    command += ["--progress-bar", "off", "--editable", what]
    log = environment / "install.log"
    started = time.monotonic()
    libraries = 0
    with (
        log.open("w", encoding="utf-8") as record,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace") as pip,
    ):
        assert pip.stdout is not None
        for line in pip.stdout:
            record.write(line)
            libraries += line.startswith("Collecting ")
            if terminal.isatty():
                step = "installing" if line.startswith("Installing collected") else "fetching"
                terminal.write(f"\r  {step}: {libraries} libraries, {time.monotonic() - started:.0f} s ")
                terminal.flush()
    if terminal.isatty():
        terminal.write("\r\033[K")
    if pip.returncode != 0:
        last = log.read_text(encoding="utf-8").splitlines()[-LINES_SHOWN_ON_FAILURE:]
        lines = "\n".join(f"  {line}" for line in last)
        raise SetUpError(
            f"pip could not install Peyman. Its last lines:\n{lines}\n\n"
            f"All of them are in {log}. Most often the network or a proxy is the cause; then run the command again."
        )
    terminal.write(f"Installed in {time.monotonic() - started:.0f} s.\n\n")


def main(arguments: list[str]) -> int:
    """Set up the environment that the command line names; return the exit status."""
    if not arguments:
        print("usage: python scripts/set_up.py FOLDER [EXTRA...]", file=sys.stderr)
        return 2
    environment, extras = Path(arguments[0]), arguments[1:]
    for_what = " with what the tests need" if extras else ""
    print(f"Installing Peyman{for_what} into {environment} (about a minute) ...", file=sys.stderr, flush=True)
    try:
        create_environment(environment)
        install(environment, extras, sys.stderr)
    except SetUpError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
