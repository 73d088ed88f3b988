"""The vocabulary: what Peyman reads out of one document.

Every part of Peyman shares these types; nothing else is defined here (no input or output, no language).
All spans are ``[start, end)`` in Unicode code points of ``document.text``, the text as it was extracted,
before any repair. Dates are EDTF level 1 (Library of Congress, ISO 8601-2:2019).

A field may be added to a type; none is renamed or dropped.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Span = Annotated[tuple[int, int], Field(description="[start, end) in code points of document.text")]
Confidence = Annotated[float, Field(ge=0.0, le=1.0, description="Probability that the entry is right")]
Edtf = Annotated[str, Field(description="EDTF level 1")]
PartyKey = Annotated[
    str,
    Field(description="ISO 3166-1 alpha-3 for states, IRQ-KRD for the Kurdistan Region, else a register key"),
]

LanguageCode = Annotated[str, Field(description="BCP 47: fa, ar, ckb, kmr, en, or und where unsupported")]
PublishedFrom = Literal["metadata", "url", "byline", "given"]
PublishedLine = Literal["byline", "header", "sentence"]
DateKind = Literal["date", "time", "duration", "set"]
ActorKind = Literal["person", "body", "party"]
Standing = Literal["acting", "former", "designate"]
AgreementKind = Literal[
    "treaty", "framework", "memorandum", "ceasefire", "roadmap", "resolution", "agreement", "law", "other"
]
StatementKind = Literal[
    "statement",
    "joint-statement",
    "communique",
    "press-conference",
    "interview",
    "post",
    "speech",
    "letter",
    "remarks",
    "report",
]
MeetingKind = Literal[
    "consultation",
    "meeting",
    "talks",
    "call",
    "visit",
    "signing",
    "committee",
    "conference",
    "negotiation-round",
]
MeetingStatus = Literal["held", "under-way", "planned", "postponed", "cancelled", "denied"]
Capacity = Literal["head", "member", "host", "mediator", "signatory", "observer"]
MeetingFormat = Literal["bilateral", "trilateral", "quadrilateral", "multilateral", "direct", "indirect"]
CommitmentClass = Literal[
    "consult",
    "cooperate",
    "support",
    "aid",
    "withdraw",
    "refrain",
    "implement",
    "release",
    "pay",
    "negotiate",
    "mediate",
    "other",
]
Strength = Literal["will", "agreed", "committed", "reaffirmed", "intends", "conditional"]
Polarity = Literal["undertaken", "refused"]
FollowUp = Literal["open", "due", "overdue", "reported-kept", "reported-broken", "renewed", "superseded"]


class Strict(BaseModel):
    """Base of every type: unknown fields are refused, so that a misspelt field is an error and not a loss."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class Entry(Strict):
    """What every entry of a reading has."""

    id: str = Field(description="Stable within the reading")
    evidence: list[Span] = Field(min_length=1, description="The words that the entry was read from")
    confidence: Confidence = 0.5


class Section(Strict):
    """A part of the document under a heading of its own."""

    heading: Span
    body: Span


class Passage(Strict):
    """A part of the text in another language than the document's."""

    span: Span
    language: LanguageCode
    confidence: Confidence


class Document(Strict):
    """The document that was read: its text as extracted, and what is known about its publication."""

    id: str = Field(description="SHA-256 of the original bytes, hexadecimal")
    source: str | None = Field(default=None, description="Path or URL it came from, or the id it came with")
    url: str | None = None
    publisher: str | None = None
    publisher_party: PartyKey | None = Field(
        default=None, description="The party that the publisher speaks for, where whoever watches it said so"
    )
    publisher_span: Span | None = Field(
        default=None, description="Where the head of the text credits the publisher, where nothing else says who it is"
    )
    published: Edtf | None = None
    published_from: PublishedFrom | None = Field(
        default=None, description="Where the publication date was found; null when it is unknown"
    )
    published_line: PublishedLine | None = Field(
        default=None,
        description=(
            "Where the text gives the date: the byline, a machine's header line, trusted less, or a sentence that "
            "calls a day today"
        ),
    )
    language: LanguageCode = "und"
    title: str | None = None
    text: str = Field(description="As extracted, before repair; every span points into it")
    repaired: str = Field(description="The same text with lost joiners, letters and spaces restored")
    sections: list[Section] = Field(default_factory=list)
    passages: list[Passage] = Field(
        default_factory=list, description="What is in another language than the rest: a post quoted in English"
    )
    warnings: list[str] = Field(default_factory=list)


class DateConflict(Strict):
    """Two pieces of evidence inside one expression that name different days."""

    between: list[str] = Field(description="What disagrees: names of calendars, or 'weekday'")
    values: list[Edtf] = Field(description="What each of them says, in the same order")


class Date(Entry):
    """One expression that places something in time."""

    span: Span
    text: str
    edtf: Edtf | None
    kind: DateKind = "date"
    calendars: list[str] = Field(default_factory=list, description="CLDR names: gregorian, persian, islamic, …")
    relative: bool = Field(default=False, description="True when it needed the publication date or another date")
    vague: bool = Field(default=False, description="True for 'recently', 'in the coming months'")
    weekday: str | None = Field(default=None, description="English name of the day's weekday, for single days")
    conflict: DateConflict | None = None


