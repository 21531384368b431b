import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coinsIn } from './coins-in.ts';

const symbols = (title: string, summary?: string): string[] =>
  coinsIn(title, summary).map(({ symbol }) => symbol);

/** Headlines made up for this, and the tickers they are about in the order of their mention. */
const ABOUT: readonly (readonly [string, string])[] = [
  // Names and tickers that are nothing else.
  ['Bitcoin and ether extend gains as traders return', 'BTC ETH'],
  ['btc miners sell into strength', 'BTC'],
  ['Wisconsin pension board buys bitcoin ETF shares', 'BTC'],
  ['Solana’s validators agree on a faster clock', 'SOL'],
  ['Cardanos new node is out', 'ADA'],
  ['Why Dogecoin, Shiba Inu and Pepe moved together', 'DOGE SHIB PEPE'],
  ['Bitcoin Cash forks again', 'BCH'],
  ['Ethereum Classic miners leave', 'ETC'],
  ['Bitcoin SV delisted by an exchange in Oslo', 'BSV'],
  ['Bank of Example holds wrapped bitcoin and USDC', 'WBTC USDC'],
  ['Monero wallet adds XMR swaps', 'XMR'],
  ['BTC-USDT volume doubles', 'BTC USDT'],
  ['ETH/BTC at a low', 'ETH BTC'],
  // Companies and products that stand for a coin.
  ['Ripple opens an office in Nairobi', 'XRP'],
  ['Ava Labs hires a general counsel', 'AVAX'],
  ['Offchain Labs ships a new prover', 'ARB'],
  ['Mysten Labs raises for its chain', 'SUI'],
  ['Dfinity publishes a roadmap', 'ICP'],
  ['Tether adds to its gold', 'USDT'],
  ['SushiSwap votes on a new treasury', 'SUSHI'],
  ['Bitcoin Core developers release version 40', 'BTC'],
  ['Arbitrum One halts for an hour', 'ARB'],
  // Tickers with something that marks them.
  ['Why $LINK is on every list this week', 'LINK'],
  ['Near Protocol (NEAR) opens a fund', 'NEAR'],
  ['Harmony (ONE) loses a bridge', 'ONE'],
  ['SAND Climbs 9% on Game Launch', 'SAND'],
  ['NEAR up 6% as the week begins', 'NEAR'],
  ['GAS Token Doubles Overnight', 'GAS'],
  ['Perpetuals on LINK/USDT go live', 'LINK USDT'],
  ['Watch today: BTC, ONE and SOL', 'BTC ONE SOL'],
  ['OP token unlock nears', 'OP'],
  ['Exchange lists CORE/USDT and BEAM/USDT', 'CORE USDT BEAM'],
  ['UNI holders on Uniswap get a vote', 'UNI'],
  ['Crypto movers: DOT and APT', 'DOT APT'],
  // Words in the company of crypto.
  ['Avalanche blockchain stops for four hours', 'AVAX'],
  ['Stellar network adds private payments', 'XLM'],
  ['Fund manager puts tokenized notes on Stellar', 'XLM'],
  ['Lighter slides 11% after its airdrop', 'LIT'],
  ['lighter falls 8% in a day', 'LIT'],
  ['Curve founder repays loans', 'CRV'],
  ['Compound and Aave cut borrowing rates on ether', 'COMP AAVE ETH'],
  ['Cosmos-based chain closes its bridge', 'ATOM'],
  ['Polkadot, Cosmos, and Near plan a shared standard', 'DOT ATOM NEAR'],
  ['Optimism Token Unlock Worth $30 Million Is Due', 'OP'],
  ['Layer-2 Optimism cuts its fees', 'OP'],
  ['Sonic Labs moves its treasury', 'S'],
  ['Render Network Adds Thousands of Machines', 'RENDER'],
  ['Grayscale files for a fund of Sui and Sei', 'SUI SEI'],
  ['Theta Network Partners With a University', 'THETA'],
  ['DeFi lender Maker raises its savings rate', 'MKR'],
  ['Helium Mobile and Solana: a year on', 'HNT SOL'],
  ['Harmony Hacked for $9 Million in Crypto Heist', 'ONE'],
  ['Secret Network Turns Five', 'SCRT'],
  ['Hyperliquid passes $1 billion a day', 'HYPE'],
  ['Immutable Joins Polygon in Game Fund', 'IMX POL'],
  ['Jupiter’s DAO pauses votes', 'JUP'],
  ['Waves founder denies that the exchange is short of funds', 'WAVES'],
  ['Sonic, formerly Fantom, counts its validators', 'S FTM'],
  ['Example Exchange to List Optimism as Crypto Trading Grows', 'OP'],
  ['Binance delists Render, Injective and Sei', 'RENDER INJ SEI'],
  ['DOT, ADA lead a quiet morning', 'DOT ADA'],
  ['Asset manager files for Avalanche ETF', 'AVAX'],
  ['BTC突破新高, ETH跟随', 'BTC ETH'],
];

