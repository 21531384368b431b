import { expect, it } from 'vitest';
import { plainText } from './plain-text.ts';

it.each([
  ['<b>BTC</b> rallies <img src=x alt="a>b" onerror=alert(1)>', 'BTC rallies'],
  ['one<br>two<p>three</p>four<li>five', 'one two three four five'],
  ['un<b>believ</b>able', 'unbelievable'],
  ['<script>if (a<b) { "</p>" }</script>after<style>p{}</style>', 'after'],
  ['a<!-- unseen -->b', 'ab'],
  ['<$60k> is low', '<$60k> is low'],
  ['< 4,000 & ETH >', '< 4,000 & ETH >'],
  ['SOL <3 BTC <ETH', 'SOL <3 BTC <ETH'],
  ['the rest <a href="https://news.te', 'the rest'],
  ['S&P, AT&amp;T, R&amp;amp;D', 'S&P, AT&T, R&D'],
  ['it&amp;#8217;s &#8220;over&#8221;&nbsp;&mdash;', 'it’s “over” —'],
  ['&lt;b&gt; is bold', '<b> is bold'],
  ['Fed &#150; hike &#146;s Solana\u0092s', 'Fed – hike ’s Solana’s'],
  ['  a \n\t b\u0008c\u200bd\u202e ', 'a b cd'],
  ['\ud800 alone', '� alone'],
])('%j reads %j', (html, text) => {
  expect(plainText(html)).toBe(text);
});

it('a text that is too long is cut at a word', () => {
  expect(plainText('one two three', 13)).toBe('one two three');
  expect(plainText('one two three', 12)).toBe('one two…');
  expect(plainText('🚀'.repeat(10), 8)).toBe('🚀🚀🚀…');
  expect(plainText('word '.repeat(1000)).length).toBeLessThanOrEqual(2000);
});

it('markup without end costs no more than its length', () => {
  for (const piece of ['<b>', '</i>', '<', '&', '&lt;', '<script>', '<!--', '<a b="', '&#1']) {
    expect(plainText(piece.repeat(1_000_000)).length).toBeLessThanOrEqual(2000);
  }
});
