"""Which of a text's people the register knows, and whose they are where the text says another party than it."""

from __future__ import annotations

from peyman.actors.bodies.composed import grammar
from peyman.actors.known import register
from peyman.actors.known.people_by_sound import given_names, people_by_sound
from peyman.actors.known.titles import Vocabulary, vocabulary
from peyman.actors.matching.match import person_key, same_person, sound
from peyman.actors.offices.found_people import FoundPerson
from peyman.actors.spans import KnownSpans, Span
from peyman.languages import Language
from peyman.text.analysis import AnalysedText
from peyman.text.fold import fold
from peyman.text.tokens import Token, TokenKind

#: A name that sounds like a known person's is that person's only if it is alike to this degree, see `match`.
SAME_PERSON = 0.9
#: A full name has at least so many words.
_FULL_NAME = 2


def known_person(text: AnalysedText, known: KnownSpans, person: FoundPerson) -> str | None:
    """Return the key of the register's person whose name one of the mentions holds, or sounds like in full.

    Args:
        text: The text.
        known: The known names in it.
        person: Somebody whom it names.
    """
    for first, last in person.mentions:
        for token in range(first, last):
            for span in known.starting(token):
                key = span.key("person")
                if key is not None and span.last <= last and not _is_anothers(text, person, span, key):
                    return key
    first, last = person.name
    if last - first > 1:
        name = text.repaired_words(first, last)
        key = people_by_sound().get(person_key(name).replace("-", ""))
        forms = register.display_names("person", key).values() if key else ()
        alike = any(same_person(name, form).value >= SAME_PERSON for form in forms)
        # Whoever is called nearly like somebody and holds an office elsewhere is another.
        if key and alike and not register.contradicts(register.people()[key], person.party):
            return key if not _has_more_names(text.language, name, key) else None
    return None


def _has_more_names(language: Language, name: str, key: str) -> bool:
    """Whether a name has one more than a known person's in its language, and another surname: «محمد علي بشر».

    In Latin letters one surname is spelled in many ways, and tells nothing.
    """
    if language.has_case:
        return False
    form = register.display_names("person", key).get(language.code)
    words, own = fold(name).split(), fold(form or "").split()
    if not own or len(words) <= len(own):
        return False
    articles = tuple(fold(article) for article in grammar(language).fused)
    return not {words[-1], *(words[-1].removeprefix(a) for a in articles)} & {
        own[-1],
        *(own[-1].removeprefix(a) for a in articles),
    }


def _is_anothers(text: AnalysedText, person: FoundPerson, span: Span, key: str) -> bool:
    """Whether a surname alone is that of somebody else, who is named in full: "*Sultan bin Nasser* al-Shaibani".

    An initial may be of any given name, and some people of the register go by one name.
    """
    first, last = person.name
    given, words = given_names(key), vocabulary(text.language)

    def parts(begin: int, end: int) -> list[Token]:
        within = text.tokens[begin:end]
        return [token for token in within if token.kind is TokenKind.WORD and token.fold not in words.particles]

    named = parts(first, last)
    if len(parts(span.first, span.last)) != 1 or len(named) < _FULL_NAME or not given:
        return False
    if len(named[0].text) == 1 or not _is_given(named[0], words):
        return False
    heard = [sound(token.text).consonants for token in named]
    # "Abdel" is the beginning of "Abdelfattah", and whoever is called by both names goes by either.
    return not any(told and (told.startswith(name) or name.startswith(told)) for told in heard for name in given)


def _is_given(token: Token, words: Vocabulary) -> bool:
    """Whether a word can be a given name: no ordinary word stands before a surname by mistake of the tagger."""
    return token.fold in words.given or (token.text[:1].isupper() if words.has_case else not words.is_word(token.fold))


def party_of_known(key: str, person: FoundPerson) -> str:
    """Return the party of a known person: the register's, unless an office in the text says another for certain.

    Args:
        key: The register's key.
        person: The same person, as the text names them.
    """
    registered = register.people()[key]
    office = person.party if person.roles else None
    unsure = person.is_envoy or not person.firm or registered in person.named
    if unsure and register.contradicts(registered, office):
        return registered
    return register.acting_for(registered, office)


def says_whose(known: KnownSpans, person: FoundPerson) -> bool:
    """Whether a person's office names a party, or a body that the register knows, and not only "the ministry".

    Args:
        known: The known names of the text.
        person: Somebody whom it names.
    """
    spans = (s for role in person.roles for t in range(role.first, role.last) for s in known.starting(t))
    return any(
        s.key("party", "adjective") or register.bodies()[s.key("body") or s.key("outlet") or ""].party
        for s in spans
        if s.key("party", "adjective", "body", "outlet")
    )
