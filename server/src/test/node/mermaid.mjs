// Reads every FOLDER/*.mmd with Mermaid's own parser and writes what it saw as a JSON object on
// stdout: for each file its nodes (subgraph, label, classes) and edges (label, relation, label),
// each as one text.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('');
globalThis.window = window;
globalThis.document = window.document;
const { default: mermaid } = await import('mermaid');
mermaid.initialize({ maxEdges: 1_000_000, maxTextSize: 100_000_000 });

// The parser leaves entities to whoever draws.
const decoded = (text) =>
  text.replace(/ﬂ°°(\d+)¶ß/gu, (_, point) => String.fromCodePoint(Number(point)));

async function read(text) {
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  const enclosing = new Map();
  for (const subgraph of db.getSubGraphs()) {
    for (const node of subgraph.nodes) enclosing.set(node, decoded(subgraph.title));
  }
  const vertices = db.getVertices();
  const nodes = [...vertices.values()].map(({ id, text: label, classes }) =>
    [enclosing.get(id) ?? '', decoded(label), classes.join(' ')].join(' | '));
  const label = (id) => decoded(vertices.get(id).text);
  const edges = db.getEdges().map(({ start, end, text: relation, stroke }) =>
    [label(start), decoded(relation), label(end), stroke].join(' | '));
  return { nodes, edges };
}

const folder = process.argv[2];
const seen = {};
for (const file of readdirSync(folder).filter((name) => name.endsWith('.mmd'))) {
  try {
    seen[file] = await read(readFileSync(join(folder, file), 'utf8'));
  } catch (error) {
    seen[file] = { error: String(error) };
  }
}
process.stdout.write(JSON.stringify(seen));
