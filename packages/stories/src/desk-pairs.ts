/**
 * Pairs of headlines made up in the manner of news desks, harder than what comes: what is one story is told in other words, what is two in
 * almost the same. A line each: 1 for one story or 0 for two, and the two. From the fourth batch on they are as hard as real pairs.
 */
const BATCHES: Readonly<Record<string, string>> = {
  first: `
1|Bitcoin slides below $92,000 as Fed minutes dampen rate-cut hopes|BTC sinks under $92K after hawkish Fed minutes
1|Tallow Bridge loses $63M in private key compromise|Attacker makes off with $63 million from cross-chain bridge Tallow
1|Spot Ether ETFs post $412M in daily inflows, most since August|Ethereum funds see biggest day since August with $412 million in inflows
1|Corvid Holdings scoops up another 1,850 BTC for $171M|Bitcoin treasury firm Corvid adds 1,850 coins, stash nears 40,000
1|SEC drops case against crypto lender Bellhaven|Bellhaven says SEC has ended its lawsuit
1|Kazakhstan to create $1 billion national crypto reserve|Kazakh central bank plans digital asset reserve worth $1B
1|Solana validators approve upgrade that cuts inflation|Proposal to reduce SOL inflation passes validator vote
1|Stablecoin issuer Paxwell wins New York trust charter|NYDFS grants trust charter to Paxwell
1|Hong Kong regulator fines Oakmere exchange HK$12 million|Oakmere hit with $1.5M penalty in Hong Kong
1|JuniperPay to let merchants accept USDC on Base|JuniperPay rolls out USDC payments for shops
1|Former Ledgerwise CEO sentenced to 11 years for fraud|Ledgerwise founder gets 11 years in prison
1|‘We are not selling’: Corvid chair Lena Aldous defends bitcoin strategy|Lena Aldous says Corvid will not sell its BTC
1|US spot Bitcoin ETFs bleed $1.19B in worst week since launch|Bitcoin ETFs shed $1.2 billion, the worst weekly outflow on record
1|Validus Labs raises $45M Series B led by Ridge Ventures|Ridge Ventures leads $45 million round for zero-knowledge startup Validus
1|Brazil’s tax agency wants to know about foreign wallets|Brazilians must report crypto held abroad, Receita Federal says
1|Dogecoin pops 12% as Elm Street files for spot ETF|Elm Street’s spot DOGE ETF filing lifts memecoin by 12%
1|Polymath Games shuts down its NFT marketplace|NFT marketplace of Polymath Games to close
1|Fed leaves interest rates unchanged; bitcoin little moved|Bitcoin steady near $96K after Fed holds rates
1|Ether’s Amsterdam upgrade pushed to next year|Ethereum core devs delay Amsterdam hard fork
1|Nordbank opens bitcoin trading to 3 million retail clients|3 million Nordbank customers can now buy BTC
1|Whale dumps 30,000 ETH on Hyperliquid, takes $8M loss|Trader realises $8 million loss after selling 30,000 ether
1|Judge lets class action against Pumpworks proceed|Pumpworks must face class action, court rules
1|Crypto liquidations top $800M as bitcoin dips to $101K|Over $800 million in leveraged bets wiped out in crypto sell-off
1|Texas signs bitcoin reserve bill into law|Texas governor signs off on state Bitcoin reserve
1|Circle rival Anchorpoint files confidentially for IPO|Anchorpoint confidentially submits draft S-1 to go public
0|Bitcoin slides below $92,000 as Fed minutes dampen rate-cut hopes|Bitcoin slides below $104,000 as bond yields climb
0|Tallow Bridge loses $63M in private key compromise|Tallow Bridge offers hacker 10% bounty for return of $63M
0|Spot Ether ETFs post $412M in daily inflows, most since August|Spot Ether ETFs post $87M in daily inflows
0|Corvid Holdings scoops up another 1,850 BTC for $171M|Corvid Holdings scoops up another 620 BTC for $60M
0|SEC drops case against crypto lender Bellhaven|SEC files case against crypto lender Bellhaven
0|Stablecoin issuer Paxwell wins New York trust charter|Stablecoin issuer Paxwell applies for New York trust charter
0|Hong Kong regulator fines Oakmere exchange HK$12 million|Hong Kong regulator licenses Oakmere exchange
0|Former Ledgerwise CEO sentenced to 11 years for fraud|Former Ledgerwise CEO seeks pardon
0|Validus Labs raises $45M Series B led by Ridge Ventures|Mirepoint raises $45M Series B led by Ridge Ventures
0|Price predictions 3/14: BTC, ETH, XRP, SOL, DOGE|Price predictions 3/17: BTC, ETH, XRP, SOL, DOGE
0|Dogecoin pops 12% as Elm Street files for spot ETF|Litecoin pops 12% as Elm Street files for spot ETF
0|Crypto liquidations top $800M as bitcoin dips to $101K|Crypto liquidations top $300M as bitcoin bounces to $108K
0|Texas signs bitcoin reserve bill into law|Arizona governor vetoes bitcoin reserve bill
0|5 altcoins to watch this week|3 altcoins to watch in April
0|XRP price eyes $3 as bulls defend support|XRP price eyes $2 as bears break support
0|Nordbank opens bitcoin trading to retail clients|Nordbank cuts 400 jobs at its bitcoin trading desk
0|Whale dumps 30,000 ETH on Hyperliquid|Whale dumps 1,000 BTC on Hyperliquid
0|Judge lets class action against Pumpworks proceed|Judge lets class action against Memeforge proceed
0|US spot Bitcoin ETFs bleed $1.19B in worst week since launch|US spot Bitcoin ETFs end five-week outflow streak with $290M
0|Ethereum core devs delay Amsterdam hard fork|Ethereum core devs name the fork after Amsterdam
0|Solana-based exchange Driftway hacked for $9M|Ethereum-based exchange Driftway Pro launches with $9M in deposits
0|Circle rival Anchorpoint files confidentially for IPO|Anchorpoint shares jump 60% on first day after IPO
0|South Korea delays crypto tax to 2028|South Korea to let institutions trade crypto from 2028
0|Crypto Biz: miners turn to AI|Crypto Biz: banks turn to stablecoins
0|Polymath Games shuts down its NFT marketplace|Polymath Games acquires NFT marketplace Rarebird
`,
  second: `
1|Ripple-backed payments firm Tidepool gets MiCA licence in Ireland|Tidepool secures Irish MiCA approval, opening EU to its XRP payments
1|Ether tops $5,000 for first time in four years|ETH breaks $5K, highest since 2021
1|Two arrested in France over kidnapping of crypto founder’s father|French police detain two suspects in abduction of crypto entrepreneur’s dad
1|Miner Granite Digital to convert Ohio site into AI data center|Granite Digital pivots Ohio bitcoin mine to AI hosting
1|Stablecoin supply passes $300 billion|Total stablecoin market cap hits record $300B
1|Senate committee advances crypto market structure bill 15-9|Market structure bill clears Senate panel in 15-9 vote
1|Lending protocol Moorgate exploited, TVL drops by $28M|$28M drained from Moorgate in oracle manipulation attack
1|Marathon of layoffs: Zenith exchange cuts 20% of workforce|Crypto exchange Zenith lays off one in five employees
1|Thai SEC approves USDT and USDC for trading pairs|Tether and USDC get nod from Thailand’s regulator
1|BNB hits all-time high above $1,100|BNB surges past $1.1K to set new record
1|Halden Capital’s spot Solana ETF goes live with $56M in first-day volume|First-day volume of Halden’s SOL ETF hits $56 million
1|DOJ seizes $225M in crypto linked to pig butchering scams|US authorities confiscate $225 million tied to romance scam ring
1|Vitalik Buterin calls for simpler Ethereum base layer|Ethereum should be as simple as Bitcoin, Buterin says
1|Ex-FTX executive’s wife pleads not guilty to campaign finance charges|Not guilty plea from wife of former FTX exec in campaign finance case
1|Bitcoin miner revenue falls to lowest since April halving|Miners’ income at post-halving low
1|Ukraine seeks to regulate crypto with 18% income tax|Ukrainian lawmakers back 18% tax on digital assets in first reading
1|Sandglass Bank becomes first in Spain to offer BTC and ETH trading|Spain’s Sandglass launches bitcoin, ether trading in app
1|Arbitrum DAO votes to stake 7,500 ETH from treasury|Arbitrum to stake treasury’s 7,500 ether after governance vote
1|Linea token airdrop opens to 750,000 wallets|Linea airdrop: claims go live for three quarters of a million addresses
1|Pavel Durov returns to France for questioning; Toncoin dips 4%|TON down 4% as Telegram’s Durov questioned in France
1|Gemstone exchange prices IPO at $28 a share, above range|Gemstone raises $425M as IPO priced at $28
1|Coin Center asks court to overturn Tornado Cash developer’s conviction|Advocacy group files brief backing Tornado Cash developer appeal
1|Bolivia’s central bank lifts decade-long ban on crypto payments|Bolivia ends prohibition on bitcoin transactions
1|Crypto Fear and Greed Index sinks to 10, lowest since 2022|Extreme fear: crypto sentiment gauge at its lowest in three years
1|Aptos-based Petra wallet users phished for $2.3M|Phishing campaign steals $2.3 million from Petra wallet users
0|Ether tops $5,000 for first time in four years|Ether tops $4,000 for first time since December
0|Senate committee advances crypto market structure bill 15-9|Senate delays vote on crypto market structure bill
0|Lending protocol Moorgate exploited, TVL drops by $28M|Lending protocol Moorgate to repay victims of exploit in full
0|Zenith exchange cuts 20% of workforce|Zenith exchange adds 20 tokens to its lending desk
0|Thai SEC approves USDT and USDC for trading pairs|Thai SEC sues exchange over unlicensed trading
0|BNB hits all-time high above $1,100|BNB hits all-time high above $900
0|Halden Capital’s spot Solana ETF goes live with $56M in first-day volume|Halden Capital’s spot XRP ETF goes live with $37M in first-day volume
0|DOJ seizes $225M in crypto linked to pig butchering scams|DOJ seizes $24M in crypto from ransomware developer
0|Arbitrum DAO votes to stake 7,500 ETH from treasury|Arbitrum DAO votes on $40M gaming budget
0|Linea token airdrop opens to 750,000 wallets|Linea token plunges 30% day after airdrop
0|Gemstone exchange prices IPO at $28 a share, above range|Gemstone exchange sets IPO range at $24 to $26 a share
0|Bitcoin miner revenue falls to lowest since April halving|Bitcoin miner reserves fall to lowest since 2010
0|Ethereum gas fees fall to five-year low|Ethereum gas limit raised to 60 million
0|Hacker behind $41M Dunmore heist moves funds through mixer|Dunmore hacked for $41M
0|Bitcoin whale wakes after 14 years, moves 80 BTC|Bitcoin whale wakes after 12 years, moves 2,000 BTC
0|Why is Cardano price up today?|Why is Cardano price down today?
0|Granite Digital mined 705 bitcoin in June|Granite Digital mined 652 bitcoin in May
0|Funding wrap: stablecoin startups raise $90M|Funding wrap: Bitcoin layer-2 teams raise $15M
0|BlackRidge Bitcoin ETF crosses $70B in assets|BlackRidge Ether ETF crosses $10B in assets
0|Nigeria drops tax evasion charges against exchange executives|Nigeria files tax evasion suit against exchange for $81B
0|Ex-FTX executive reports to prison|Ex-FTX executive released from prison early
0|Bolivia lifts ban on crypto payments|Algeria bans crypto payments
0|SOL traders target $250 after breakout|SOL traders eye $120 after breakdown
0|Circle mints 250 million USDC on Solana|Circle mints 750 million USDC on Solana
`,
  third: `
1|Northgate to buy custody firm Safehaven for $350M|Safehaven acquired by Northgate in $350 million deal
1|Bitcoin hits new all-time high of $126,200|BTC sets fresh record above $126K
1|Sei network halts for two hours, team blames consensus bug|Consensus bug takes Sei offline for two hours
1|EU watchdog warns on tokenized stocks|Tokenized equities risk investor misunderstanding, ESMA says
1|Treasury sanctions Cambodian group over crypto laundering|US blacklists Cambodian conglomerate accused of laundering crypto
1|Pumpworks token sale raises $500M in 12 minutes|Pumpworks ICO sells out in 12 minutes, takes in half a billion dollars
1|Chainlink tapped by Swiss bank Kantara for fund tokenization|Kantara picks Chainlink to tokenize funds
1|Amberly CEO steps down amid probe|Amberly chief executive resigns as regulators investigate
1|El Salvador splits its bitcoin reserve into multiple wallets|El Salvador moves $678M in BTC to new addresses over quantum risk
1|XRP Ledger validators reject AMM clawback amendment|XRPL amendment for AMM clawback fails to win validator support
1|Ether treasury firm BitHarbor now holds 2.4M ETH|BitHarbor’s ether stash climbs to 2.4 million after weekly purchase
1|House passes stablecoin bill 308-122, sending it to president’s desk|Stablecoin legislation heads to president after House vote
1|Monero suffers 18-block reorg as Qubic mining pool dominates|18-block reorganization hits XMR network
1|Bank of England to cap stablecoin holdings at 20,000 pounds|UK central bank proposes £20,000 limit on individual stablecoin holdings
1|Robinette adds staking for ETH and SOL in US|US customers of Robinette can now stake ether and Solana
1|Grayling files to convert its Cardano trust into ETF|Grayling seeks SEC approval for ADA ETF
1|Crypto exchange Wexford files for bankruptcy protection|Wexford goes bankrupt, owes creditors $190M
1|Hackers used fake Zoom calls to rob founder of $13M|Crypto founder loses $13 million to fake Zoom call scam
1|Bitcoin dominance slips under 57% as altcoins rally|Altcoin rally pushes BTC dominance below 57%
1|Base app opens to public with trading and social feed|Base launches super app for everyone
1|Pakistan allocates 2,000 megawatts to bitcoin mining and AI|Pakistan sets aside 2 GW of power for BTC miners and AI data centers
1|Appeals court upholds conviction of Ledgerwise founder|Ledgerwise founder loses appeal against fraud conviction
1|Avalanche Foundation plans $1B in treasury vehicles|Avalanche looks to raise $1 billion for two AVAX treasury companies
1|Bitcoin Core 30 released despite OP_RETURN row|Bitcoin Core ships v30 amid controversy on data limits
1|Analyst: LINK could double if it holds $18|Chainlink may rally 100% provided $18 support holds, says analyst
0|Northgate to buy custody firm Safehaven for $350M|Northgate to buy derivatives venue Clearline for $2.9B
0|Bitcoin hits new all-time high of $126,200|Bitcoin hits new all-time high of $118,000
0|Sei network halts for two hours|Sui network halts for two hours
0|Treasury sanctions Cambodian group over crypto laundering|Treasury sanctions Russian exchange over crypto laundering
0|Pumpworks token sale raises $500M in 12 minutes|Pumpworks token falls below sale price
0|Amberly CEO steps down amid probe|Amberly names new CEO
0|BitHarbor now holds 2.4M ETH|BitHarbor now holds 1.9M ETH
0|House passes stablecoin bill 308-122|Senate passes stablecoin bill 68-30
0|Grayling files to convert its Cardano trust into ETF|SEC approves Grayling’s Cardano ETF
0|Grayling files to convert its Cardano trust into ETF|Grayling files to convert its Avalanche trust into ETF
0|Crypto exchange Wexford files for bankruptcy protection|Bankrupt crypto exchange Wexford begins repaying creditors
0|Bitcoin dominance slips under 57% as altcoins rally|Bitcoin dominance climbs above 62% as altcoins bleed
0|Appeals court upholds conviction of Ledgerwise founder|Ledgerwise founder convicted on all counts
0|Avalanche Foundation plans $1B in treasury vehicles|Avalanche Foundation grants $50M to tokenization
0|Bitcoin price today: BTC at $87,410|Bitcoin price today: BTC at $90,120
0|US Bitcoin ETFs see $477M inflows on Tuesday|US Bitcoin ETFs see $101M outflows on Wednesday
0|Hacker of Vantage Swap returns 90% of $42M|Vantage Swap hacked for $42M
0|Robinette to acquire Canadian exchange Maplecoin|Robinette completes acquisition of European exchange Bitvale
0|Chainlink could double if it holds $18, analyst says|Polkadot could double if it holds $4, analyst says
0|Weekly recap: ETF outflows, a hack and a pardon|Weekly recap: stablecoin law, a record and a merger
0|Crypto hacks cost $127M in September|Crypto hacks cost $163M in August
0|Metaforge buys 5,419 bitcoin, holdings pass 25,000|Metaforge sells shares to buy more bitcoin
0|Tether invests in gold miner|Tether posts $4.9B quarterly profit
0|Best crypto wallets of 2026|Best crypto exchanges of 2026
0|Former SEC chair joins exchange board|Former CFTC commissioner joins exchange board
`,
  fourth: `
1|Crypto lender Larkfield to pay $28M to settle SEC charges over yield product|Larkfield settles with SEC for $28 million over crypto yield accounts
1|Bitcoin miner Osterley Energy raises $120M to expand Texas site|Osterley Energy lands $120 million for Texas bitcoin mining expansion
1|Visa-backed wallet Plumeria expands USDC payments to Latin America|Plumeria brings USDC payments to Latin American users
1|Former Treasury official joins stablecoin issuer Castellan as policy chief|Castellan hires ex-Treasury official to lead policy
1|Ether staking pool Reefwater reports bug, pauses withdrawals|Reefwater pauses ETH withdrawals after bug found in staking pool
1|India’s finance ministry rules out cut in crypto tax this year|No crypto tax cut this year, says India’s finance minister
1|Sweden’s Kronfast lists bitcoin and ether ETPs in Stockholm|Kronfast debuts bitcoin, ether exchange-traded products on Nasdaq Stockholm
1|Tether freezes $12.3M in USDT tied to money laundering on Tron|Tether blocks $12.3 million USDT on Tron over laundering suspicion
1|NFT game Hollow Realms shuts down after three years|Web3 game Hollow Realms to close its servers
1|Bitcoin rebounds to $88,000 as ETF outflows ease|BTC bounces back to $88K amid slowing ETF outflows
1|Judge denies bail for founder of collapsed exchange Brightcoin|Brightcoin founder denied bail
1|Polygon to sunset zkEVM network in 2026|Polygon will shut zkEVM chain in 2026
1|UK’s FCA opens consultation on stablecoin rules|FCA seeks feedback on proposed rules for stablecoins
1|Trader loses $3M in address poisoning scam|Address poisoning attack costs crypto trader $3 million
1|Cboe proposes 24-hour trading for bitcoin ETF options|Cboe wants round-the-clock options trading on BTC ETFs
1|MicroLedger buys $50M of Solana for treasury|Public company MicroLedger adds $50 million in SOL to its balance sheet
1|Jobs data lifts bitcoin above $97K|Bitcoin climbs past $97,000 after weak jobs report
1|Sony’s blockchain unit launches layer-2 Terrane|Terrane, Sony’s Ethereum layer 2, goes live
1|Argentina’s president faces probe over memecoin promotion|Argentine prosecutors investigate president for promoting memecoin
1|Analysts cut Crestline Exchange price target ahead of earnings|Crestline Exchange gets price target cut before Q3 results
0|Crypto lender Larkfield to pay $28M to settle SEC charges|SEC charges crypto promoter with running $28M Ponzi scheme
0|Bitcoin miner Osterley Energy raises $120M to expand Texas site|Bitcoin miner Hashvale raises $60M in convertible notes
0|Visa-backed wallet Plumeria expands USDC payments|Visa expands stablecoin settlement to Solana
0|How to stake Solana in 2026|How to buy Solana in 2026
0|India’s finance ministry rules out cut in crypto tax|India’s central bank pushes for digital rupee pilot
0|Judge denies bail for founder of collapsed exchange Brightcoin|Judge denies motion to dismiss in Larkfield case
0|UK’s FCA opens consultation on stablecoin rules|UK’s FCA lifts ban on crypto ETNs for retail investors
0|Cboe proposes 24-hour trading for bitcoin ETF options|SEC delays decision on options for ether ETFs
0|Solana DeFi protocol Kelpline raises $6 million in seed funding|NFT startup Quillfin raises $6 million in seed round
0|Sony’s blockchain unit launches layer-2 Terrane|Samsung’s blockchain unit launches wallet for gamers
0|Bitcoin mining difficulty hits all-time high|Bitcoin futures open interest hits all-time high
0|What are real-world assets?|What are prediction markets?
0|Ether exchange balances drop to nine-year low|Bitcoin exchange balances rise for third week
0|Argentina’s president faces probe over memecoin promotion|Argentina’s securities regulator issues rules for tokenization
0|Why Bitcoin traders are watching the yen|Why Ether traders are watching Washington
0|Crestline Exchange posts record quarterly revenue|Crestline Exchange to launch prediction markets
0|Tether freezes $12.3M in USDT on Tron|Tether invests $100M in Italian football club
0|US lawmakers introduce bill to exempt small crypto payments from tax|US lawmakers introduce bill to ban CBDC
0|Central African Republic launches memecoin|Central African Republic launches tokenized land sale
0|Crypto market wrap: bitcoin flat, Solana leads gains|Crypto market wrap: ether slips, XRP leads losses
`,
  fifth: `
1|Exchange Wexley to delist privacy coins in Europe next month|Wexley drops Monero, Zcash for European users from next month
1|Deutsche Handelsbank plans crypto custody service in 2026|Deutsche Handelsbank to launch digital asset custody next year
1|Bitcoin ETFs log $621M outflows, second-largest on record|Investors pull $621 million from bitcoin ETFs in second-biggest daily exit
1|Senator Marlowe unveils bill to let US buy 1 million bitcoin|Marlowe’s bill would have US purchase 1 million BTC
1|DEX aggregator Swaplane suffers $5M exploit on Base|Swaplane drained of $5 million in Base exploit
1|Shiba Inu burn rate soars 4,200%|SHIB burns spike 4,200% in 24 hours
1|Payments giant Orbis in talks to buy stablecoin startup Quayside for $2B|Orbis nears $2 billion deal for stablecoin firm Quayside: report
1|Judge approves Brightcoin bankruptcy plan|Brightcoin’s bankruptcy plan gets court approval
1|Optimism unveils $25M grants round for builders|Optimism to hand out $25 million in builder grants
1|Japan to reclassify crypto as financial products|Japan’s FSA moves to treat crypto assets as financial products
1|BTC hashrate drops 15% as Texas freeze hits miners|Texas winter storm knocks 15% off Bitcoin’s hashrate
1|Kestrel Labs co-founder found guilty on money transmission charge|Jury convicts Kestrel Labs co-founder of unlicensed money transmission
1|Uniswap fee switch proposal passes with 99% support|UNI holders approve fee switch with 99% of votes
1|Strive Metals becomes first public company to hold Dogecoin|First public company adds DOGE to treasury: Strive Metals
1|Russia allows banks to offer crypto derivatives|Russian central bank permits crypto derivatives for qualified investors
0|Exchange Wexley to delist privacy coins in Europe next month|Exchange Wexley wins MiCA licence in Malta
0|Bitcoin ETFs log $621M outflows, second-largest on record|Ether ETFs log third straight week of outflows
0|Senator Marlowe unveils bill to let US buy 1 million bitcoin|Senator urges SEC to explain staking guidance
0|DEX aggregator Swaplane suffers $5M exploit on Base|Bridge protocol Hopway suffers $5M exploit on Arbitrum
0|Shiba Inu burn rate soars 4,200%|Shiba Inu whale activity soars to six-month high
0|Judge approves Brightcoin bankruptcy plan|Judge approves sale of Larkfield mining rigs
0|Payments giant Orbis in talks to buy stablecoin startup Quayside for $2B|Payments giant Orbis adds stablecoin payouts for freelancers
0|Optimism unveils $25M grants round for builders|Arbitrum unveils $10M grants round for gaming studios
0|Japan to reclassify crypto as financial products|Japan’s largest bank to issue yen stablecoin
0|How to buy Ethereum in five steps|How to bridge to Ethereum layer 2s
0|Gaming startup Wyrmhold raises $12 million in Series A led by Ridge Ventures|Identity startup Proofly raises $12 million in seed round
0|Uniswap fee switch proposal passes with 99% support|Uniswap Labs names new general counsel
0|Bitcoin’s 200-day average: what traders should know|Bitcoin’s halving: what miners should know
0|Kestrel Labs co-founder found guilty on money transmission charge|Kestrel Labs co-founder asks judge for new trial
0|Crypto-friendly lawmaker wins primary in Ohio|Crypto PACs spend $14M on Ohio primary
`,
  sixth: `
1|Coinhaven outage locks users out during bitcoin sell-off|Users locked out as Coinhaven goes down amid BTC sell-off
1|Swiss lawmakers vote down proposal for central bank bitcoin reserve|Swiss parliament rejects bitcoin reserve plan
1|Layer-1 Monolith raises $225M led by Ridge Ventures|Monolith closes $225 million round to build layer-1 blockchain
1|Ex-Celadon chief pleads guilty to securities fraud|Celadon’s former CEO enters guilty plea in fraud case
1|Ethereum stablecoin transfer volume tops $1 trillion in month|Monthly stablecoin transfers on Ethereum exceed $1T
1|Philippine regulator flags 10 unlicensed exchanges|Philippines SEC warns against ten unregistered crypto exchanges
1|Pepe whale cashes out $4.5M after 600 days|Dormant PEPE holder sells $4.5 million of tokens
1|Crypto ATM operator Bitdepot sued by Iowa over scams|Iowa attorney general sues Bitdepot over crypto ATM fraud
1|Ether ETFs hit record $1B daily inflow|Spot ETH ETFs draw $1 billion in a day for first time
1|Tether to launch US-compliant stablecoin USAX|Tether unveils USAX, its dollar token for the US market
1|Norway plans temporary ban on new bitcoin mines|Norwegian government proposes pause on new crypto mining data centers
1|Chip shortage delays Bitfern’s new miners|Bitfern pushes back delivery of mining rigs on chip shortage
0|Coinhaven outage locks users out during bitcoin sell-off|Coinhaven adds perpetual futures for US users
0|Swiss lawmakers vote down proposal for central bank bitcoin reserve|Czech central bank buys first bitcoin for test portfolio
0|Layer-1 Monolith raises $225M led by Ridge Ventures|Layer-2 Helion raises $70M led by Oak Street Capital
0|Ex-Celadon chief pleads guilty to securities fraud|Celadon creditors to get second payout
0|Ethereum stablecoin transfer volume tops $1 trillion in month|Solana DEX volume tops $100 billion in month
0|Philippine regulator flags 10 unlicensed exchanges|Indian regulator fines exchange over missing registration
0|What is an automated market maker?|What is an atomic swap?
0|Crypto ATM operator Bitdepot sued by Iowa over scams|SEC sues crypto ATM operator over unregistered token
0|Ether ETFs hit record $1B daily inflow|Ether ETFs see $73M outflow after record week
0|Tether to launch US-compliant stablecoin USAX|Ripple to launch dollar stablecoin in Japan
0|Norway plans temporary ban on new bitcoin mines|Paraguay raises power prices for bitcoin mines
0|NFT lender Gildfi raises $8 million in seed funding|Wallet maker Keyfob raises $8 million in seed extension
`,
};

export interface DeskPair {
  readonly a: string;
  readonly b: string;
  readonly isSame: boolean;
}

export const DESK_PAIRS: ReadonlyMap<string, readonly DeskPair[]> = new Map(
  Object.entries(BATCHES).map(
    ([name, lines]) => [name, lines.trim().split('\n').map(readPair)] as const,
  ),
);

function readPair(line: string): DeskPair {
  const [same = '', a = '', b = ''] = line.split('|');
  return { a, b, isSame: same === '1' };
}
