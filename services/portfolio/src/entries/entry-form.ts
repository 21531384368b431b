import type { ErrorDetail } from '@tidemark/contracts/errors';
import type { TransactionRequest } from '@tidemark/contracts/portfolio-transaction';
import type { TransactionKind } from '@tidemark/ledger/transaction';

/** Fields that not every kind has. */
type Field = Exclude<keyof TransactionRequest, 'kind' | 'time' | 'note'>;

interface Form {
  needs: readonly Field[];
  may: readonly Field[];
}

const TRADE: Form = {
  needs: ['asset', 'quantity', 'currency'],
  may: ['total', 'price', 'wallet', 'fee'],
};
const MONEY: Form = { needs: ['asset', 'quantity'], may: ['wallet', 'fee'] };
/** Of what is had or given; the price is what it was worth. */
const ONE_WAY: Form = {
  needs: ['asset', 'quantity'],
  may: ['price', 'currency', 'wallet', 'fee'],
};

const FORMS: Readonly<Record<TransactionKind, Form>> = {
  buy: TRADE,
  sell: TRADE,
  swap: { needs: ['sold', 'bought'], may: ['wallet', 'fee'] },
  transfer: { needs: ['asset', 'quantity', 'wallet', 'to_wallet'], may: ['received', 'fee'] },
  transfer_in: ONE_WAY,
  transfer_out: ONE_WAY,
  deposit: MONEY,
  withdrawal: MONEY,
  fee: { needs: ['asset', 'quantity'], may: ['wallet'] },
  income: { ...ONE_WAY, needs: [...ONE_WAY.needs, 'income_kind'] },
  gift_in: ONE_WAY,
  gift_out: ONE_WAY,
  spend: ONE_WAY,
  loss: ONE_WAY,
};
const FIELDS = [...new Set(Object.values(FORMS).flatMap(({ needs, may }) => [...needs, ...may]))];

/** What an entry lacks for its kind, and what it has that its kind has not. */
export function formFaults(entry: TransactionRequest): ErrorDetail[] {
  const { needs, may } = FORMS[entry.kind];
  const faults: ErrorDetail[] = [];
  for (const field of FIELDS) {
    const given = entry[field] !== undefined;
    if (needs.includes(field) && !given) {
      faults.push({ field: `body.${field}`, reason: `is needed for ${entry.kind}` });
    } else if (given && !needs.includes(field) && !may.includes(field)) {
      faults.push({ field: `body.${field}`, reason: `is no part of ${entry.kind}` });
    }
  }
  return [...faults, ...priceFaults(entry)];
}

/** The money of a trade is said once, and money has a currency. */
function priceFaults({ kind, total, price, currency }: TransactionRequest): ErrorDetail[] {
  if (kind === 'buy' || kind === 'sell') {
    if (total === undefined && price === undefined)
      return [{ field: 'body.total', reason: `or price is needed for ${kind}` }];
    if (total !== undefined && price !== undefined)
      return [{ field: 'body.price', reason: 'says what total says; give one of them' }];
    return [];
  }
  // Elsewhere each of them is refused by itself.
  if (!FORMS[kind].may.includes('price')) return [];
  if (price !== undefined && currency === undefined)
    return [{ field: 'body.currency', reason: 'is needed with price' }];
  if (price === undefined && currency !== undefined)
    return [{ field: 'body.price', reason: 'is needed with currency' }];
  return [];
}
