import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The contract that was released last, as lines; the first one says its version. */
export const RELEASED = fileURLToPath(
  new URL('../../../../../docs/contract/released.txt', import.meta.url),
);

export async function releasedContract(): Promise<{ version: string; lines: string[] }> {
  const [first = '', ...lines] = (await readFile(RELEASED, 'utf8')).trimEnd().split('\n');
  return { version: first.replace('version ', ''), lines };
}
