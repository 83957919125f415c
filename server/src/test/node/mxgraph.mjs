// Reads every FOLDER/*.drawio with the codec of maxGraph, the heir of the library draw.io is built
// on, lets it work out where everything is, and writes that as a JSON object on stdout: for each
// file its boxes (object, the object around it, place on the canvas) and lines (source, target,
// points on the canvas), each as one text.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('');
const browser = { window };
for (const name of ['document', 'location', 'navigator', 'DOMParser', 'XMLSerializer', 'Node',
  'Element', 'HTMLElement', 'SVGElement', 'MouseEvent', 'Event']) {
  browser[name] = window[name];
}
for (const [name, value] of Object.entries(browser)) {
  Object.defineProperty(globalThis, name, { value, configurable: true });
}
const { BaseGraph, ModelXmlSerializer } = await import('@maxgraph/core');

const fact = (cell, name) => cell.getValue()?.getAttribute?.(name) ?? '';
const end = (cell) => (cell ? fact(cell, 'object') || 'tile' : '');

function read(text) {
  const file = new window.DOMParser().parseFromString(text, 'text/xml');
  const model = file.querySelector('mxfile > diagram > mxGraphModel');
  if (file.querySelector('parsererror') || !model) throw new Error('no diagram');
  const graph = new BaseGraph({ container: document.createElement('div') });
  const xml = new window.XMLSerializer().serializeToString(model);
  new ModelXmlSerializer(graph.getDataModel()).import(xml);
  graph.getView().setRendering(false);
  graph.getView().validate();
  const boxes = [];
  const lines = [];
  for (const cell of Object.values(graph.getDataModel().cells)) {
    const state = graph.getView().getState(cell);
    if (cell.isVertex()) {
      const within = fact(cell.getParent(), 'object');
      const { x, y, width, height } = state;
      boxes.push([fact(cell, 'object'), within, x, y, width, height].join(' | '));
    } else if (cell.isEdge()) {
      const points = state.absolutePoints.map((point) => `${point.x},${point.y}`).join(' ');
      lines.push([end(cell.getTerminal(true)), end(cell.getTerminal(false)), points].join(' | '));
    }
  }
  return { boxes, lines };
}

const folder = process.argv[2];
const seen = {};
for (const file of readdirSync(folder).filter((name) => name.endsWith('.drawio'))) {
  try {
    seen[file] = read(readFileSync(join(folder, file), 'utf8'));
  } catch (error) {
    seen[file] = { error: String(error?.stack ?? error) };
  }
}
process.stdout.write(JSON.stringify(seen));
