"""A long run over the stand-in, with everything going wrong now and then: see `__main__.py`."""

from __future__ import annotations

import sys
from pathlib import Path

# Where the stand-in and the PostgreSQL of the tests are, which a plain `python -m` does not see.
_TESTS = Path(__file__).parents[1]
sys.path += [str(folder) for folder in (_TESTS, _TESTS / "server_facts") if str(folder) not in sys.path]
