/**
 * `npm run -s import-check -- [--time-zone ZONE] FILE…`: what would be imported, as JSON, an object and a line per file. Exit code 2 for
 * wrong usage, 1 where a file could not be read.
 */
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { readZone, type Zone } from './cells/zone.ts';
import { importFile } from './import-file.ts';
import { FileRefusal } from './refusal.ts';
import { reportOf } from './report.ts';

const USAGE = 'usage: npm run -s import-check -- [--time-zone ZONE] FILE…';

function errorText(error: unknown): string {
  if (error instanceof FileRefusal) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return 'no such file';
  if (code === 'EISDIR') return 'a folder, not a file';
  if (code === 'EACCES') return 'must not be read';
  return error instanceof Error ? error.message : String(error);
}

async function check(file: string, zone: Zone | null): Promise<{ file: string; error?: string }> {
  try {
    const options = { fileName: basename(file), ...(zone === null ? {} : { zone }) };
    return { file, ...reportOf(await importFile(createReadStream(file), options)) };
  } catch (error) {
    return { file, error: errorText(error) };
  }
}

function arguments_(): { files: string[]; zone: Zone | null } {
  const { values, positionals } = parseArgs({
    options: { 'time-zone': { type: 'string' } },
    allowPositionals: true,
  });
  const given = values['time-zone'];
  const zone = given === undefined ? null : readZone(given);
  if (given !== undefined && zone === null) throw new Error(`no time zone: ${given}`);
  if (positionals.length === 0) throw new Error('no file named');
  return { files: positionals, zone };
}

async function main(): Promise<number> {
  let chosen;
  try {
    chosen = arguments_();
  } catch (error) {
    process.stdout.write(`${JSON.stringify({ error: errorText(error), usage: USAGE })}\n`);
    return 2;
  }
  let failed = false;
  for (const file of chosen.files) {
    const report = await check(file, chosen.zone);
    failed ||= report.error !== undefined;
    process.stdout.write(`${JSON.stringify(report)}\n`);
  }
  return failed ? 1 : 0;
}

process.exitCode = await main();
