import type { AlertCondition } from '@tidemark/contracts/alert';

/** The condition of an alert in words, such as `price below 60,000 USD for 5 min`. */
export function conditionWords({
  quantity,
  direction,
  bound,
  window_min: window,
  for_s: seconds = 0,
}: AlertCondition): string {
  const held = seconds > 0 ? ` for ${span(seconds)}` : '';
  if (quantity === 'move') {
    const way = direction.endsWith('below') ? 'falls' : 'rises';
    return `${way} by ${grouped(Math.abs(bound))} % within ${span((window ?? 60) * 60)}${held}`;
  }
  const what = {
    price: 'price',
    change_24h: 'change of 24 h',
    spread: 'spread of the venues',
  }[quantity];
  const unit = quantity === 'price' ? 'USD' : '%';
  return `${what} ${direction.replace('_', ' ')} ${grouped(bound)} ${unit}${held}`;
}

/** A duration, seconds, in its largest whole unit. */
export function span(seconds: number): string {
  if (seconds % 86_400 === 0 && seconds > 0) return `${seconds / 86_400} d`;
  if (seconds % 3_600 === 0 && seconds > 0) return `${seconds / 3_600} h`;
  return seconds % 60 === 0 && seconds > 0 ? `${seconds / 60} min` : `${seconds} s`;
}

function grouped(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 20 });
}
