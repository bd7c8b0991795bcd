// Keys on every page: ? help, / search, j k items, o open, g + letter to a page. Single keys can be
// switched off in the help (WCAG 2.1.4). Modules may listen to "desk-key" for letters of their own.

const OFF = "dragoman-keys-off";
const PLACES = { h: "/", p: "/pairs", f: "/findings", d: "/pledges", r: "/review", t: "/documents", s: "/search", m: "/map" };
const help = document.getElementById("help");
const toggle = document.getElementById("keys-on");
let going = 0;

const stored = () => { try { return localStorage.getItem(OFF) === "1"; } catch { return false; } };
toggle.checked = !stored();
toggle.addEventListener("change", () => {
  try { localStorage.setItem(OFF, toggle.checked ? "0" : "1"); } catch { /* private windows keep nothing */ }
});

function typing(target) {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

function move(step) {
  const items = [...document.querySelectorAll("[data-item]")].filter((e) => e.offsetParent !== null);
  if (!items.length) return;
  const now = items.findIndex((e) => e.classList.contains("current"));
  const next = items[Math.min(items.length - 1, Math.max(0, now + step))];
  items[now]?.classList.remove("current");
  next.classList.add("current");
  next.setAttribute("tabindex", "-1");
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

function open() {
  const link = document.querySelector("[data-item].current a[href]");
  if (link) link.click();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (typing(event.target)) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if (event.key === "?") {
    event.preventDefault();
    if (help.open) help.close(); else help.showModal();
    return;
  }
  if (stored() || help.open) return;
  if (going && Date.now() - going < 1500 && PLACES[event.key]) {
    location.assign(PLACES[event.key]);
    return;
  }
  going = event.key === "g" ? Date.now() : 0;
  const own = new CustomEvent("desk-key", { detail: event.key, cancelable: true });
  if (!document.dispatchEvent(own)) { event.preventDefault(); return; }
  if (event.key === "j") move(1);
  else if (event.key === "k") move(-1);
  else if (event.key === "o") open();
  else if (event.key === "/") {
    event.preventDefault();
    (document.querySelector("#q") ?? document.querySelector("[data-key='/']"))?.focus();
  }
});

// Pages that wait for something computed in the background come again by themselves.
if (document.querySelector("[data-again]")) setTimeout(() => location.reload(), 2500);
