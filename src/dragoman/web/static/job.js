// Progress of an upload: asks for the numbers, and takes over the page's own HTML when something moved.

const root = document.getElementById("job");
let last = "";

async function look() {
  const stage = document.getElementById("job").dataset.stage;
  if (stage === "done" || stage === "failed") return;
  try {
    const numbers = await (await fetch(root.dataset.json)).json();
    const now = JSON.stringify(numbers.tables.progress);
    if (now !== last) {
      last = now;
      const html = await (await fetch(location.href)).text();
      const fresh = new DOMParser().parseFromString(html, "text/html").getElementById("job");
      const here = document.getElementById("job");
      if (fresh) here.replaceWith(fresh);
    }
  } catch { /* the server is busy or gone: ask again */ }
  setTimeout(look, 400);
}

look();
