#!/bin/sh
# Reads the bundled articles and shows what they say. Uses the command in $DRAGOMAN, or `dragoman`.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
dragoman=${DRAGOMAN:-dragoman}

section() {
    printf '\n== %s\n\n' "$1"
}

# --- read ---------------------------------------------------------------------------------
section "What the articles say"
"$dragoman" read "$here/articles"

# --- reconcile ----------------------------------------------------------------------------

# --- route --------------------------------------------------------------------------------
