"""The archives of the flow tests, for those who attack them."""

from tests.flow.conftest import folder, reports

__all__ = ["folder", "reports"]
