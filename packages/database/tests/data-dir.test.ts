import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test, type TestContext } from 'vitest';
import { checkDataDir } from '../src/data-dir-check.ts';
import { lockDataDir } from '../src/data-dir-lock.ts';
import { startChild } from './child.ts';

const run = promisify(execFile);
let root: string;
let dir: string;
let count = 0;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'tidemark-data-dir-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));
beforeEach(async () => {
  dir = join(root, String(++count));
  await mkdir(dir);
});

describe('lock of the data folder', () => {
  test('a second process is refused, and told the folder and who has it', () => {
    const lock = lockDataDir(dir);
    expect(() => lockDataDir(dir)).toThrow(
      `The data folder ${dir} is in use by process ${process.pid}.`,
    );
    lock.release();
    lockDataDir(dir).release();
  });

  test('the lock of a process is gone when it is killed', async () => {
    const child = startChild('hold-lock', dir);
    await child.line((line) => line === 'collected');
    expect(() => lockDataDir(dir)).toThrow(`in use by process ${child.pid}.`);
    await child.kill();
    lockDataDir(dir).release();
  });

  test('taking it prints nothing', async () => {
    const child = startChild('hold-lock', dir);
    await child.line((line) => line === 'locked');
    expect(child.errors()).toBe('');
    await child.kill();
  });

  test('a lock where nothing can be written is refused in one sentence', () => {
    expect(() => lockDataDir(join(dir, 'missing'))).toThrow(/^The data folder .*missing cannot be/);
  });
});

describe('check of the data folder', () => {
  test('the folder is made, with those above it, and nothing is left in it', async () => {
    const path = join(dir, 'a/b');
    await checkDataDir(path);
    expect(await readdir(path)).toEqual([]);
  });

  test('too little room is refused with the figures', async () => {
    await expect(checkDataDir(dir, { minFreeBytes: 2 ** 60 })).rejects.toThrow(
      /almost full: [\d,]+ MB free, 1,099,511,627,776 MB needed\.$/,
    );
  });

  test('a read-only file system is refused in words', async (context) => {
    await usingTmpfs(context, 'size=1m,ro', async (path) => {
      await expect(checkDataDir(path)).rejects.toThrow('it is on a read-only file system');
    });
  });

  test('a full disk is refused in words', async (context) => {
    await usingTmpfs(context, 'size=4k,nr_inodes=1', async (path) => {
      await expect(checkDataDir(path)).rejects.toThrow('the disk is full');
    });
  });
});

test('a disk that fills up later ends in one readable line', async (context) => {
  await usingTmpfs(context, 'size=130m', async (path) => {
    const child = startChild('fill-disk', join(path, 'database'));
    expect(await child.ended).toBe(3);
    expect(child.lines).toHaveLength(1);
    expect(child.lines[0]).toMatch(/^DataDirError: The disk of the data folder .* is full\.$/);
  });
}, 60_000);

/** Needs the right to mount, which a continuous-integration container or a developer may not have. */
async function usingTmpfs(
  context: TestContext,
  options: string,
  work: (path: string) => Promise<void>,
): Promise<void> {
  const mounted = await run('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', dir]).then(
    () => true,
    () => false,
  );
  if (!mounted) context.skip('this user may not mount a file system');
  try {
    await work(dir);
  } finally {
    await run('umount', ['-l', dir]);
  }
}
