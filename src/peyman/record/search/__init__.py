"""Full-text search in a record: the words of every document, and names in any script.

::

    from peyman.record import Record
    from peyman.record.search import Filters, search

    with Record.open("peyman.db") as record:
        results = search(record, '"joint committee" party:IRQ date:1404-08', Filters(language=("fa", "ckb")), limit=20)
        print(results.total)
        for hit in results.hits:
            print(hit.document.id, hit.document.title, hit.entries)
            for snippet in hit.snippets:
                print(snippet.text, [snippet.text[start:end] for start, end, _ in snippet.marks])

It stands in this room and not in one of its own because its index is written in the transaction that adds a document:
a record whose index lags behind it is not whole.

**Words** are compared as they are folded (`peyman.text.fold`), so that keyboards, vowel marks, joiners and ه or ە make
no difference. A word finds its inflected forms too, by the affixes that each language lists, and after them the same
name in other scripts and languages: by the names that the record knows for the same key, and by sound
(`peyman.actors.matching.match`). Every mark in a snippet says which of the three it is; ``across_scripts=False`` leaves
the last out.

**Order.** A document in which all words stand in the evidence of one meeting or commitment comes before one that has
them elsewhere in its text; within each, the weight of the words decides (BM25), or the newest first on request.

**Storage.** What only one database has stands behind `peyman.record.search.engine`: FTS5 of SQLite, and the text search
of PostgreSQL, neither with anything that has to be installed beside it. The tables with ``search_`` in their names
follow from the others, and can be made anew at any time (`peyman.record.search.index.rebuild`).
"""

from peyman.record.search.finding import search
from peyman.record.search.results import EntryHit, Filters, Hit, SearchResults, Snippet

__all__ = ["EntryHit", "Filters", "Hit", "SearchResults", "Snippet", "search"]
