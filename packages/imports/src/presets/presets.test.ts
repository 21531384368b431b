import { describe, expect, it } from 'vitest';
import { importFile } from '../import-file.ts';
import { reportOf } from '../report.ts';
import { PRESETS } from './catalogue.ts';

/** What a file becomes: a line per transaction, `kind: amounts`, and per row that is not taken its reason. */
async function outcomesOf(
  text: string,
  fileName = 'export.csv',
): Promise<{ preset: string; lines: string[] }> {
  const bytes = async function* () {
    yield Buffer.from(text);
  };
  const { preset, transactions, refused, ignored_because } = reportOf(
    await importFile(bytes(), { fileName }),
  );
  const booked = transactions.map(({ kind, income, movements }) => {
    const parts = movements.map(
      ({ asset, amount, role }) => `${role === 'fee' ? 'fee ' : ''}${amount} ${asset}`,
    );
    return `${income ?? kind}: ${parts.join(', ')}`;
  });
  const ignored = Object.entries(ignored_because).map(([why, count]) => `ignored ${count}: ${why}`);
  return {
    preset,
    lines: [
      ...booked,
      ...ignored,
      ...refused.map(({ line, field }) => `refused ${line}: ${field}`),
    ],
  };
}

const T = '2023-05-01 10:00:0';

it('no two presets have one name', () => {
  expect(new Set(PRESETS.map(({ name }) => name)).size).toBe(PRESETS.length);
});

