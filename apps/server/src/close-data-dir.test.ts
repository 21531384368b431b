import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { closeDataDir } from './close-data-dir.ts';

const NOBODY = 65_534;
let root: string;
let dir: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'tidemark-closed-'));
  await chmod(root, 0o755);
  dir = join(root, 'data');
  await mkdir(join(dir, 'live/cluster/base'), { recursive: true });
  await writeFile(join(dir, 'live/cluster/base/1259'), '');
  await writeFile(join(dir, 'live/instance.secret'), '');
  await chmod(join(dir, 'live/cluster/base/1259'), 0o666);
  await chmod(dir, 0o755);
});
afterEach(() => rm(root, { recursive: true, force: true }));

const modeOf = async (path: string) => ((await stat(path)).mode & 0o7777).toString(8);

async function warningsOf(): Promise<string[]> {
  const warnings: string[] = [];
  await closeDataDir(dir, { warn: (_, message) => void warnings.push(message) });
  return warnings;
}

test('what was open is closed and told of once, the secret by itself', async () => {
  const [secret, folder, ...more] = await warningsOf();
  expect(secret).toMatch(/^the instance’s secret was open to other accounts of this machine/);
  expect(folder).toMatch(/^the data folder was open to other accounts of this machine/);
  expect(more).toEqual([]);
  expect(await modeOf(dir)).toBe('700');
  expect(await modeOf(join(dir, 'live'))).toBe('700');
  expect(await modeOf(join(dir, 'live/cluster/base'))).toBe('700');
  expect(await modeOf(join(dir, 'live/cluster/base/1259'))).toBe('600');
  expect(await modeOf(join(dir, 'live/instance.secret'))).toBe('600');
  expect(await warningsOf()).toEqual([]);
});

test('a link leads to nothing that is closed', async () => {
  await writeFile(join(root, 'elsewhere'), '');
  await chmod(join(root, 'elsewhere'), 0o644);
  await symlink(join(root, 'elsewhere'), join(dir, 'live/link'));
  await warningsOf();
  expect(await modeOf(join(root, 'elsewhere'))).toBe('644');
});

test.each([
  ['that everybody may write to', () => chmod(dir, 0o1777), '1777'],
  ['that has folders of others', () => mkdir(join(dir, 'postfix')), '755'],
])(
  'a folder %s is left as it is, what is ours in it closed, and told of',
  async (_, make, mode) => {
    await make();
    expect(await warningsOf()).toContainEqual(expect.stringContaining('not Tidemark’s alone'));
    expect(await modeOf(dir)).toBe(mode);
    expect(await modeOf(join(dir, 'live'))).toBe('700');
    expect((await warningsOf()).length).toBe(1);
  },
);

test('a folder of another account is told of in a sentence, and ours in it are closed', async (context) => {
  if (process.getuid?.() !== 0) context.skip('only root can be somebody else');
  await chmod(dir, 0o777);
  const source = new URL('./close-data-dir.ts', import.meta.url).href;
  const script = `
    const { mkdirSync } = await import('node:fs');
    mkdirSync(${JSON.stringify(join(dir, 'simulated'))});
    const { closeDataDir } = await import(${JSON.stringify(source)});
    await closeDataDir(${JSON.stringify(dir)}, { warn: (_, message) => console.log(message) });`;
  const asNobody = { uid: NOBODY, gid: NOBODY, cwd: '/' };
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', script], asNobody);
  expect(stdout).toContain(
    `${dir} is open to other accounts of this machine and cannot be closed: it belongs to another account.`,
  );
  expect(await modeOf(join(dir, 'simulated'))).toBe('700');
});
