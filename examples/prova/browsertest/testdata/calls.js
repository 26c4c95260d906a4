// Answers a list of calls, [name, input], by the library as WebAssembly: node
// calls.js FOLDER, where FOLDER is what prova builds.
"use strict";
const fs = require("fs"), path = require("path"), folder = process.argv[2];
require(path.join(folder, "wasm_exec.js"));
globalThis.gdprReady = () => {
  const calls = JSON.parse(fs.readFileSync(0, "utf8"));
  process.stdout.write(JSON.stringify(calls.map(([name, input]) => gdpr.call(name, input))), () => process.exit(0));
};
const go = new Go();
WebAssembly.instantiate(fs.readFileSync(path.join(folder, "gdpr.wasm")), go.importObject).then(r => go.run(r.instance));