describe('a preset knows its file, and books what happened', () => {
  it.each<[string, string, string[]]>([
    [
      'binance-trades',
      `Date(UTC),Pair,Side,Price,Executed,Amount,Fee\n${T}1,1INCHUSDT,BUY,2,51INCH,10USDT,0.0051INCH\n${T}2,ARBUSD,SELL,1,5.0,5.0,0.1BNB\n`,
      ['swap: 5 1INCH, -10 USDT, fee -0.005 1INCH', 'swap: -5 AR, 5 BUSD, fee -0.1 BNB'],
    ],
    [
      'binance-orders',
      `Date(UTC);Pair;Type;Order Price;Order Amount;AvgTrading Price;Filled;Total;status\n${T}1;BTCUSDT;BUY;0;2;5;2;10;Filled\n;Date(UTC);Trading Price;Filled;Total;Fee;;;\n;${T}1;5;1;5;0.1BNB;;;\n;${T}1;5;1;5;0.1BNB;;;\n${T}2;BTCUSDT;BUY;0;2;5;0;0;Canceled\n`,
      [
        'swap: 1 BTC, -5 USDT, fee -0.1 BNB',
        'swap: 1 BTC, -5 USDT, fee -0.1 BNB',
        'ignored 1: a header of fills',
        'ignored 1: an order, whose fills count',
        'ignored 1: cancelled',
      ],
    ],
    [
      'kraken-ledgers',
      `txid,refid,time,type,subtype,asset,amount,fee,balance\n,A,${T}1,withdrawal,,ZEUR,-720,0.09,\nL1,A,${T}9,withdrawal,,ZEUR,-720,0.09,8\nL2,B,${T}1,transfer,stakingtospot,SOL03.S,-5,0,0\nL3,C,${T}5,transfer,spotfromstaking,SOL,5,0,5\nL4,D,${T}6,transfer,,FLR,3,0,3\nL5,E,${T}7,earn,reward,XTZ,0.1261,0.0328,1\n`,
      [
        'transfer: -5 SOL, 5 SOL',
        'airdrop: 3 FLR',
        'staking: 0.1261 XTZ, fee -0.0328 XTZ',
        'withdrawal: -720 EUR, fee -0.09 EUR',
        'ignored 1: requested: booked in another row',
      ],
    ],
    [
      'kraken-trades',
      `txid,ordertxid,pair,time,type,ordertype,price,cost,fee,vol,margin,misc,ledgers\nT,O,XTZEUR,${T}1.6798,sell,limit,2,10,0.1,5,0,,"L1,L2"\n`,
      ['sell: -5 XTZ, 10 EUR, fee -0.1 EUR'],
    ],
    [
      'coinbase',
      `\nTransactions\nUser,A,b\nID,Timestamp,Transaction Type,Asset,Quantity Transacted,Price Currency,Price at Transaction,Subtotal,Total (inclusive of fees and/or spread),Fees and/or Spread,Notes\na,${T}1 UTC,Sell,BTC,-0.5,EUR,€2.00,"€1,000.00",€990.00,€10.00,\nb,${T}2 UTC,Convert,BTC,1,EUR,€2.00,€2.00,€2.00,€0.00,\nb,${T}2 UTC,Convert,USDC,-3,EUR,€1.00,€3.00,€3.00,€0.00,\nc,${T}3 UTC,Convert,BTC,-0.005,EUR,€2.00,€2.00,€2.00,€0.00,"Converted 0,005 BTC to 50,5 SOL"\nd,${T}4 UTC,Exchange Deposit,BTC,-1,EUR,€2.00,€2.00,€2.00,€0.00,\n`,
      [
        'sell: -0.5 BTC, 1000 EUR, fee -10 EUR',
        'swap: 1 BTC, -3 USDC',
        'swap: -0.005 BTC, 50.5 SOL',
        'transfer_out: -1 BTC',
      ],
    ],
    [
      'coinbase-pro-fills',
      'portfolio,trade id,product,side,created at,size,size unit,price,fee,total,price/fee/total unit\np,1,LTC-EUR,SELL,2020-05-18T20:08:14.253Z,2,LTC,50,0.5,99.5,EUR\n',
      ['sell: -2 LTC, 100 EUR, fee -0.5 EUR'],
    ],
    [
      'crypto-com-app',
      `Timestamp (UTC),Transaction Description,Currency,Amount,To Currency,To Amount,Native Currency,Native Amount,Native Amount (in USD),Transaction Kind\n${T}1,Dust,UNI,-1,,,EUR,5,6,dust_conversion_debited\n${T}1,Dust,DOT,-2,,,EUR,5,6,dust_conversion_debited\n${T}1,Dust,CRO,9,,,EUR,10,12,dust_conversion_credited\n${T}2,Buy ETH,ETH,1,,,EUR,280,330,crypto_purchase\n${T}3,CRO,CRO,-5,CRO,-5,EUR,1,1,crypto_payment\n`,
      ['swap: -1 UNI, -2 DOT, 9 CRO', 'buy: 1 ETH, -280 EUR', 'spend: -5 CRO'],
    ],
    [
      'bitfinex-ledger',
      '#,DESCRIPTION,CURRENCY,AMOUNT,BALANCE,DATE,WALLET\n1,Exchange 1.0 BTC for USD @ 5 on wallet exchange,BTC,-1,0,04-02-20 16:52:06,exchange\n2,Exchange 1.0 BTC for USD @ 5 on wallet exchange,USD,5,5,04-02-20 16:52:06,exchange\n3,Trading fees for 1.0 BTC,USD,-0.1,4.9,04-02-20 16:52:07,exchange\n4,Margin Funding Payment on wallet funding,USD,0.2,5.1,05-02-20 01:30:00,funding\n',
      ['sell: -1 BTC, 5 USD', 'fee: fee -0.1 USD', 'interest: 0.2 USD'],
    ],
    [
      'kucoin-conversions',
      `UID,Account Type,Payment Account,Sell,Buy,Price,Tax,Time of Update(UTC+02:00),Status\n1,main,x,"1,000.5 USDT",10285.1148 KAS,x,,${T}1,SUCCESS\n1,main,x,1 USDT,1 KAS,x,,${T}2,FAILED\n`,
      ['swap: -1000.5 USDT, 10285.1148 KAS', 'ignored 1: not completed'],
    ],
    [
      'gemini',
      'Date,Time (UTC),Type,Symbol,Specification,USD Amount USD,Fee (USD) USD,USD Balance USD,BTC Amount BTC,Fee (BTC) BTC,BTC Balance BTC\n2021-01-02,03:04:05.678,Buy,BTCUSD,Market,($519.83),($1.30),"$4,478.35 ",0.0101601 BTC ,,0.0101601 BTC \n,,,,,"$4,478.35 ",,,0.0101601 BTC,,\n',
      ['buy: -519.83 USD, fee -1.3 USD, 0.0101601 BTC', 'ignored 1: a total, without a date'],
    ],
    [
      'bitpanda',
      '"Disclaimer"\n"Transaction ID",Timestamp,"Transaction Type",In/Out,"Amount Fiat",Fiat,"Amount Asset",Asset,"Fee","Fee asset"\nT1,2025-05-31T08:20:41+02:00,buy,outgoing,25.00,EUR,0.5,BTC,0.25,EUR\nT2,2025-05-31T08:20:42+02:00,withdrawal,outgoing,25.00,EUR,0.4,BTC,-,-\n',
      ['buy: 0.5 BTC, -25 EUR, fee -0.25 EUR', 'transfer_out: -0.4 BTC'],
    ],
    [
      'nexo',
      `Transaction,Type,Input Currency,Input Amount,Output Currency,Output Amount,USD Equivalent,Fee,Fee Currency,Details,Date / Time (UTC)\nA,Withdrawal,ETH,-0.5,ETH,0.4,$1,0.1,ETH,approved / out,${T}1\nB,Exchange,BTC,-1,USDT,2,$1,-,-,rejected / no,${T}2\nC,Dual Investment Exchange,BTC,1,USDT,2,$1,-,-,approved / yes,${T}3\nD,Interest,USD,-1,,0,$1,-,-,approved / loan,${T}4\n`,
      [
        'transfer_out: -0.4 ETH, fee -0.1 ETH',
        'swap: -1 BTC, 2 USDT',
        'ignored 1: rejected',
        'ignored 1: of the loan: moves no coin',
      ],
    ],
    [
      'bitvavo',
      'Timezone,Date,Time,Type,Currency,Amount,Quote Currency,Quote Price,Received / Paid Currency,Received / Paid Amount,Fee currency,Fee amount,Status,Transaction ID,Address\nEurope/Amsterdam,2023-11-30,11:36:46.620,buy,ETH,0.005,EUR,1862.8,EUR,-10.00,EUR,0.02,Completed,a,\nEurope/Amsterdam,2023-11-30,11:37:00,withdrawal,ETH,-0.5,,,,,ETH,0.1,Completed,b\nEurope/Amsterdam,2023-10-29,02:30:00,staking,ETH,0.5,,,,,,,Distributed,c,\n',
      [
        'buy: 0.005 ETH, -9.98 EUR, fee -0.02 EUR',
        'transfer_out: -0.4 ETH, fee -0.1 ETH',
        'refused 4: Date',
      ],
    ],
    [
      'ledger-live',
      'Operation Date,Status,Currency Ticker,Operation Type,Operation Amount,Operation Fees,Operation Hash,Account Name\r\n2026-07-07T16:01:03.000Z,Confirmed,DOGE,IN,5,0.1,h,D\r\n2026-07-07T16:01:04.000Z,Confirmed,DOGE,OUT,5,0.1,h,D\r\n2026-07-07T16:01:05.000Z,Failed,ETH,OUT,5,0.1,h,E\r\n',
      ['transfer_in: 5 DOGE', 'transfer_out: -4.9 DOGE, fee -0.1 DOGE', 'fee: fee -0.1 ETH'],
    ],
    [
      'trezor-suite',
      'Timestamp;Date;Time;Type;Transaction ID;Fee;Fee unit;Address;Label;Amount;Amount unit;Fiat (EUR);Other\n1738139996;29.01.2025;09:39:56 GMT+1;SENT;t;0.1;BTC;a;l;9.5;BTC;23,675,643.71;\n1738139997;29.01.2025;09:39:57 GMT+1;SELF;t;0.1;BTC;a;;9.5;BTC;1;\n',
      ['transfer_out: -9.5 BTC, fee -0.1 BTC', 'fee: fee -0.1 BTC'],
    ],
    [
      'koinly',
      `Date,Sent Amount,Sent Currency,Received Amount,Received Currency,Fee Amount,Fee Currency,Net Worth Amount,Net Worth Currency,Label,Description,TxHash\n${T}1,5,WFLR;9546698,6,BTC,,,,,,,\n${T}2,5,BTC,,,,,,,gift,,\n${T}3,,,5,BTC,,,,,staking,,\n`,
      ['swap: -5 WFLR, 6 BTC', 'gift_out: -5 BTC', 'staking: 5 BTC'],
    ],
    [
      'cointracking',
      '"Type","Buy","Cur.","Sell","Cur.","Fee","Cur.","Exchange","Group","Comment","Date"\n"Trade","1.5","BTC","400","USD","0.8","USD","P","","","30.01.2018 15:20:25"\n"Lost","-","","1","XLM","","","C","","","30.01.2018 15:20:26"\n',
      ['buy: -400 USD, 1.5 BTC, fee -0.8 USD', 'loss: -1 XLM'],
    ],
    [
      'ghostfolio',
      'Date,Code,Currency,Price,Quantity,Action,Fee\n01-09-2021,BTCUSD,USD,100,2,buy,1\n17/11/2021,MSFT,USD,0.5,4,dividend,0\ninvalid,BTCUSD,USD,100,2,buy,1\n01-09-2021,BTCUSD,USD,100,2,<invalid>,1\n01-09-2021,<invalid>,USD,100,2,buy,1\n',
      [
        'buy: 2 BTC, -200 USD, fee -1 USD',
        'other: 2 USD',
        'refused 4: Date',
        'refused 5: Action',
        'refused 6: Code',
      ],
    ],
    [
      'etherscan',
      '"Txhash","Blockno","UnixTimestamp","DateTime (UTC)","From","To","ContractAddress","Value_IN(ETH)","Value_OUT(ETH)","CurrentValue @ $2038.09/Eth","TxnFee(ETH)","TxnFee(USD)","Historical $Price/Eth","Status","ErrCode"\n"a","1","1675209743","2023-02-01 00:02:23","0xb","0xa","","1.5","0","1","0.1","1","1","",""\n"b","2","1675209744","2023-02-01 00:02:24","0xa","0xc","","0","1","1","0.1","1","1","Error(0)","Out of gas"\n',
      ['transfer_in: 1.5 ETH', 'fee: fee -0.1 ETH'],
    ],
  ])('%s', async (preset, text, lines) => {
    expect(await outcomesOf(text)).toEqual({ preset, lines });
  });

  it('a list of Binance transfers says in its name which way they went', async () => {
    const text = `Date(UTC),Coin,Network,Amount,TransactionFee,Address,TXID,SourceAddress,PaymentID,Status\n${T}1,ETH,BSC,5,0,a,t,,,Completed\n`;
    expect((await outcomesOf(text, 'Deposit History.csv')).lines).toEqual(['transfer_in: 5 ETH']);
    expect((await outcomesOf(text, 'Withdraw History.csv')).lines).toEqual([
      'transfer_out: -5 ETH',
    ]);
    expect((await outcomesOf(text)).lines).toEqual(['refused 2: row']);
    expect((await outcomesOf(text.replace(',0,a', ',0.1,a'))).lines).toEqual([
      'transfer_out: -5 ETH, fee -0.1 ETH',
    ]);
  });
});
