import { join } from 'node:path';
import { runChild } from './child.mjs';
import { ensureInstalled } from './install.mjs';
import { ROOT } from './root.mjs';

/** Installs what is missing, then runs the simulator. Resolves with its exit code. */
export async function launch(args) {
  await ensureInstalled();
  const node = join(ROOT, 'node_modules', '.bin', 'node');
  const main = join('packages', 'exchange-sim', 'src', 'main.ts');
  const { code } = await runChild(node, [main, ...args]);
  return code;
}
