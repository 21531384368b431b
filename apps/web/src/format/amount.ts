// Exact decimals of any length, as the API writes them: digits, a point where there is one, a minus in front.

/** Whether an exact decimal is below zero. */
export function isNegative(text: string): boolean {
  return text.startsWith('-');
}

/** An exact decimal without its sign. */
export function sizeOf(text: string): string {
  return text.replace(/^-/, '');
}

/** The exact sum of two decimals. */
export function sumOf(a: string, b: string): string {
  const places = Math.max(placesOf(a), placesOf(b));
  const sum = scaled(a, places) + scaled(b, places);
  const digits = String(sum < 0n ? -sum : sum).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const rest = digits.slice(digits.length - places).replace(/0+$/, '');
  return `${sum < 0n ? '-' : ''}${whole}${rest === '' ? '' : `.${rest}`}`;
}

function placesOf(text: string): number {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

function scaled(text: string, places: number): bigint {
  return BigInt(text.replace('.', '') + '0'.repeat(places - placesOf(text)));
}

/**
 * What somebody typed as a plain decimal over zero: `1,234.5` is `1234.5`, `.5` is `0.5`. Null for anything else; a comma
 * that may be a decimal mark is not guessed at.
 */
export function readTypedAmount(typed: string): string | null {
  const text = typed.replaceAll(/\s/g, '');
  const plain = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text;
  if (!/^(\d+(\.\d+)?|\.\d+)$/.test(plain) || !/[1-9]/.test(plain)) return null;
  return plain.startsWith('.') ? `0${plain}` : plain;
}
