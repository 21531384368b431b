import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** What imports what, types included: of each file, the files that it names. */
export type ImportGraph = ReadonlyMap<string, ReadonlySet<string>>;

const CODE = /\.tsx?$/;
const NO_PRODUCT = /\.(test|fixture)\.tsx?$/;
/** `import … from`, `export … from`, `import('…')` and `new URL('….ts', import.meta.url)`. */
const NAMED = /(?:from\s+|import\s*\(?\s*|new URL\(\s*)'(\.[^']+\.tsx?)'/g;

/** The imports within a workspace, by paths below its `src`; tests and fixtures left out. */
export function importGraph(src: string): ImportGraph {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => CODE.test(file) && !NO_PRODUCT.test(file))
    .map((file) => file.split(sep).join('/'));
  const known = new Set(files);
  return new Map(
    files.map((file) => {
      const text = readFileSync(join(src, file), 'utf8');
      const named = [...text.matchAll(NAMED)].map(([, specifier = '']) =>
        relative(src, resolve(src, dirname(file), specifier)),
      );
      return [file, new Set(named.filter((one) => one !== file && known.has(one)))] as const;
    }),
  );
}

/** What folders import from one another: of each, the folders it imports from and a file of each that does. */
export function folderGraph(graph: ImportGraph): Map<string, Map<string, string>> {
  const folders = new Map<string, Map<string, string>>();
  for (const [file, imports] of graph) {
    for (const imported of imports) {
      const [from, to] = [folderOf(file), folderOf(imported)];
      if (from === null || to === null || from === to) continue;
      const all = folders.get(from) ?? new Map<string, string>();
      folders.set(from, all.set(to, `${file} imports ${imported}`));
    }
  }
  return folders;
}

/** The first step of a path below `src`; null for files that lie there themselves and put the folders together. */
export function folderOf(file: string): string | null {
  return file.includes('/') ? (file.split('/', 1)[0] ?? null) : null;
}

/** The ways around: each node that can be reached from itself, with the shortest way back; none in a graph without a circle. */
export function circles(
  next: (node: string) => Iterable<string>,
  nodes: Iterable<string>,
): string[][] {
  const found: string[][] = [];
  const told = new Set<string>();
  for (const start of nodes) {
    if (told.has(start)) continue;
    const way = wayBack(start, next);
    if (!way) continue;
    for (const node of way) told.add(node);
    found.push(way);
  }
  return found;
}

function wayBack(start: string, next: (node: string) => Iterable<string>): string[] | null {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const node of queue) {
    for (const one of next(node)) {
      if (one === start) return pathTo(node, start, cameFrom);
      if (cameFrom.has(one)) continue;
      cameFrom.set(one, node);
      queue.push(one);
    }
  }
  return null;
}

function pathTo(end: string, start: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const way = [end];
  for (let node = end; node !== start;) {
    node = cameFrom.get(node) ?? start;
    way.unshift(node);
  }
  return way;
}
