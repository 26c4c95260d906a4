// The worker holds the library, so that the page never waits for it.
"use strict";
const fetched = fetch("desks.wasm"); // while the script below is read
importScripts("wasm_exec.js");
const started = performance.now();
self.gdprReady = () => postMessage({ ready: performance.now() - started });
const go = new Go();
// compiled while it comes in; the browser keeps the result beside the file in its cache
const instance = WebAssembly.instantiateStreaming(fetched, go.importObject)
  // a server that doesn't know the type of .wasm
  .catch(() => fetch("desks.wasm").then(r => r.arrayBuffer()).then(b => WebAssembly.instantiate(b, go.importObject)))
  .then(r => { go.run(r.instance); });
instance.catch(e => postMessage({ failed: String(e) }));
onmessage = async ({ data: { id, name, input } }) => {
  await instance;
  const from = performance.now();
  const { ok, answer } = self.gdpr.call(name, JSON.stringify(input));
  postMessage({ id, ok, answer: JSON.parse(answer), took: performance.now() - from });
};
