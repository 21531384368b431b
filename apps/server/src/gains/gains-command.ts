import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { account } from '@tidemark/accounting/account';
import {
  CONVENTION_NAMES,
  CONVENTIONS,
  type ConventionName,
} from '@tidemark/accounting/convention';
import { METHODS, type Method } from '@tidemark/accounting/method';
import { BASE, readLedger, type GainsRow } from './gains-ledger.ts';
import { reportOf, type GainsReport } from './gains-report.ts';
import { UsageError } from './usage-error.ts';

const USAGE = `npm run -s gains -- --method ${METHODS.join('|')} [--convention ${CONVENTION_NAMES.join('|')}] FILE.json`;

/**
 * The gains of the ledger in a file, as JSON. `from` is where the file is meant from.
 *
 * @throws UsageError where an option is wrong, or the file is none or not of the form
 */
export function gains(
  args: readonly string[],
  from: string,
  read: (path: string) => string,
): string {
  const { method, convention, file } = askedFor(args);
  const rows = readLedger(contentOf(resolve(from, file), read));
  try {
    return JSON.stringify(gainsOf(rows, method, convention), null, 2);
  } catch (error) {
    // A product of two amounts that are each short enough need not be.
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError(error.message, { cause: error });
  }
}

/** What a method and a convention make of rows. What has no price in its row has none. */
export function gainsOf(
  rows: readonly GainsRow[],
  method: Method,
  convention: ConventionName,
): GainsReport {
  const made = account(
    rows.map(({ transaction }) => transaction),
    { base: BASE, method, convention: CONVENTIONS[convention], priceOf: () => null },
  );
  return reportOf(made, rows);
}

interface Asked {
  method: Method;
  convention: ConventionName;
  file: string;
}

function askedFor(args: readonly string[]): Asked {
  const { values, positionals } = parsed(args);
  const { method, convention = 'tidemark' } = values;
  const [file, ...more] = positionals;
  if (method === undefined) throw new UsageError(`--method is missing: ${USAGE}`);
  if (file === undefined || more.length > 0) throw new UsageError(`Name one file: ${USAGE}`);
  return {
    method: oneOf('--method', method, METHODS),
    convention: oneOf('--convention', convention, CONVENTION_NAMES),
    file,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { method: { type: 'string' }, convention: { type: 'string' } },
      allowPositionals: true,
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n${USAGE}`, { cause: error });
  }
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined) {
    throw new UsageError(`${option} ${value} is none of ${allowed.join(', ')}`);
  }
  return found;
}

function contentOf(path: string, read: (path: string) => string): unknown {
  let text: string;
  try {
    text = read(path);
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${(error as Error).message}`, { cause: error });
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UsageError(`${path} is no JSON: ${(error as Error).message}`, { cause: error });
  }
}
