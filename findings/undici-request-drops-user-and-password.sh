#!/usr/bin/env bash
# undici 8.12.4 on Node.js 24: `request()` of a URL with user and password sends neither, and says nothing. Seen 2026-11-30.
#
# A URL such as `https://user:password@host/` is taken by undici's `request()` and `stream()` without a word; no
# `Authorization` goes out, so that the server sees a stranger. Its `fetch()` refuses the same URL with a TypeError, as the
# Fetch standard has it, and `http.get()` of Node sends Basic authentication: three clients of one runtime, three behaviours.
#
# It matters for webhooks: ntfy and others give people addresses of that form to paste. Whoever sends by `request()` takes user
# and password out of the URL and sends the header itself.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund undici@8.12.4 >/dev/null

cat >look.mjs <<'JS'
import { createRequire } from 'node:module';
import { createServer, get } from 'node:http';
import { once } from 'node:events';
import { Writable } from 'node:stream';
import { fetch, request, stream } from 'undici';

console.log(`undici ${createRequire(import.meta.url)('undici/package.json').version}, node ${process.version}`);
const server = createServer((asked, answer) => answer.end(asked.headers.authorization ?? 'no Authorization'));
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const url = `http://somebody:secret@127.0.0.1:${server.address().port}/`;

const seen = {};
seen.request = await (await request(url)).body.text();
let streamed = '';
const into = () => new Writable({ write: (chunk, _, done) => ((streamed += chunk), done()) });
await stream(url, { method: 'GET' }, into);
seen.stream = streamed;
seen.fetch = await fetch(url).then((answer) => answer.text(), (error) => error.name);
seen['http.get'] = await new Promise((resolve) => {
  get(url, async (answer) => resolve((await answer.toArray()).join('')));
});
server.close();
console.log(seen);
const expected = {
  request: 'no Authorization',
  stream: 'no Authorization',
  fetch: 'TypeError',
  'http.get': `Basic ${Buffer.from('somebody:secret').toString('base64')}`,
};
if (JSON.stringify(seen) !== JSON.stringify(expected)) {
  console.error('this has changed; it was', expected);
  process.exit(1);
}
process.exit(0);
JS
node look.mjs
