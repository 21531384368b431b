import fc from 'fast-check';

type Path = (string | number)[];

/** Values that have broken parsers: of every type, and numbers at the edges. */
const ODD_VALUES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  0.5,
  1e308,
  9007199254740992,
  -9007199254740992,
  1617566591314000,
  '',
  ' ',
  '0',
  '0.0',
  '-1',
  '+1',
  '1e5',
  '1.',
  '.5',
  '0.-10000',
  'NaN',
  'Infinity',
  '0x10',
  '１２',
  '9'.repeat(400),
  `1.${'0'.repeat(400)}`,
  '0001-01-01T00:00:00Z',
  '2999-01-01T00:00:00Z',
  '2021-02-30T00:00:00Z',
  '\u0000',
  '\ud800',
  '__proto__',
  'BTC-USD\n',
  [],
  {},
  [[]],
  { e: 'aggTrade' },
  { type: 'match' },
];
const KEYS = ['e', 'type', 'stream', 'data', '__proto__', 'constructor', 'length', 'toString', 'T'];

/** A change of one frame's text. Numbers in [0, 1) choose where. */
export type Mutation = (text: string) => string;

/** Without fast-check's bias to the edges: every place in a frame is as likely. */
const share = fc.noBias(fc.integer({ min: 0, max: 9_999 })).map((part) => part / 10_000);
const odd = fc.noBias(fc.constantFrom(...ODD_VALUES));

/** One to three changes, one after the other. */
export const mutations: fc.Arbitrary<Mutation> = fc
  .array(
    fc.oneof(
      fc.tuple(share, fc.integer({ min: 1, max: 255 })).map(([at, mask]) => flip(at, mask)),
      share.map((at) => (text: string) => text.slice(0, at * text.length)),
      { arbitrary: share.map((at) => edit(at, remove)), weight: 3 },
      { arbitrary: fc.tuple(share, odd).map(([at, value]) => replace(at, value)), weight: 8 },
      fc.tuple(fc.constantFrom(...KEYS), odd).map(([key, value]) => add(key, value)),
      fc.tuple(share, share).map(([from, to]) => swap(from, to)),
      fc.tuple(share, fc.integer({ min: 1, max: 400 })).map(([at, n]) => grow(at, n)),
      fc.integer({ min: 1, max: 800 }).map((depth) => nest(depth)),
      fc.tuple(share, fc.integer({ min: 1, max: 200 })).map(([at, depth]) => nestAt(at, depth)),
      share.map((at) => (text: string) => text.slice(at * text.length) + text),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((steps) => (text) => steps.reduce((changed, step) => step(changed), text));

function flip(at: number, mask: number): Mutation {
  return (text) => {
    const bytes = Buffer.from(text);
    const index = Math.floor(at * bytes.length);
    if (bytes.length > 0) bytes[index] = (bytes[index] ?? 0) ^ mask;
    return bytes.toString('utf8');
  };
}

/** Puts more digits into a run of them. */
function grow(at: number, digits: number): Mutation {
  return (text) => {
    const index = text.slice(Math.floor(at * text.length)).search(/\d/);
    const where = Math.floor(at * text.length) + Math.max(0, index);
    return text.slice(0, where) + '9'.repeat(digits) + text.slice(where);
  };
}

function nest(depth: number): Mutation {
  return (text) => '['.repeat(depth) + text + ']'.repeat(depth);
}

function nestAt(at: number, depth: number): Mutation {
  let value: unknown = 1;
  for (let i = 0; i < depth; i += 1) value = i % 2 ? [value] : { a: value };
  return replace(at, value);
}

function replace(at: number, value: unknown): Mutation {
  return edit(at, (parent, key) => {
    parent[key] = value;
  });
}

function add(key: string, value: unknown): Mutation {
  return (text) => {
    const body = text.trimStart();
    return body.startsWith('{')
      ? `{${JSON.stringify(key)}:${JSON.stringify(value)},${body.slice(1)}`
      : text;
  };
}

function swap(from: number, to: number): Mutation {
  return onJson((root) => {
    const paths = pathsOf(root);
    const [a, b] = [paths[Math.floor(from * paths.length)], paths[Math.floor(to * paths.length)]];
    const [one, two] = [a && slotOf(root, a), b && slotOf(root, b)];
    if (!one || !two) return;
    const kept = one.parent[one.key];
    one.parent[one.key] = structuredClone(two.parent[two.key]);
    two.parent[two.key] = structuredClone(kept);
  });
}

function edit(
  at: number,
  change: (parent: Record<string, unknown>, key: string) => void,
): Mutation {
  return onJson((root) => {
    const paths = pathsOf(root);
    const path = paths[Math.floor(at * paths.length)];
    const slot = path && slotOf(root, path);
    if (slot) change(slot.parent, slot.key);
  });
}

function onJson(change: (root: unknown) => void): Mutation {
  return (text) => {
    try {
      const root = JSON.parse(text) as unknown;
      change(root);
      return JSON.stringify(root);
    } catch {
      return text;
    }
  };
}

function remove(parent: Record<string, unknown>, key: string): void {
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else Reflect.deleteProperty(parent, key);
}

/** Paths of every value below the root, at most a few hundred. */
function pathsOf(root: unknown): Path[] {
  const paths: Path[] = [];
  const visit = (value: unknown, path: Path): void => {
    if (typeof value !== 'object' || value === null || path.length > 6 || paths.length > 300)
      return;
    for (const [key, child] of Object.entries(value)) {
      paths.push([...path, key]);
      visit(child, [...path, key]);
    }
  };
  visit(root, []);
  return paths;
}

function slotOf(
  root: unknown,
  path: Path,
): { parent: Record<string, unknown>; key: string } | null {
  let value = root;
  for (const key of path.slice(0, -1)) {
    if (typeof value !== 'object' || value === null) return null;
    value = (value as Record<string, unknown>)[key];
  }
  if (typeof value !== 'object' || value === null) return null;
  return { parent: value as Record<string, unknown>, key: String(path.at(-1)) };
}
