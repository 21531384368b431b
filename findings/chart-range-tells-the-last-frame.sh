#!/usr/bin/env bash
# lightweight-charts: a visible range that was set is not told before the next frame. Seen 2026-11-28.
#
# timeScale().setVisibleLogicalRange() takes effect with the next animation frame; until then getVisibleLogicalRange()
# answers the range before it. So "read the range, move it by nine bars, set it", done ten times within one frame (a key
# that is held on a busy machine), moves the view by nine bars, not by ninety; with a frame between two it is ninety. Whoever
# pans by reading the range has to remember what was set last until a frame has passed.
#
# Versions: lightweight-charts 5.2.1, jsdom 31.0.1, Node.js 24.21.0, all from the npm registry. jsdom draws nothing; the
# canvas is a stand-in, since only the time scale is looked at.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "allowScripts": { "node": true } }' >package.json
npm install --no-audit --no-fund --silent node@24.21.0 lightweight-charts@5.2.1 jsdom@31.0.1

cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('<div id="chart"></div>', { pretendToBeVisual: true });
const size = { width: 10, actualBoundingBoxAscent: 5, actualBoundingBoxDescent: 5 };
const drawing = new Proxy(
  {},
  {
    get: (kept, name) => kept[name] ?? (() => (name === 'measureText' ? size : undefined)),
    set: (kept, name, value) => ((kept[name] = value), true),
  },
);
window.HTMLCanvasElement.prototype.getContext = () => drawing;
window.matchMedia = () => ({ matches: false, addListener() {}, removeListener() {} });
const provide = (name, value) =>
  Object.defineProperty(globalThis, name, { value, configurable: true });
provide('window', window);
for (const name of ['document', 'navigator', 'location', 'HTMLElement', 'Node']) {
  provide(name, window[name]);
}
for (const name of ['requestAnimationFrame', 'cancelAnimationFrame', 'getComputedStyle']) {
  provide(name, window[name].bind(window));
}

const { createChart, LineSeries } = await import('lightweight-charts');
const chart = createChart(window.document.getElementById('chart'), { width: 600, height: 300 });
const bars = Array.from({ length: 240 }, (_, i) => ({ time: 1_700_000_000 + 60 * i, value: i }));
chart.addSeries(LineSeries).setData(bars);
const scale = chart.timeScale();
const frame = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
const told = () => scale.getVisibleLogicalRange().from;

function panByNine() {
  const { from, to } = scale.getVisibleLogicalRange();
  scale.setVisibleLogicalRange({ from: from - 9, to: to - 9 });
}

async function tenPans(betweenTwo) {
  scale.setVisibleLogicalRange({ from: 180, to: 242 });
  await frame();
  for (let pan = 0; pan < 10; pan += 1) {
    panByNine();
    await betweenTwo();
  }
  const atOnce = told();
  await frame();
  return { atOnce, afterAFrame: told() };
}

const version = (name) =>
  JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
console.log(`Node.js ${process.version}, lightweight-charts ${version('lightweight-charts')}, jsdom ${version('jsdom')}`);
const within = await tenPans(async () => {});
const apart = await tenPans(frame);
console.log('ten pans of 9 bars from 180 within one frame:', within);
console.log('ten pans of 9 bars from 180, a frame each:   ', apart);
const asSeen = within.atOnce === 180 && within.afterAFrame === 171 && apart.afterAFrame === 90;
console.log(asSeen ? 'as stated' : 'CHANGED');
process.exit(asSeen ? 0 : 1);
JS
timeout 60 node_modules/.bin/node look.mjs
