import { utils, write } from '@e965/xlsx';
import { sumOf, writeAmount } from '@tidemark/ledger/amount';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importFile, type ImportOptions } from './import-file.ts';
import { FileRefusal } from './refusal.ts';
import { reportOf } from './report.ts';

async function* bytesOf(text: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

async function imported(text: string | Uint8Array, options: Partial<ImportOptions> = {}) {
  const file = await importFile(bytesOf(text), { fileName: 'export.csv', ...options });
  return { ...reportOf(file), keys: file.transactions.flatMap(({ keys }) => keys) };
}

const STATEMENT = 'User_ID,UTC_Time,Account,Operation,Coin,Change,Remark\n';
const line = (time: string, operation: string, coin: string, change: string, remark = '') =>
  `1,2023-01-01 ${time},Spot,${operation},${coin},${change},${remark}\n`;
const FILL =
  line('00:00:01', 'Transaction Buy', 'ETH', '0.0016') +
  line('00:00:01', 'Transaction Spend', 'EUR', '-5.45');

describe('a Binance statement', () => {
  it('a second of equal fills is one transaction with every row in it', async () => {
    const { taken, joined, transactions, balances } = await imported(
      STATEMENT + FILL + FILL + line('00:00:01', 'Transaction Fee', 'BNB', '-4.31E-6'),
    );
    expect([taken, joined]).toEqual([1, 4]);
    expect(transactions[0]?.kind).toBe('buy');
    expect(transactions[0]?.movements.filter(({ role }) => role === 'fee')).toEqual([
      { asset: 'BNB', amount: '-0.00000431', role: 'fee', wallet: 'Binance Spot' },
    ]);
    expect(balances).toEqual({ BNB: '-0.00000431', ETH: '0.0032', EUR: '-10.9' });
  });

  it('the halves of a conversion join over seconds, a lonely one stays', async () => {
    const rows =
      line('00:00:01', 'Binance Convert', 'BNB', '1') +
      line('00:00:03', 'Binance Convert', 'EUR', '-9') +
      line('01:00:00', 'Binance Convert', 'BTC', '1');
    const { transactions } = await imported(STATEMENT + rows);
    expect(transactions.map(({ kind, movements }) => [kind, movements.length])).toEqual([
      ['buy', 2],
      ['transfer_in', 1],
    ]);
  });

  it('an operation that nobody knows still moves what it says', async () => {
    const { balances, transactions } = await imported(
      STATEMENT + line('00:00:01', 'Moon Landing', 'XYZ', '-3'),
    );
    expect(balances).toEqual({ XYZ: '-3' });
    expect(transactions[0]).toMatchObject({ kind: 'transfer_out', note: 'moon landing' });
  });

  it('local times take the offset of the name of the file, whatever the language of the header', async () => {
    const text =
      'ID utilisateur,Heure,Compte,Opération,Jeton,Variation,Remarque\n1,23-08-06 02:34:03,Spot,Deposit,BTC,1,\n';
    const report = await imported(text, {
      fileName: 'Binance-Transaction-History-2026(UTC+9)-part1-of1.csv',
    });
    expect(report).toMatchObject({
      preset: 'binance-statement',
      time_zone: 'UTC+09:00',
      time_zone_from: 'file name',
    });
    expect(report.transactions[0]?.time).toBe(Date.parse('2023-08-05T17:34:03Z'));
  });
});

describe('rows that cannot be read', () => {
  it('are refused with line, field and reason, and cost no other', async () => {
    const { refused, taken } = await imported(
      `${STATEMENT}1,,Spot,Deposit,BTC,1,\n1,2023-01-01 00:00:00,Spot,Deposit,BTC,"1,674",\n${line('00:00:01', 'Deposit', 'BTC', '1')}`,
    );
    expect(taken).toBe(1);
    expect(refused).toEqual([
      { line: 2, field: 'UTC_Time', reason: 'is empty' },
      {
        line: 3,
        field: 'Change',
        reason: '"1,674" is no amount that is sure: its comma may be either mark',
      },
    ]);
  });

  it('cut anywhere within its last row, a file loses that row alone', async () => {
    const header = STATEMENT.replace(',Remark', '');
    const rows = [1, 2, 3].map((n) => `1,2023-01-01 00:00:0${n},Spot,Deposit,BTC,0.12345678\n`);
    const whole = header + rows.join('');
    for (let cut = header.length + rows[0]!.length * 2 + 1; cut < whole.length - 1; cut += 1) {
      const { refused, taken } = await imported(whole.slice(0, cut));
      expect([taken, refused.map(({ line: at }) => at)]).toEqual([2, [4]]);
    }
    expect((await imported(whole.slice(0, -1))).taken).toBe(3);
  });

  it('a file of which nothing can be read is refused as a whole', async () => {
    for (const text of [
      '',
      'hello',
      'a,b,c\n1,2,3\n',
      '<html>',
      '{"a":1}',
      '\u0000\u0000\u0000\u0000',
    ]) {
      await expect(imported(text)).rejects.toThrow(FileRefusal);
    }
    await expect(imported(Buffer.from([0x50, 0x4b, 3, 4, 1, 2, 3]))).rejects.toThrow(FileRefusal);
  });

  it('whatever the bytes are, every row has one outcome', async () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '1',
        '-2.5',
        'BTC',
        'Buy',
        '2023-01-01 00:00:01',
        '',
        '"',
        '""x',
        '1,5',
        '=1',
      ),
      fc.string({ maxLength: 8 }),
    );
    const headers = fc.constantFrom(
      STATEMENT,
      'txid,refid,time,type,asset,amount,fee\n',
      'Date,Pair,Side,Amount,Price,Fee\n',
      'ID,Timestamp,Transaction Type,Asset,Quantity Transacted,Notes\n',
    );
    await fc.assert(
      fc.asyncProperty(
        headers,
        fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 20 }),
        async (header, rows) => {
          const report = await imported(header + rows.map((each) => each.join(',')).join('\n'));
          expect(report.taken + report.joined + report.ignored + report.refused.length).toBe(
            report.rows,
          );
          expect(report.transactions).toHaveLength(report.taken);
        },
      ),
    );
  });
});

