"""The words of the contract for people: kinds, statuses, fields. Translated where they are shown."""

from __future__ import annotations


def N_(message: str) -> str:  # noqa: N802 -- the name by which gettext's tools find messages
    """Mark a message for translation, and return it as it is."""
    return message


VALUES: dict[str, str] = {
    # kinds of meetings
    "consultation": N_("consultation"),
    "meeting": N_("meeting"),
    "talks": N_("talks"),
    "call": N_("call"),
    "visit": N_("visit"),
    "signing": N_("signing"),
    "committee": N_("committee meeting"),
    "conference": N_("conference"),
    "negotiation-round": N_("round of negotiations"),
    # their status
    "held": N_("held"),
    "under-way": N_("under way"),
    "planned": N_("planned"),
    "postponed": N_("postponed"),
    "cancelled": N_("cancelled"),
    "denied": N_("denied"),
    "awaited": N_("awaited"),
    "missed": N_("not reported"),
    "new": N_("new"),
    "resumed": N_("resumed"),
    # their format
    "bilateral": N_("bilateral"),
    "trilateral": N_("trilateral"),
    "quadrilateral": N_("quadrilateral"),
    "multilateral": N_("multilateral"),
    "direct": N_("direct"),
    "indirect": N_("indirect"),
    # capacities
    "head": N_("head of delegation"),
    "member": N_("member"),
    "host": N_("host"),
    "mediator": N_("mediator"),
    "signatory": N_("signatory"),
    "observer": N_("observer"),
    # commitments
    "consult": N_("consult"),
    "cooperate": N_("cooperate"),
    "support": N_("support"),
    "aid": N_("aid"),
    "withdraw": N_("withdraw"),
    "refrain": N_("refrain"),
    "implement": N_("implement"),
    "release": N_("release"),
    "pay": N_("pay"),
    "negotiate": N_("negotiate"),
    "mediate": N_("mediate"),
    "other": N_("other"),
    "will": N_("will"),
    "agreed": N_("agreed"),
    "committed": N_("committed"),
    "reaffirmed": N_("reaffirmed"),
    "intends": N_("intends"),
    "conditional": N_("on a condition"),
    "undertaken": N_("undertaken"),
    "refused": N_("refused"),
    "open": N_("open"),
    "due": N_("due"),
    "overdue": N_("overdue"),
    "reported-kept": N_("reported kept"),
    "reported-broken": N_("reported broken"),
    "renewed": N_("renewed"),
    "superseded": N_("superseded"),
    # statements
    "statement": N_("statement"),
    "joint-statement": N_("joint statement"),
    "communique": N_("communiqué"),
    "press-conference": N_("press conference"),
    "interview": N_("interview"),
    "post": N_("post"),
    "speech": N_("speech"),
    "letter": N_("letter"),
    "remarks": N_("remarks"),
    "report": N_("report"),
    # actors
    "person": N_("person"),
    "body": N_("body"),
    "party": N_("party"),
    # agreements
    "treaty": N_("treaty"),
    "framework": N_("framework"),
    "memorandum": N_("memorandum"),
    "ceasefire": N_("ceasefire"),
    "roadmap": N_("roadmap"),
    "resolution": N_("resolution"),
    "agreement": N_("agreement"),
    "law": N_("law"),
    # dates
    "date": N_("date"),
    "time": N_("time"),
    "duration": N_("duration"),
    "set": N_("repeated"),
    "gregorian": N_("Gregorian"),
    "persian": N_("Solar Hijri"),
    "islamic-umalqura": N_("Hijri"),
    "kurdish": N_("Kurdish"),
    "yes": N_("yes"),
    "no": N_("no"),
}
"""What a value of the contract is called."""

