/** Coins of an alert in a few words: `Bitcoin`, `Bitcoin and Solana`, `Bitcoin and 4 others`, `Every coin`. */
export function coinsText(
  coins: readonly string[] | null,
  nameOf: (coinId: string) => string,
): string {
  if (coins === null) return 'Every coin';
  const [first = '', second] = coins;
  if (second === undefined) return nameOf(first);
  if (coins.length === 2) return `${nameOf(first)} and ${nameOf(second)}`;
  return `${nameOf(first)} and ${coins.length - 1} others`;
}
