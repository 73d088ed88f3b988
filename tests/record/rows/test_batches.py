"""Long lists come in pieces, in order, and nothing is lost."""

from __future__ import annotations

import hypothesis.strategies as st
from hypothesis import given

from peyman.record.rows.batches import batches


@given(st.lists(st.integers()), st.integers(1, 7))
def test_batches_hold_every_value_in_order_and_none_is_too_long(values: list[int], size: int) -> None:
    found = list(batches(values, size))
    assert [value for batch in found for value in batch] == values
    assert all(0 < len(batch) <= size for batch in found)
