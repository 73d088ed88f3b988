"""An encounter in PLOVER terms.

Event and mode by the rules of the PLOVER manual (openeventdata/PLOVER at commit 5e0c24f): an encounter to come is
AGREE, one called off or refused is REJECT, a signing is SUPPORT, any other that takes place is CONSULT with the mode
of its form. Where the manual has no mode (a mediation without a third party at the table), the mode is left out.
"""

from __future__ import annotations

from peyman.model import Plover


def plover_of(kind: str, status: str, parties: int, mediated: bool) -> Plover:
    """Return event and mode of a meeting.

    Args:
        kind: Kind of the meeting, as in the vocabulary.
        status: Its status.
        parties: How many parties take part.
        mediated: Whether one of them mediates.
    """
    if status in ("cancelled", "denied"):
        return Plover(event="REJECT", mode="meet")
    if status in ("planned", "postponed"):
        return Plover(event="AGREE")
    if kind == "signing":
        return Plover(event="SUPPORT")
    if mediated:
        return Plover(event="CONSULT", mode="third-party")
    if kind == "call":
        return Plover(event="CONSULT", mode="phone")
    if kind == "visit":
        return Plover(event="CONSULT", mode="visit")
    return Plover(event="CONSULT", mode="multilateral" if parties > 2 else None)
