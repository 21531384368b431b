// Makes the secrets of a new installation, once, in the folder that is its argument. What is there stays.
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The user that the services run as in the image. */
const NODE_USER = 1000;

const folder = process.argv[2] ?? '/secrets';
const password = randomBytes(24).toString('hex');
const secrets = {
  'postgres-password': password,
  'database-url': `postgresql://tidemark:${password}@postgres:5432/tidemark`,
  'gateway-secret': randomBytes(32).toString('hex'),
};
if (!existsSync(join(folder, 'gateway-secret'))) {
  for (const [name, value] of Object.entries(secrets)) {
    writeFileSync(join(folder, name), value, { mode: 0o400 });
    chownSync(join(folder, name), NODE_USER, NODE_USER);
  }
  console.log(`secrets made in ${folder}`);
}
