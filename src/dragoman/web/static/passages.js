// A passage and its card light up together; an address with #start-end shows the passage.

const cards = new Map([...document.querySelectorAll(".card")].map((card) => [card.id, card]));
const marks = [...document.querySelectorAll("mark[data-of]")];

function light(ids, on) {
  for (const id of ids) {
    cards.get(id)?.classList.toggle("lit", on);
    for (const mark of marks) if (mark.dataset.of.split(" ").includes(id)) mark.classList.toggle("lit", on);
  }
}

for (const mark of marks) {
  const ids = mark.dataset.of.split(" ");
  mark.addEventListener("pointerenter", () => light(ids, true));
  mark.addEventListener("pointerleave", () => light(ids, false));
}
for (const [id, card] of cards) {
  card.addEventListener("pointerenter", () => light([id], true));
  card.addEventListener("pointerleave", () => light([id], false));
  card.addEventListener("focusin", () => light([id], true));
  card.addEventListener("focusout", () => light([id], false));
}

function show() {
  for (const mark of document.querySelectorAll("mark.target")) mark.classList.remove("target");
  const asked = decodeURIComponent(location.hash.slice(1));
  const span = /^(\d+)-(\d+)$/.exec(asked);
  let chosen = [];
  if (span) {
    chosen = [...cards.keys()].filter((id) => cards.get(id).querySelector(`a[href="#${asked}"]`));
    if (chosen[0]) cards.get(chosen[0]).scrollIntoView({ block: "nearest" });
  } else if (cards.has(asked)) {
    chosen = [asked];
  }
  for (const mark of marks) {
    if (mark.dataset.of.split(" ").some((id) => chosen.includes(id))) mark.classList.add("target");
  }
  document.querySelector("mark.target")?.scrollIntoView({ block: "center" });
}

addEventListener("hashchange", show);
show();