it('transactions of one moment stand as in the file, from below where it has the newest first', async () => {
  const rows = [
    line('00:00:01', 'Deposit', 'A1', '1'),
    line('00:00:01', 'Fee', 'A2', '-1'),
    line('00:00:01', 'Binance Convert', 'A3', '1'),
  ];
  const older = '1,2022-01-01 00:00:00,Spot,Deposit,A0,1,\n';
  const orderOf = async (text: string) =>
    (await imported(STATEMENT + text)).transactions.map(({ movements }) => movements[0]?.asset);
  expect(await orderOf(older + rows.join(''))).toEqual(['A0', 'A1', 'A2', 'A3']);
  expect(await orderOf(rows.toReversed().join('') + older)).toEqual(['A0', 'A1', 'A2', 'A3']);
});

it('a second of a hundred thousand rows is read like any other', async () => {
  const kinds = ['Transaction Buy', 'Transaction Spend', 'Binance Convert'];
  const rows = Array.from({ length: 150_000 }, (_, n) =>
    line('00:00:01', kinds[n % 3] ?? '', `C${n % 50}`, n % 3 === 1 ? '-1' : '1'),
  );
  const { taken, joined } = await imported(STATEMENT + rows.join(''));
  expect([taken, joined]).toEqual([50_001, 99_999]);
});

it('a file without line breaks is refused before it is held', async () => {
  await expect(imported('x'.repeat(3_000_000))).rejects.toThrow(FileRefusal);
});

