import type { Wording } from './wording.ts';

/** Of a blog: louder, and with symbols. */
export const BLOCK_POST_WORDING: Wording = {
  hourRise: [
    '{coin} ({symbol}) surges {percent} in one hour',
    '{coin} bulls are back: {symbol} up {percent} in an hour',
  ],
  hourFall: [
    '{coin} ({symbol}) plunges {percent} in one hour',
    '{coin} bears take charge: {symbol} down {percent} in an hour',
  ],
  dayRise: ['{coin} ({symbol}) soars {percent} in 24 hours, bulls eye more gains'],
  dayFall: ['{coin} ({symbol}) tumbles {percent} in 24 hours, bulls on the back foot'],
  monthHigh: ['New 30-day high: {coin} ({symbol}) breaks above {price}'],
  monthLow: ['New 30-day low: {coin} ({symbol}) breaks below {price}'],
  calmDay: ['{coin} ({symbol}) trades flat around {price}'],
  listing: ['{coin} ({symbol}) lands on {firm}: new listing goes live'],
  partnership: ['{coin} ({symbol}) teams up with {firm} in major partnership'],
  upgrade: ['{coin} ({symbol}) ships long-awaited upgrade, {firm} first to support it'],
  dismissal: ['Legal win: {firm} beats lawsuit over {coin} ({symbol})'],
  inflow: ['{firm} attracts ${millions} million for {coin} ({symbol}) as demand grows'],
  outage: ['{firm} goes down, {coin} ({symbol}) users locked out'],
  lawsuit: ['{firm} hit with lawsuit over {coin} ({symbol}) product'],
  hack: ['{firm} hacked: ${millions} million in {coin} ({symbol}) stolen'],
  delisting: ['{firm} delists {coin} ({symbol})'],
  delay: ['Setback for {coin} ({symbol}): {firm} delays launch'],
  conference: ['{firm} sets date for {coin} ({symbol}) meetup'],
  proposal: ['{coin} ({symbol}) governance: what {firm} proposes'],
  study: ['{coin} ({symbol}) explained: five charts from {firm}'],
};
