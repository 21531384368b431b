import { stemOf } from './stem.ts';

/** What headlines tell that somebody does or that happens to him, each in the words that they use for it; the first stands for all. */
const ACTIONS: readonly string[] = [
  'buy bought purchase purchases acquire acquires acquisition add adds snap scoop accumulate',
  'sell sold offload unload dump',
  'launch open opens unveil unveils debut introduce roll rolls rollout release reveal live activate activates',
  'raise raises secure secures nab nabs net nets bag bags land',
  'hack hacks hacked exploit exploited heist attack breach steal stole stolen drain drained siphon loot theft',
  'lawsuit sue sues sued suing suit complaint',
  'approve approval greenlight greenlit clear nod grant granted',
  'reject rejects denied deny refuse rejection veto vetoes',
  'delay postpone defer pushes pushed punt',
  'file filing apply applied application submit',
  'rise rose climb jump surge soar gain rally spike leap rises rising advance pop rebound up higher',
  'fall fell drop slide plunge tumble sink sank slip dip crash decline down lower',
  'partner partnership team teams collaborate alliance',
  'bankrupt bankruptcy insolvent insolvency',
  'halt pause suspend stop',
  'outage downtime offline',
  'list lists listing',
  'delist delists',
  'hire hires appoint appoints appointed names',
  'resign resigned quit quits exit exits leave leaves',
  'fine fined penalty fines',
  'ban bans banned prohibit outlaw',
  'invest invests investment backs',
  'close closes closed shut shuts shutter disband disbands dissolve',
  'cut cuts layoff layoffs fires',
  'issue mint mints',
  'burn burns burned',
  'bullish bull bulls',
  'bearish bear bears',
  'inflow inflows',
  'outflow outflows shed sheds bleed',
  'vote votes voted',
];

/** Actions that follow an affair: who tells of one tells another story than the affair itself. */
const AFTERMATH: readonly string[] = [
  'return refund repay reimburse reimbursement compensate compensation',
  'arrest arrested detain detained',
  'charge charged indict indicted accuse accused',
  'plead pleads pleaded',
  'convict convicted guilty conviction',
  'sentence sentenced jail jailed prison',
  'pardon clemency pardons',
  'settle settlement settles',
  'resume resumes reopen restart restore',
  'freeze froze frozen seize seized blacklist confiscate',
  'launder laundering mixer',
];

/** Of actions, two of which only one can be true. */
const OPPOSITES: readonly (readonly [string, string])[] = [
  ['rise', 'fall'],
  ['inflow', 'outflow'],
  ['buy', 'sell'],
  ['list', 'delist'],
  ['issue', 'burn'],
  ['approve', 'reject'],
  ['bullish', 'bearish'],
  ['hire', 'resign'],
  ['raise', 'cut'],
];

/** Every action in its words, apart by blanks, the first of which stands for all. */
export const ACTION_GROUPS: readonly string[] = [...ACTIONS, ...AFTERMATH];

const firstOf = (group: string): string => stemOf(group.split(' ')[0] ?? '');
const ACTION_STEMS: ReadonlySet<string> = new Set(ACTIONS.map(firstOf));
const AFTERMATH_STEMS: ReadonlySet<string> = new Set(AFTERMATH.map(firstOf));
const OPPOSITE_OF: ReadonlyMap<string, string> = new Map(
  OPPOSITES.flatMap((pair) => [pair, pair.toReversed()]).map(([one = '', other = '']) => [
    stemOf(one),
    stemOf(other),
  ]),
);

/** What a headline tells that is done: stems that stand for it, all of the aftermath or none. */
export interface Actions {
  readonly stems: ReadonlySet<string>;
  readonly areAftermath: boolean;
}

/** Of terms, those that stand for an action; where some are of the aftermath, those alone. */
export function actionsOf(terms: Iterable<string>): Actions {
  const all = [...terms];
  const aftermath = all.filter((term) => AFTERMATH_STEMS.has(term));
  if (aftermath.length > 0) return { stems: new Set(aftermath), areAftermath: true };
  return { stems: new Set(all.filter((term) => ACTION_STEMS.has(term))), areAftermath: false };
}

/** How what two headlines tell is at odds: the opposite is done, one alone tells of an aftermath, or of both it is known and nothing is the same. */
export type Conflict = 'opposite' | 'aftermath' | 'other';

/** Null where nothing is at odds, or it is not known. */
export function conflictOf(a: Actions, b: Actions): Conflict | null {
  if (a.areAftermath !== b.areAftermath) return 'aftermath';
  if (a.stems.size === 0 || b.stems.size === 0) return null;
  if ([...a.stems].some((stem) => b.stems.has(stem))) return null;
  const areOpposite = [...a.stems].some((stem) => b.stems.has(OPPOSITE_OF.get(stem) ?? ''));
  return areOpposite ? 'opposite' : 'other';
}
