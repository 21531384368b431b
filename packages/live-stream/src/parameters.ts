import { quoted, type Refused } from './refused.ts';

/** Which parameter of a URL is not known or is there twice; null: none. */
export function unknownParameter(
  query: URLSearchParams,
  parameters: readonly string[],
): Refused | null {
  for (const name of query.keys()) {
    if (!parameters.includes(name)) {
      const known = parameters.length > 0 ? `there are ${parameters.join(', ')}` : 'there are none';
      return { field: name.slice(0, 60), reason: `no parameter ${quoted([name])} here; ${known}` };
    }
    if (query.getAll(name).length > 1) {
      const how = name === 'coins' ? ': put commas between coins' : '';
      return { field: name, reason: `is given more than once${how}` };
    }
  }
  return null;
}
