import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './run.ts';

const ROOT = fileURLToPath(new URL('../../../../..', import.meta.url));
const CACHE = join(ROOT, 'node_modules', '.cache', 'contract');
const GENERATOR = 'org.openapitools:openapi-generator-cli:7.25.0';

/** Where the files of this suite are: the programs, and what tools there are. */
export const SUITE = join(ROOT, 'tests', 'contract');
const TOOLS = join(SUITE, 'tools');

/** Linters and generators from the npm registry. Answers the folder that has them in `node_modules`. */
export function javascriptTools(): Promise<string> {
  const files = ['package.json', 'package-lock.json', '.npmrc'];
  return kept('javascript', files, async (folder) => {
    for (const file of files) await copyFile(join(TOOLS, file), join(folder, file));
    await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder });
  });
}

/** An environment with openapi-python-client, and with what generated clients need. Answers its folder. */
export function pythonTools(): Promise<string> {
  return kept('python', ['requirements.txt'], async (folder) => {
    await run('python3', ['-m', 'venv', folder]);
    const wanted = join(TOOLS, 'requirements.txt');
    // By the module: the scripts of an environment name the folder that it was made in, and it is moved afterwards.
    await run(join(folder, 'bin', 'python'), ['-m', 'pip', 'install', '-q', '-r', wanted]);
  });
}

/** The jar of openapi-generator. Answers its path. */
export async function openapiGenerator(): Promise<string> {
  const [, artifact, version = ''] = GENERATOR.split(':');
  const folder = await kept(`${artifact}-${version}`, [], async (into) => {
    const copy = [`-Dartifact=${GENERATOR}`, `-DoutputDirectory=${into}`];
    await run('mvn', ['-q', '-B', 'dependency:copy', ...copy]);
  });
  return join(folder, `${artifact}-${version}.jar`);
}

/** Makes a folder once for what these files of `tools` say. */
async function kept(
  name: string,
  files: readonly string[],
  make: (folder: string) => Promise<void>,
): Promise<string> {
  const sum = createHash('sha256');
  for (const file of files) sum.update(await readFile(join(TOOLS, file)));
  const folder = join(CACHE, `${name}-${sum.digest('hex').slice(0, 12)}`);
  if (existsSync(folder)) return folder;
  const half = `${folder}.half`;
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { recursive: true });
  await make(half);
  await rename(half, folder);
  return folder;
}
