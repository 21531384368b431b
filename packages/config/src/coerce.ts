import Type, { type TSchema } from 'typebox';

/**
 * Reads the text of an environment variable as its schema means it. Text that does not read so is given back as it
 * is, and the schema's check refuses it.
 */
export function coerceText(schema: TSchema, text: string): unknown {
  const choices = choicesOf(schema);
  if (choices) return coerceChoice(choices, text);
  if (Type.IsInteger(schema) || Type.IsNumber(schema)) return coerceNumber(text);
  if (Type.IsBoolean(schema)) return coerceBoolean(text);
  if (Type.IsArray(schema)) return coerceList(schema.items, text);
  return text;
}

function coerceNumber(text: string): unknown {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : text;
}

function coerceBoolean(text: string): unknown {
  const lower = text.toLowerCase();
  if (lower === 'true' || lower === '1') return true;
  if (lower === 'false' || lower === '0') return false;
  return text;
}

function coerceList(items: TSchema, text: string): unknown[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
    .map((item) => coerceText(items, item));
}

/** Case does not matter where the choices are all lower case or all upper case. */
function coerceChoice(choices: readonly unknown[], text: string): unknown {
  const same = choices.find((choice) => String(choice) === text);
  if (same !== undefined) return same;
  const names = choices.filter((choice) => typeof choice === 'string');
  if (names.every((name) => name === name.toLowerCase())) return text.toLowerCase();
  if (names.every((name) => name === name.toUpperCase())) return text.toUpperCase();
  return text;
}

/** The values of a union of literals or an enumeration; undefined for every other schema. */
export function choicesOf(schema: TSchema): readonly unknown[] | undefined {
  if (Type.IsEnum(schema)) return schema.enum;
  if (Type.IsLiteral(schema)) return [schema.const];
  if (!Type.IsUnion(schema)) return undefined;
  const choices = schema.anyOf.map((option) => choicesOf(option));
  return choices.every((choice) => choice !== undefined) ? choices.flat() : undefined;
}
