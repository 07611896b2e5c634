// The others, from the page's side: a fresh worker for each measure, ready before the clock starts.

import * as duckdb from "@duckdb/duckdb-wasm";

let witness;

export const run = async (library, buffer) => {
  const module = ["calamine", "inflate"].includes(library)
    ? await (witness ??= WebAssembly.compileStreaming(fetch("witness/witness_bg.wasm")))
    : undefined;
  const worker = new Worker("peer.js", { name: library });
  const heard = () =>
    new Promise((done, fail) => {
      worker.onmessage = (event) =>
        event.data.failed ? fail(new Error(event.data.failed)) : done(event.data);
      // A library that runs out of memory takes its worker along, and some say nothing.
      worker.onerror = (error) => fail(new Error(error.message || "its worker died"));
    });
  try {
    const ready = heard();
    worker.postMessage({ base: document.baseURI, module });
    await ready;
    const begun = performance.now();
    const done = heard();
    worker.postMessage({ buffer }, [buffer]);
    const { made } = await done;
    if (!(made > 0)) throw new Error("it made nothing");
    return performance.now() - begun;
  } finally {
    worker.terminate();
  }
};

// DuckDB in its own worker, as its manual starts it.
export const database = async () => {
  const worker = new Worker("npm/@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js");
  const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  await db.instantiate(new URL("npm/@duckdb/duckdb-wasm/dist/duckdb-eh.wasm", document.baseURI).href);
  const connection = await db.connect();
  return {
    file: (name, buffer) => db.registerFileBuffer(name, new Uint8Array(buffer)),
    query: (text) => connection.query(text),
    timed: async (text) => {
      const begun = performance.now();
      const answer = await connection.query(text);
      return { ms: performance.now() - begun, rows: answer.numRows };
    },
    end: async () => {
      await connection.close();
      await db.terminate();
      worker.terminate();
    },
  };
};
