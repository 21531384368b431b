import type { Wording } from './wording.ts';

/** Of an agency: short and dry. */
export const WIRE_WORDING: Wording = {
  hourRise: [
    '{coin} rises {percent} in an hour as buyers return',
    '{coin} gains {percent} within an hour, trades at {price}',
  ],
  hourFall: [
    '{coin} falls {percent} in an hour as traders take profits',
    '{coin} drops {percent} within an hour, trades at {price}',
  ],
  dayRise: ['{coin} climbs {percent} in a day', '{coin} closes the day {percent} higher'],
  dayFall: ['{coin} loses {percent} in a day', '{coin} closes the day {percent} lower'],
  monthHigh: ['{coin} hits 30-day high above {price}'],
  monthLow: ['{coin} hits 30-day low below {price}'],
  calmDay: ['{coin} little changed on the day at {price}'],
  listing: ['{firm} lists {coin} for trading', '{firm} opens spot trading in {coin}'],
  partnership: ['{firm} partners with {coin} developers on payments'],
  upgrade: ['{coin} completes network upgrade', '{firm} adopts upgraded {coin} network'],
  dismissal: ['Judge dismisses lawsuit against {firm} over {coin} product'],
  inflow: ['{coin} fund of {firm} draws ${millions} million in inflows'],
  outage: ['{firm} suspends {coin} withdrawals after outage'],
  lawsuit: ['Regulator sues {firm} over {coin} product'],
  hack: ['Hackers steal ${millions} million in {coin} from {firm}'],
  delisting: ['{firm} to delist {coin}'],
  delay: ['{firm} delays launch of {coin} payments'],
  conference: ['{firm} to host {coin} developer conference'],
  proposal: ['{firm} files comment on {coin} governance proposal'],
  study: ['{firm} publishes monthly report on {coin} trading'],
};
