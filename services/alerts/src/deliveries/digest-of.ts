import { createHash } from 'node:crypto';
import type { Message } from '../delivery/message.ts';
import { cautions, titleOf, usd, utc, type ToldFiring } from './firing-words.ts';
import { addressOf, type MessagePlace } from './message-of.ts';
import { oneLine } from './one-line.ts';

const MOST_LINES = 20;

/**
 * One message of several firings, a line each, at most 20, in the order given. Its id follows from theirs: sent again, the same
 * firings have the same id, and with another one beside them a new one, which no receiver drops as known.
 */
export function digestOf(firings: readonly ToldFiring[], place: MessagePlace): Message {
  const title = `${firings.length} alerts`;
  const lines = firings.slice(0, MOST_LINES).map((firing) => lineOf(firing, place));
  const more = firings.length - lines.length;
  return {
    firing_id: idOf(firings.map(({ firing_id }) => firing_id)),
    title,
    text: [...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n'),
    url: addressOf(place, '/alerts', {}),
    ...{ coin_id: null, price: null, quality: null, sources: [], rule: title },
    fired_at: new Date(Math.max(...firings.map(({ at }) => at.getTime()))).toISOString(),
    late: firings.some(({ body }) => body.late),
    simulated: firings.some(({ body }) => body.simulated),
    test: false,
  };
}

function lineOf(firing: ToldFiring, { coinName }: MessagePlace): string {
  const { at, coin_id, body } = firing;
  const coin = oneLine(coinName(coin_id), 60) || coin_id;
  const caution = cautions(body);
  return `${utc(at)}: ${titleOf(firing, coin)}, ${usd(body.price)}${caution && ` (${caution})`}`;
}

/** A UUID of a hash (version 8, RFC 9562), the same in whatever order. */
function idOf(ids: readonly string[]): string {
  const hex = createHash('sha256').update(ids.toSorted().join(' ')).digest('hex');
  const [a, b, c, d] = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 15), hex.slice(15, 18)];
  return `${a}-${b}-8${c}-a${d}-${hex.slice(18, 30)}`;
}
