/** Which way a trade went for the one whose file it is; null where the word is neither. */
export function readSide(word: string): 'buy' | 'sell' | null {
  const plain = word.trim().toLowerCase();
  return plain === 'buy' || plain === 'sell' ? plain : null;
}
