// Prints as JSON what would be imported from the files that are named, without a running instance.
import { importCheck } from '../packages/imports/src/import-check.ts';

process.exitCode = await importCheck(process.argv.slice(2), (text) => process.stdout.write(text));
