#!/bin/sh
# Take the screenshot that the README shows: sh scripts/screenshot.sh [PEYMAN]
# Needs Chromium (Debian: apt-get install chromium fonts-vazirmatn). The page is that of the Persian example.
set -eu
cd "$(dirname "$0")/.."
peyman=${1:-.venv/bin/peyman}
page=$(mktemp -d)/page.html
trap 'rm -rf "$(dirname "$page")"' EXIT

"$peyman" read --html --output "$page" examples/report-fa.txt
mkdir -p docs/images
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=1320,1000 \
    --screenshot="$PWD/docs/images/page.png" "file://$page" 2>/dev/null
echo "docs/images/page.png"
