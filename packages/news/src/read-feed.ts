import { CollectedItems, type RawItem } from './collected-items.ts';
import { feedEntries, type FeedEntries } from './feed-entries.ts';
import { type FeedDocument, feedDocument } from './feed-root.ts';
import { NewsFormatError, type NewsRead } from './news-item.ts';
import { cutText, singleItems, wholeText } from './whole-items.ts';

/**
 * Reads RSS 0.9x, 1.0 and 2.0, Atom and RDF, at most 500 items of it. What broke off gives the items that came whole; an
 * item that cannot be parsed is refused.
 * @param text by `decodeDocument`
 * @param base where it was read from, for addresses that are relative
 * @throws NewsFormatError where it is no feed, declares entities, or nothing of it can be parsed
 */
export function readFeed(text: string, base: string): NewsRead {
  const document = feedDocument(text);
  const whole = wholeText(document);
  const isCutOff = whole === null;
  const complete = whole ?? cutText(document);
  if (complete === null) return new CollectedItems().read({ isCutOff });
  const feed = parsed(document, complete, base) ?? oneByOne(document, base);
  const collected = new CollectedItems();
  for (const [at, entry] of feed.entries.entries()) {
    if (entry === null) collected.refuse(at, 'item: it cannot be parsed');
    else collected.take(at, entry);
  }
  return collected.read({ isCutOff, language: feed.language });
}

/** Entries that cannot be parsed are null. */
type Parsed = Omit<FeedEntries, 'entries'> & { entries: (RawItem | null)[] };

function oneByOne(document: FeedDocument, base: string): Parsed {
  const feeds = singleItems(document).map((item) => parsed(document, item, base));
  const readable = feeds.find((feed) => feed !== null);
  if (readable === undefined) throw new NewsFormatError('The feed cannot be parsed.');
  return { language: readable.language, entries: feeds.map((feed) => feed?.entries[0] ?? null) };
}

/** Null where the parser cannot go on. It is strict about ends, and about little else. */
function parsed({ kind }: FeedDocument, text: string, base: string): FeedEntries | null {
  try {
    return feedEntries(kind, text, base);
  } catch {
    return null;
  }
}
