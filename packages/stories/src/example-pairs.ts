/** Pairs of headlines made up for the tests: of one story, and of two. */
export const SAME: readonly (readonly [string, string])[] = [
  ['Bitcoin tops $140,000 for first time', 'BTC crosses $140K, a first'],
  [
    'Example Bank to offer ether custody to pension funds',
    'Pension funds get ether custody at Example Bank',
  ],
  ['Hackers drain $41 million from Marlin Finance', 'Marlin Finance exploited for $41M'],
  [
    'SEC delays decision on Solana ETF until March',
    'Solana ETF decision postponed to March by SEC',
  ],
  [
    'Northwind raises $1.2B to build data centers for miners',
    'Miner host Northwind secures 1.2 billion for data centers',
  ],
  [
    'Court dismisses lawsuit against Quill Exchange',
    'Lawsuit against Quill Exchange dismissed by judge',
  ],
  [
    'Denmark proposes tax on unrealized crypto gains',
    'Danish government proposes taxing unrealized crypto gains in Denmark',
  ],
  ['Tether mints 2 billion USDT on Tron', 'Tether issues $2B in new USDT on Tron network'],
  ['Harbor Capital files for Dogecoin ETF', 'Dogecoin ETF filing submitted by Harbor Capital'],
  [
    'Cardano founder steps down from Orchard board',
    'Orchard board loses Cardano founder as he steps down',
  ],
  ['XRP jumps 14% after Tokyo court ruling', 'Tokyo court ruling sends XRP up 14%'],
  [
    'Polygon co-founder launches AI startup Lumen',
    'Lumen, an AI startup, unveiled by Polygon co-founder',
  ],
  [
    'Kestrel Exchange halts withdrawals citing liquidity',
    'Withdrawals paused at Kestrel Exchange over liquidity',
  ],
  [
    'Brightwater Mining buys 3,000 rigs from Zephyr',
    'Brightwater Mining purchases 3,000 Zephyr rigs',
  ],
  ['Uniswap votes to switch on protocol fees', 'Uniswap governance vote switches on protocol fees'],
  [
    'Mayor of Porto wants city salaries paid in bitcoin',
    'Porto mayor wants to pay salaries in Bitcoin',
  ],
  [
    'Ethereum developers set date for Osprey upgrade',
    'Osprey upgrade date set by Ethereum developers',
  ],
  [
    'Crypto funds lose $870M in third week of outflows',
    'Third week of outflows takes $870 million from crypto funds',
  ],
  [
    'Avalanche foundation sues auditor over missing report',
    'Auditor sued by Avalanche Foundation over missing report',
  ],
  [
    'Chainlink partners with Vasari Bank on settlement',
    'Vasari Bank teams with Chainlink for settlement',
  ],
  [
    'Man who lost 900 BTC in landfill gives up search',
    'Search for 900 BTC in landfill abandoned by man who lost it',
  ],
  [
    'Bitcoin hashrate hits record after Texas sites open',
    'Record Bitcoin hashrate as Texas sites open',
  ],
  [
    'Stellar foundation appoints Mara Okafor as chief',
    'Mara Okafor named chief of Stellar Foundation',
  ],
  ['Whale moves 12,500 ETH to Finch exchange', 'Finch receives 12,500 ETH from whale'],
  ['Litecoin ETF approved for trading in Brazil', 'Brazil approves trading of Litecoin ETF'],
  ['Cobalt Labs fires a quarter of its staff', 'Cobalt Labs lays off a quarter of staff'],
  ['Aave proposes $50M buyback of its token', 'Aave DAO weighs $50 million token buyback'],
  ['Police in Lyon arrest two over crypto kidnapping', 'Two arrested in Lyon crypto kidnapping'],
  [
    'Sui network down for three hours after bad update',
    'Bad update takes Sui offline for three hours',
  ],
  ['Fund manager Alder sells half of its ether', 'Alder sold half its ETH, fund manager says'],
  [
    'Near Foundation opens $30M fund for AI agents',
    'AI agents get $30 million fund from Near Foundation',
  ],
  ['Zcash rallies 22% to nine-year high', 'Zcash up 22%, at a nine-year high'],
];

export const DIFFERENT: readonly (readonly [string, string])[] = [
  ['Bitcoin tops $140,000 for first time', 'Bitcoin tops $120,000 for first time'],
  ['Whale moves 12,500 ETH to Finch exchange', 'Whale moves 40,000 ETH to Kestrel exchange'],
  ['Brightwater Mining buys 3,000 rigs from Zephyr', 'Brightwater Mining buys 410 bitcoin'],
  ['Marlin Finance exploited for $41M', 'Marlin Finance hacker returns funds'],
  ['Marlin Finance exploited for $41M', 'Police arrest suspect in Marlin Finance hack'],
  ['Marlin Finance exploited for $41M', 'Marlin Finance resumes withdrawals after hack'],
  ['Marlin Finance exploited for $41M', 'Marlin Finance to compensate users of hacked pool'],
  [
    'Centralized exchanges handle $14 trillion in a year',
    'Decentralized exchanges handle $1 trillion in a year',
  ],
  ['Crypto funds see $870M inflows', 'Crypto funds see $870M outflows'],
  ['XRP jumps 14% in a day', 'XRP drops 9% in a day'],
  ['SEC approves Solana ETF', 'SEC delays Solana ETF'],
  ['SEC approves Solana ETF', 'SEC approves Litecoin ETF'],
  ['Quill Exchange lists Pepe', 'Quill Exchange delists Pepe'],
  ['Quill Exchange lists Pepe', 'Quill Exchange lists Bonk'],
  ['Northwind raises $20 million in seed funding', 'Lumen raises $20 million in seed funding'],
  [
    'Northwind raises $20 million for lending protocol',
    'Northwind raises $75 million for exchange',
  ],
  ['Tether mints 2 billion USDT on Tron', 'Tether burns 3 billion USDT on Tron'],
  ['Bitcoin price analysis: bulls eye breakout', 'Bitcoin price analysis: bears take over'],
  ['Ether price prediction for March', 'Solana price prediction for March'],
  ['What is a hardware wallet?', 'What is a seed phrase?'],
  ['How to stake ether safely', 'How to stake Solana safely'],
  ['Chainlink partners with Vasari Bank', 'Polygon partners with Vasari Bank'],
  ['Denmark proposes tax on crypto gains', 'Denmark proposes ban on crypto mixers'],
  ['Court dismisses lawsuit against Quill Exchange', 'Court approves sale of Quill Exchange'],
  ['Cardano founder steps down', 'Cardano founder denies report on audit'],
  ['Metals firm adds 500 bitcoin to treasury', 'Metals firm sells 500 bitcoin from treasury'],
  ['Cobalt Labs hires former regulator', 'Cobalt Labs fires a quarter of its staff'],
  ['Bitcoin miners raise debt', 'Bitcoin miners cut debt'],
  ['Litecoin rises above $120', 'Litecoin falls below $90'],
  ['Here is what moved crypto markets today', 'Here is what moved crypto markets today'],
  ['Bitcoin ETFs take in $300M on Monday', 'Bitcoin ETFs take in $85M on Tuesday'],
  ['Uniswap votes to switch on protocol fees', 'Uniswap votes on move to its own chain'],
  ['Sui network down for three hours', 'Sui network adds private transfers'],
  ['Judge jails Orchard founder for nine years', 'Orchard founder pleads guilty to fraud'],
  ['Zcash rallies 22%', 'Monero rallies 22%'],
];
