import type { IncomeKind, TransactionKind } from '@tidemark/ledger/transaction';

/** What a word in a column of types means. `own`: between one's own places; `in`, `out`: a movement of which no more is said. */
export type Meaning =
  | 'buy'
  | 'sell'
  | 'trade'
  | 'in'
  | 'out'
  | 'own'
  | Exclude<TransactionKind, 'buy' | 'sell' | 'income'>
  | IncomeKind;

/** Whole words of exports in English, German and Czech, plain: without case, and blanks for signs. The first that fits counts. */
const WORDS: readonly [Meaning, RegExp][] = [
  [
    'trade',
    /^(?:trade|exchange|swap|convert|conversion|crypto swap|trade payment|trade fill|exchanged|crypto conversion|coin swap|swap non taxable|margin trade|one time|(?:receive )?lp token|provide liquidity|remove liquidity|derivatives futures trade|market|quick trade)$/,
  ],
  [
    'buy',
    /^(?:(?:limit|market|quick|instant|ceiling market|limit market)? ?(?:buy)|bought|kauf|nakup|achat|koupe|peer buy|exec buy)$/,
  ],
  [
    'sell',
    /^(?:(?:limit|market|quick|instant|ceiling market|limit market)? ?(?:sell)|sold|verkauf|prodej|vente)$/,
  ],
  ['interest', /\b(?:interest|zinsen|lending income|yield)\b/],
  [
    'staking',
    /\b(?:staking|staked|stake reward|baking|masternode|minting|delegation reward|validator)\b/,
  ],
  ['mining', /\bmining\b/],
  ['airdrop', /\bairdrop|bount/],
  ['fork', /\b(?:hard ?fork|fork)\b/],
  ['cashback', /\b(?:cash ?back|rebate|refund of fees)\b/],
  [
    'reward',
    /\b(?:rewards?|bonus|referral|affiliate|partnerprogramm|quiz|promo\w*|lp rewards|learn\w*|incentive|campaign\w*)\b/,
  ],
  ['gift_in', /^(?:gift tip|gift received|donation received|geschenk erhalten)$/],
  ['gift_out', /^(?:gift|gift sent|donation|donated|charity sent|gift spouse|geschenk)$/],
  [
    'other',
    /^(?:income|other income|income non taxable|dividend|dividends|dividends income|dividende|derivatives futures profit|margin profit|einnahme|einkommen|profit|realised pnl|realisedpnl|distribution)$/,
  ],
  ['fee', /\b(?:fee|fees|gebuhr|netzwerk gebuhr|poplatek|withdraw fee)\b/],
  [
    'loss',
    /^(?:lost|loss|stolen|theft|verlust|margin loss|derivatives futures loss|liquidation|hack)$/,
  ],
  [
    'spend',
    /^(?:spend|spending|spent|payment|cost|expense|expense non taxable|other expense|ausgabe|card purchase|purchase)$/,
  ],
  [
    'in',
    /^(?:deposit|deposits|in|receive|received|incoming|recv|inflow|buy in|einzahlung|vklad|credit|crypto deposit|transfer in|receive loan|receive collateral|top up|crypto transfer in|balance move credit)$/,
  ],
  [
    'out',
    /^(?:withdraw|withdrawal|withdrawals|out|send|sent|outgoing|outflow|auszahlung|vyber|debit|crypto withdrawal|transfer out|repay loan|send collateral|return lp token|withdrawal block|withdraw exchanged)$/,
  ],
  ['own', /^(?:transfer|internal transfer|crypto transfer|self|transfers?)$/],
];

/** A word in the form in which it is looked up: without case, accents and signs. */
export function plainWord(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

export function meaningOf(word: string): Meaning | null {
  const plain = plainWord(word);
  return WORDS.find(([, words]) => words.test(plain))?.[0] ?? null;
}

const INCOMES: ReadonlySet<string> = new Set([
  'staking',
  'interest',
  'airdrop',
  'reward',
  'mining',
  'fork',
  'cashback',
  'other',
]);

export function isIncome(meaning: Meaning): meaning is IncomeKind {
  return INCOMES.has(meaning);
}

const DONE =
  /^(?:ok|done|completed?|complete|success|successful|succeeded|confirmed|settled|distributed|closed|filled|deal|executed|finished|yes|true|approved|processed|finalized|paid|mediated|completed with .*)$/;
const NOT_DONE =
  /^(?:pending|failed|fail|cancell?ed|rejected|expired|declined|unsuccessful|error.*|no|false|open|new|refunded|processing|in progress|waiting|reverted|not confirmed|dropped|ko|aborted)$/;

/** Whether a state says that something happened; null where the word is not known. */
export function isDone(word: string): boolean | null {
  const plain = plainWord(word);
  if (plain === '' || DONE.test(plain)) return true;
  return NOT_DONE.test(plain) ? false : null;
}
