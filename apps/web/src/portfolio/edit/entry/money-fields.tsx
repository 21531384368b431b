'use client';

import { currencyOptions } from '../../../account/profile/preference-options.ts';
import { Field } from '../../../components/form/field.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';
import { Choice } from '../../../components/ui/choice.tsx';
import { formatPrice } from '../../../format/price.ts';
import { formatDayUtc } from '../../../format/time.ts';
import type { EntryValues } from './entry-values.ts';
import { typedPrice, useDayPrice } from './day-price.ts';

export interface PartProps {
  values: EntryValues;
  set: (change: EntryValues) => void;
}

const MONEY_AS = [
  { value: 'total', label: 'In all' },
  { value: 'price', label: 'Per unit' },
] as const;

export type MoneyAs = (typeof MONEY_AS)[number]['value'];

function CurrencyField({ values, set }: PartProps) {
  const { currency = 'USD' } = values;
  return (
    <SelectField
      name="currency"
      label="Currency"
      options={currencyOptions(currency)}
      value={currency}
      onChange={(event) => set({ currency: event.currentTarget.value })}
    />
  );
}

interface DayPriceLineProps {
  values: EntryValues;
  onUse: (price: string, currency: string) => void;
}

/** What the coin was worth on that day, to be taken over: in the currency that is chosen, where its rate is known. */
function DayPriceLine({ values, onUse }: DayPriceLineProps) {
  const { asset = '', time = '', currency = 'USD' } = values;
  const price = useDayPrice(asset, time, currency);
  if (price === null) return null;
  const { coin, day, usd, converted, isSoFar } = price;
  const isForeign = converted !== null && currency !== 'USD';
  return (
    <p className="text-xs text-muted">
      {coin} {isSoFar ? 'is at' : 'closed at'}{' '}
      <span className="figures">{formatPrice(usd)} USD</span>
      {isForeign && (
        <>
          , by the day’s rate{' '}
          <span className="figures">{`${formatPrice(converted)} ${currency}`}</span>,
        </>
      )}{' '}
      on {formatDayUtc(day)} (UTC).{' '}
      <button
        type="button"
        onClick={() =>
          converted === null
            ? onUse(typedPrice(usd), 'USD')
            : onUse(typedPrice(converted), currency)
        }
        className="rounded font-medium text-accent hover:underline"
      >
        Use this price
      </button>
    </p>
  );
}

/** The money of a trade: all of it, or for one. */
export function TradeMoney({ values, set }: PartProps) {
  const as: MoneyAs = values['money_as'] === 'price' ? 'price' : 'total';
  return (
    <div className="flex flex-col gap-2">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          key={as}
          name={as}
          label={as === 'total' ? 'Money in all, without fee' : 'Price for one'}
          inputMode="decimal"
          autoComplete="off"
          value={values[as] ?? ''}
          onChange={(event) => set({ [as]: event.currentTarget.value })}
        />
        <CurrencyField values={values} set={set} />
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Choice
          label="How the money is given"
          options={MONEY_AS}
          value={as}
          onChange={(next) => set({ money_as: next, total: '', price: '' })}
        />
        <DayPriceLine
          values={values}
          onUse={(price, currency) => set({ money_as: 'price', total: '', price, currency })}
        />
      </div>
    </div>
  );
}

/** What one was worth when it came or went; where nobody says, the day's price is used. */
export function Worth({ values, set }: PartProps) {
  return (
    <div className="flex flex-col gap-2">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          name="price"
          label="Worth of one (optional)"
          hint="Left out: the price of that day, where it is known."
          inputMode="decimal"
          autoComplete="off"
          value={values['price'] ?? ''}
          onChange={(event) => set({ price: event.currentTarget.value })}
        />
        <CurrencyField values={values} set={set} />
      </div>
      <DayPriceLine values={values} onUse={(price, currency) => set({ price, currency })} />
    </div>
  );
}
