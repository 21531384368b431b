import type { TransactionRequest } from '@tidemark/contracts/portfolio-transaction';
import type { FieldErrors } from '../../../components/form/field-errors.ts';
import { readTypedAmount } from '../../../format/amount.ts';
import { KINDS, type Kind, type Part } from './kinds.ts';

/** What is typed into the form of a transaction, by the name of the field as the API knows it. */
export type EntryValues = Readonly<Record<string, string>>;

/** How a reader knows each field. */
export const LABELS: Readonly<Record<string, string>> = {
  kind: 'Kind',
  time: 'Time',
  asset: 'Asset',
  quantity: 'Quantity',
  total: 'Total',
  price: 'Price',
  currency: 'Currency',
  'sold.asset': 'What was given',
  'sold.quantity': 'How much was given',
  'bought.asset': 'What came',
  'bought.quantity': 'How much came',
  received: 'What arrived',
  wallet: 'Wallet',
  to_wallet: 'To wallet',
  'fee.asset': 'Fee in',
  'fee.quantity': 'Fee',
  income_kind: 'Kind of income',
  note: 'Note',
};

const AMOUNTS: Readonly<Record<Part, readonly string[]>> = {
  asset: ['quantity'],
  money: ['total', 'price'],
  worth: ['price'],
  swap: ['sold.quantity', 'bought.quantity'],
  received: ['received'],
  wallet: [],
  wallets: [],
  fee: ['fee.quantity'],
};
const NEEDED: Readonly<Record<Part, Readonly<Record<string, string>>>> = {
  asset: { asset: 'Say which.', quantity: 'Say how much.' },
  money: {},
  worth: {},
  swap: {
    'sold.asset': 'Say which.',
    'sold.quantity': 'Say how much.',
    'bought.asset': 'Say which.',
    'bought.quantity': 'Say how much.',
  },
  received: {},
  wallet: {},
  wallets: { wallet: 'Say from where.', to_wallet: 'Say to where.' },
  fee: {},
};

export function kindOf(values: EntryValues): Kind {
  const { kind = 'buy' } = values;
  return Object.hasOwn(KINDS, kind) ? (kind as Kind) : 'buy';
}

/** What can be seen to be wrong without asking the server, which is asked all the same. */
export function entryFaults(values: EntryValues): FieldErrors {
  const { parts } = KINDS[kindOf(values)];
  const faults: Record<string, string> = {};
  for (const name of parts.flatMap((part) => AMOUNTS[part])) {
    const typed = textOf(values, name);
    if (typed !== '' && readTypedAmount(typed) === null)
      faults[name] = 'Write a number over zero, such as 0.25.';
  }
  for (const [name, words] of parts.flatMap((part) => Object.entries(NEEDED[part]))) {
    if (textOf(values, name) === '') faults[name] = words;
  }
  if (parts.includes('money') && textOf(values, 'total') === '' && textOf(values, 'price') === '')
    faults[values['money_as'] === 'price' ? 'price' : 'total'] = 'Say how much money it was.';
  const fee = [textOf(values, 'fee.quantity'), textOf(values, 'fee.asset')];
  if (fee[0] === '' && fee[1] !== '') faults['fee.quantity'] = 'Say how much.';
  if (fee[0] !== '' && fee[1] === '') faults['fee.asset'] = 'Say in what.';
  if (timeOf(values) === null) faults['time'] = 'Say when.';
  return faults;
}

/** The request that the API takes, of values without faults. */
export function requestOf(values: EntryValues): TransactionRequest {
  const kind = kindOf(values);
  const { parts } = KINDS[kind];
  const has = (part: Part) => parts.includes(part);
  const text = (name: string) => optional(name, textOf(values, name));
  const amount = (name: string) => optional(name, readTypedAmount(textOf(values, name)) ?? '');
  const pair = (name: string) => ({
    asset: textOf(values, `${name}.asset`),
    quantity: readTypedAmount(textOf(values, `${name}.quantity`)) ?? '',
  });
  return {
    kind,
    time: timeOf(values) ?? '',
    ...(has('asset') && { ...text('asset'), ...amount('quantity') }),
    ...((has('money') || has('worth')) && moneyOf(values)),
    ...(has('swap') && { sold: pair('sold'), bought: pair('bought') }),
    ...(has('received') && amount('received')),
    ...((has('wallet') || has('wallets')) && text('wallet')),
    ...(has('wallets') && text('to_wallet')),
    ...(has('fee') && textOf(values, 'fee.quantity') !== '' && { fee: pair('fee') }),
    ...(kind === 'income' && text('income_kind')),
    ...text('note'),
  };
}

/** Price or total, and the currency where there is one of them. */
function moneyOf(values: EntryValues) {
  const typed = (name: string) => readTypedAmount(textOf(values, name)) ?? '';
  const money = { ...optional('total', typed('total')), ...optional('price', typed('price')) };
  if (Object.keys(money).length === 0) return {};
  return { ...money, ...optional('currency', textOf(values, 'currency')) };
}

function textOf(values: EntryValues, name: string): string {
  return values[name]?.trim() ?? '';
}

function optional(name: string, text: string): Record<string, string> {
  return text === '' ? {} : { [name]: text };
}

/** The field for a time: UTC, to the second or finer. */
export function timeField(iso: string): string {
  return iso.replace(/(?:\.000)?Z$/, '');
}

/** ISO 8601 in UTC of what a field for a time holds; null: it holds none. */
function timeOf(values: EntryValues): string | null {
  const time = Date.parse(`${textOf(values, 'time')}Z`);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
