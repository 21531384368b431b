import type { AlertFiring } from '@tidemark/contracts/alert';
import { formatMomentUtc } from '../../format/time.ts';
import { formatPrice } from '../../format/price.ts';
import { firingMarks } from '../words.ts';

/** That an alert fired, in a sentence: `Bitcoin: price below 60,000 USD. Now 59,990.00 USD.` */
export function firingSentence(firing: AlertFiring, nameOf: (coinId: string) => string): string {
  const { coin_id, rule, at, price, late } = firing;
  const when = late ? `At ${formatMomentUtc(at)} UTC` : 'Now';
  const marks = firingMarks(firing);
  const aside = marks.length === 0 ? '' : ` (${marks.join(', ')})`;
  return `${nameOf(coin_id)}: ${rule}. ${when} ${formatPrice(price)} USD${aside}.`;
}
