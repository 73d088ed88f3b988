"""Where documents come from: files, folders, standard input, pages and JSON documents.

`expand` names the files of a source, `load` and `load_one` take them in; what comes out is a
`peyman.sources.model.SourceDocument`, or a `SourceFailure` that says what is wrong and what to do.
"""

from peyman.sources.files import MAXIMUM_BYTES, SourceFailure, expand, load, load_one
from peyman.sources.model import SourceDocument

__all__ = ["MAXIMUM_BYTES", "SourceDocument", "SourceFailure", "expand", "load", "load_one"]
