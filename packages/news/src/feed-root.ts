import { NewsFormatError } from './news-item.ts';

export type FeedKind = 'rss' | 'atom' | 'rdf';

/** A feed without what stands before its root element. */
export interface FeedDocument {
  kind: FeedKind;
  /** The root element's name as it is written: `rss`, `rdf:RDF`, `a:feed`. */
  root: string;
  text: string;
}

const KINDS: Readonly<Record<string, FeedKind>> = { rss: 'rss', feed: 'atom', rdf: 'rdf' };

/** What may stand before the root element, by how it begins and ends. */
const PROLOG = [
  { begins: '<?', ends: '?>' },
  { begins: '<!--', ends: '-->' },
  { begins: '<!DOCTYPE', ends: '>' },
];

/**
 * Finds a feed's root element. A document type that only names itself is left out; one that declares anything is refused:
 * entities are how XML is made to expand without end, or to fetch files.
 * @throws NewsFormatError where the document is empty, JSON, HTML or anything else that is no feed
 */
export function feedDocument(text: string): FeedDocument {
  const start = rootStart(text);
  const root = /^<([\p{L}_][\p{L}\p{N}_.:-]{0,60})(?=[\s/>])/u.exec(
    text.slice(start, start + 100),
  )?.[1];
  if (root === undefined) throw noFeed(text);
  const name = root.slice(root.indexOf(':') + 1).toLowerCase();
  const kind = KINDS[name];
  if (name === 'html') throw new NewsFormatError('This is an HTML page, not a feed.');
  if (kind === undefined || !Object.hasOwn(KINDS, name)) {
    throw new NewsFormatError(`This is XML, but no feed: it begins with <${root}>.`);
  }
  return { kind, root, text: text.slice(start) };
}

function rootStart(text: string): number {
  let at = 0;
  for (;;) {
    while (/\s/.test(text.charAt(at))) at += 1;
    const head = text.slice(at, at + 9).toUpperCase();
    const part = PROLOG.find(({ begins }) => head.startsWith(begins));
    if (part === undefined) return at;
    const end = text.indexOf(part.ends, at + part.begins.length);
    if (end < 0) throw new NewsFormatError('The document breaks off before it says what it is.');
    if (part.ends === '>' && text.slice(at, end).includes('[')) {
      throw new NewsFormatError('A document that declares entities of its own is not read.');
    }
    at = end + part.ends.length;
  }
}

function noFeed(text: string): NewsFormatError {
  const first = text.trimStart().charAt(0);
  if (first === '') return new NewsFormatError('The document is empty.');
  if (first === '{' || first === '[') return new NewsFormatError('This is JSON, not a feed.');
  return new NewsFormatError('This is no XML, and so no feed.');
}
