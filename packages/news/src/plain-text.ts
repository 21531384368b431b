import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { readC1AsWindows1252 } from './c1-characters.ts';

/** What is read of a document's markup, characters: a summary's beginning is in it. */
const MOST_READ = 65_536;
const DEFAULT_LIMIT = 2000;

const UNSEEN = new Set(['script', 'style']);
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const ENTITY = /&(?:[a-z][a-z\d]{1,31}|#\d{1,7}|#x[\da-f]{1,6});/i;
/** The beginning of a tag that was cut off, as opposed to a `<` that is meant: `<a href="htt`, `<br`, `</p`. */
const CUT_TAG =
  /^<(?:\/?(?:a|abbr|b|blockquote|br|code|div|em|figure|h[1-6]|hr|i|iframe|img|li|ol|p|pre|q|s|script|span|strong|style|table|td|tr|u|ul)\s*$|[a-z][a-z\d]*\s+[a-z-]+\s*=|!--)/i;
/** Soft hyphens, zero-width spaces and what turns the direction of writing: they hide words or turn them around. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g;

/**
 * What a reader sees of HTML, or of text that may hold some, on one line: no tags, scripts, styles, comments or texts that stand
 * for pictures, entities decoded, also those that were escaped twice. Never longer than `limit` characters: cut at a word,
 * then with `…`.
 */
export function plainText(html: string, limit: number = DEFAULT_LIMIT): string {
  const once = textOf(withMeantBracket(html.slice(0, MOST_READ)));
  const text = ENTITY.test(once) ? textOf(once.replaceAll('<', '&lt;')) : once;
  const seen = readC1AsWindows1252(text).toWellFormed().replace(INVISIBLE, '');
  return shortened(seen.replace(/[\s\p{Cc}]+/gu, ' ').trim(), limit);
}

/** A last `<` without `>` would take the rest of the text with it: `BTC <ETH`. */
function withMeantBracket(html: string): string {
  const last = html.lastIndexOf('<');
  if (last <= html.lastIndexOf('>') || CUT_TAG.test(html.slice(last))) return html;
  return `${html.slice(0, last)}&lt;${html.slice(last + 1)}`;
}

/** By the tokenizer alone: it keeps no stack of open elements, so that nesting costs nothing. */
function textOf(html: string): string {
  let text = '';
  let unseen: string | null = null;
  const append = (piece: string): void => {
    if (unseen === null) text += piece;
  };
  const tag = (name: string): void => {
    if (!INLINE.has(name)) append(' ');
  };
  const tokenizer = new Tokenizer({}, {
    ...NOTHING,
    ontext: (start, end) => append(html.slice(start, end)),
    ontextentity: (codepoint) => append(String.fromCodePoint(codepoint)),
    oncdata: (start, end, offset) => append(html.slice(start, end - offset)),
    onopentagname: (start, end) => {
      const name = html.slice(start, end).toLowerCase();
      tag(name);
      if (UNSEEN.has(name)) unseen ??= name;
    },
    onclosetag: (start, end) => {
      const name = html.slice(start, end).toLowerCase();
      if (name === unseen) unseen = null;
      tag(name);
    },
  } satisfies TokenizerCallbacks);
  tokenizer.write(html);
  tokenizer.end();
  return text;
}

const ignore = (): void => {};
const NOTHING = {
  onattribdata: ignore,
  onattribend: ignore,
  onattribentity: ignore,
  onattribname: ignore,
  oncomment: ignore,
  ondeclaration: ignore,
  onend: ignore,
  onopentagend: ignore,
  onprocessinginstruction: ignore,
  onselfclosingtag: ignore,
};

function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, Math.max(0, limit - 1));
  const space = cut.lastIndexOf(' ');
  const kept = space > limit / 2 ? cut.slice(0, space) : cut.replace(/[\ud800-\udbff]$/, '');
  return `${kept.trimEnd()}…`;
}
