#!/usr/bin/env bash
# p-queue 10: a queue cannot be made where a test has jsdom's globals. Seen 2026-11-29.
#
# Since version 10 PQueue extends the global EventTarget, and its constructor asks Node's events.setMaxListeners to know
# the queue. In Vitest's jsdom environment (and wherever jsdom's window is spread over the globals) EventTarget is jsdom's,
# which Node does not take for one: `new PQueue()` throws a TypeError before anything is queued. Vitest's node environment,
# and p-queue 9, which extends eventemitter3, are well. Code that browsers and tests share, a slice of a store that queues its
# requests for example, then fails when it is loaded by a test of a component.
#
# Versions: p-queue 10.0.0 and 9.1.0, vitest 5.1.1, jsdom 31.0.1, Node.js 24.21.0, all from the npm registry.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module", "allowScripts": { "node": true } }' >package.json
npm install --no-audit --no-fund --silent node@24.21.0 vitest@5.1.1 jsdom@31.0.1 p-queue@10.0.0 p-queue-9@npm:p-queue@9.1.0

look() {
  cat >"$1.test.js" <<JS
// @vitest-environment $1
import { expect, test } from 'vitest';
import PQueue from 'p-queue';
import PQueue9 from 'p-queue-9';

const made = (Queue) => {
  try {
    new Queue({ concurrency: 1 });
    return 'made';
  } catch (error) {
    return \`\${error.name}: \${error.message}\`;
  }
};

test('a queue', () => {
  console.log('$1: p-queue 10', made(PQueue));
  console.log('$1: p-queue 9', made(PQueue9));
});
JS
}
look node
look jsdom
node_modules/.bin/node --version
for package in p-queue p-queue-9 vitest jsdom; do
  node_modules/.bin/node -p "'$package ' + require('./node_modules/$package/package.json').version"
done
NO_COLOR=1 node_modules/.bin/node node_modules/vitest/vitest.mjs run --reporter=verbose >out.txt 2>&1 || { cat out.txt; exit 1; }
grep -E '^(node|jsdom): ' out.txt
grep -q '^node: p-queue 10 made' out.txt
grep -q '^node: p-queue 9 made' out.txt
grep -q '^jsdom: p-queue 10 TypeError: The "eventTargets" argument must be an instance of EventEmitter or EventTarget' out.txt
grep -q '^jsdom: p-queue 9 made' out.txt
