// The live map on top of the drawn one: loaded only when asked for, from this server alone.
const figure = document.querySelector("#map");
const button = figure?.querySelector("button.live");
const dark = () => matchMedia("(prefers-color-scheme: dark)").matches;
const LIGHT = { sea: "#f5f8fa", edge: "#ffffff", dashed: "#56606b", ink: "#1c232b", halo: "#ffffff",
  fills: ["#dfe3e7", "#c3d9ec", "#97c0e0", "#64a3d0", "#2b7ab5", "#0a4f86"] };
const DARK = { sea: "#12161a", edge: "#12161a", dashed: "#a3abb3", ink: "#f2f4f6", halo: "#12161a",
  fills: ["#2b3138", "#23445f", "#2b6189", "#3c86b8", "#6fb1dc", "#b9ddf5"] };
const ROUTES = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00"];
const KINDS = ["match", ["get", "kind"], "rail", "#6b7683", "sea", "#7fb4d8", "pipeline", "#8a5a00", "visit", "#CC79A7", "#6b7683"];

const read = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
};

function style(basemap, shown) {
  const look = dark() ? DARK : LIGHT;
  const classes = Object.entries(shown.classes).flatMap(([code, k]) => [code, look.fills[k]]);
  const fill = classes.length ? ["match", ["get", "code"], ...classes, look.fills[0]] : look.fills[0];
  const route = ["match", ["get", "group"], ...ROUTES.flatMap((colour, n) => [n, colour]), KINDS];
  const text = { "text-font": ["sans-serif"], "text-field": ["get", "name"], "text-size": 12 };
  const halo = { "text-color": look.ink, "text-halo-color": look.halo, "text-halo-width": 1.4 };
  const line = { type: "line", source: "shown", layout: { "line-cap": "round", "line-join": "round", "line-sort-key": ["-", 0, ["get", "group"]] } };
  return {
    version: 8,
    sources: { base: { type: "geojson", data: basemap }, shown: { type: "geojson", data: shown } },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": look.sea } },
      { id: "country", type: "fill", source: "base", filter: ["==", ["get", "layer"], "country"], paint: { "fill-color": fill } },
      { id: "border", type: "line", source: "base", filter: ["all", ["==", ["get", "layer"], "border"], ["!", ["get", "dashed"]]], paint: { "line-color": look.edge, "line-width": 0.8 } },
      { id: "dashed", type: "line", source: "base", filter: ["all", ["==", ["get", "layer"], "border"], ["get", "dashed"]], paint: { "line-color": look.dashed, "line-width": 1, "line-dasharray": [3, 2.5] } },
      { ...line, id: "casing", filter: ["all", ["==", ["get", "layer"], "path"], [">=", ["get", "group"], 0]], paint: { "line-color": look.halo, "line-opacity": 0.75, "line-width": ["+", 2, ["get", "width"]] } },
      { ...line, id: "path", filter: ["all", ["==", ["get", "layer"], "path"], ["!", ["get", "dashed"]]], paint: { "line-color": route, "line-width": ["get", "width"] } },
      { ...line, id: "path-dashed", filter: ["all", ["==", ["get", "layer"], "path"], ["get", "dashed"]], paint: { "line-color": route, "line-width": ["get", "width"], "line-dasharray": [2, 1.6] } },
      { id: "dot", type: "circle", source: "shown", filter: ["==", ["get", "layer"], "dot"], paint: { "circle-radius": ["get", "size"], "circle-color": ["match", ["get", "kind"], "mission", "#8a2f6b", look.ink], "circle-stroke-color": look.halo, "circle-stroke-width": 1 } },
      { id: "name", type: "symbol", source: "shown", filter: ["==", ["get", "layer"], "name"], layout: { ...text, "text-size": 11 }, paint: halo },
      { id: "label", type: "symbol", source: "shown", filter: ["all", ["==", ["get", "layer"], "dot"], ["!=", ["get", "name"], ""]], layout: { ...text, "text-anchor": "bottom-left", "text-offset": [0.4, -0.2] }, paint: halo },
    ],
  };
}

async function start() {
  button.disabled = true;
  const { library, worker, styles } = figure.dataset;
  const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href: styles });
  document.head.append(sheet);
  const [maplibre, basemap, shown] = await Promise.all([
    import(library), read(figure.dataset.basemap), read(figure.dataset.features)]);
  maplibre.setWorkerUrl(new URL(worker, location.href).href);
  const paper = figure.querySelector(".atlas-paper");
  const drawn = paper.querySelector("svg");
  const { west, south, east, north } = Object.fromEntries(["west", "south", "east", "north"].map((k) => [k, Number(figure.dataset[k])]));
  const place = document.createElement("div");
  Object.assign(place.style, { position: "absolute", inset: "0" });
  paper.classList.add("live");
  paper.append(place);
  const map = new maplibre.Map({ container: place, style: style(basemap, shown), bounds: [[west, south], [east, north]],
    attributionControl: false, renderWorldCopies: false, maxZoom: 9 });
  drawn.setAttribute("hidden", "");
  drawn.style.display = "none";
  map.addControl(new maplibre.NavigationControl({ showCompass: false }));
  const layers = ["dot", "path", "path-dashed", "country"];
  map.on("click", (event) => {
    const [hit] = map.queryRenderedFeatures(event.point, { layers });
    if (!hit) return;
    const words = hit.properties.title ?? shown.titles[hit.properties.code] ?? hit.properties.name;
    // setText escapes: what articles say never becomes markup.
    new maplibre.Popup({ closeButton: true }).setLngLat(event.lngLat).setText(words || "").addTo(map);
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => map.setStyle(style(basemap, shown)));
  map.once("idle", () => { figure.dataset.live = "ready"; });
  button.hidden = true;
  return map;
}

if (button) {
  button.hidden = false;
  button.addEventListener("click", () => start().catch((error) => {
    console.error(error);
    figure.querySelector(".atlas-paper").classList.remove("live");
    const svg = figure.querySelector("svg.atlas");
    svg.removeAttribute("hidden");
    svg.style.display = "";
    button.replaceWith(Object.assign(document.createElement("span"), { role: "status", textContent: figure.dataset.failed }));
  }));
}
