// Makes the secrets of an installation that are not there yet, in the folder that is its argument. What is there stays.
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The user that the services run as in the image. */
const NODE_USER = 1000;

const folder = process.argv[2] ?? '/secrets';

function make(name, value) {
  const path = join(folder, name);
  if (existsSync(path)) return;
  writeFileSync(path, value, { mode: 0o400 });
  chownSync(path, NODE_USER, NODE_USER);
  console.log(`${name} made in ${folder}`);
}

const random = (bytes) => randomBytes(bytes).toString('hex');
make('postgres-password', random(24));
const password = readFileSync(join(folder, 'postgres-password'), 'utf8');
make('database-url', `postgresql://tidemark:${password}@postgres:5432/tidemark`);
make('gateway-secret', random(32));
make('instance-secret', random(32));