class Role(Strict):
    """An office or function that the document gives a person, or names of a party without its holder."""

    title: str = Field(description="As published")
    body: str | None = Field(default=None, description="Id of the body, where it is an entry of its own")
    standing: Standing | None = Field(default=None, description="Null where it is simply held")
    date: Edtf | None = Field(
        default=None, description="When the document shows it held: its day of publication, or until then"
    )
    span: Span


class Actor(Entry):
    """A person, a body or a party, with every place where the document speaks of it."""

    kind: ActorKind
    name: str = Field(description="As published")
    names: dict[str, str] = Field(default_factory=dict, description="By language, where known")
    key: str = Field(description="Identity across documents and scripts")
    party: PartyKey | None = Field(default=None, description="The party it belongs to or acts for")
    outlet: bool = Field(default=False, description="True for a news outlet, which reports and does not negotiate")
    roles: list[Role] = Field(default_factory=list)
    mentions: list[Span] = Field(default_factory=list)
    references: list[Span] = Field(
        default_factory=list, description="Those of the mentions that are no name of it: 'the two countries', 'he'"
    )


class Place(Entry):
    """A place where something happens."""

    name: str
    names: dict[str, str] = Field(default_factory=dict)
    key: str
    country: PartyKey | None = None
    mentions: list[Span] = Field(default_factory=list)


class Agreement(Entry):
    """A text that parties are bound by, or mean to be."""

    name: str
    names: dict[str, str] = Field(default_factory=dict)
    key: str
    date: Edtf | None = None
    parties: list[PartyKey] = Field(default_factory=list)
    kind: AgreementKind = "agreement"
    mentions: list[Span] = Field(default_factory=list)


class Statement(Entry):
    """Who said or published what: the attribution of everything else."""

    kind: StatementKind
    issuers: list[str] = Field(default_factory=list, description="Ids of actors")
    parties: list[PartyKey] = Field(default_factory=list)
    joint: bool = False
    date: Edtf | None = None
    content: list[Span] = Field(default_factory=list, description="What is attributed to it")
    quoted: list[Span] = Field(default_factory=list, description="What stands between quotation marks")
    via: str | None = Field(default=None, description="Id of the statement or outlet that reports it; null at the top")


class Participant(Strict):
    """Someone at the table."""

    actor: str = Field(description="Id of an actor")
    party: PartyKey | None = None
    title: str | None = Field(default=None, description="As published")
    capacity: Capacity = "member"


class Designation(Strict):
    """How a document characterises a meeting: 'trilateral' here and 'bilateral' there are both kept."""

    format: MeetingFormat
    text: str
    span: Span


class Plover(Strict):
    """The event in PLOVER terms (openeventdata/PLOVER at 5e0c24f)."""

    event: str
    mode: str | None = None


class Meeting(Entry):
    """An encounter of two or more parties, one entry however often the document tells it."""

    kind: MeetingKind
    status: MeetingStatus
    date: Edtf | None = None
    place: str | None = Field(default=None, description="Id of a place")
    parties: list[PartyKey] = Field(default_factory=list)
    participants: list[Participant] = Field(default_factory=list)
    basis: list[str] = Field(default_factory=list, description="Ids of agreements")
    topics: list[Span] = Field(default_factory=list)
    round: str | None = Field(default=None, description="Ordinal number in digits, or 'resumed' or 'new', where said")
    designations: list[Designation] = Field(default_factory=list)
    said_in: list[str] = Field(
        default_factory=list, description="Ids of statements; empty for the document's own voice"
    )
    plover: Plover | None = None


class Commitment(Entry):
    """What a party undertakes, or refuses to do."""

    by: list[PartyKey] = Field(default_factory=list)
    toward: list[PartyKey] = Field(default_factory=list, description="Counterparts")
    for_: list[PartyKey] = Field(default_factory=list, alias="for", description="Beneficiaries")
    class_: CommitmentClass = Field(default="other", alias="class")
    action: Span
    objectives: list[Span] = Field(default_factory=list, description="What it is for")
    window: Edtf | None = Field(default=None, description="EDTF interval")
    condition: Span | None = None
    strength: Strength
    polarity: Polarity = "undertaken"
    followup: FollowUp | None = Field(
        default=None,
        description="What this document itself shows of an earlier undertaking; null for a new one",
    )
    said_in: list[str] = Field(default_factory=list)


class Reader(Strict):
    """What made the reading."""

    name: str = "peyman"
    version: str
    languages: list[str]
    backend: str = "rules"


class Reading(Strict):
    """Everything that was read out of one document."""

    document: Document
    dates: list[Date] = Field(default_factory=list)
    actors: list[Actor] = Field(default_factory=list)
    places: list[Place] = Field(default_factory=list)
    agreements: list[Agreement] = Field(default_factory=list)
    statements: list[Statement] = Field(default_factory=list)
    meetings: list[Meeting] = Field(default_factory=list)
    commitments: list[Commitment] = Field(default_factory=list)
    reader: Reader

    def to_json(self) -> str:
        """Return the reading as one line of JSON, under the names of the contract (``for``, ``class``)."""
        return self.model_dump_json(by_alias=True)
