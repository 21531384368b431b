import { join } from 'node:path';
import { ensureWebBuilt } from './build-web.mjs';
import { runChild } from './child.mjs';
import { ensureInstalled } from './install.mjs';
import { ROOT } from './root.mjs';

/** Installs and builds what is missing, then runs the server until it ends. Resolves with its exit code. */
export async function launch() {
  await ensureInstalled();
  await ensureWebBuilt();
  const node = join(ROOT, 'node_modules', '.bin', 'node');
  const { code } = await runChild(node, [join('apps', 'server', 'src', 'main.ts')]);
  return code;
}
