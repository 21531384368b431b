import type {
  Alert,
  AlertCondition,
  AlertDirection,
  AlertFiring,
  AlertQuantity,
} from '@tidemark/contracts/alert';
import { givenName } from './alert-name.ts';
import { coinsText } from './coins-text.ts';
import { formatPrice } from '../format/price.ts';

/** What is watched, as a form asks for it. */
export const QUANTITY_NAMES: Readonly<Record<AlertQuantity, string>> = {
  price: 'Price',
  move: 'Move within a window',
  change_24h: 'Change of 24 h',
  spread: 'Spread of the exchanges',
};

export const DIRECTION_NAMES: Readonly<Record<AlertDirection, string>> = {
  above: 'is above',
  below: 'is below',
  crosses_above: 'crosses from below',
  crosses_below: 'crosses from above',
};

export const MOVE_NAMES: Readonly<Record<AlertDirection, string>> = {
  above: 'rises by',
  below: 'falls by',
  crosses_above: 'comes to a rise of',
  crosses_below: 'comes to a fall of',
};

/** Seconds in their largest whole unit: `5 min`. */
export function spanText(seconds: number): string {
  const units = [
    [86_400, 'd'],
    [3_600, 'h'],
    [60, 'min'],
  ] as const;
  const unit = units.find(([size]) => seconds > 0 && seconds % size === 0);
  return unit === undefined ? `${seconds} s` : `${seconds / unit[0]} ${unit[1]}`;
}

/** A value of a quantity with its unit: `60,000.00 USD`, `-5.00 %`. */
export function valueText(quantity: AlertQuantity, value: number): string {
  return quantity === 'price' ? `${formatPrice(value)} USD` : `${value.toFixed(2)} %`;
}

/** A condition in words, the way a sentence has it: `price is below 60,000.00 USD for 5 min`. */
export function conditionText(condition: AlertCondition): string {
  const { quantity, direction, bound, window_min: window, for_s: seconds = 0 } = condition;
  const held = seconds > 0 ? ` for ${spanText(seconds)}` : '';
  if (quantity === 'move') {
    const size = valueText(quantity, Math.abs(bound));
    return `${MOVE_NAMES[direction]} ${size} within ${spanText((window ?? 60) * 60)}${held}`;
  }
  const what = { price: 'price', change_24h: 'change of 24 h', spread: 'spread' }[quantity];
  return `${what} ${DIRECTION_NAMES[direction]} ${valueText(quantity, bound)}${held}`;
}

/** What a page calls an alert: its name, or else what it waits for: `Bitcoin: price is below 60,000.00 USD`. */
export function alertTitle(
  alert: Pick<Alert, 'name' | 'rule' | 'coins' | 'condition'>,
  nameOf: (coinId: string) => string,
): string {
  const { coins, condition } = alert;
  return givenName(alert) ?? `${coinsText(coins, nameOf)}: ${conditionText(condition)}`;
}

/** What a reader should know of the price that a firing rests on, beside that it fired. */
export function firingMarks({ late, simulated, quality }: AlertFiring): string[] {
  return [
    ...(late ? ['late'] : []),
    ...(simulated ? ['simulated'] : []),
    ...(quality === 'live' ? [] : [quality]),
  ];
}
