"""What keeps the state database from being used."""

from __future__ import annotations

from retrieval.storage.faults import StoreError


class StateError(StoreError):
    """The state database cannot be used now; commands that need no state go on."""
