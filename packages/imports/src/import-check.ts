import { createReadStream, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { readZone, type Zone } from './cells/zone.ts';
import { readMapping, type Mapping } from './generic/mapping.ts';
import { importFile } from './import-file.ts';
import { FileRefusal } from './refusal.ts';
import { reportOf, type ImportReport } from './report.ts';

const USAGE = 'npm run -s import-check -- [--time-zone ZONE] [--mapping FILE.json] FILE…';
const SYSTEM_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EISDIR: 'a folder, not a file',
  EACCES: 'must not be read',
};

type FileReport = { file: string } & (ImportReport | { error: string });

function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = !(error instanceof FileRefusal) && 'code' in error ? String(error.code) : '';
  return SYSTEM_ERRORS[code] ?? error.message;
}

interface Choice {
  files: readonly string[];
  zone: Zone | null;
  mapping: Mapping | null;
}

async function check(file: string, { zone, mapping }: Choice): Promise<FileReport> {
  try {
    const options = {
      fileName: basename(file),
      ...(zone === null ? {} : { zone }),
      ...(mapping === null ? {} : { mapping }),
    };
    return { file, ...reportOf(await importFile(createReadStream(file), options)) };
  } catch (error) {
    return { file, error: errorText(error) };
  }
}

/** A mapping that was kept. */
function keptMapping(file: string): Mapping {
  const mapping = readMapping(JSON.parse(readFileSync(file, 'utf8')));
  if (mapping === null) throw new Error(`${file} is no mapping`);
  return mapping;
}

function chosen(args: readonly string[]): Choice {
  const options = { 'time-zone': { type: 'string' }, mapping: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const given = values['time-zone'];
  const zone = given === undefined ? null : readZone(given);
  if (given !== undefined && zone === null) throw new Error(`${given} is no time zone`);
  if (positionals.length === 0) throw new Error('no file is named');
  const mapping = values.mapping === undefined ? null : keptMapping(values.mapping);
  return { files: positionals, zone, mapping };
}

/**
 * Writes what would be imported from files, as JSON: an object and a line for each. Answers with the exit code: 0, 1 where a file
 * cannot be read as a whole, 2 for wrong usage.
 */
export async function importCheck(
  args: readonly string[],
  write: (text: string) => void,
): Promise<0 | 1 | 2> {
  let choice;
  try {
    choice = chosen(args);
  } catch (error) {
    write(`${JSON.stringify({ error: errorText(error), usage: USAGE })}\n`);
    return 2;
  }
  let failed = false;
  for (const file of choice.files) {
    const report = await check(file, choice);
    failed ||= 'error' in report;
    write(`${JSON.stringify(report)}\n`);
  }
  return failed ? 1 : 0;
}
