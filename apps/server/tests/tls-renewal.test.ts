import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { TestClock } from '@tidemark/clock/test-clock';
import { openRoot } from '@tidemark/testkit/open-root';
import { createLogger } from '@tidemark/telemetry/logger';
import { expect, onTestFinished, test } from 'vitest';
import { readTls } from '../src/tls-files.ts';
import { renewTls } from '../src/tls-renewal.ts';
import { makeCertificate, type Certificate } from './support/certificate.ts';

test('a new certificate is used without a restart, a broken one is not and is told of once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tidemark-renewal-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const files = { TLS_CERT_FILE: join(folder, 'cert'), TLS_KEY_FILE: join(folder, 'key') };
  const put = ({ cert, key }: Certificate) => {
    writeFileSync(files.TLS_CERT_FILE, cert);
    writeFileSync(files.TLS_KEY_FILE, key);
  };
  const lines: string[] = [];
  const logger = createLogger({
    level: 'info',
    destination: { write: (line) => lines.push(line) },
  });
  const [first, second] = [makeCertificate(['DNS:first']), makeCertificate(['DNS:second'])];
  put(first);
  const tls = readTls(files);
  const app = await openRoot({ logger, tls });
  onTestFinished(() => app.close());
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { server } = app;
  if (!(server instanceof Server)) throw new Error('it does not speak TLS');
  const nameNow = async () => {
    const { port } = server.address() as AddressInfo;
    const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false });
    await once(socket, 'secureConnect');
    const { subjectaltname } = socket.getPeerCertificate();
    socket.destroy();
    return subjectaltname;
  };
  const clock = new TestClock();
  const use = server.setSecureContext.bind(server);
  onTestFinished(renewTls({ files, current: tls, clock, logger, use }));

  expect(await nameNow()).toBe('DNS:first');
  put({ cert: second.cert, key: first.key });
  await clock.advance(30_000);
  expect(await nameNow()).toBe('DNS:first');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('the old certificate stays in use: TLS_KEY_FILE=');

  put(second);
  await clock.advance(10_000);
  expect(await nameNow()).toBe('DNS:second');
  expect(lines[1]).toContain('a new certificate is in use');
});
