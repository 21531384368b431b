import type { OutletId } from '../outlet-ids.ts';

/** Who tells stories. No such outlet exists; what readers see of one beside its headlines says so. */
export interface Outlet {
  id: OutletId;
  name: string;
  /** Of its headlines, as feeds write it. */
  language: 'en' | 'de';
  description: string;
  author: string;
  /** Whether it is also told as Atom. */
  atom: boolean;
}

export const OUTLETS: readonly Outlet[] = [
  {
    id: 'wire',
    name: 'Simulated Wire',
    language: 'en',
    description: 'Simulated news of a simulated market. None of it happened.',
    author: 'Simulated Wire (a simulated newsroom)',
    atom: false,
  },
  {
    id: 'ledger',
    name: 'Simulated Ledger',
    language: 'en',
    description: 'Simulated reports from a simulated market. None of it happened.',
    author: 'Simulated Ledger (a simulated newsroom)',
    atom: false,
  },
  {
    id: 'block-post',
    name: 'Simulated Block Post',
    language: 'en',
    description: 'Simulated stories of simulated coins. None of it happened.',
    author: 'Simulated Block Post (a simulated newsroom)',
    atom: true,
  },
  {
    id: 'kurse',
    name: 'Simulierte Kurse',
    language: 'de',
    description: 'Simulierte Nachrichten eines simulierten Marktes. Nichts davon ist geschehen.',
    author: 'Simulierte Kurse (eine simulierte Redaktion)',
    atom: false,
  },
];

/** @throws RangeError when there is no such outlet */
export function outletOf(id: OutletId): Outlet {
  const outlet = OUTLETS.find((each) => each.id === id);
  if (!outlet) throw new RangeError(`no outlet ${id}`);
  return outlet;
}
