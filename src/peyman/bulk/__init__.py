"""The same reader over many documents: shards of the input, read by many processes or machines, Parquet out.

`run` does a whole job::

    plan (shards) → engine (local processes, or Ray) → read_shard, once for each → manifest

A shard is a fixed part of the input, told by the input alone; whoever reads it writes the same bytes. A shard is done
when its entry in ``shards/`` is there, so a run that was killed goes on where it was.
"""
