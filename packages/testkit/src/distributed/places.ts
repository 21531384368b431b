import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

/** Files of the repository that a set is made of. */
export const SERVER_MAIN = join(ROOT, 'apps', 'server', 'src', 'main.ts');
export const SIMULATOR_MAIN = join(ROOT, 'packages', 'exchange-sim', 'src', 'main.ts');
/** Where logs and reports go. */
export const TEST_RESULTS = join(ROOT, 'test-results');
