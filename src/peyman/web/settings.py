"""What is served, to whom."""

from __future__ import annotations

from dataclasses import dataclass

MAXIMUM_UPLOAD = 5_000_000
"""Bytes of a request's body; a larger one is refused before it is read."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How the application is to behave.

    Attributes:
        record: Path of the record, or its database URL.
        public: Anyone may read, without signing in.
        read_only: Nobody may change anything through the pages, whoever they are.
        maximum_upload: Bytes of the largest body that is taken in.
        openid: Address of a service by which people may sign in, and the name and password that this server has there.
        hosts: Names by which the server may be asked for; ``*`` for any. A page of another site that resolves its own
            name to this machine is refused by them.
    """

    record: str
    public: bool = False
    read_only: bool = False
    maximum_upload: int = MAXIMUM_UPLOAD
    hosts: tuple[str, ...] = ("*",)
    openid: tuple[str, str, str] | None = None

    @property
    def without_accounts(self) -> bool:
        """Whether nobody signs in: anyone may read, and nobody change anything."""
        return self.public and self.read_only
