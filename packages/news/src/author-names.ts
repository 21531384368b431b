import { plainText } from './plain-text.ts';

const MOST_NAMES = 20;
const MOST_CHARACTERS = 100;

/**
 * People's names as sources write them, each once and at most 20. Of `someone@example.test (A. Author)` the name alone is taken,
 * of an address alone nothing; Reddit's `/u/name` is `u/name`.
 */
export function authorNames(texts: readonly (string | null | undefined)[]): string[] {
  const names = texts.slice(0, 2 * MOST_NAMES).map((text) => nameOf(text ?? ''));
  return [...new Set(names)].filter((name) => name !== '').slice(0, MOST_NAMES);
}

function nameOf(text: string): string {
  const name = plainText(text, MOST_CHARACTERS).replace(/^\/u\//, 'u/');
  if (/^https?:\/\//i.test(name)) return '';
  if (!name.includes('@')) return name;
  const opened = name.indexOf('(');
  const closed = name.indexOf(')', opened);
  if (opened >= 0 && closed > opened) return name.slice(opened + 1, closed).trim();
  return name
    .split(' ')
    .filter((word) => !word.includes('@'))
    .join(' ');
}
