// SPDX-License-Identifier: MIT
// node mpy_cross.mjs PACKAGE OUTDIR FILE.py...: compiles each file with mpy-cross from npm and prints a
// line of JSON for it: {file, output, message}; `output` is empty when it was rejected.
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";

const [directory, outdir, ...files] = process.argv.slice(2);
globalThis.fetch = undefined; // the package would use it on a path of the file system
const require = createRequire(path.join(path.resolve(directory), "package.json"));
const { compile } = require("./build/index.js");
const wasm = path.join(path.resolve(directory), "build", "mpy-cross-v6.wasm");

for (const file of files) {
  const base = path.basename(file);
  const done = await compile(base, fs.readFileSync(file, "utf8"), ["-s", base], wasm);
  const good = done.status === 0 && done.mpy;
  const output = good ? path.join(outdir, base.replace(/\.py$/, ".mpy")) : "";
  if (good) fs.writeFileSync(output, done.mpy);
  const message = [...done.err, ...done.out].join("\n");
  fs.writeSync(1, JSON.stringify({ file, output, message }) + "\n");
}
process.exit(0);
