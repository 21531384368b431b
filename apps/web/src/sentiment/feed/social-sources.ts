import type { NewsSource } from '@tidemark/contracts/news';

/** Sources in which people speak for themselves, those that are read. */
export function socialSources(sources: readonly NewsSource[]): NewsSource[] {
  return sources.filter((source) => isSocial(source) && isRead(source));
}

const isSocial = ({ kind }: NewsSource) => kind === 'reddit' || kind === 'x';
const isRead = ({ status }: NewsSource) => status !== 'muted' && status !== 'no_key';

/** Why nothing of Reddit and X is here, in a sentence. */
export function whyNoneSocial(sources: readonly NewsSource[]): string {
  const social = sources.filter(isSocial);
  if (social.length > 0) {
    return 'Nothing is read of Reddit and X: their sources are muted here, or want a key that this server does not have.';
  }
  if (sources.some(({ kind }) => kind === 'simulated')) {
    return 'There is nothing of Reddit and X: the market is simulated, and so is its news. Nobody’s posts are made up.';
  }
  return 'There is nothing of Reddit and X: no source of these kinds is set up here.';
}
