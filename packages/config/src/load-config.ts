import { readFileSync } from 'node:fs';
import Type, { type Static, type TObject, type TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { accepted } from './accepted.ts';
import { coerceText } from './coerce.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment does not fit; the message lists every fault and is meant for the person who starts Tidemark. */
export class ConfigError extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(['The configuration does not fit:', ...faults.map((fault) => `  ${fault}`)].join('\n'));
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

type Outcome = { value: unknown } | { fault: string };

/**
 * Reads the variables that the schema names, once. Empty text counts as absent; defaults come from the schema. Where
 * `X` is absent and `X_FILE` names a file, that file's text is the value of `X`, so that secrets need not stand in the
 * environment. The result is frozen.
 * @throws ConfigError listing every fault
 */
export function loadConfig<T extends TObject>(
  schema: T,
  env: Environment = process.env,
): Readonly<Static<T>> {
  const config: Record<string, unknown> = {};
  const faults: string[] = [];
  for (const [name, property] of Object.entries(schema.properties)) {
    const required = !Type.IsOptional(property);
    const text = textOf(name, env);
    const outcome = 'fault' in text ? text : read(name, property, required, text.text);
    if ('fault' in outcome) faults.push(outcome.fault);
    else if (outcome.value !== undefined) config[name] = deepFreeze(outcome.value);
  }
  if (faults.length > 0) throw new ConfigError(faults);
  return Object.freeze(config) as Readonly<Static<T>>;
}

function textOf(name: string, env: Environment): { text: string } | { fault: string } {
  const text = env[name]?.trim() ?? '';
  const path = env[`${name}_FILE`]?.trim() ?? '';
  if (text !== '' || path === '') return { text };
  try {
    return { text: readFileSync(path, 'utf8').trim() };
  } catch (error) {
    return { fault: `${name}_FILE=${path} cannot be read: ${(error as Error).message}` };
  }
}

function read(name: string, schema: TSchema, required: boolean, text: string): Outcome {
  if (text === '') return absent(name, schema, required);
  const value = coerceText(schema, text);
  if (Compile(schema).Check(value)) return { value };
  return { fault: `${name}=${shownValue(name, text)} is refused: expected ${accepted(schema)}` };
}

function absent(name: string, schema: TSchema, required: boolean): Outcome {
  const { default: fallback } = schema as { default?: unknown };
  if (fallback !== undefined) return { value: structuredClone(fallback) };
  return required
    ? { fault: `${name} is not set: expected ${accepted(schema)}` }
    : { value: undefined };
}

function deepFreeze(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}

const SECRET_NAME = /KEY|SECRET|PASSWORD|TOKEN/i;

/** A variable's value as it may be shown: secrets are masked, and so are the credentials in a URL. */
function shownValue(name: string, value: string): string {
  if (SECRET_NAME.test(name)) return '(hidden)';
  return value.replace(/\/\/[^/@\s]+@/g, '//(hidden)@');
}

/** The variables this process was started with. */
export function processEnvironment(): Environment {
  return process.env;
}
