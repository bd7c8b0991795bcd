#!/bin/sh
# Routes from Altynkol to Varna without and with the services of Varna and Burgas, the time-distance diagram and a map.
set -eu
: "${DRAGOMAN:=dragoman}"
out="${OUT:-out}"
mkdir -p "$out"
# The corridor itself: out of Russia and Iran, as planners must often ask.
"$DRAGOMAN" route Altynkol Varna --avoid RUS --avoid IRN --regime measured \
  --diagram "$out/altynkol-varna-base.svg" --brief
"$DRAGOMAN" route Altynkol Varna --avoid RUS --avoid IRN --regime measured --scenario varna-burgas \
  --diagram "$out/altynkol-varna-with.svg" --map "$out/altynkol-varna.geojson" --brief
"$DRAGOMAN" scenario varna-burgas --regime measured --pair Altynkol:Varna --pair Altynkol:Burgas \
  --avoid RUS --avoid IRN --diagram "$out/altynkol-varna.svg"
