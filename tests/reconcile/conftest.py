"""Fixtures of the reconciling tests."""

from __future__ import annotations

import pytest
from invented_press import Press


@pytest.fixture
def press() -> Press:
    """An empty press."""
    return Press()
