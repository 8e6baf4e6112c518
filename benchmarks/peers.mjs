// MiniSearch and Fuse.js over the same entries: reads one JSON request a line on stdin, writes one answer a line.
//   {"engine": "minisearch", "entries": [{id, title, also, text}]}     → {"seconds": time to build}
//   {"queries": [...], "limit": 5}                                     → {"found": [[ids]], "seconds": [per query]}
// Run in a folder where `npm install minisearch fuse.js` was run.
import { createInterface } from "node:readline";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(pathToFileURL(process.cwd() + "/"));
const now = () => Number(process.hrtime.bigint()) / 1e9;
let find = () => [];

function build(engine, entries) {
  if (engine === "minisearch") {
    const MiniSearch = require("minisearch");
    const index = new MiniSearch({ fields: ["title", "also", "text"] });
    index.addAll(entries);
    const options = { fuzzy: 0.2, prefix: true, boost: { title: 4, also: 4 } };
    return (query, limit) => index.search(query, options).slice(0, limit).map((hit) => hit.id);
  }
  const Fuse = require("fuse.js");
  const keys = [{ name: "title", weight: 4 }, { name: "also", weight: 4 }, { name: "text", weight: 1 }];
  const index = new (Fuse.default ?? Fuse)(entries, { keys, ignoreLocation: true, threshold: 0.5 });
  return (query, limit) => index.search(query, { limit }).map((hit) => hit.item.id);
}

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  if (request.engine) {
    const started = now();
    find = build(request.engine, request.entries);
    console.log(JSON.stringify({ seconds: now() - started }));
  } else {
    const found = [], seconds = [];
    for (const query of request.queries) {
      const started = now();
      found.push(find(query, request.limit));
      seconds.push(now() - started);
    }
    console.log(JSON.stringify({ found, seconds }));
  }
}