/** What looks like a coin and is none, with those that are there in truth. */
const TRAPS: readonly (readonly [string, string])[] = [
  ['Bitcoin Trades Near Key Support', 'BTC'],
  ['Ether Sits Near Price Floor as Volume Fades', 'ETH'],
  ['Ether, near $3,000, tests nerves', 'ETH'],
  ['Near-term options get dearer for XRP', 'XRP'],
  ['Record in sight: Solana near its high', 'SOL'],
  ['Senators Link Tax Bill to Stablecoin Rules', ''],
  ['Wallet maker Example Keys raises $20 million', ''],
  ['The link in bio leads to a phishing page', ''],
  ['One in five Americans owns crypto', ''],
  ['Capital One Closes Accounts of Crypto Firms', ''],
  ['Block.one sells its shares', ''],
  ['One River files for a bitcoin fund', 'BTC'],
  ['ARK Invest sells Coinbase shares', ''],
  ['Secret Service seizes $2 million in crypto', ''],
  ['Justin Sun sues a newspaper', ''],
  ['Ethereum Gas Fees Fall 30%', 'ETH'],
  ['Ethereum gas falls 30% in a week', 'ETH'],
  ['Miner’s cash flow turns positive as bitcoin rises', 'BTC'],
  ['The Bitcoin white paper is seventeen', 'BTC'],
  ['Treasury Yield Curve Falls 5 Points as Bitcoin Waits', 'BTC'],
  ['Market Maker Example Trading Leaves Crypto', ''],
  ['A stellar quarter for the miner of bitcoin', 'BTC'],
  ['Stellar Crypto Year Ends With a Sigh', ''],
  ['Optimism returns to crypto desks', ''],
  ['Optimism Lifts Bitcoin as Fed Pauses', 'BTC'],
  ['Cautious optimism on DeFi', ''],
  ['An avalanche of liquidations hits ether', 'ETH'],
  ['Avalanche Buries Two Skiers in the Alps', ''],
  ['Game makers render worlds and mint NFTs', ''],
  ['Compound interest is not magic', ''],
  ['Flow of Funds Into Bitcoin ETFs Slows', 'BTC'],
  ['Fund flow data show bitcoin demand', 'BTC'],
  ['Waves of selling hit altcoins', ''],
  ['Ripple effects of the FTX collapse', ''],
  ['Sky’s the Limit for Crypto, Says Fund', ''],
  ['Sky News hacked to promote a token', ''],
  ['Regulatory Sandbox Opens for Stablecoin Issuers', ''],
  ['DOT Fines Airline for Delays', ''],
  ['Department of Transportation (DOT) studies blockchain', ''],
  ['Department of Government Efficiency (DOGE) looks at blockchain', ''],
  ['Retailers dash to accept crypto', ''],
  ['A neo-bank for crypto users opens', ''],
  ['Core inflation cools and bitcoin jumps', 'BTC'],
  ['Dealers of Apes: Bored Ape sells for a record', ''],
  ['NYSE:FLR rises on earnings', ''],
  ['$A, $W and $S report earnings on Tuesday', ''],
  ['A Drop Below $8,000 Would Hurt Bitcoin', 'BTC'],
  ['BITCOIN RALLIES, NEAR RECORD HIGH', 'BTC'],
  ['IS THIS THE ONE?', ''],
  ['Lighter rules for crypto brokers', ''],
  ['Gas prices rise 12% before the holiday', ''],
  ['Theta decay explained for option writers', ''],
  ['Bitcoin cash flow model explained', 'BTC'],
  ['Quant Trader Charged With Crypto Fraud', ''],
  ['Circle prices its shares', ''],
  ['Trump signs a crypto order', ''],
  ['Rent in Lisbon rises 12%', ''],
  ['How to make sushi at home', ''],
  ['A pump of good news', ''],
  ['Not every token is a security', ''],
  ['Jupiter’s moon inspires an NFT artist', ''],
  ['ADA lawsuits hit crypto websites', ''],
  ['Crypto taxes get lighter in Norway', ''],
  ['This graph explains the crypto crash', ''],
  ['APT38 hackers launder ether', 'ETH'],
];

describe('a headline is about', () => {
  it.each(ABOUT)('%s: %s', (title, expected) => {
    expect(symbols(title).join(' ')).toBe(expected);
  });
});

describe('other senses', () => {
  it.each(TRAPS)('%s: %s', (title, expected) => {
    expect(symbols(title).join(' ')).toBe(expected);
  });
});

it('a summary adds coins after those of the title, and places go on from its end', () => {
  const [title, summary] = ['Bitcoin leads', 'Ether and bitcoin rose; Solana fell.'];
  const mentions = coinsIn(title, summary);
  expect(mentions.map(({ coin_id }) => coin_id)).toEqual(['bitcoin', 'ethereum', 'solana']);
  for (const { surface, from, to } of mentions) {
    expect(`${title}\n${summary}`.slice(from, to)).toBe(surface);
  }
});

it('a mention is written as the headline has it', () => {
  expect(coinsIn('Why ETHER’s fees fell')).toEqual([
    { coin_id: 'ethereum', symbol: 'ETH', surface: 'ETHER', from: 4, to: 9 },
  ]);
});

it('whatever the text, each coin comes once, in order, at its place', () => {
  const word = fc.constantFrom(
    ...['Near', 'NEAR', 'and', ', ', '$', '(', ')', 'Bitcoin', 'Stellar', 'token', 'up 4%', 'Cash'],
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(word, { maxLength: 30 }).map((words) => words.join(' ')),
  );
  fc.assert(
    fc.property(text, (title) => {
      const mentions = coinsIn(title);
      expect(new Set(mentions.map(({ coin_id }) => coin_id)).size).toBe(mentions.length);
      let last = 0;
      for (const { surface, from, to } of mentions) {
        expect(from).toBeGreaterThanOrEqual(last);
        expect(title.slice(from, to)).toBe(surface);
        last = to;
      }
    }),
  );
});

it.each([
  ['near, ', 200_000],
  ['($LINK ', 100_000],
  ['ONE, ', 100_000],
  ['a.', 100_000],
])('a text of nothing but %s takes no longer than its length', (part, times) => {
  const text = `Bitcoin, ${part.repeat(times)}`;
  const [begun] = [performance.now()];
  coinsIn(text);
  expect(performance.now() - begun).toBeLessThan(2_000);
});
