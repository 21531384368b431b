import { Amount } from '@tidemark/ledger/amount';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differences } from './asset-entries.ts';

const amount = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.integer({ min: 0, max: 18 }))
  .map(([digits, places]) =>
    new Amount(digits.toString()).div(new Amount(10).pow(places)).toFixed(),
  );

test('whatever is where, the parts come to the quantity, and no wallet that held something falls below nothing', () => {
  const parts = fc
    .array(amount, { maxLength: 6 })
    .map((amounts) => amounts.map((one, i) => ({ wallet: `wallet ${i}`, amount: one })));
  fc.assert(
    fc.property(parts, amount, (there, wanted) => {
      const quantity = new Amount(wanted).abs();
      const after = new Map(there.map((part) => [part.wallet, new Amount(part.amount)]));
      for (const part of differences(there, quantity.toFixed())) {
        const before = after.get(part.wallet) ?? new Amount(0);
        const now = before.plus(part.amount);
        if (before.gte(0)) expect(now.gte(0)).toBe(true);
        after.set(part.wallet, now);
      }
      const sum = [...after.values()].reduce((a, b) => a.plus(b), new Amount(0));
      expect(sum.toFixed()).toBe(quantity.toFixed());
    }),
  );
});
