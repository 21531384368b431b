import type { Wording } from './wording.ts';

/** In German. */
export const KURSE_WORDING: Wording = {
  hourRise: [
    '{coin} steigt binnen einer Stunde um {percent}',
    '{coin} gewinnt in einer Stunde {percent} und notiert bei {price}',
  ],
  hourFall: [
    '{coin} fällt binnen einer Stunde um {percent}',
    '{coin} verliert in einer Stunde {percent} und notiert bei {price}',
  ],
  dayRise: ['{coin} legt an einem Tag um {percent} zu'],
  dayFall: ['{coin} gibt an einem Tag um {percent} nach'],
  monthHigh: ['{coin} über {price}: höchster Stand seit 30 Tagen'],
  monthLow: ['{coin} unter {price}: tiefster Stand seit 30 Tagen'],
  calmDay: ['{coin} kaum verändert bei {price}'],
  listing: ['{firm} nimmt {coin} in den Handel auf'],
  partnership: ['{firm} und {coin} vereinbaren Partnerschaft für Zahlungen'],
  upgrade: ['{coin} schließt Upgrade des Netzwerks erfolgreich ab'],
  dismissal: ['Gericht weist Klage gegen {firm} wegen {coin} ab'],
  inflow: ['Anleger stecken {millions} Millionen Dollar in {coin}-Fonds von {firm}'],
  outage: ['{firm} setzt Auszahlungen von {coin} nach Ausfall aus'],
  lawsuit: ['Aufsicht verklagt {firm} wegen {coin}-Produkt'],
  hack: ['Hacker stehlen {millions} Millionen Dollar in {coin} von {firm}'],
  delisting: ['{firm} nimmt {coin} aus dem Handel'],
  delay: ['{firm} verschiebt Start von Zahlungen mit {coin}'],
  conference: ['{firm} lädt Entwickler von {coin} zur Konferenz'],
  proposal: ['{firm} nimmt Stellung zu Vorschlag für {coin}'],
  study: ['{firm} veröffentlicht Monatsbericht zum Handel mit {coin}'],
};
