import { TidemarkError } from '@tidemark/contracts/errors';
import type { LedgerTransaction } from '@tidemark/ledger/transaction';
import { readEntry } from '../entries/read-entry.ts';
import { refusedFields } from '@tidemark/service/refused-fields';
import { entriesOf, type NamedAssetRequest } from './asset-entries.ts';

/** What fields of an entry are called in the request. */
const NAMES: Readonly<Record<string, string>> = {
  'body.time': 'body.purchase_date',
  'body.price': 'body.purchase_price',
};

/** The transactions that an asset comes by. */
interface AssetCame {
  came: LedgerTransaction;
  /** The money that came in for it; null: it cost none. */
  paidWith: LedgerTransaction | null;
}

/**
 * @param base the portfolio's currency
 * @param now epoch ms
 * @throws TidemarkError INVALID_REQUEST naming every field that does not fit
 */
export function readAsset(request: NamedAssetRequest, base: string, now: number): AssetCame {
  try {
    const [came, paidWith] = entriesOf(request, base, now);
    return {
      came: readEntry(came, now),
      paidWith: paidWith ? readEntry(paidWith, now) : null,
    };
  } catch (error) {
    if (!(error instanceof TidemarkError)) throw error;
    throw refusedFields(
      error.details.map(({ field, reason }) => ({
        field: NAMES[field] ?? field,
        reason: reason.replace(/^is needed with price$/, 'is needed with purchase_price'),
      })),
    );
  }
}
