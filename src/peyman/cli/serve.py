"""``peyman serve``: the record in a browser."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from peyman.cli.options import DEFAULT_RECORD, RecordPath
from peyman.cli.running import open_record, orderly, usage_error

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8765
#: Names of this machine for itself.
LOOPBACK = ("127.0.0.1", "localhost", "::1")


def serve(
    record_path: RecordPath = DEFAULT_RECORD,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="Address to listen on; 0.0.0.0 for all.")] = DEFAULT_HOST,
    port: Annotated[int, typer.Option(metavar="N", min=0, max=65535, help="Port to listen on.")] = DEFAULT_PORT,
    public: Annotated[bool, typer.Option("--public", help="Let anyone read, without signing in.")] = False,
    read_only: Annotated[bool, typer.Option("--read-only", help="Let nobody change anything.")] = False,
    openid: Annotated[
        str | None,
        typer.Option("--openid", metavar="ADDRESS", help="Service by which people may sign in too (OpenID Connect)."),
    ] = None,
    openid_client: Annotated[
        str,
        typer.Option(
            "--openid-client",
            metavar="NAME",
            help="Name that this server has there; its password is read from PEYMAN_OPENID_SECRET.",
        ),
    ] = "peyman",
) -> None:
    """Serve a record to browsers."""
    import uvicorn

    from peyman.web.app import create_app
    from peyman.web.settings import Settings

    with orderly():
        _refuse_what_is_taken(host, port)
        # What is wrong with the record is said here, in one line, and not by a server that has half started.
        open_record(record_path, create=not read_only).close()
        hosts = (*LOOPBACK, "[::1]") if host in LOOPBACK else ("*",)
        service = (openid, openid_client, os.environ.get("PEYMAN_OPENID_SECRET", "")) if openid else None
        settings = Settings(record_path, public=public, read_only=read_only, hosts=hosts, openid=service)
        app = create_app(settings)
        shown = f"[{host}]" if ":" in host else host
        typer.echo(f"Serving {record_path} at http://{shown}:{port} (Ctrl-C to end)", err=True)
        if not settings.without_accounts:
            _invite_first(record_path, f"http://{shown}:{port}")
        uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False, date_header=True)


def _refuse_what_is_taken(host: str, port: int) -> None:
    """End with status 2 where nothing can listen at an address: somebody does already, or this machine has no such."""
    import asyncio

    async def listen() -> None:
        server = await asyncio.get_running_loop().create_server(asyncio.Protocol, host, port)
        server.close()

    try:
        asyncio.run(listen())
    except OSError as error:
        why = os.strerror(error.errno).lower() if error.errno and error.errno > 0 else error.strerror or str(error)
        usage_error(f"{host} cannot be listened on at port {port} ({why}). Choose others with --host and --port.")


def _invite_first(record_path: str, address: str) -> None:
    """Print the link by which the first administrator makes an account, where there is none yet."""
    from peyman.web.permissions import Role
    from peyman.web.team import Team

    team = Team(record_path)
    try:
        if not team.accounts.has_administrator():
            secret = team.accounts.invite(Role.ADMINISTRATOR, None, "peyman serve")
            typer.echo("There is no administrator yet. This link makes one; it works once, for seven days:", err=True)
            typer.echo(f"{address}/invitation/{secret}", err=True)
    finally:
        team.close()
