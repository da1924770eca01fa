// Runs the program in a thread of its own. What it gets first is the compiled program.
let program;
let bytesRead = 0;
self.onBytesRead = bytes => {
  bytesRead += bytes;
  postMessage({ bytesRead });
};
const calls = {
  check({ logs, settings }) {
    prepare(logs, settings);
    const verdict = program.check();
    return { verdict, html: program.report("html") };
  },
  report: ({ format }) => program.report(format),
  redact({ logs, settings }) {
    prepare(logs, settings);
    return program.redact();
  },
  explain: ({ text }) => program.explain(text),
};
function prepare(logs, settings) {
  bytesRead = 0;
  program.reset();
  Object.entries(settings).forEach(([name, value]) => program.set(name, value));
  logs.forEach(log => program.add(log.name, log.file));
}
const loaded = new Promise(done => { self.onmessage = event => done(event.data); }).then(async bytes => {
  program = (await TeaVM.wasmGC.load(bytes)).exports;
  self.onmessage = event => answer(event.data);
  postMessage({ ready: true });
});
loaded.catch(error => postMessage({ broken: String(error) }));
function answer({ id, call, parameters }) {
  try {
    postMessage({ id, result: calls[call](parameters) });
  } catch (error) {
    postMessage({ id, error: error.message || String(error) });
  }
}
