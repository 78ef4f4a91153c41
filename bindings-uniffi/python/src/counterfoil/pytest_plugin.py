"""Fixtures that pytest finds by itself: the offline Stripe, and a platform that talks to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from counterfoil import Platform
    from counterfoil.testing import StripeSimulator

__all__ = ["stripe_platform", "stripe_simulator"]


@pytest.fixture
def stripe_simulator() -> Iterator[StripeSimulator]:
    """An offline Stripe for one test, with two merchants."""
    from counterfoil.testing import StripeSimulator

    with StripeSimulator() as simulator:
        yield simulator


@pytest.fixture
def stripe_platform(stripe_simulator: StripeSimulator) -> Platform:
    """A platform that talks to the test's :func:`stripe_simulator`, by its clock."""
    return stripe_simulator.platform(now=stripe_simulator.now)
