import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

interface Answer {
  code: number | null;
  lines: Record<string, unknown>[];
  errors: string;
}

function run(command: string, input: string): Answer {
  const file = fileURLToPath(new URL(command, import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [file], {
    input,
    encoding: 'utf8',
  });
  const lines = stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { code: status, lines, errors: stderr };
}

describe('sentiment:score', () => {
  const score = (input: string): Answer => run('score-command.ts', input);

  it('answers a line of JSON each, in order, with coins and language', () => {
    const { code, lines, errors } = score(
      'Hackers drain $12 million from Example Finance on Solana\r\n' +
        'Why Stellar (XLM) and bitcoin moved apart this week',
    );
    expect([code, errors]).toEqual([0, '']);
    expect(lines.map(({ coins }) => coins)).toEqual([['solana'], ['stellar', 'bitcoin']]);
    expect(lines.map(({ symbols }) => symbols)).toEqual([['SOL'], ['XLM', 'BTC']]);
    expect(Object.keys(lines[0] ?? {})).toEqual(
      'score negative neutral positive language coins symbols words model'.split(' '),
    );
    expect(lines[0]).toMatchObject({ language: 'en' });
    expect(lines[0]?.score).toBeLessThan(0);
    expect(lines[0]?.words).not.toEqual([]);
  });

  it('does not score another language, and tells its coins', () => {
    const { code, lines } = score('Die Regierung prüft eine neue Steuer auf Bitcoin und Solana\n');
    expect(code).toBe(0);
    expect(lines).toEqual([
      {
        ...{ score: null, negative: null, neutral: null, positive: null, language: 'de' },
        ...{ coins: ['bitcoin', 'solana'], symbols: ['BTC', 'SOL'], words: [] },
        model: expect.stringContaining('tidemark-headlines') as string,
      },
    ]);
  });

  it('scores what is too short to tell its language, but not other scripts', () => {
    const [line, chinese] = score('ETH plunges 9%\nBTC突破新高\n').lines;
    expect(line).toMatchObject({ language: null, coins: ['ethereum'] });
    expect(line?.score).toBeLessThan(0);
    expect(chinese).toMatchObject({ score: null, words: [], coins: ['bitcoin'] });
  });

  it('names lines that are empty or too long, and answers the rest', () => {
    const { code, lines, errors } = score(
      `Bitcoin rises\n\n${'x'.repeat(20_000)}\nBitcoin falls\n`,
    );
    expect(code).toBe(1);
    expect(lines).toHaveLength(2);
    expect(errors.split('\n')).toEqual([
      'sentiment:score: line 2 is empty',
      'sentiment:score: line 3 is longer than 10000 characters',
      '',
    ]);
  });

  it('answers nothing to nothing', () => {
    expect(score('')).toEqual({ code: 0, lines: [], errors: '' });
  });
});

describe('sentiment:pairs', () => {
  const pairs = (input: string): Answer => run('pairs-command.ts', input);

  it('tells how similar two headlines are, and whether they are one story', () => {
    const { code, lines, errors } = pairs(
      'Bitcoin tops $140,000 for first time\tBTC crosses $140K, a first\n' +
        'Bitcoin tops $140,000\tPorto mayor opens a school\n',
    );
    expect([code, errors]).toEqual([0, '']);
    expect(lines).toEqual([
      { similarity: expect.any(Number) as number, same: true },
      { similarity: 0, same: false },
    ]);
  });

  it('what is similar and of opposite signs is not the same', () => {
    const [line] = pairs(
      'Marlin Finance vault in Porto hacked by thieves\tMarlin Finance vault in Porto launches support for hacked users\n',
    ).lines;
    expect(line?.same).toBe(false);
  });

  it('names lines that are no pair, and answers the rest', () => {
    const { code, lines, errors } = pairs(
      'One headline\n\na\tb\tc\na\t \nBitcoin rises\tBTC rises',
    );
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(errors.split('\n')).toEqual([
      'sentiment:pairs: line 1 has no tab between two headlines',
      'sentiment:pairs: line 2 is empty',
      'sentiment:pairs: line 3 has more than one tab',
      'sentiment:pairs: line 4 has an empty headline',
      '',
    ]);
  });
});
