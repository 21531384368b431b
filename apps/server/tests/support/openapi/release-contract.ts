import { writeFile } from 'node:fs/promises';
import { describedApi } from '../described-api.ts';
import { contractLines } from './contract-lines.ts';
import { RELEASED } from './released-contract.ts';

// Writes the contract as it is now over the one that was released last. To be run at a release.
const document = await describedApi();
await writeFile(
  RELEASED,
  `version ${document.info.version}\n${contractLines(document).join('\n')}\n`,
);
process.exit(0);
