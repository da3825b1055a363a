"""`manage.py collectstatic` with gzip but not Brotli, which at its best level takes ten times as long as all the rest.

For the demo and the tests, run by the virtual environment's Python. Production runs the plain command and gets both.
"""

import runpy
import sys
from pathlib import Path

MANAGE = Path(__file__).resolve().parents[2] / "manage.py"

if __name__ == "__main__":
    sys.modules["brotli"] = None  # whitenoise compresses with whatever it can import
    sys.path.insert(0, str(MANAGE.parent))
    sys.argv = [str(MANAGE), "collectstatic", "--no-input", "-v0"]
    runpy.run_path(str(MANAGE), run_name="__main__")
