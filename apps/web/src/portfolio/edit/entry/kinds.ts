import type { Transaction } from '@tidemark/contracts/portfolio-transaction';

export type Kind = Transaction['kind'];
export type IncomeKind = NonNullable<Transaction['income_kind']>;

/** Groups of fields that a kind has beside its time and its note. */
export type Part = 'asset' | 'money' | 'worth' | 'swap' | 'received' | 'wallet' | 'wallets' | 'fee';

interface KindForm {
  label: string;
  /** What it is, for somebody who chooses. */
  hint: string;
  /** In their order on the page. */
  parts: readonly Part[];
}

const ONE_WAY = ['asset', 'worth', 'wallet', 'fee'] as const;

/** Every kind of transaction, in the order in which they are offered. */
export const KINDS: Readonly<Record<Kind, KindForm>> = {
  buy: {
    ...{ label: 'Buy', hint: 'A coin for money.' },
    parts: ['asset', 'money', 'wallet', 'fee'],
  },
  sell: {
    ...{ label: 'Sell', hint: 'Money for a coin.' },
    parts: ['asset', 'money', 'wallet', 'fee'],
  },
  swap: { label: 'Swap', hint: 'A coin for another.', parts: ['swap', 'wallet', 'fee'] },
  transfer: {
    ...{ label: 'Transfer', hint: 'Between wallets of yours. What it cost keeps its date.' },
    parts: ['asset', 'received', 'wallets', 'fee'],
  },
  income: { label: 'Income', hint: 'Staking, interest, airdrops and the like.', parts: ONE_WAY },
  deposit: { label: 'Deposit', hint: 'Of money.', parts: ['asset', 'wallet', 'fee'] },
  withdrawal: { label: 'Withdrawal', hint: 'Of money.', parts: ['asset', 'wallet', 'fee'] },
  transfer_in: {
    ...{ label: 'Received', hint: 'A coin that came from a wallet that is not here.' },
    parts: ONE_WAY,
  },
  transfer_out: {
    ...{ label: 'Sent', hint: 'A coin that went to a wallet that is not here.' },
    parts: ONE_WAY,
  },
  gift_in: { label: 'Gift received', hint: 'From somebody.', parts: ONE_WAY },
  gift_out: { label: 'Gift given', hint: 'To somebody.', parts: ONE_WAY },
  spend: { label: 'Spent', hint: 'On goods or services.', parts: ONE_WAY },
  loss: { label: 'Lost', hint: 'Stolen, or out of reach for good.', parts: ONE_WAY },
  fee: { label: 'Fee', hint: 'Paid by itself.', parts: ['asset', 'wallet'] },
};

export const KIND_OPTIONS = (Object.keys(KINDS) as Kind[]).map((value) => ({
  value,
  label: KINDS[value].label,
}));

export const INCOME_KINDS: readonly { value: IncomeKind; label: string }[] = [
  { value: 'staking', label: 'Staking' },
  { value: 'interest', label: 'Interest' },
  { value: 'airdrop', label: 'Airdrop' },
  { value: 'reward', label: 'Reward' },
  { value: 'mining', label: 'Mining' },
  { value: 'fork', label: 'Fork' },
  { value: 'cashback', label: 'Cashback' },
  { value: 'other', label: 'Other' },
];

/** A kind as a reader knows it, with that of income: `Income · staking`. */
export function kindWords({
  kind,
  income_kind,
}: Pick<Transaction, 'kind' | 'income_kind'>): string {
  const { label } = KINDS[kind];
  return income_kind === null ? label : `${label} · ${income_kind}`;
}
