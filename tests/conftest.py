"""Settings of the tests as a whole."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# The register of whoever runs the tests is not theirs.
os.environ["PEYMAN_REGISTER"] = os.devnull
# Documents are read alike whether or not the language model is installed; tests of the model switch it on.
os.environ["PEYMAN_MEANING"] = "off"

# There are no timed tests: how long an example takes says more about the machine than about the code.
# Fixtures that hand out something new at each call need not be made anew for each example.
settings.register_profile(
    "peyman", deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
settings.load_profile("peyman")
