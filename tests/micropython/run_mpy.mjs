// SPDX-License-Identifier: MIT
// node run_mpy.mjs PACKAGE FILE.mpy...: imports each file in a fresh MicroPython of that npm package
// (after --romfs IMAGE with that file system mounted instead) and prints a line of JSON for it: {file, out, error, kept}. `kept` is the heap that the import keeps.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

let [directory, ...files] = process.argv.slice(2);
const romfs = files[0] === "--romfs" ? new Uint8Array(fs.readFileSync(files[1])) : undefined;
if (romfs) files = files.slice(2);
const { loadMicroPython } = await import(pathToFileURL(path.join(directory, "micropython.mjs")));
const load = loadMicroPython ?? globalThis.loadMicroPython;

// Garbage is collected only between calls from outside.
function heap(mp) {
  mp.runPython("import gc\ngc.collect()");
  mp.runPython("_heap = gc.mem_alloc()");
  return mp.globals.get("_heap");
}

for (const file of files) {
  const chunks = [];
  const take = (data) => chunks.push(Buffer.from(data));
  const result = { file, out: "", error: "", kept: 0 };
  try {
    const mp = await load({ url: path.join(directory, "micropython.wasm"), heapsize: 1 << 21, romfs, linebuffer: false, stdout: take, stderr: take });
    const base = path.basename(file);
    if (!romfs) mp.FS.writeFile("/" + base, fs.readFileSync(file));
    mp.runPython('import sys\nsys.path[:] = ["/", "/rom"]');
    const before = heap(mp);
    try {
      mp.runPython(`__import__(${JSON.stringify(base.replace(/\.mpy$/, ""))})`);
    } catch (error) {
      if (error.name !== "PythonError") throw error;
      result.error = error.message;
    }
    result.kept = heap(mp) - before;
  } catch (error) {
    result.error = "crash: " + String(error.stack || error);
  }
  result.out = Buffer.concat(chunks).toString("utf8");
  fs.writeSync(1, JSON.stringify(result) + "\n");
}
process.exit(0);
