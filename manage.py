#!/usr/bin/env python
"""Django's command line. Reads `<LSS_DATA>/miljo` first: a second terminal sees the same stack as script/demo."""

import os
import sys
from pathlib import Path


def read_environment(path: Path) -> None:
    """Set each KEY=value of the launcher's file that the environment does not already set."""
    if path.is_file():
        for line in path.read_text(encoding="utf-8").splitlines():
            key, _, value = line.partition("=")
            os.environ.setdefault(key, value)


def main() -> None:
    """Run one command. Migrations alone run as the database's owner; everything else as `lss_app`."""
    data = os.environ.get("LSS_DATA") or str(Path(__file__).resolve().parent / "var")
    read_environment(Path(data) / "miljo")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lss_portal.settings")
    if "migrate" in sys.argv[1:2] and "DATABASE_OWNER_URL" in os.environ:
        os.environ["DATABASE_URL"] = os.environ["DATABASE_OWNER_URL"]
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
