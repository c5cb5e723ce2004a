// Files dropped anywhere on the page are handed in one by one; the list below is asked for only while it is seen.

const form = document.querySelector("[data-drop]");
const list = document.querySelector("[data-sendings]");
const words = form.dataset;

function line(name) {
  const item = document.createElement("li");
  const title = document.createElement("span");
  const progress = document.createElement("progress");
  const state = document.createElement("span");
  item.className = "sending";
  title.className = "item-name";
  state.className = "item-state";
  title.textContent = name;
  progress.max = 1;
  progress.value = 0;
  progress.setAttribute("aria-label", name);
  state.textContent = words.sending;
  item.append(title, progress, state);
  list.prepend(item);
  return { progress, state };
}

function outcome(request) {
  if (request.status === 201) return words.sent;
  if (request.status === 413) return words.tooLarge;
  if (request.status === 401 || request.status === 400) return words.signedOut;
  return words.failed;
}

function send(file) {
  const { progress, state } = line(file.name);
  const body = new FormData();
  body.append("csrf_token", form.elements.csrf_token.value);
  body.append("folder", form.elements.folder?.value ?? "");
  body.append("files", file, file.name);
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) progress.value = event.loaded / event.total;
    });
    request.addEventListener("loadend", () => {
      progress.value = request.status === 201 ? 1 : 0;
      state.textContent = outcome(request);
      state.classList.toggle("is-wrong", request.status !== 201);
      done();
    });
    request.send(body);
  });
}

async function sendAll(files) {
  for (const file of files) await send(file);
  refresh();
}

function refresh() {
  window.htmx?.trigger("#now", "desk:shown");
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const files = [...form.elements.files.files];
  form.elements.files.value = "";
  sendAll(files);
});

let depth = 0;
const hasFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");

document.addEventListener("dragenter", (event) => {
  if (!hasFiles(event)) return;
  depth += 1;
  document.body.classList.add("is-over");
});
document.addEventListener("dragleave", (event) => {
  if (!hasFiles(event)) return;
  depth = Math.max(0, depth - 1);
  document.body.classList.toggle("is-over", depth > 0);
});
document.addEventListener("dragover", (event) => {
  if (hasFiles(event)) event.preventDefault();
});
document.addEventListener("drop", (event) => {
  if (!hasFiles(event)) return;
  event.preventDefault();
  depth = 0;
  document.body.classList.remove("is-over");
  sendAll([...event.dataTransfer.files]);
});

document.body.addEventListener("htmx:beforeRequest", (event) => {
  if (document.hidden && event.target.id === "now") event.preventDefault();
});
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) refresh();
});