describe('a file again', () => {
  const time = fc.integer({ min: 0, max: 9 }).map((second) => `00:00:0${second}`);
  const statement = fc
    .array(
      fc.record({
        time,
        operation: fc.constantFrom(
          'Transaction Buy',
          'Transaction Spend',
          'Fee',
          'Binance Convert',
          'Deposit',
        ),
        coin: fc.constantFrom('BTC', 'EUR'),
        change: fc.constantFrom('1', '-1', '2'),
      }),
      { maxLength: 25 },
    )
    .map((rows) => rows.map((row) => line(row.time, row.operation, row.coin, row.change)));

  it('adds nothing, whole or in part', async () => {
    await fc.assert(
      fc.asyncProperty(statement, fc.nat(25), fc.nat(25), async (rows, from, length) => {
        const first = await imported(STATEMENT + rows.join(''));
        const part = rows.slice(from, from + length);
        const again = await imported(STATEMENT + part.join(''), {
          seen: () => new Set(first.keys),
        });
        expect([again.taken, again.joined, again.ignored]).toEqual([0, 0, part.length]);
      }),
    );
  });

  it('in two parts that overlap, it has the balances of the whole', async () => {
    await fc.assert(
      fc.asyncProperty(statement, fc.nat(25), async (rows, cut) => {
        const whole = await imported(STATEMENT + rows.join(''));
        const first = await imported(STATEMENT + rows.slice(0, cut).join(''));
        const second = await imported(STATEMENT + rows.join(''), {
          seen: () => new Set(first.keys),
        });
        const movements = [...first.transactions, ...second.transactions].flatMap(
          (each) => each.movements,
        );
        for (const [asset, sum] of Object.entries(whole.balances)) {
          const { Amount } = await import('@tidemark/ledger/amount');
          const ours = sumOf(
            movements
              .filter((each) => each.asset === asset)
              .map(({ amount }) => new Amount(amount)),
          );
          expect(writeAmount(ours)).toBe(sum);
        }
      }),
    );
  });
});

it('a workbook is read like a text, its dates to the second', async () => {
  const serial = 44295.95202686342;
  const sheet = utils.aoa_to_sheet([
    ['Account of somebody'],
    ['Date', 'Type', 'Coin', 'Amount'],
    [serial, 'Deposit', 'BTC', 0.0101601],
    [serial, 'Withdrawal', 'BTC', 1e-8],
    [null, 'Deposit', 'BTC', 5],
  ]);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Sheet 1');
  const bytes = write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  const { rows, balances, refused, transactions } = await imported(bytes);
  expect([rows, balances]).toEqual([3, { BTC: '0.01016009' }]);
  expect(refused).toEqual([{ line: 5, field: 'Date', reason: 'is empty' }]);
  expect(transactions[0]?.time).toBe(Date.parse('2021-04-09T22:50:55Z'));
});

describe('a mapping', () => {
  const FOREIGN =
    'Wann;Was;Münze;Menge\n2023-01-01 10:00:00;Einzahlung;BTC;0,5\n2023-01-02 10:00:00;Auszahlung;BTC;0,25\n';
  const mapping = { time: 'wann', type: 'was', asset: 'münze', amount: 'menge' };

  it('reads a file that no name gives away', async () => {
    await expect(imported(FOREIGN)).rejects.toThrow(FileRefusal);
    const report = await imported(FOREIGN, { mapping, zone: 'Europe/Berlin' });
    expect(report).toMatchObject({
      preset: 'mapped',
      time_zone: 'Europe/Berlin',
      balances: { BTC: '0.25' },
    });
    expect(report.transactions[0]?.time).toBe(Date.parse('2023-01-01T09:00:00Z'));
  });
});

describe('what the columns leave open', () => {
  it('is refused: a direction, a fee without a coin, the other side of a trade', async () => {
    const { refused } = await imported('Date,Coin,Amount\n2023-01-01 00:00:00,BTC,1\n');
    expect(refused[0]?.reason).toBe('says not whether it came or went');
    const trade = await imported(
      'Date,Pair,Side,Amount,Price,Fee\n2023-01-01 00:00:00,BTC/EUR,buy,1,5,0.1\n',
    );
    expect(trade.refused[0]).toMatchObject({ field: 'Fee', reason: 'names no coin' });
    const half = await imported(
      'Date,Type,Currency,Amount,Price\n2023-01-01 00:00:00,buy,BTC,-1,5\n',
    );
    expect(half.refused[0]?.field).toBe('Type');
  });

  it('a list of withdrawals says so in its name', async () => {
    const text = 'Date,Coin,Amount\n2023-01-01 00:00:00,BTC,1\n';
    expect((await imported(text, { fileName: 'withdrawals.csv' })).balances).toEqual({ BTC: '-1' });
    expect((await imported(text, { fileName: 'deposits.csv' })).balances).toEqual({ BTC: '1' });
  });
});
