import { MOST_ITEMS } from './collected-items.ts';
import type { FeedDocument } from './feed-root.ts';

/** What may stand before the first item where each is read by itself, characters: a channel's own lines are one or two thousand. */
const MOST_HEAD = 8192;
const ITEM_TAG = /<(?:(\/?)(?:[\w.-]{1,60}:)?(?:item|entry)(?=[\s/>])|!\[CDATA\[|!--)/gi;

/** The document up to its root element's end, or null where that never came. What some servers append to it is left out. */
export function wholeText({ root, text }: FeedDocument): string | null {
  const start = text.lastIndexOf(`</${root}`);
  const end = text.indexOf('>', start);
  return start < 0 || end < 0 ? null : text.slice(0, end + 1);
}

/** The document cut after its last whole item and closed; null where none is whole. */
export function cutText(document: FeedDocument): string | null {
  const end = spans(document.text).at(-1)?.end;
  return end === undefined ? null : closed(document, document.text.slice(0, end));
}

/** Each whole item in a document of its own, so that one that cannot be parsed costs no other. */
export function singleItems(document: FeedDocument): string[] {
  const { text } = document;
  const items = spans(text).slice(0, MOST_ITEMS);
  const head = text.slice(0, items[0]?.start ?? 0);
  if (head.length > MOST_HEAD) return [];
  return items.map(({ start, end }) => closed(document, head + text.slice(start, end)));
}

/** Where the items that came whole begin and end. An item within another is a part of it. */
function spans(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  const tag = new RegExp(ITEM_TAG);
  let start: number | null = null;
  for (let match = tag.exec(text); match !== null; match = tag.exec(text)) {
    const end = endOf(match[0], match.index, text);
    if (end === null) break;
    tag.lastIndex = end;
    if (match[1] === '') start ??= match.index;
    if (match[1] !== '/' || start === null) continue;
    found.push({ start, end });
    start = null;
  }
  return found;
}

/** What looks like a tag within a section or a comment is none. Null where the text breaks off before. */
function endOf(begins: string, at: number, text: string): number | null {
  const ends = begins === '<!--' ? '-->' : begins.startsWith('<!') ? ']]>' : '>';
  const end = text.indexOf(ends, at + begins.length);
  return end < 0 ? null : end + ends.length;
}

function closed({ kind, root }: FeedDocument, text: string): string {
  const isInChannel = kind === 'rss' && !/<\/channel\s{0,20}>/i.test(text);
  return `${text}${isInChannel ? '</channel>' : ''}</${root}>`;
}
