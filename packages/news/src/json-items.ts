import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { CollectedItems, MOST_ITEMS, type RawItem } from './collected-items.ts';
import type { NewsRead } from './news-item.ts';

/** A reader of the items in a JSON answer: each is checked by itself, and refused with its field and why. */
export function jsonItems<T extends TSchema>(
  schema: T,
): (list: readonly unknown[], toItem: (value: Static<T>) => RawItem) => NewsRead {
  const validator = Compile(schema);
  const isValid = (value: unknown): value is Static<T> => validator.Check(value);
  return (list, toItem) => {
    const collected = new CollectedItems();
    for (const [at, value] of list.slice(0, MOST_ITEMS).entries()) {
      if (isValid(value)) collected.take(at, toItem(value));
      else collected.refuse(at, reasonOf(validator.Errors(value)));
    }
    return collected.read();
  };
}

function reasonOf(errors: { instancePath: string; message: string }[]): string {
  const [first] = errors;
  const field = first?.instancePath.slice(1).replaceAll('/', '.') ?? '';
  return `${field === '' ? 'item' : field}: ${first?.message ?? 'it does not fit'}`;
}

/** A member of an answer whose shape is not known yet; undefined where there is none. */
export function memberOf(body: unknown, name: string): unknown {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, name)) return undefined;
  return (body as Record<string, unknown>)[name];
}

/** What an answer says for people, as an end of a sentence: `: You have made too many requests.`, or `.` */
export function saying(...said: readonly unknown[]): string {
  const message = said.find((text) => typeof text === 'string' && text.trim() !== '');
  return typeof message === 'string' ? `: ${message.trim().slice(0, 300)}` : '.';
}
