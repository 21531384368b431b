#!/usr/bin/env bash
# fastify 5.12.8 with avvio 9.3.1: a request injected by an encapsulated instance before `ready()` keeps `onReady` hooks from
# ever running. Seen 2026-11-30.
#
# `app.inject()` before `app.ready()` boots the app and runs its `onReady` hooks; the documentation says that inject makes sure
# that everything is booted. The same by the instance that a plugin was given, `scope.inject()`, boots it too and is answered
# with 200, but no `onReady` hook runs, of the root or of the scope; and `app.ready()` afterwards resolves without running them.
# Nothing says so. Plugins that finish their work in `onReady` are left half made: @fastify/swagger 9.9.3 throws
# ".swagger() must be called after .ready()" for as long as the process lives.
#
# It happens where services of one process ask each other by the instance that they were given, while the process starts.
# Calling `await app.ready()` once after the last `register` avoids it.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund fastify@5.12.8 avvio@9.3.1 @fastify/swagger@9.9.3 >/dev/null

cat >look.mjs <<'JS'
import Fastify from 'fastify';
import swagger from '@fastify/swagger';
import { createRequire } from 'node:module';

const version = (name) => createRequire(import.meta.url)(`${name}/package.json`).version;
console.log(`fastify ${version('fastify')}, avvio ${version('avvio')}, node ${process.version}`);

async function look(injectBy) {
  const app = Fastify();
  const said = [];
  app.addHook('onReady', async () => void said.push('onReady'));
  await app.register(swagger, { openapi: {} });
  let scope;
  await app.register(async (instance) => {
    scope = instance;
    instance.get('/', async () => 'here');
  });
  const by = { root: app, scope }[injectBy];
  if (by) said.push((await by.inject('/')).statusCode);
  await app.ready();
  said.push('ready');
  try {
    app.swagger();
    said.push('document');
  } catch (error) {
    said.push(error.message);
  }
  await app.close();
  return said.join(', ');
}

const seen = {
  nobody: await look(null),
  root: await look('root'),
  scope: await look('scope'),
};
console.log(seen);
const expected = {
  nobody: 'onReady, ready, document',
  root: 'onReady, 200, ready, document',
  scope: '200, ready, .swagger() must be called after .ready()',
};
if (JSON.stringify(seen) !== JSON.stringify(expected)) {
  console.error('this has changed; it was', expected);
  process.exit(1);
}
JS
node look.mjs
