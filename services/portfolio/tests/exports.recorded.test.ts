import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { filesOf } from './support/files.ts';
import { portfolioRig } from './support/rig.ts';

const DATA = fileURLToPath(new URL('../../../../shared/data/transactions/', import.meta.url));
const PRESENT = existsSync(DATA);

interface Oracle {
  files: Record<string, { sum_by_coin: Record<string, string> }>;
}

const files = PRESENT
  ? Object.entries(
      (JSON.parse(readFileSync(`${DATA}oracles/balances.json`, 'utf8')) as Oracle).files,
    )
  : [];

it.runIf(process.env['CI'] === 'true')('the exports are there (../shared)', () => {
  expect(PRESENT).toBe(true);
});

describe.skipIf(!PRESENT)('exports through the API (../shared)', () => {
  const rig = portfolioRig();

  it.each(files)(
    '%s: each row has one outcome, balances are what was shown, twice adds nothing',
    async (file, { sum_by_coin }) => {
      // Some were exported after the day at which tests begin: what is to come is refused.
      await rig.clock.advance(365 * 86_400_000);
      const owner = rig.person();
      const { path } = await owner.portfolio();
      const own = filesOf(rig, owner, path);
      const bytes = readFileSync(DATA + file);
      const name = `name=${encodeURIComponent(basename(file))}`;
      const staged = await own.stage(bytes, name);
      const { rows, taken, joined, ignored, refused_count, stated, balances } = staged;
      expect(taken + joined + ignored + refused_count).toBe(rows);
      expect(stated).toEqual(sum_by_coin);
      const { state, transactions } = await own.commit([staged]);
      expect([state, transactions]).toEqual(['done', taken]);
      expect(await owner.balances(path, '?zeros=true')).toEqual(balances);
      expect(await own.stage(bytes, name)).toMatchObject({ taken: 0, joined: 0 });
    },
  );
});
