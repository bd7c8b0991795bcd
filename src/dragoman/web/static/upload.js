// Dropping files and folders, and the progress of sending them. Without this the form works as it stands.

const form = document.getElementById("upload");
const drop = document.getElementById("drop");
const progress = document.getElementById("progress");
const most = Number(form.dataset.total);

for (const name of ["dragenter", "dragover"]) {
  document.addEventListener(name, (event) => { event.preventDefault(); drop.classList.add("over"); });
}
document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) drop.classList.remove("over"); });
document.addEventListener("drop", async (event) => {
  event.preventDefault();
  drop.classList.remove("over");
  const files = [];
  const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  for (const entry of entries) await walk(entry, "", files);
  if (!entries.length) for (const file of event.dataTransfer.files) files.push([file, file.name]);
  if (files.length) send(files);
});

async function walk(entry, above, out) {
  if (entry.isFile) {
    const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
    out.push([file, above + entry.name]);
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    const batch = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (!batch.length) return;
    for (const one of batch) await walk(one, `${above}${entry.name}/`, out);
  }
}

form.addEventListener("submit", (event) => {
  const files = [];
  for (const input of form.querySelectorAll("input[type=file]")) {
    for (const file of input.files) files.push([file, file.webkitRelativePath || file.name]);
  }
  if (!files.length) return; // a pasted text goes the plain way
  event.preventDefault();
  send(files);
});

function send(files) {
  const size = files.reduce((sum, [file]) => sum + file.size, 0);
  if (size > most) {
    progress.textContent = `${(size / 1e6).toFixed(0)} MB are more than ${(most / 1e6).toFixed(0)} MB`;
    return;
  }
  const data = new FormData();
  for (const [file, name] of files) data.append("files", file, name);
  for (const name of ["text", "title", "date", "url"]) data.append(name, form.elements[name].value);
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.upload.addEventListener("progress", (event) => {
    progress.textContent = `${Math.round((100 * event.loaded) / event.total)} %`;
  });
  request.addEventListener("load", () => {
    if (request.status < 400 && request.responseURL) location.assign(request.responseURL);
    else { document.open(); document.write(request.responseText); document.close(); }
  });
  request.addEventListener("error", () => { progress.textContent = "The connection broke off; nothing was kept."; });
  request.send(data);
}
