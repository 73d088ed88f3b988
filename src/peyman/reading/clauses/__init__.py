"""The grammar of a text as the reader sees it: cues, sentences, clauses, subjects, tense."""
