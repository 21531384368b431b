'use client';

import type { ReactNode } from 'react';
import { Field } from '../../components/form/field.tsx';
import { SelectField } from '../../components/form/select-field.tsx';
import { DIRECTION_NAMES, MOVE_NAMES, QUANTITY_NAMES, spanText } from '../words.ts';
import { DIRECTIONS, LABELS, QUANTITIES, WINDOWS_MIN, type AlertValues } from './alert-values.ts';
import { ChannelsField } from './channels-field.tsx';
import { Check } from './check.tsx';
import { CoinsField } from './coins-field.tsx';
import { timeZones } from './time-zones.ts';

interface PartProps {
  values: AlertValues;
  set: (change: Partial<AlertValues>) => void;
}

const ROW = 'grid gap-4 sm:grid-cols-2';

/** Values of the form that are a line of text. */
type Text = {
  [K in keyof AlertValues]: AlertValues[K] extends string ? K : never;
}[keyof AlertValues];

interface LineProps extends PartProps {
  /** As the service calls it. */
  name: string;
  of: Text;
  label?: string;
  hint?: string;
  type?: string;
  isNumber?: boolean;
}

function Line({ name, of, label, hint, type, isNumber = false, values, set }: LineProps) {
  return (
    <Field
      name={name}
      label={label ?? LABELS[name] ?? name}
      {...(hint !== undefined && { hint })}
      {...(isNumber && { inputMode: 'decimal' as const })}
      {...(type !== undefined && { type })}
      maxLength={of === 'note' ? 500 : 100}
      autoComplete="off"
      value={values[of]}
      onChange={(event) => set({ [of]: event.currentTarget.value })}
    />
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="flex flex-col gap-4 border-t border-line pt-4">
      <h3 className="text-[0.8125rem] font-semibold">{title}</h3>
      {children}
    </section>
  );
}

function Condition({ values, set }: PartProps) {
  const { quantity } = values;
  const isMove = quantity === 'move';
  const names = isMove ? MOVE_NAMES : DIRECTION_NAMES;
  return (
    <>
      <div className={ROW}>
        <SelectField
          name="condition.quantity"
          label="What is watched"
          options={QUANTITIES.map((value) => ({ value, label: QUANTITY_NAMES[value] }))}
          value={quantity}
          onChange={({ currentTarget: { value } }) =>
            set({ quantity: QUANTITIES.find((known) => known === value) ?? 'price' })
          }
        />
        <SelectField
          name="condition.direction"
          label="When it"
          options={DIRECTIONS.map((value) => ({ value, label: names[value] }))}
          value={values.direction}
          onChange={({ currentTarget: { value } }) =>
            set({ direction: DIRECTIONS.find((known) => known === value) ?? 'below' })
          }
        />
      </div>
      <div className={ROW}>
        <Line
          name="condition.bound"
          of="bound"
          label={quantity === 'price' ? 'Bound, USD' : 'Bound, percent'}
          isNumber
          {...{ values, set }}
        />
        {isMove && (
          <SelectField
            name="condition.window_min"
            label="Within"
            options={WINDOWS_MIN.map((value) => ({
              value: String(value),
              label: spanText(value * 60),
            }))}
            value={String(values.windowMin)}
            onChange={({ currentTarget: { value } }) =>
              set({ windowMin: WINDOWS_MIN.find((known) => String(known) === value) ?? 60 })
            }
          />
        )}
        <Line
          name="condition.for_s"
          of="forMin"
          label="For, minutes (optional)"
          hint="It fires once that has held without a break."
          isNumber
          {...{ values, set }}
        />
      </div>
    </>
  );
}

function Again({ values, set }: PartProps) {
  return (
    <Group title="How often">
      <Check
        label="Again and again"
        hint="Otherwise it fires once for each coin, and is done."
        checked={values.recurring}
        onChange={(recurring) => set({ recurring })}
      />
      {values.recurring && (
        <div className={ROW}>
          <Line
            name="hysteresis_pct"
            of="hysteresis"
            label="Way back, percent of the bound"
            hint="How far it has to go back before it can fire again."
            isNumber
            {...{ values, set }}
          />
          <Line
            name="cooldown_s"
            of="cooldownMin"
            label="Rest after a firing, minutes"
            isNumber
            {...{ values, set }}
          />
        </div>
      )}
      <Check
        label="Count prices that are degraded"
        hint="Of fewer exchanges than usual, or which disagree. Stale ones never count."
        checked={values.onDegraded}
        onChange={(onDegraded) => set({ onDegraded })}
      />
      <Line
        name="expires_at"
        of="expires"
        label="Expires, UTC (optional)"
        type="datetime-local"
        {...{ values, set }}
      />
    </Group>
  );
}

function Quiet({ values, set }: PartProps) {
  return (
    <Group title="Where and when it is sent">
      <ChannelsField chosen={values.channels} onChange={(channels) => set({ channels })} />
      <Check
        label="Quiet hours"
        hint="What fires then is sent at their end."
        checked={values.isQuiet}
        onChange={(isQuiet) => set({ isQuiet })}
      />
      {values.isQuiet && (
        <>
          <div className={ROW}>
            <Line name="schedule.quiet_from" of="quietFrom" type="time" {...{ values, set }} />
            <Line name="schedule.quiet_to" of="quietTo" type="time" {...{ values, set }} />
          </div>
          <SelectField
            name="schedule.time_zone"
            label="Time zone"
            options={timeZones(values.timeZone).map((value) => ({ value, label: value }))}
            value={values.timeZone}
            onChange={(event) => set({ timeZone: event.currentTarget.value })}
          />
        </>
      )}
    </Group>
  );
}

/** What an alert is asked for. */
export function AlertFields({ values, set, children }: PartProps & { children: ReactNode }) {
  return (
    <>
      <CoinsField coins={values.coins} every={values.everyCoin} onChange={set} />
      <Condition values={values} set={set} />
      {children}
      <Again values={values} set={set} />
      <Quiet values={values} set={set} />
      <Group title="For you">
        <Line
          name="name"
          of="name"
          label="Name (optional)"
          hint="Left empty, it is made of the condition."
          {...{ values, set }}
        />
        <Line
          name="note"
          of="note"
          label="Note (optional)"
          hint="Sent with it."
          {...{ values, set }}
        />
      </Group>
    </>
  );
}
