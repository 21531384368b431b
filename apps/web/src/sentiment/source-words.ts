import type { SourceKind } from '@tidemark/contracts/news';

export const KIND_NAMES: Record<SourceKind, string> = {
  feed: 'Feed',
  newsapi: 'NewsAPI',
  coindesk: 'CoinDesk Data',
  reddit: 'Reddit',
  x: 'X',
  simulated: 'Simulated',
};

let names: Intl.DisplayNames | null = null;

/** A language by its name in English; one that nobody knows by its code. @param code ISO 639-1 */
export function languageName(code: string): string {
  names ??= new Intl.DisplayNames('en', { type: 'language' });
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
