const NUMBER = /^([+-]?)(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)([km]?)$/i;
const SCALES: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6 };

/**
 * What somebody typed as a number: `60,000`, `$60k`, `-5%`. Null for anything else; a comma that may be a decimal mark is
 * not guessed at.
 */
export function readNumber(typed: string): number | null {
  const [, sign = '', digits = '', scale = ''] =
    NUMBER.exec(typed.replaceAll(/[\s$%]/g, '').replace('−', '-')) ?? [];
  if (digits === '') return null;
  // Digits and exponent are read together: 1.1 times 1,000 is not quite 1,100.
  const exponent = Math.log10(SCALES[scale.toLowerCase()] ?? 1);
  const size = Number(`${digits.replaceAll(',', '')}e${Math.round(exponent)}`);
  return sign === '-' ? -size : size;
}
