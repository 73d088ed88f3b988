"""What adding keeps in mind within one transaction, so that the database need not be asked for it again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from peyman.record.merging.merge import Node
from peyman.record.rows.schema import candidate_keys
from peyman.record.rows.writing import Writer


class InMind:
    """Nodes that were looked up, and the keys under which new ones are found, which wait to be written.

    Args:
        writer: What writes the keys; when it has written, `clear` is to be called.

    Attributes:
        nodes: Nodes by number that were looked up, and that nothing has changed since.
    """

    def __init__(self, writer: Writer) -> None:
        self.nodes: dict[int, Node] = {}
        self._writer = writer
        self._under: dict[str, list[int]] = {}

    def offer(self, node: int, keys: Iterable[str]) -> None:
        """Let a node be found under some keys.

        Args:
            node: Its number.
            keys: The keys, each once.
        """
        listed = sorted(keys)
        self._writer.put(candidate_keys, [{"key": key, "node_id": node} for key in listed])
        for key in listed:
            self._under.setdefault(key, []).append(node)

    def under(self, key: str) -> Sequence[int]:
        """Return the nodes that wait to be found under a key."""
        return self._under.get(key, ())

    def clear(self) -> None:
        """Forget everything: what comes between two documents may change it."""
        self.nodes.clear()
        self._under.clear()
