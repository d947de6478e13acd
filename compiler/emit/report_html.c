// SPDX-License-Identifier: MIT
// The report as a page that needs nothing else: the JSON, and a script that draws it as a treemap and
// shows for the object under the pointer what keeps it.
#include "report.h"

static const char head[] =
    "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>flashfreeze report</title>\n"
    "<style>\n"
    "body { font: 14px/1.4 system-ui, sans-serif; margin: 1.5em; color: #222; background: #fff }\n"
    "h1 { font-size: 1.3em } #map { position: relative; height: 60vh; border: 1px solid #999 }\n"
    "#map div { position: absolute; box-sizing: border-box; border: 1px solid #fff; overflow: hidden;\n"
    "  font-size: 11px; padding: 1px 3px; white-space: nowrap; cursor: default }\n"
    "#why { white-space: pre-wrap; min-height: 5em; font-family: monospace; margin: 1em 0 }\n"
    "table { border-collapse: collapse } td, th { padding: 2px 10px; text-align: left }\n"
    "td.n { text-align: right }\n"
    "</style></head><body>\n<h1 id=\"title\"></h1>\n<div id=\"map\"></div>\n<div id=\"why\"></div>\n"
    "<h2>Flash by module</h2><table id=\"modules\"></table>\n"
    "<h2>RAM</h2><table id=\"ram\"></table>\n"
    "<h2>Python stack, at most</h2><table id=\"stack\"></table>\n<script>\nconst report = ";

static const char tail[] =
    ";\nconst $ = id => document.getElementById(id);\n"
    "$('title').textContent = report.name + ': ' + report.flash + ' bytes of flash, ' + report.ram.arena +\n"
    "  ' bytes of RAM';\n"
    "function row(table, name, bytes) {\n"
    "  const cells = table.insertRow();\n  cells.insertCell().textContent = name;\n"
    "  const cell = cells.insertCell();\n  cell.textContent = bytes;\n  cell.className = 'n';\n}\n"
    "for (const m of report.modules) row($('modules'), m.name, m.bytes);\n"
    "row($('modules'), '(header and tables)', report.tables);\n"
    "for (const key of ['registers', 'globals', 'heap', 'stack']) row($('ram'), key, report.ram[key]);\n"
    "for (const w of report.ram.words) row($('ram'), w.module + '.' + w.name + ': ' + w.why, w.bytes);\n"
    "const stack = report.stack;\n"
    "for (const step of stack.way)\n"
    "  row($('stack'), step.function + (step.line ? ', line ' + step.line : ''), step.bytes);\n"
    "row($('stack'), stack.bounded ? 'bound' : 'bound without recursion', stack.bound);\n"
    "if (stack.nested) row($('stack'), 'more for each level of containers in containers', stack.nested);\n"
    "for (const cycle of stack.cycles)\n"
    "  row($('stack'), 'no bound, each time round: ' +\n"
    "    cycle.steps.map(s => s.function + ', line ' + s.line).join(' \u2192 '), cycle.bytes);\n"
    "function why(item) {\n"
    "  let text = '';\n"
    "  for (let at = item, n = 0; at && n < 50; at = report.objects[at.user], n++) {\n"
    "    text += (n ? '  in ' : '') + at.kind + ' ' + at.name + ' (' + at.bytes + ' bytes)';\n"
    "    if (at.mentioner !== undefined)\n"
    "      text += \", '\" + at.mention + \"' is mentioned by \" + report.objects[at.mentioner].name;\n"
    "    text += '\\n';\n  }\n  $('why').textContent = text;\n}\n"
    "// Halves a list of boxes by size and the rectangle with it, along its longer side.\n"
    "function place(boxes, x, y, w, h, draw) {\n"
    "  if (boxes.length === 1) { draw(boxes[0], x, y, w, h); return; }\n"
    "  const total = boxes.reduce((sum, box) => sum + box.bytes, 0);\n"
    "  let sum = boxes[0].bytes, split = 1;\n"
    "  while (split < boxes.length - 1 && sum + boxes[split].bytes / 2 < total / 2) sum += boxes[split++].bytes;\n"
    "  const part = total ? sum / total : 0.5, left = boxes.slice(0, split), right = boxes.slice(split);\n"
    "  if (w > h) {\n"
    "    place(left, x, y, w * part, h, draw); place(right, x + w * part, y, w * (1 - part), h, draw);\n"
    "  } else {\n"
    "    place(left, x, y, w, h * part, draw); place(right, x, y + h * part, w, h * (1 - part), draw);\n"
    "  }\n}\n"
    "function box(name, colour, x, y, w, h, item) {\n"
    "  const div = document.createElement('div');\n"
    "  div.style.cssText = `left:${x}px;top:${y}px;width:${w}px;height:${h}px;background:${colour}`;\n"
    "  div.textContent = w > 30 && h > 12 ? name : '';\n  div.title = name + ': ' + item.bytes + ' bytes';\n"
    "  div.onmouseenter = () => why(item);\n  $('map').appendChild(div);\n}\n"
    "const width = $('map').clientWidth, height = $('map').clientHeight;\n"
    "place(report.modules, 0, 0, width, height, (module, x, y, w, h) => {\n"
    "  const index = report.modules.indexOf(module), hue = index * 137 % 360;\n"
    "  const items = report.objects.filter(o => o.module === module.name).sort((a, b) => b.bytes - a.bytes);\n"
    "  place(items, x, y, w, h, (item, x, y, w, h) =>\n"
    "    box(item.name, `hsl(${hue} 55% ${78 + item.kind.length % 5 * 3}%)`, x, y, w, h, item));\n"
    "});\n</script></body></html>\n";

void emit_report_html(const Report *report, FILE *out)
{
    fputs(head, out);
    emit_report_json(report, out);
    fputs(tail, out);
}
