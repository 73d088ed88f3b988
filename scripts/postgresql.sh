#!/usr/bin/env bash
# A PostgreSQL of one's own for trying out and testing, as docs/how-to/postgresql.md shows it:
#
#   scripts/postgresql.sh start FOLDER    makes a server under FOLDER on a free port, and prints its address
#   scripts/postgresql.sh stop FOLDER     stops it
#
# It takes the programs of Debian's package postgresql, and touches no other server. As root it runs as the user postgres.
set -euo pipefail

action=${1:?start or stop} folder=$(realpath -m "${2:?a folder}")
programs=$(find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -1)
if [[ -z $programs ]]; then
    echo "PostgreSQL is not installed: apt-get install postgresql" >&2
    exit 1
fi

as_owner() {
    if [[ $(id -u) == 0 ]]; then runuser -u postgres -- "$@"; else "$@"; fi
}

case $action in
start)
    mkdir -p "$folder"
    if [[ $(id -u) == 0 ]]; then chown postgres "$folder"; fi
    port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    as_owner "$programs/initdb" --pgdata "$folder/data" --username peyman --auth trust --encoding UTF8 --locale C.UTF-8 >/dev/null
    # Nothing in it has to outlive the machine, so that it need not wait for the disk.
    as_owner "$programs/pg_ctl" --pgdata "$folder/data" --log "$folder/log" --wait \
        --options "-p $port -k $folder -c listen_addresses=127.0.0.1 -c fsync=${PEYMAN_FSYNC:-off} -c max_connections=50" start >/dev/null
    as_owner "$programs/createdb" --host 127.0.0.1 --port "$port" --username peyman peyman
    echo "postgresql://peyman@127.0.0.1:$port/peyman"
    ;;
stop)
    as_owner "$programs/pg_ctl" --pgdata "$folder/data" --mode fast --wait stop >/dev/null
    ;;
*)
    echo "usage: postgresql.sh start|stop FOLDER" >&2
    exit 2
    ;;
esac
