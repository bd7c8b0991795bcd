#!/bin/sh
# Reads the bundled articles, reconciles them with official figures, computes the routes they speak of,
# and writes a briefing. Uses the command in $DRAGOMAN, or `dragoman`; files go to $OUT, or `out`.
# SERVE=1 ends in the local web application.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
DRAGOMAN=${DRAGOMAN:-dragoman}
OUT=${OUT:-out}
export DRAGOMAN OUT
mkdir -p "$OUT"
record="$OUT/demo.duckdb"
rm -f "$record" "$record.wal"

section() {
    printf '\n== %s\n\n' "$1"
}

section "What the articles say"
"$DRAGOMAN" read "$here/articles"
"$DRAGOMAN" read "$here/articles" --into "$record"

section "What holds, what contradicts, what follows"
"$DRAGOMAN" reconcile "$record" --statistics bundled

section "What was promised, and what became of it"
"$DRAGOMAN" pledges KAZ TUR "$record" --statistics bundled

section "Altynkol to Varna, without and with the services of Varna and Burgas"
sh "$here/demo_routes.sh"

section "A briefing on Kazakhstan and Bulgaria"
"$DRAGOMAN" brief KAZ BGR --record "$record" --statistics bundled -o "$OUT/brief-KAZ-BGR.pdf"

if [ "${SERVE:-}" = 1 ]; then
    section "The local web application"
    exec "$DRAGOMAN" serve "$record"
fi
