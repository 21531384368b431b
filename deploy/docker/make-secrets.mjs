// Makes the secrets of an installation that are not there yet, in the folder that is its first argument, and puts into a folder for
// each process, below its second argument, what that process needs and nothing else. What is there stays; to have a new one, remove
// the old one from the first folder and start the set again.
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
} from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** Whom files belong to: the users that the images run as. */
const OWNERS = { postgres: 0, redis: 999 };
const NODE_USER = 1000;

const [store = '/secrets', shares = '/for'] = process.argv.slice(2);

/** The text of a secret, made where it is not there. */
function secret(name, make) {
  const path = join(store, name);
  if (!existsSync(path)) {
    writeFileSync(path, make(), { mode: 0o400 });
    console.log(`${name} made in ${store}`);
  }
  return readFileSync(path, 'utf8').trim();
}

/** Gives a process these files and no others. */
function share(process, files) {
  const folder = join(shares, process);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    writeFileSync(path, `${text}\n`, { mode: 0o400 });
    own(path, OWNERS[process] ?? NODE_USER);
  }
  own(folder, OWNERS[process] ?? NODE_USER);
}

function ofBothMarkets(...keys) {
  return [...keys, ...keys.map((key) => `simulated:${key}`)];
}

function own(path, user) {
  if (process.getuid() === 0) chownSync(path, user, user);
}

const random = (bytes) => () => randomBytes(bytes).toString('hex');
const base64 = (key, type) => key.export({ format: 'der', type }).toString('base64');
const identityKey = (service) =>
  secret(`${service}-identity-key`, () =>
    base64(generateKeyPairSync('ed25519').privateKey, 'pkcs8'),
  );
const publicKey = (text) => {
  const key = createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' });
  return base64(createPublicKey(key), 'spki');
};
const database = (user, password) => `postgresql://${user}:${password}@postgres:5432/tidemark`;

mkdirSync(store, { recursive: true });
const postgres = secret('postgres-password', random(24));
const instance = secret('instance-secret', random(32));
const channels = secret('alerts-instance-secret', random(32));
const gateway = identityKey('gateway');
const analytics = identityKey('analytics');
const portfolio = identityKey('portfolio');
const sentiment = identityKey('sentiment');
const alerts = identityKey('alerts');
const databases = Object.fromEntries(
  ['market_data', 'users', 'analytics', 'portfolio', 'sentiment', 'alerts'].map((role) => [
    role,
    database(role, secret(`${role}-database-password`, random(24))),
  ]),
);

// The keys that each may read and write, of the live and of the simulated market: prices are not what opens accounts.
const KEYS = {
  'market-data': ofBothMarkets('coins*', 'feeds:*', 'price:*'),
  users: ['*'],
  analytics: ofBothMarkets('analytics:*'),
  portfolio: ofBothMarkets('portfolio:*'),
  sentiment: ofBothMarkets('sentiment:*'),
  gateway: ['*'],
};
const redis = Object.fromEntries(
  Object.keys(KEYS).map((user) => [user, secret(`redis-${user}-password`, random(24))]),
);
const redisUser = (user) => {
  const hash = createHash('sha256').update(redis[user]).digest('hex');
  return `user ${user} on #${hash} ${KEYS[user].map((keys) => `~${keys}`).join(' ')} +@all -@admin -@dangerous`;
};
const cacheOf = (user) => ({ 'redis-url': `redis://${user}:${redis[user]}@redis:6379/0` });
const gatewayAlone = `gateway:${publicKey(gateway)}`;
share('postgres', { 'postgres-password': postgres });
share('redis', {
  'redis.conf': [
    'user default off',
    'user health on nopass +ping',
    ...Object.keys(KEYS).map(redisUser),
  ].join('\n'),
});
share('roles', {
  'database-url': database('tidemark', postgres),
  'market-data-database-url': databases.market_data,
  'users-database-url': databases.users,
  'analytics-database-url': databases.analytics,
  'portfolio-database-url': databases.portfolio,
  'sentiment-database-url': databases.sentiment,
  'alerts-database-url': databases.alerts,
});
share('market-data', {
  ...cacheOf('market-data'),
  'database-url': databases.market_data,
  'identity-public-keys': [
    ...[gatewayAlone, `analytics:${publicKey(analytics)}`],
    ...[`portfolio:${publicKey(portfolio)}`, `sentiment:${publicKey(sentiment)}`],
    `alerts:${publicKey(alerts)}`,
  ].join(','),
});
share('users', {
  ...cacheOf('users'),
  'database-url': databases.users,
  'identity-public-keys': [
    gatewayAlone,
    ...[`portfolio:${publicKey(portfolio)}`, `alerts:${publicKey(alerts)}`],
  ].join(','),
  'instance-secret': instance,
});
share('analytics', {
  ...cacheOf('analytics'),
  'database-url': databases.analytics,
  'identity-key': analytics,
  'identity-public-keys': gatewayAlone,
});
share('portfolio', {
  ...cacheOf('portfolio'),
  'database-url': databases.portfolio,
  'identity-key': portfolio,
  'identity-public-keys': gatewayAlone,
});
share('sentiment', {
  ...cacheOf('sentiment'),
  'database-url': databases.sentiment,
  'identity-key': sentiment,
  'identity-public-keys': `${gatewayAlone},analytics:${publicKey(analytics)}`,
});
// No cache, and a secret of its own: what it encrypts is no business of users.
share('alerts', {
  'database-url': databases.alerts,
  'identity-key': alerts,
  'identity-public-keys': gatewayAlone,
  'instance-secret': channels,
});
share('gateway', { ...cacheOf('gateway'), 'identity-key': gateway });
// Of versions in which every process had the same.
for (const name of ['gateway-secret', 'database-url']) rmSync(join(store, name), { force: true });
