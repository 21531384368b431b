import type { Message } from '../delivery/message.ts';
import { priceLine, titleOf, utc, type ToldFiring } from './firing-words.ts';
import { oneLine } from './one-line.ts';

const MOST_RULE = 300;
const MOST_NOTE = 500;

/** Where messages lead, and what they call coins. */
export interface MessagePlace {
  /** Of the web app, such as `https://tidemark.example`; null: not known, and addresses are paths. */
  origin: string | null;
  /** What a coin is called; its id where that is not known. */
  coinName: (coinId: string) => string;
}

/** What is told of a firing, with its own id: the same however often it is sent. */
export function messageOf(firing: ToldFiring, place: MessagePlace): Message {
  const { firing_id, coin_id, at, body } = firing;
  const coin = oneLine(place.coinName(coin_id), 60) || coin_id;
  return {
    firing_id,
    title: titleOf(firing, coin),
    text: textOf(firing, coin, place),
    url: addressOf(place, '/alerts', { firing: firing_id }),
    ...{ coin_id, price: body.price, quality: body.quality, sources: body.sources },
    rule: oneLine(body.rule, MOST_RULE),
    fired_at: at.toISOString(),
    ...{ late: body.late, simulated: body.simulated, test: false },
  };
}

/** What tests a channel. @param id of its delivery @param channel its name @param at when it was asked for */
export function testMessage(id: string, channel: string, at: Date, place: MessagePlace): Message {
  return {
    firing_id: id,
    title: 'Tidemark: a test',
    text: `This is a test of the channel “${oneLine(channel, 100)}”, made at ${utc(at)}. No alert fired.`,
    url: addressOf(place, '/alerts', {}),
    ...{ coin_id: null, price: null, quality: null, sources: [], rule: 'test' },
    fired_at: at.toISOString(),
    ...{ late: false, simulated: false, test: true },
  };
}

/** @returns an absolute address, or a path where the origin is not known */
export function addressOf(
  { origin }: MessagePlace,
  path: string,
  query: Readonly<Record<string, string>>,
): string {
  const asked = new URLSearchParams(query).toString();
  return `${(origin ?? '').replace(/\/+$/, '')}${path}${asked && `?${asked}`}`;
}

function textOf(firing: ToldFiring, coin: string, place: MessagePlace): string {
  const { coin_id, at, told_at, body } = firing;
  const note = oneLine(body.note ?? '', MOST_NOTE);
  const chart = addressOf(place, '/', { coin: coin_id, at: String(at.getTime()) });
  return [
    `${coin}: ${oneLine(body.rule, MOST_RULE)}`,
    priceLine(body),
    ...(body.value === body.price ? [] : [`Value that reached the bound: ${body.value}`]),
    `At: ${utc(at)}`,
    ...(body.late ? [`Late: came true while no prices came; known since ${utc(told_at)}`] : []),
    ...(body.simulated ? ['Simulated: prices of a simulated market'] : []),
    ...(note === '' ? [] : [`Note: ${note}`]),
    `Chart: ${chart}`,
  ].join('\n');
}
