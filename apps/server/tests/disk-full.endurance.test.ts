import { execFileSync } from 'node:child_process';
import { test } from 'vitest';
import { folder, mountMemory } from './support/memory-folder.ts';
import { startServer } from './support/server-process.ts';

test('a disk that fills up while running ends the process with one readable line', async ({
  expect,
  skip,
}) => {
  const dir = await folder();
  if (!mountMemory(dir, 'size=220m')) skip('this process may not mount a file system');
  const server = startServer({ DATA_DIR: dir });
  await server.ready;
  execFileSync('sh', ['-c', `dd if=/dev/zero of=${dir}/filler bs=1M 2>/dev/null || true`]);
  const { code, stderr } = await server.ended;
  expect(code).toBe(1);
  expect(stderr).toMatch(/^The disk of the data folder .* is full\.\n$/);
}, 60_000);
