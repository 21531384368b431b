import type { LedgerTransaction, Movement } from '@tidemark/ledger/transaction';
import type { Kysely } from 'kysely';
import { noSuchPortfolio } from '../portfolios/portfolio.ts';
import type { PortfolioTables } from '../tables.ts';
import type { TransactionRow } from '../transactions/transaction.ts';
import { changedSince, indexAt, type Ledger } from './ledger.ts';

/** Transactions read at once: a million at once would hold the process, and its memory. */
const PAGE = 5_000;
/** How often it is read anew where it was edited meanwhile, before nobody else may use the connection. */
const TRIES = 3;

type Db = Kysely<PortfolioTables>;

/**
 * Reads the transactions of a portfolio, as they are at one moment; what `known` has and was not edited since is not read
 * again.
 * @throws TidemarkError RESOURCE_NOT_FOUND
 */
export async function loadLedger(db: Db, id: string, known: Ledger | null): Promise<Ledger> {
  // Without a transaction: others get their turn between the pages. Whatever is edited changes the version.
  for (let tries = 0; tries < TRIES; tries += 1) {
    const loaded = await load(db, id, known);
    if ((await versionOf(db, id)) === loaded.version) return loaded;
  }
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((trx) => load(trx, id, known));
}

async function load(db: Db, portfolioId: string, known: Ledger | null): Promise<Ledger> {
  const version = await versionOf(db, portfolioId);
  const edits = await editsOf(db, portfolioId);
  const made = { portfolioId, version, edits };
  const since = known ? changedSince({ ...known, ...made }, known.version) : -Infinity;
  const kept = known ? indexAt(known.transactions, since) : 0;
  const transactions = known?.transactions.slice(0, kept) ?? [];
  const ids = known?.ids.slice(0, kept) ?? [];
  if (since < Infinity) {
    for await (const { id, ...transaction } of readSince(db, portfolioId, since)) {
      transactions.push(transaction);
      ids.push(id);
    }
  }
  return { ...made, transactions, ids, firstMoved: firstMovedOf(transactions) };
}

async function versionOf(db: Db, id: string): Promise<number> {
  const row = await db
    .selectFrom('portfolios')
    .select('ledger_version')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw noSuchPortfolio();
  return row.ledger_version;
}

async function editsOf(db: Db, id: string): Promise<Ledger['edits']> {
  const rows = await db
    .selectFrom('ledger_edits')
    .select(['version', 'since'])
    .where('portfolio_id', '=', id)
    .execute();
  return new Map(rows.map(({ version, since }) => [version, since.getTime()]));
}

async function* readSince(db: Db, portfolioId: string, since: number) {
  for (let after: TransactionRow | undefined, isMore = true; isMore;) {
    const rows = await pageAfter(db, portfolioId, since, after);
    const movements = await movementsOf(db, rows);
    for (const row of rows) yield { id: row.id, ...toLedger(row, movements.get(row.id) ?? []) };
    after = rows.at(-1);
    isMore = rows.length === PAGE;
  }
}

function pageAfter(
  db: Db,
  portfolioId: string,
  since: number,
  after: TransactionRow | undefined,
): Promise<TransactionRow[]> {
  let query = db.selectFrom('transactions').selectAll().where('portfolio_id', '=', portfolioId);
  if (after) {
    query = query.where((eb) =>
      eb(eb.refTuple('time', 'position'), '>', eb.tuple(after.time, after.position)),
    );
  } else if (since > -Infinity) query = query.where('time', '>=', new Date(since));
  return query.orderBy('time').orderBy('position').limit(PAGE).execute();
}

async function movementsOf(
  db: Db,
  rows: readonly TransactionRow[],
): Promise<ReadonlyMap<string, Movement[]>> {
  const byId = new Map(rows.map(({ id }): [string, Movement[]] => [id, []]));
  if (rows.length === 0) return byId;
  const all = await db
    .selectFrom('movements')
    .selectAll()
    .where('transaction_id', 'in', [...byId.keys()])
    .orderBy('transaction_id')
    .orderBy('n')
    .execute();
  for (const { transaction_id: id, asset, amount, role, wallet } of all) {
    byId.get(id)?.push({ asset, amount, role, wallet });
  }
  return byId;
}

function toLedger(row: TransactionRow, movements: readonly Movement[]): LedgerTransaction {
  const { price, price_currency: currency, income_kind: income, note } = row;
  return {
    time: row.time.getTime(),
    kind: row.kind,
    movements,
    ...(income !== null && { income }),
    ...(price !== null && currency !== null && { price: { amount: price, currency } }),
    ...(note !== null && { note }),
  };
}

function firstMovedOf(transactions: readonly LedgerTransaction[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const { time, movements } of transactions) {
    for (const { asset } of movements) if (!first.has(asset)) first.set(asset, time);
  }
  return first;
}
