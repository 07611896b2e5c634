// The shipped module in its own workers, started as the shipped page starts them (public/start.js,
// src/app/platform/worker.rs): the same glue, the same module, posted to a worker made from a blob.

const MEMORY = "memory";
const boot = `
self.onmessage = (e) => {
  self.onmessage = null;
  wasm_bindgen({ module_or_path: e.data }).then((exports) => {
    self.addEventListener("message", (m) => {
      if (m.data === "${MEMORY}") self.postMessage({ memory: exports.memory.buffer.byteLength });
    });
  });
};`;

let started;

const parts = async () => {
  const html = await (await fetch("site/index.html")).text();
  const glue = new DOMParser().parseFromString(html, "text/html").getElementById("glue");
  const at = (path) => new URL(path, new URL("site/", document.baseURI));
  const text = await (await fetch(at(glue.getAttribute("src")))).text();
  const module = await WebAssembly.compileStreaming(fetch(at(glue.dataset.wasm)));
  return { url: URL.createObjectURL(new Blob([text, boot], { type: "text/javascript" })), module };
};

const start = async (name, heard) => {
  started ??= parts();
  const { url, module } = await started;
  const worker = new Worker(url, { name });
  worker.onmessage = heard;
  worker.postMessage(module);
  return worker;
};

// Reads a file as the page does: a fresh worker, one request, one frame.
export const read = (name, buffer) =>
  new Promise((done, fail) => {
    let worker, begun, outcome;
    let reports = 0;
    const heard = (event) => {
      if (event.data.memory) {
        worker.terminate();
        return done({ ...outcome, memory: event.data.memory });
      }
      const message = JSON.parse(event.data[0]);
      if (message === "ready") {
        begun = performance.now();
        worker.postMessage([JSON.stringify({ name }), buffer], [buffer]);
      } else if (message.progress) {
        reports += 1;
      } else if (message === "read") {
        outcome = { ms: performance.now() - begun, frame: event.data[1], reports };
        worker.postMessage(MEMORY);
      } else {
        worker.terminate();
        fail(new Error(`${name} was refused: ${event.data[0]}`));
      }
    };
    start("reader", heard).then((one) => {
      worker = one;
      worker.onerror = (error) => fail(new Error(`The reading worker died: ${error.message}`));
    }, fail);
  });

// The engine worker, asked as the page asks it.
export class Engine {
  static async start() {
    const engine = new Engine();
    engine.answers = new Map();
    engine.number = 0;
    engine.stages = [];
    await new Promise((ready, fail) => {
      start("engine", (event) => engine.heard(event, ready)).then((worker) => {
        engine.worker = worker;
        worker.onerror = (error) => fail(new Error(`The engine died: ${error.message}`));
      }, fail);
    });
    await engine.ask({ start: { remembered: [] } });
    await engine.derived();
    return engine;
  }

  heard(event, ready) {
    if (event.data.memory) return this.memoryKnown(event.data.memory);
    const message = JSON.parse(event.data[0]);
    if (message.answer) {
      this.answers.get(message.answer.number)?.(message.answer.answer);
      this.answers.delete(message.answer.number);
    } else if (message.event === "ready") {
      ready();
    } else if (message.event.working) {
      this.stages.push([performance.now(), message.event.working.stage]);
    } else if (message.event.derived) {
      this.revision = message.event.derived.revision;
      this.derivedAt = performance.now();
      this.quiet?.();
    }
  }

  ask(ask, buffer) {
    const number = (this.number += 1);
    return new Promise((done) => {
      this.answers.set(number, done);
      const parts = [JSON.stringify({ number, ask })];
      if (buffer) parts.push(buffer);
      this.worker.postMessage(parts, buffer ? [buffer] : []);
    });
  }

  // Resolves at the next finished derivation.
  derived() {
    return new Promise((done) => {
      this.quiet = () => {
        this.quiet = undefined;
        done();
      };
    });
  }

  // Sends a command and waits until its effect is derived; answers the time of both.
  async effect(ask, buffer) {
    const begun = performance.now();
    this.stages = [];
    const derived = this.derived();
    const answer = await this.ask(ask, buffer);
    if (answer.rejected || answer.failed) throw new Error(JSON.stringify(answer));
    await derived;
    return { answer, begun, ms: this.derivedAt - begun };
  }

  // The list of files as the page shows it.
  async files() {
    const answer = await this.ask({ look: { lang: "en", query: "files" } });
    return answer.view.files.files;
  }

  memory() {
    return new Promise((done) => {
      this.memoryKnown = done;
      this.worker.postMessage(MEMORY);
    });
  }

  end() {
    this.worker.terminate();
  }
}

const untilTyped = (engine, effect) => {
  const after = engine.stages.find(([, stage]) => stage !== "reading");
  return after ? after[0] - effect.begun : effect.ms;
};

// From the bytes to columns with types and fates in the engine.
export const typed = async (name, buffer) => {
  const engine = await Engine.start();
  try {
    const { ms, frame, reports, memory } = await read(name, buffer);
    const columns = frame.byteLength;
    const loaded = await engine.effect("load", frame);
    let building = untilTyped(engine, loaded);
    for (const file of await engine.files()) {
      if (file.state !== "asking") continue;
      const confirm = { confirm_reading: { file: file.sha256, sheet: 0, remember: false } };
      building += untilTyped(engine, await engine.effect({ do: confirm }));
    }
    const [file] = await engine.files();
    if (file.state !== "used") throw new Error(`${name} is ${file.state}: ${file.question}`);
    return { ms, reports, memory, columns, building, engine: await engine.memory() };
  } finally {
    engine.end();
  }
};
