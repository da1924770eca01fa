// The page: forms, files and buttons. What is said about logs and errors comes from the program.
const at = id => document.getElementById(id);
const LARGEST = 4 * 2 ** 30;
let worker;
let waiting = new Map();
let number = 0;
let logs = [];
let total = 1;
let bytes;

function start() {
  worker = new Worker(URL.createObjectURL(new Blob([at("worker").textContent], { type: "text/javascript" })));
  worker.onmessage = ({ data }) => {
    if (data.bytesRead) {
      at("progress").value = data.bytesRead / total;
    } else if (data.ready) {
      document.documentElement.dataset.ready = "true";
    } else if (data.broken) {
      say("This browser cannot run the program. It needs Chrome 119, Edge 119, Firefox 120 or Safari 18.2, or later. "
        + data.broken);
    } else {
      const { done, fail } = waiting.get(data.id);
      waiting.delete(data.id);
      data.error === undefined ? done(data.result) : fail(new Error(data.error));
    }
  };
  worker.onerror = event => {
    event.preventDefault();
    stop(new Error(event.message));
  };
  bytes.then(program => worker.postMessage(program));
}
function stop(reason) {
  worker.terminate();
  const all = [...waiting.values()];
  waiting = new Map();
  start();
  all.forEach(({ fail }) => fail(reason));
}
function ask(call, parameters) {
  const id = ++number;
  return new Promise((done, fail) => {
    waiting.set(id, { done, fail });
    worker.postMessage({ id, call, parameters });
  });
}
async function unpack() {
  const packed = Uint8Array.from(atob(at("program").textContent), c => c.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}
function say(text) {
  at("said").textContent = text;
}
function busy(working) {
  at("progress").hidden = at("cancel").hidden = !working;
  at("progress").value = 0;
}
function settings() {
  const found = {};
  new FormData(at("options")).forEach((value, name) => {
    if (value) {
      found[name] = value;
    }
  });
  return found;
}
async function work(call) {
  say("Reading …");
  busy(true);
  try {
    const result = await ask(call, { logs, settings: settings() });
    say("");
    return result;
  } catch (error) {
    say(error.message);
  } finally {
    busy(false);
  }
}
async function check() {
  total = logs.reduce((sum, log) => sum + log.file.size, 0) || 1;
  at("result").hidden = true;
  if (!logs.length) {
    return say("There is no log to check.");
  }
  if (total > LARGEST) {
    return say("These logs are too large for a browser. The command reads them: golive-check " + logs[0].name);
  }
  const result = await work("check");
  if (result) {
    at("result").hidden = false;
    at("result").dataset.verdict = result.verdict;
    at("report").srcdoc = result.html;
    say("The report is below: " + result.verdict.replace("_", " "));
    at("result").scrollIntoView();
  }
}
function take(files) {
  logs = [...files].map(file => ({ name: file.webkitRelativePath || file.name, file }));
  check();
}
function save(content, name, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
async function dropped(entry) {
  if (entry.isFile) {
    return [await new Promise((done, fail) => entry.file(file => done({ name: entry.fullPath.slice(1), file }), fail))];
  }
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    const some = await new Promise((done, fail) => reader.readEntries(done, fail));
    if (!some.length) {
      return found;
    }
    for (const inner of some) {
      found.push(...await dropped(inner));
    }
  }
}
at("files").onchange = at("folder").onchange = event => {
  take(event.target.files);
  event.target.value = "";
};
document.ondragover = event => {
  event.preventDefault();
  at("drop").classList.add("over");
};
document.ondragleave = () => at("drop").classList.remove("over");
document.ondrop = async event => {
  event.preventDefault();
  at("drop").classList.remove("over");
  const entries = [...event.dataTransfer.items].map(item => item.webkitGetAsEntry()).filter(Boolean);
  logs = (await Promise.all(entries.map(dropped))).flat();
  check();
};
at("check-pasted").onclick = () => {
  logs = [{ name: "pasted.txt", file: new Blob([at("pasted").value]) }];
  check();
};
at("options").onchange = () => logs.length && check();
at("options").onsubmit = event => event.preventDefault();
at("cancel").onclick = () => stop(new Error("Cancelled."));
const TYPES = { html: "text/html", json: "application/json", markdown: "text/markdown" };
document.querySelectorAll("[data-format]").forEach(button => {
  button.onclick = async () => {
    const { format, name } = button.dataset;
    save(await ask("report", { format }), name, TYPES[format]);
  };
});
document.querySelectorAll("[data-zip]").forEach(button => {
  button.onclick = async () => {
    const zip = await work(button.dataset.zip);
    zip && save(zip, button.dataset.name, "application/zip");
  };
});
at("topic").oninput = async () => {
  const text = at("topic").value;
  const answer = text.trim() ? await ask("explain", { text }) : "";
  if (text === at("topic").value) {
    at("answer").textContent = answer;
  }
};
bytes = unpack();
start();
