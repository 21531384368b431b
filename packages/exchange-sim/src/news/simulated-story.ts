import type { OutletId } from '../outlet-ids.ts';
import type { Sign } from './incident.ts';

/** A story of a simulated outlet. */
export interface SimulatedStory {
  /** The same in every process; fit for a URL. */
  id: string;
  /** Id of what happened, which stories of other outlets share. */
  incident: string;
  outlet: OutletId;
  /** Epoch ms, a whole second. */
  time: number;
  title: string;
  summary: string;
  /** What the headline says of the coin: good, neither, bad. */
  sign: Sign;
  coinId: string;
}
