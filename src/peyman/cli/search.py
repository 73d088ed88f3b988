"""``peyman search``: documents of a record by their words."""

from __future__ import annotations

from typing import Annotated

import typer

from peyman.cli.options import DEFAULT_RECORD, RecordPath
from peyman.cli.running import open_record, orderly, usage_error
from peyman.exchange.output import output_stream, text_console


def search(
    query: Annotated[
        str,
        typer.Argument(
            metavar="[QUERY]",
            help='Words, "a phrase", OR, -without, (brackets), field:value; empty for all that the options name.',
            show_default=False,
        ),
    ] = "",
    record_path: RecordPath = DEFAULT_RECORD,
    party: Annotated[list[str] | None, typer.Option(metavar="KEY|NAME", help="A party that is named in it.")] = None,
    language: Annotated[list[str] | None, typer.Option(metavar="CODE", help="Its language.")] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(metavar="KIND", help="What it tells of: meeting, consultation, joint-statement …"),
    ] = None,
    status: Annotated[
        list[str] | None, typer.Option(metavar="STATUS", help="Status of a meeting in it: held, planned …")
    ] = None,
    publisher: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Its publisher, or a part of it.")] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Published on that day or later, in any calendar.")
    ] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Published on that day or earlier.")] = None,
    newest: Annotated[bool, typer.Option("--newest", help="The newest first, not the best.")] = False,
    same_script: Annotated[
        bool, typer.Option("--same-script", help="Do not look for names in other scripts and languages.")
    ] = False,
    limit: Annotated[int, typer.Option("--limit", "-n", metavar="N", min=1, max=1000, help="Most documents.")] = 10,
    offset: Annotated[int, typer.Option("--offset", metavar="N", min=0, help="Documents to pass over.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    reindex: Annotated[bool, typer.Option("--reindex", help="Make the index anew before searching.")] = False,
) -> None:
    """Find documents in a record: by words, by names in any script, by party, kind, status, publisher and date."""
    from peyman.record.search import Filters
    from peyman.record.search import search as find

    filters = Filters(
        party=tuple(party or ()),
        language=tuple(language or ()),
        kind=tuple(kind or ()),
        status=tuple(status or ()),
        publisher=tuple(publisher or ()),
        since=since,
        until=until,
    )
    if not query.strip() and filters == Filters() and not newest and not reindex:
        usage_error('There is nothing to search for: give words, such as peyman search "joint committee".')
    with orderly(), open_record(record_path, create=False) as record, output_stream(None) as stream:
        if reindex:
            number = record.rebuild_search_index()
            typer.echo(f"indexed {number} documents", err=True)
        results = find(
            record,
            query,
            filters,
            order="newest" if newest else "relevance",
            across_scripts=not same_script,
            limit=limit,
            offset=offset,
        )
        if as_json:
            from peyman.exchange.record_json import view_json

            stream.write(view_json(results) + "\n")
        else:
            from peyman.exchange.search_terminal import print_results

            print_results(results, text_console(stream))
