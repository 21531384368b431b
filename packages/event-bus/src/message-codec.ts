import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';

/** Compiled check of a topic's values. */
export interface Validator {
  Check(value: unknown): boolean;
  Errors(value: unknown): { instancePath: string; message: string }[];
}

export type Decoded = { ok: true; value: unknown } | { ok: false; reason: string };

const compiled = new WeakMap<TSchema, Validator>();

/** The compiled validator of a schema object; compiled once. */
export function validatorOf(schema: TSchema): Validator {
  let validator = compiled.get(schema);
  if (!validator) {
    validator = Compile(schema);
    compiled.set(schema, validator);
  }
  return validator;
}

/**
 * JSON text of a message's value.
 * @throws TypeError when the value does not fit the schema
 */
export function encodeValue(topic: string, validator: Validator, value: unknown): string {
  if (!validator.Check(value)) {
    throw new TypeError(`A message for "${topic}" does not fit: ${whyNot(validator, value)}`);
  }
  return JSON.stringify(value);
}

/** The value in a message, or why it cannot be handed to anyone. Never throws. */
export function decodeValue(validator: Validator, json: string): Decoded {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { ok: false, reason: 'not JSON' };
  }
  if (validator.Check(value)) return { ok: true, value };
  return { ok: false, reason: whyNot(validator, value) };
}

function whyNot(validator: Validator, value: unknown): string {
  const first = validator.Errors(value)[0];
  return first ? `${first.instancePath || 'the value'} ${first.message}` : 'the value does not fit';
}
