import type { WatchState } from '@tidemark/alerts/watch';
import type { FiringBody, LookbackState } from '../tables.ts';

/** A state that an alert has come to. */
export interface NewState {
  alertId: string;
  generation: number;
  state: WatchState;
  /** Null: it did not fire. */
  firing: { at: number; facts: Omit<FiringBody, 'name' | 'rule' | 'note'> } | null;
}

/** What prices of a coin came to. */
export interface Outcome {
  coinId: string;
  /** Of who owned the coin when it was worked out. */
  epoch: number;
  /** Up to when its prices were looked at, epoch ms; null: as before. */
  seenAt: number | null;
  states: NewState[];
  blanks: { from: number; to: number; states: LookbackState[] }[];
  /** A time that has been looked at again, which is over. */
  lookbackId?: string;
}
