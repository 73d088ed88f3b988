"""Settings of the tests as a whole."""

from __future__ import annotations

from hypothesis import settings

# There are no timed tests: how long an example takes says more about the machine than about the code.
settings.register_profile("peyman", deadline=None)
settings.load_profile("peyman")
