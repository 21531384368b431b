import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = new URL('../../../', import.meta.url);
/** A path that begins at the repository's root. */
const PATH = /^(apps|services|packages|tests|deploy|docs|dev|scripts)\/[\w@.[\]/-]+$/;

/** Paths in backticks in a document; `file › name of a test` names a file too. */
function pathsIn(document: string): string[] {
  const text = readFileSync(new URL(document, root), 'utf8');
  const spans = [...text.matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span);
  return spans.map((span) => span.split(' › ')[0] ?? '').filter((path) => PATH.test(path));
}

test.for([
  { document: 'docs/glossary.md', atLeast: 100 },
  { document: 'docs/security.md', atLeast: 50 },
])('$document names files that are there', ({ document, atLeast }) => {
  const named = pathsIn(document);
  expect(named.length).toBeGreaterThan(atLeast);
  expect(named.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
});

test('docs/glossary.md has each word once, in the order of the alphabet, with where it lives', () => {
  const text = readFileSync(new URL('docs/glossary.md', root), 'utf8');
  const entries = [...text.matchAll(/^- \*\*(.+?)\*\*: ([^]*?)(?=^- |(?![^]))/gm)];
  const words = entries.map(([, word = '']) => word);
  expect(words.length).toBeGreaterThan(100);
  expect([...new Set(words)].toSorted((a, b) => a.localeCompare(b))).toEqual(words);
  const homeless = entries.filter(([, , rest = '']) => !/`[\w-]+\/[\w./-]+\.ts`\s*$/.test(rest));
  expect(homeless.map(([, word]) => word)).toEqual([]);
});

/** Of these no file is the one that embodies them. */
const ABOUT_THE_WHOLE = ['0001', '0002'];

test('each decision is cited where it is embodied, and each that is cited is there', () => {
  const cwd = fileURLToPath(root);
  const decisions = globSync('docs/adr/*.md', { cwd }).map((file) => file.slice(9, 13));
  const files = globSync('{apps,services,packages}/*/src/**/*.ts', { cwd });
  const cited = files.flatMap((file) =>
    [...readFileSync(new URL(file, root), 'utf8').matchAll(/\bADR (\d{4})\b/g)].map(([, n]) => n),
  );
  const expected = decisions.filter((number) => !ABOUT_THE_WHOLE.includes(number));
  expect([...new Set(cited)].sort()).toEqual(expected.sort());
});
