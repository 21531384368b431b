import { expect, test } from 'vitest';
import { csvLine } from './csv-line.ts';

test('what a spreadsheet would compute is text, and numbers stay numbers', () => {
  expect(csvLine(['=1+1', '+A1', '@x', '-12.50', '-a', null, 3])).toBe(
    "'=1+1,'+A1,'@x,-12.50,'-a,,3\r\n",
  );
});

test('commas, quotes and line breaks stand in quotes', () => {
  expect(csvLine(['a,b', 'say "x"', 'a\nb'])).toBe('"a,b","say ""x""","a\nb"\r\n');
});
