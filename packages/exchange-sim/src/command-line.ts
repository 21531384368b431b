import { parseArgs } from 'node:util';
import type { ExchangeSimOptions } from './exchange-sim.ts';

/** What the command was asked for. */
export interface Command {
  help: boolean;
  options: ExchangeSimOptions & { host: string; port: number; seed: number; rate: number };
}

/** A mistake in the arguments, in words for the person who typed them. */
export class UsageError extends Error {}

export const USAGE = `Simulates Binance spot, Coinbase Exchange, the ECB's reference rates and news of that market on this machine.

  npm run exchange-sim -- [options]

  --port <n>       first of five ports: Binance, Coinbase, control, reference rates, news (9401; 0: any)
  --host <name>    address to listen on (127.0.0.1)
  --seed <n>       another seed, another market (1)
  --rate <x>       times the usual 33 trades a second (1)
  --no-limits      leave out the venues' limits on requests
  --replay <file>  send a recording of {"ts", "raw"} lines instead; give it again for more
  --speed <x>      of a replay: 1 as recorded, 0 everything at once (1)
  --loop           begin a replay again at its end
  --help           this text
`;

const OPTIONS = {
  port: { type: 'string', default: '9401' },
  host: { type: 'string', default: '127.0.0.1' },
  seed: { type: 'string', default: '1' },
  rate: { type: 'string', default: '1' },
  'no-limits': { type: 'boolean', default: false },
  replay: { type: 'string', multiple: true },
  speed: { type: 'string', default: '1' },
  loop: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Reads the arguments. @throws UsageError saying which is wrong and why */
export function readCommandLine(args: readonly string[]): Command {
  const values = parse(args);
  const speed = number('speed', values.speed, { least: 0 });
  const options = {
    host: values.host,
    port: number('port', values.port, { least: 0, most: 65_531, whole: true }),
    seed: number('seed', values.seed, { least: 0, most: 2 ** 32 - 1, whole: true }),
    rate: number('rate', values.rate, { least: 0.01, most: 2000 }),
    limits: !values['no-limits'],
  };
  const { replay, loop, help } = values;
  if (!replay && (loop || values.speed !== OPTIONS.speed.default)) {
    throw new UsageError('--speed and --loop belong to --replay <file>');
  }
  if (!replay) return { help, options };
  const source = { replay, loop, speed: speed === 0 ? Infinity : speed };
  return { help, options: { ...options, source } };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true }).values;
  } catch (error) {
    throw new UsageError((error as Error).message.split('. ')[0]);
  }
}

function number(
  name: string,
  text: string,
  range: { least: number; most?: number; whole?: boolean },
): number {
  const value = text.trim() === '' ? NaN : Number(text);
  const { least, most = Infinity, whole = false } = range;
  if (value >= least && value <= most && (!whole || Number.isInteger(value))) return value;
  const kind = whole ? 'a whole number' : 'a number';
  const upTo = most === Infinity ? 'or more' : `to ${most}`;
  throw new UsageError(`--${name} must be ${kind}, ${least} ${upTo}; it is "${text}"`);
}
