"""From published text to words with offsets: identify, repair, segment, tokenise.

Nothing here changes what was published. Repair makes a second text beside it, and an `OffsetMap` leads from any
span of the one to the span of the other.
"""
