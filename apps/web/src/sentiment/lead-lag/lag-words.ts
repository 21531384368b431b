/** What a lag means: `news first, returns 3 h later`. @param hours above 0: news first */
export function lagWords(hours: number): string {
  if (hours > 0) return `news first, returns ${hours} h later`;
  if (hours < 0) return `returns first, news ${-hours} h later`;
  return 'the same hour';
}
