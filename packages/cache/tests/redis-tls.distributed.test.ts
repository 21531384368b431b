import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, getCACertificates, setDefaultCACertificates } from 'node:tls';
import { describe, expect, onTestFinished, test } from 'vitest';
import { redisUrl, useCaches } from './redis-server.ts';

const missing = redisUrl === undefined || spawnSync('openssl', ['version']).status !== 0;

/** A certificate for `localhost` that nobody has signed. */
function makeCertificate(): { key: string; cert: string } {
  const dir = mkdtempSync(join(tmpdir(), 'tidemark-tls-'));
  const [key, cert] = [join(dir, 'key.pem'), join(dir, 'cert.pem')];
  try {
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
    const files = ['-keyout', key, '-out', cert];
    execFileSync(
      'openssl',
      ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...files, ...subject],
      {
        stdio: 'ignore',
      },
    );
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  } finally {
    rmSync(dir, { recursive: true });
  }
}

/** TLS in front of the server under test; answers its address. */
async function startTls(certificate: { key: string; cert: string }): Promise<string> {
  const { hostname, port } = new URL(redisUrl ?? '');
  const server = createServer(certificate, (near) => {
    const far = connect(Number(port), hostname);
    near.pipe(far).pipe(near);
    near.on('error', () => far.destroy());
    far.on('error', () => near.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `rediss://localhost:${(server.address() as AddressInfo).port}`;
}

describe.skipIf(missing)('Redis behind TLS', () => {
  const open = useCaches();

  test('is used when its certificate is trusted, and not otherwise', async () => {
    const certificate = makeCertificate();
    const url = await startTls(certificate);
    const doubtful = await open({ url });
    await expect(doubtful.ping()).rejects.toThrow('self-signed certificate');

    const trusted = getCACertificates('default');
    setDefaultCACertificates([...trusted, certificate.cert]);
    onTestFinished(() => setDefaultCACertificates(trusted));
    const cache = await open({ url });
    await cache.set('k', 1, 10_000);
    expect(await cache.get('k')).toBe(1);
  });
});
