import Type, { type TSchema } from 'typebox';
import { choicesOf } from './coerce.ts';

interface Bounds {
  minimum?: number;
  maximum?: number;
  minLength?: number;
  pattern?: string;
  format?: string;
  description?: string;
}

/** What a variable accepts, in words: `an integer from 0 to 65535`, `one of: auto, live`. */
export function accepted(schema: TSchema): string {
  const { description } = schema as Bounds;
  return description ? `${kind(schema)} (${description})` : kind(schema);
}

function kind(schema: TSchema): string {
  const choices = choicesOf(schema);
  if (choices) return `one of: ${choices.join(', ')}`;
  if (Type.IsInteger(schema)) return `an integer${range(schema as Bounds)}`;
  if (Type.IsNumber(schema)) return `a number${range(schema as Bounds)}`;
  if (Type.IsBoolean(schema)) return 'true or false';
  if (Type.IsArray(schema)) return `a list with commas, each ${kind(schema.items)}`;
  return textKind(schema);
}

function range({ minimum, maximum }: Bounds): string {
  if (minimum !== undefined && maximum !== undefined) return ` from ${minimum} to ${maximum}`;
  if (minimum !== undefined) return `, at least ${minimum}`;
  if (maximum !== undefined) return `, at most ${maximum}`;
  return '';
}

function textKind({ minLength, pattern, format }: Bounds): string {
  if (format !== undefined) return `text of the form ${format}`;
  if (pattern !== undefined) return `text that matches ${pattern}`;
  return minLength !== undefined && minLength > 1
    ? `text of at least ${minLength} characters`
    : 'text';
}
