// SPDX-License-Identifier: MIT
// What CPython 3.14 says about many sources, in one process.
//
//   node cpython314.mjs DIRECTORY_OF_PYODIDE MODE
//
// Standard input: sources, each behind its size (4 bytes, little-endian). Standard output: for each
// one line of JSON. Mode `compile` gives [] for an accepted source, else [line or null, message];
// mode `dump` gives [ast.dump's text], or [] for a rejected source; mode `run` gives [status, what it
// printed], and status 1 and the traceback for one that fails.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [directory, mode] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(path.join(directory, "pyodide.mjs")));
const python = await loadPyodide({ indexURL: directory + path.sep });
const answer = python.runPython(`
import ast, gc, json, sys, warnings
warnings.simplefilter("ignore")
sys.setrecursionlimit(3000)
gc.disable()

def compile_one(source):
    try:
        compile(source, "source", "exec", dont_inherit=True)
    except (SyntaxError, ValueError, OverflowError, RecursionError, MemoryError) as error:
        message = type(error).__name__ + ": " + str(error.args[0] if error.args else "")
        return [getattr(error, "lineno", None), message]
    return []

def dump_one(source):
    try:
        return [ast.dump(ast.parse(source, "source"))]
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []

def run_one(source):
    import contextlib, io, traceback, types
    module = types.ModuleType("__main__")
    sys.modules["__main__"] = module
    out = io.StringIO()
    try:
        with contextlib.redirect_stdout(out):
            exec(compile(source, "source", "exec", dont_inherit=True), module.__dict__)
    except BaseException:
        return [1, out.getvalue() + traceback.format_exc()]
    return [0, out.getvalue()]

modes = {"compile": compile_one, "dump": dump_one, "run": run_one}

def answer(source, mode):
    return json.dumps(modes[mode](source.to_bytes()))

answer
`);

const chunks = [];
for await (const chunk of process.stdin)
  chunks.push(chunk);
const input = Buffer.concat(chunks);
let number = 0;
for (let at = 0; at < input.length; number++) {
  const size = input.readUInt32LE(at);
  const source = new Uint8Array(input.subarray(at + 4, at + 4 + size));
  at += 4 + size;
  const line = answer(source, mode) + "\n";
  if (!process.stdout.write(line))
    await new Promise((resolve) => process.stdout.once("drain", resolve));
  if (number % 200 === 199)
    python.runPython("gc.collect()");
}
