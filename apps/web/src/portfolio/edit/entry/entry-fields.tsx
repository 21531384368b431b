'use client';

import { CURRENCIES } from '../../../account/profile/preference-options.ts';
import { Field } from '../../../components/form/field.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';
import { AssetField } from './asset-field.tsx';
import { kindOf, LABELS } from './entry-values.ts';
import { INCOME_KINDS, KIND_OPTIONS, KINDS, type Part } from './kinds.ts';
import { TradeMoney, Worth, type PartProps } from './money-fields.tsx';

interface TextProps extends PartProps {
  name: string;
  label?: string;
  hint?: string;
  isAmount?: boolean;
}

function Text({
  name,
  label = LABELS[name] ?? name,
  hint,
  isAmount = false,
  values,
  set,
}: TextProps) {
  return (
    <Field
      name={name}
      label={label}
      {...(hint !== undefined && { hint })}
      {...(isAmount && { inputMode: 'decimal' as const })}
      maxLength={name === 'note' ? 1000 : isAmount ? 200 : 100}
      autoComplete="off"
      value={values[name] ?? ''}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  );
}

function Asset({ name, label = 'Asset', values, set, money }: TextProps & { money?: boolean }) {
  return (
    <AssetField
      name={name}
      label={label}
      text={values[name] ?? ''}
      onText={(text) => set({ [name]: text })}
      {...(money === true && { money: CURRENCIES })}
    />
  );
}

const ROW = 'grid gap-4 sm:grid-cols-2';

function Swap(props: PartProps) {
  return (
    <>
      <div className={ROW}>
        <Asset name="sold.asset" label="Given" {...props} />
        <Text name="sold.quantity" label="How much of it" isAmount {...props} />
      </div>
      <div className={ROW}>
        <Asset name="bought.asset" label="Received" {...props} />
        <Text name="bought.quantity" label="How much came" isAmount {...props} />
      </div>
    </>
  );
}

function OneAsset(props: PartProps) {
  const kind = kindOf(props.values);
  const isMoney = kind === 'deposit' || kind === 'withdrawal';
  return (
    <div className={ROW}>
      <Asset name="asset" label={isMoney ? 'Currency' : 'Asset'} money={isMoney} {...props} />
      <Text
        name="quantity"
        label={kind === 'transfer' ? 'Quantity that left' : 'Quantity'}
        isAmount
        {...props}
      />
    </div>
  );
}

const PARTS: Readonly<Record<Part, (props: PartProps) => React.ReactNode>> = {
  asset: OneAsset,
  money: TradeMoney,
  worth: Worth,
  swap: Swap,
  received: (props) => (
    <Text
      name="received"
      label="Quantity that arrived (optional)"
      hint="Left out: all of it. What did not arrive is the fee."
      isAmount
      {...props}
    />
  ),
  wallet: (props) => <Text name="wallet" label="Wallet or venue (optional)" {...props} />,
  wallets: (props) => (
    <div className={ROW}>
      <Text name="wallet" label="From" hint="A venue or a wallet." {...props} />
      <Text name="to_wallet" label="To" {...props} />
    </div>
  ),
  fee: (props) => (
    <div className={ROW}>
      <Text name="fee.quantity" label="Fee on top (optional)" isAmount {...props} />
      <Asset name="fee.asset" label="Fee in" {...props} />
    </div>
  ),
};

/** The fields of a transaction of the kind that is chosen. */
export function EntryFields({ values, set }: PartProps) {
  const kind = kindOf(values);
  return (
    <>
      <div className={ROW}>
        <SelectField
          name="kind"
          label="Kind"
          hint={KINDS[kind].hint}
          options={KIND_OPTIONS}
          value={kind}
          onChange={(event) => set({ kind: event.currentTarget.value })}
        />
        <Field
          name="time"
          label="Time, UTC"
          type="datetime-local"
          step="1"
          value={values['time'] ?? ''}
          onChange={(event) => set({ time: event.currentTarget.value })}
        />
      </div>
      {kind === 'income' && (
        <SelectField
          name="income_kind"
          label="Kind of income"
          options={INCOME_KINDS}
          value={values['income_kind'] ?? 'staking'}
          onChange={(event) => set({ income_kind: event.currentTarget.value })}
        />
      )}
      {KINDS[kind].parts.map((part) => {
        const Part = PARTS[part];
        return <Part key={part} values={values} set={set} />;
      })}
      <Text name="note" label="Note (optional)" values={values} set={set} />
    </>
  );
}