FIELDS: dict[str, str] = {
    "action": N_("What"),
    "basis": N_("Under"),
    "by": N_("By"),
    "class": N_("Kind"),
    "condition": N_("If"),
    "content": N_("Says"),
    "country": N_("Country"),
    "date": N_("When"),
    "designations": N_("Called"),
    "followup": N_("Follow-up"),
    "for": N_("For"),
    "issuers": N_("Issued by"),
    "joint": N_("Joint"),
    "key": N_("Key"),
    "kind": N_("Kind"),
    "name": N_("Name"),
    "names": N_("Names"),
    "objectives": N_("So that"),
    "outlet": N_("News outlet"),
    "participants": N_("Present"),
    "parties": N_("Parties"),
    "party": N_("Party"),
    "place": N_("Where"),
    "plover": N_("PLOVER"),
    "polarity": N_("Undertaken or refused"),
    "quoted": N_("Quotes"),
    "roles": N_("Office"),
    "round": N_("Round"),
    "said_in": N_("Said in"),
    "status": N_("Status"),
    "strength": N_("Strength"),
    "topics": N_("Topics"),
    "toward": N_("Toward"),
    "via": N_("Told by"),
    "window": N_("By when"),
    "calendars": N_("Calendars"),
    "conflict": N_("Conflict"),
    "language": N_("Language"),
}
"""What a field of the contract is called."""

KINDS: dict[str, tuple[str, str]] = {
    "meeting": (N_("Meeting"), N_("Meetings")),
    "commitment": (N_("Undertaking"), N_("Undertakings")),
    "statement": (N_("Statement"), N_("Statements")),
    "actor": (N_("Actor"), N_("Actors")),
    "place": (N_("Place"), N_("Places")),
    "agreement": (N_("Agreement"), N_("Agreements")),
    "document": (N_("Document"), N_("Documents")),
    "date": (N_("Date"), N_("Dates")),
}
"""What an entry of a kind is called, and several of them."""

FACTS: dict[str, str] = {
    "status": N_("Status"),
    "announced by": N_("Who says so"),
    "kind": N_("Kind"),
    "date": N_("When"),
    "printed": N_("In another calendar"),
    "place": N_("Where"),
    "parties": N_("Parties"),
    "number of parties": N_("Number of parties"),
    "mode": N_("Direct or indirect"),
    "venue": N_("Venue"),
    "participant": N_("Present"),
    "title": N_("Title"),
    "capacity": N_("Capacity"),
    "basis": N_("Under"),
    "round": N_("Round"),
    "issued by": N_("Issued by"),
    "undertaking": N_("Undertaking"),
    "encounter": N_("Other meeting"),
    "window": N_("Until when"),
    "condition": N_("On condition"),
    "outcome": N_("What became of it"),
    "name": N_("Called"),
    "named": N_("Named"),
    "duration": N_("How long it lasted"),
    "day": N_("Day named"),
    "length": N_("Length of time named"),
    "figure": N_("Number named"),
    "articles": N_("Number of articles"),
}
"""What a fact of a table of accounts is called."""

SILENCES: dict[str, str] = {
    "in passing": N_("told in passing"),
    "cut off": N_("the text is cut off"),
    "beforehand": N_("published beforehand"),
    "not this far": N_("says nothing of the kind"),
    "unread": N_("its text may have it in other words"),
    "alone": N_("only one account tells it"),
}
"""Why an account that does not give a fact does not leave it out."""

ROLES: dict[str, str] = {
    "reader": N_("reader"),
    "reviewer": N_("reviewer"),
    "signatory": N_("signatory"),
    "secretary": N_("secretary"),
    "administrator": N_("administrator"),
}
"""What a role is called."""

EVENTS: dict[str, str] = {
    "invited": N_("invited"),
    "joined": N_("joined"),
    "linked": N_("linked an identity"),
    "signed in": N_("signed in"),
    "changed password": N_("changed the password"),
    "changed account": N_("changed an account"),
    "made token": N_("made a token"),
    "revoked token": N_("revoked a token"),
    "backed up": N_("backed up"),
    "signed": N_("signed off"),
    "disputed": N_("disputed"),
    "withdrawn": N_("withdrawn"),
}
"""What happened to accounts and positions, as the log of administration tells it."""

ACTIONS: dict[str, str] = {
    "add": N_("added"),
    "read-again": N_("read again"),
    "accept": N_("accepted"),
    "correct": N_("corrected"),
    "reject": N_("rejected"),
    "merge": N_("merged"),
    "split": N_("split"),
    "nothing-here": N_("rightly nothing here"),
    "add-by-hand": N_("added by hand"),
    "undo": N_("taken back"),
}
"""What a step of the log of a record did."""
