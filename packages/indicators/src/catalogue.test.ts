import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { INDICATORS, kindOf } from './catalogue.ts';

const DOCS = readFileSync(new URL('../../../docs/analytics.md', import.meta.url), 'utf8');

describe('the catalogue', () => {
  it('finds each indicator by its name, and nothing else', () => {
    for (const kind of INDICATORS) expect(kindOf(kind.name)).toBe(kind);
    expect(new Set(INDICATORS.map((kind) => kind.name)).size).toBe(INDICATORS.length);
    for (const name of ['RSI', '', 'constructor']) expect(kindOf(name)).toBeUndefined();
  });

  it.each(INDICATORS)(
    '$name can be called by name, and its usual parameters are allowed',
    (kind) => {
      expect(kind.name).toMatch(/^[a-z][a-z_]*$/);
      for (const { default: usual, min, max, integer } of kind.parameters) {
        expect(usual).toBeGreaterThanOrEqual(min);
        expect(usual).toBeLessThanOrEqual(max);
        expect(Number.isInteger(usual) || !integer).toBe(true);
      }
      expect(new Set(kind.outputs).size).toBe(kind.outputs.length);
    },
  );

  it.each(INDICATORS)('docs/analytics.md explains $formula', ({ name, formula }) => {
    expect(DOCS).toContain(`\`${formula}\``);
    expect(DOCS).toContain(`\`${name}`);
  });
});
