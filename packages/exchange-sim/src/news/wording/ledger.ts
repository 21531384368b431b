import type { Wording } from './wording.ts';

/** Of a newspaper: longer, with a reason or a figure more. */
export const LEDGER_WORDING: Wording = {
  hourRise: [
    '{coin} jumps {percent} in an hour to {price} on strong demand',
    'Buyers lift {coin} {percent} in an hour',
  ],
  hourFall: [
    '{coin} slides {percent} in an hour to {price} as sellers take over',
    'Selling pressure pushes {coin} down {percent} in an hour',
  ],
  dayRise: ['{coin} ends the day up {percent} at {price} as rally gathers pace'],
  dayFall: ['{coin} ends the day down {percent} at {price} as selloff deepens'],
  monthHigh: ['{coin} climbs past {price} to its highest in 30 days'],
  monthLow: ['{coin} sinks under {price} to its lowest in 30 days'],
  calmDay: ['Quiet day for {coin}, which ends it near {price}'],
  listing: ['{coin} wins listing on exchange {firm}', 'Exchange {firm} adds {coin} to its markets'],
  partnership: ['{firm} and {coin} announce partnership for merchant payments'],
  upgrade: ['{coin} upgrade goes live, with lower fees for users such as {firm}'],
  dismissal: ['Court throws out case against {firm} over its {coin} fund'],
  inflow: ['Investors pour ${millions} million into {firm} {coin} fund'],
  outage: ['Outage at exchange {firm} halts {coin} trading for hours'],
  lawsuit: ['{firm} faces lawsuit from watchdog over its {coin} fund'],
  hack: ['Exchange {firm} loses ${millions} million of {coin} in hack'],
  delisting: ['Exchange {firm} drops {coin} from its markets, citing low demand'],
  delay: ['{firm} postpones {coin} integration again after failed tests'],
  conference: ['{coin} developers to meet at {firm} conference next month'],
  proposal: ['{coin} holders to vote on proposal discussed by {firm}'],
  study: ['What {firm} says about who trades {coin}'],
};
