#!/usr/bin/env bash
# feedsmith 3.0.1: RSS 1.0 items that the table of contents does not list are lost, and an Atom feed whose text speaks of RSS is
# refused. Seen 2026-11-30.
#
# RSS 1.0 has a table of contents, `<items><rdf:Seq>`, beside the items. With none, `parseRdfFeed` gives all items; with one that
# lists some of them it gives those alone, without a word, though the others stand in the document, whole. Feeds that are put
# together by hand or from two sources have such tables.
#
# `parseFeed` finds out what a document is by looking for `<rss …>` anywhere in its text. An Atom feed, valid, with an entry whose
# CDATA says ` <rss version="2.0"> ` is taken for RSS and refused with "Invalid feed format"; `parseAtomFeed` reads it. So whoever
# writes about feeds cannot be read by whoever calls `parseFeed`. Choosing the parser by the root element avoids both, if
# `rdf:Seq` is taken out before.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund feedsmith@3.0.1 >/dev/null

cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { parseAtomFeed, parseFeed, parseRdfFeed } from 'feedsmith';

const { version } = JSON.parse(readFileSync('node_modules/feedsmith/package.json', 'utf8'));
console.log(`feedsmith ${version}, node ${process.version}`);

const rdf = (contents) =>
  '<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">' +
  '<channel rdf:about="https://news.example/"><title>News</title><link>https://news.example/</link>' +
  `<description>News</description>${contents}</channel>` +
  [1, 2]
    .map((n) => `https://news.example/${n}`)
    .map((url) => `<item rdf:about="${url}"><title>${url}</title><link>${url}</link></item>`)
    .join('') +
  '</rdf:RDF>';
const listed = '<items><rdf:Seq><rdf:li rdf:resource="https://news.example/1"/></rdf:Seq></items>';

const atom = (text) =>
  '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>urn:news</id>' +
  '<updated>2026-11-30T00:00:00Z</updated><entry><title>How feeds begin</title><id>urn:news:1</id>' +
  `<updated>2026-11-30T00:00:00Z</updated><content type="html"><![CDATA[${text}]]></content></entry></feed>`;

const attempt = (work) => {
  try {
    return work();
  } catch (error) {
    return error.message;
  }
};
const seen = {
  'no table of contents': parseRdfFeed(rdf('')).items.length,
  'one item of two is listed': parseRdfFeed(rdf(listed)).items.length,
  'Atom, parseFeed': attempt(() => parseFeed(atom('They begin with a tag.')).format),
  'Atom that speaks of RSS, parseFeed': attempt(() => parseFeed(atom(' <rss version="2.0"> ')).format),
  'Atom that speaks of RSS, parseAtomFeed': attempt(
    () => parseAtomFeed(atom(' <rss version="2.0"> ')).entries.length,
  ),
};
console.log(seen);
const expected = {
  'no table of contents': 2,
  'one item of two is listed': 1,
  'Atom, parseFeed': 'atom',
  'Atom that speaks of RSS, parseFeed': 'Invalid feed format',
  'Atom that speaks of RSS, parseAtomFeed': 1,
};
if (JSON.stringify(seen) !== JSON.stringify(expected)) {
  console.error('this has changed; it was', expected);
  process.exit(1);
}
JS
node look.mjs
