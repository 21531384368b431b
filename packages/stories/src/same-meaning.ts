import { ACTION_GROUPS } from './actions.ts';
import { stemOf } from './stem.ts';

/** Other words that headlines use for one another. */
const THINGS: readonly string[] = [
  'hacker attacker exploiter thief',
  'hit reach top tops cross surpass exceed pass touch',
  'plan eye eyeing mull consider weigh explore looking',
  'holding stash hoard',
  'below under beneath',
  'probe investigation inquiry investigate',
  'ipo public flotation',
  'pay paid payout',
  'user users customer customers client clients',
  'bill law legislation act',
  'judge court tribunal',
  'forecast prediction predict predicts',
  'worry fear fears concern concerns',
  'custody custodian',
  'almost nearly',
  'record ath',
  'former ex',
  'exec executive',
  'license licence charter',
  'pick tap choose select chosen',
  'stock equity equities',
];

const FIRST_OF: ReadonlyMap<string, string> = new Map(
  [...ACTION_GROUPS, ...THINGS].flatMap((group) => {
    const stems = group.split(' ').map(stemOf);
    return stems.map((stem) => [stem, stems[0] ?? stem] as const);
  }),
);

/** The stem that stands for all that mean the same in headlines. */
export function meaningOf(stem: string): string {
  return FIRST_OF.get(stem) ?? stem;
}

/** Two words that are used for one, by their stems. */
const PHRASES: ReadonlyMap<string, string> = new Map(
  [
    ['time high', 'record'],
    ['chief executive', 'ceo'],
    ['step down', 'resign'],
    ['lay off', 'layoff'],
    ['hard fork', 'upgrade'],
  ].map(([phrase = '', word = '']) => [
    phrase.split(' ').map(stemOf).join(' '),
    meaningOf(stemOf(word)),
  ]),
);

/** The stem that stands for two words that follow each other, by their stems; null for most. */
export function phraseOf(stem: string, next: string): string | null {
  return PHRASES.get(`${stem} ${next}`) ?? null;
}
