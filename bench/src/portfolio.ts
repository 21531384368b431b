import { parseArgs } from 'node:util';
import { accountCosts } from './portfolio/accounts.ts';
import { historyCosts } from './portfolio/histories.ts';
import { importRates } from './portfolio/import-rate.ts';
import { routeTimes } from './portfolio/routes.ts';

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => process.exit(1));
}
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    transactions: { type: 'string', default: '10000,100000' },
    rows: { type: 'string', default: '200000' },
    only: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
const counts = values.transactions.split(',').map(Number);

/** Each prints its tables and answers whether its targets are met. */
const PARTS: Record<string, () => boolean | Promise<boolean>> = {
  accounts: () => counts.map((count) => accountCosts(count, rounds)).every(Boolean),
  histories: () => counts.map((count) => historyCosts(count, rounds)).every(Boolean),
  imports: () => importRates(Number(values.rows), rounds),
  routes: async () => {
    const met: boolean[] = [];
    for (const count of counts) met.push(await routeTimes(count, rounds));
    return met.every(Boolean);
  },
};

let met = true;
for (const [name, measure] of Object.entries(PARTS)) {
  if (values.only === undefined || values.only === name) met = (await measure()) && met;
}
process.exit(met ? 0 : 1);
