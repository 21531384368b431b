const LATIN = /\p{Script=Latin}/gu;
const LETTER = /\p{L}/gu;

/**
 * Whether the model, which knows English, is to score a text of that language (ISO 639-1, null where its words leave that open): of a
 * language that is not known, one that is too short to tell, such as "ETH at $4K", but not where most letters are of another script.
 */
export function isForModel(text: string, language: string | null): boolean {
  if (language !== null) return language === 'en';
  const [latin, all] = [LATIN, LETTER].map((letters) => text.match(letters)?.length ?? 0);
  return 2 * (latin ?? 0) >= (all ?? 0);
}
