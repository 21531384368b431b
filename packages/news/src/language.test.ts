import { expect, it } from 'vitest';
import { languageOf } from './language.ts';
import { primarySubtag } from './language-tag.ts';

it('a text tells its language, whatever its source says', () => {
  const german = 'Die Börse setzt den Handel mit allen Münzen bis zum Abend aus';
  expect(languageOf(german, 'en-US')).toEqual({ language: 'de', isSure: true });
  expect(languageOf('Los mercados esperan una decisión del banco central', null)).toEqual({
    language: 'es',
    isSure: true,
  });
  expect(languageOf('比特币价格今天再次上涨创下新高', null).language).toBe('zh');
});

it('names and tickers tell none: then what the source says holds', () => {
  expect(languageOf('Solana (SOL) ATH', 'en_GB')).toEqual({ language: 'en', isSure: false });
  expect(languageOf('$SOL $ETH $BTC @someone https://news.test/a/b/c/d', 'pt')).toEqual({
    language: 'pt',
    isSure: false,
  });
  expect(languageOf('', null)).toEqual({ language: null, isSure: false });
});

it('a tag is read to its first part, in its shortest form', () => {
  const tags = ['en', 'EN', 'en-US', 'en_US', 'eng', 'pt-br', ' fil', 'iw'];
  expect(tags.map(primarySubtag)).toEqual(['en', 'en', 'en', 'en', 'en', 'pt', 'fil', 'he']);
  const none = ['', 'english', 'und', 'zxx', 'qme', 'x-klingon', '1', null, undefined];
  expect(none.map(primarySubtag)).toEqual(none.map(() => null));
});
