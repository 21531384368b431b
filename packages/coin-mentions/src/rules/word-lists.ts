const listOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** After a name they say that it is a project. */
export const PROJECT_NOUNS = listOf(
  'token tokens coin coins protocol network blockchain mainnet testnet foundation labs dao ecosystem validator validators staking ' +
    'staker stakers holders bulls bears price stablecoin chain rollup subnet founder cofounder airdrop bridge memecoin devs dex ' +
    'hack hacks hacker exploit collapse kurs developer developers outage outages trust wallet wallets hashgraph usdt usdc usd btc memecoins etp etps etf etfs perps smart parachain parachains l2 treasury',
);
/** What may stand between a name and such a noun. */
export const MODIFIERS = listOf(
  'liquid defi native layer 1 2 l1 l2 smart governance co spot crypto',
);
/** Before a name they say of what kind it is: "altcoin Stellar". */
export const KINDS = listOf(
  'token altcoin blockchain protocol network l1 l2 rollup lender dex memecoin chain sidechain layer coin cryptocurrency marketplace 1 2',
);
/** Of those, what is enough for a word of every other sentence that begins a clause. */
export const SURE_NOUNS = listOf(
  'founder cofounder airdrop network foundation labs dao mainnet testnet protocol blockchain stablecoin validators stakers ' +
    'ecosystem devs kurs tvl token coin exploit hack hacker exploiter outage chain',
);
/** After a name they say that it is a project where the text is about crypto. */
export const CRYPTO_NOUNS = listOf(
  'ceo cto coo exec execs whale whales holder unlock unlocks buyback buybacks proposal victims users upgrade hacker hackers ' +
    'exploiter depositors creditors lps subscribers tvl',
);
/** After a comma they say what a project was called. */
export const RENAMINGS = listOf('formerly previously ex');
/** They take a new name for an old one. */
export const REBRANDS = listOf('rebrand rebrands rebranded rebranding renamed');
/** Of those, what is plain enough beside a name in lower case. */
export const PLAIN_NOUNS = listOf('token tokens blockchain mainnet protocol memecoin');
/** Beside a ticker in upper case they say that it is one. */
export const TICKER_NOUNS = listOf(
  'token tokens coin coins price memecoin stablecoin holders usdt usdc usd wallet wallets whales etf etfs supply treasury perps airdrop staking stakers bulls bears futures unlock unlocks buyback buybacks volume kurs',
);
/** What prices do. */
export const MOVES = listOf(
  'slump slumps slumped tank tanks tanked crater craters cratered plummet plummets plummeted nosedive nosedives bounce bounces ' +
    'bounced recover recovers recovered edge edges edged ease eases eased fade fades faded reclaim reclaims reclaimed ' +
    'rally rallies rallied rallying jump jumps jumped surge surges surged surging slide slides slid plunge plunges plunged plunging ' +
    'gain gains gained drop drops dropped fall falls fell climb climbs climbed soar soars soared soaring tumble tumbles tumbled ' +
    'slip slips slipped rise rises rose sink sinks sank spike spikes spiked dip dips dipped crash crashes crashed pump pumps ' +
    'pumped dump dumps dumped skyrocket skyrockets rocket rockets rebound rebounds rebounded retreat retreats shed sheds lose ' +
    'loses lost add adds up down leap leaps advance advances decline declines hit hits lead leads outperform outperforms trade trades',
);
/** What projects do or have done to them. */
export const PROJECT_VERBS = listOf(
  'launches launched unveils introduces deploys activates upgrades integrates joins partners lists delists votes proposes burns ' +
    'mints shifts sells overtakes lays cuts ends starts opens closes passes tops denies wins faces halves doubles plans hires ' +
    'appoints names renames restores reopens pays pauses stops freezes hacked exploited drained halts resumes taps raises acquires adopts ships rolls expands adds releases completes suffers ' +
    'merges migrates forks airdrops launch deploy',
);
/** What one thing does: after a name without an article, which only a name is. Most are no nouns too. */
export const SINGULAR_VERBS = listOf(
  'votes pauses proposes hosts fuels bids tokenizes becomes loses brings makes takes gets gives goes says sees shows seeks sets sends starts stops turns tells tries wants needs keeps ' +
    'holds leaves lets looks meets offers opens orders picks plays pulls pushes puts reaches rejects replaces reveals rolls scraps ' +
    'secures sells slashes slows sparks spends stands stays strikes struggles submits sues suspends tackles teases tests topples touts ' +
    'unveils urges weighs welcomes wins withdraws works bans backs battles beats begins blames boosts breaks builds burns buys cancels ' +
    'clears climbs commits confirms considers continues creates crosses debuts defends delays discloses dominates doubles drains draws ' +
    'eases eliminates emerges enables ends enters erases escapes expects explores extends faces fends files finalizes finds fixes flips ' +
    'follows forces gears grabs grows halts heads helps hints hires ignites implements imposes improves inches invests joins kicks lags ' +
    'launches leads leans lets lifts lists locks lures manages misses mulls nears outlines outpaces outperforms overhauls overtakes owes ' +
    'passes pays pitches pivots plots pours prepares presses promises proves pursues quits raises reclaims recovers reduces refuses ' +
    'regains relaunches removes reopens repays resolves responds restarts retires retains revamps reverses revives rides rivals saves ' +
    'settles shakes shelves shines shuts sits skips snaps solves spins splits strengthens surpasses survives sweeps taps threatens ' +
    'tightens trails trims triples undergoes unites unleashes uses verifies vows warns wipes wraps eyes aims adopts activates adds agrees ' +
    'acquires airdrops integrates announces apologizes appoints approves asks blocks bets calls cuts deploys denies drops hits introduces invites ' +
    'is was has will could may might became lost brought got said saw won went made took gave left met kept rose fell sank hit set cut',
);
/** A company's name ends with one, and has another's name before it. */
export const COMPANY_ENDS = listOf(
  'holdings partners ventures industries systems technologies securities investments studios brands resources motors airlines ' +
    'foods games pictures records wagons advisors properties',
);
/** They stand before nouns that end as verbs do: "quant funds". */
export const BEFORE_NOUNS = listOf(
  'near stellar immutable lighter quant optimism harmony helium sushi sky',
);
/** Of those, what is no noun in any text: "Immutable says". */
export const PLAIN_VERBS = listOf(
  'says said blames denies confirms announces unveils launches becomes sues joins acquires introduces appoints partners reveals ' +
    'agrees admits apologizes expects plans raises is was has',
);
/** Names of what has no article when it is itself, or headlines leave it out. */
export const WITHOUT_ARTICLE = listOf('optimism harmony flow movement story helium sushi');
/** They are no nouns, so what owns something by that name is called so. */
export const NO_NOUNS = listOf('near stellar immutable lighter');
/** Names of other companies, bodies and powers too, which are subjects in any news. */
export const NAMES_OF_OTHERS = listOf(
  'sky jupiter avalanche luna venus sonic oasis cosmos flare terra maple canton babylon quant harmony optimism helium sushi curve ' +
    'render orca plasma drift ontology osmosis theta golem',
);
/** Before a name they leave room for a noun, and after it they end one. */
export const PREPOSITIONS = listOf(
  'on to via from using joins into onto over by with for in at against than after amid as taps through toward towards leaves',
);
/** Before a name they say that a venue trades it. */
export const LISTING_VERBS = listOf(
  'list lists listed listing delist delists delisted add adds support supports taps picks chooses selects integrates adopts joins ' +
    'leaves embraces buys sells dumps lista listará añade',
);
/** They begin a clause, so that what follows them is its subject. */
export const CLAUSE_STARTS = listOf(
  'and as while but when after amid why how will if since altcoin altcoins token memecoin because before or',
);
/** What the last of a list of names may do, besides moving as prices and doing as projects do. */
export const LIST_VERBS = listOf(
  'weigh weighs face faces race races battle battles join lead eye eyes see sees look looks gain struggle struggles compete ' +
    'competes agree agrees plan get gets go goes are is were was have has will could may can say says lag lags shine shines ' +
    'outshine outpace underperform follow follows extend extends hold holds make makes take takes move moves team partner show ' +
    'shows break breaks test tests turn turns bounce bounces recover recovers suffer stumble wobble stall draw draws set reach ' +
    'reaches give gives leave still also among remain remains keep keeps become becomes buck bucks defy defies survive return ' +
    'returns merge feel come comes bleed bleeds flash form sign pause pauses',
);
/** Chains and venues without a coin of their own, which stand in lists with coins. */
export const COMPANIONS = listOf(
  'base ink unichain soneium tempo binance coinbase kraken robinhood',
);
/** Names that are moods: where a price moves on one, it is the mood. */
export const MOODS = listOf('optimism harmony');
export const JOINS = listOf('and or vs versus und oder y e et');
/** A text with one of these is about crypto. */
export const CRYPTO_WORDS = listOf(
  'staker stakers unstaking exploit exploits exploited exploiter drained drains hashrate glassnode santiment messari kaiko ' +
    'saylor vitalik moonpay paxos bitgo perpetuals defillama immunefi slowmist cryptoquant 21shares tokenomics airdropped ' +
    'crypto cryptocurrency cryptocurrencies blockchain blockchains token tokens tokenized tokenization defi nft nfts stablecoin ' +
    'stablecoins web3 dao altcoin altcoins memecoin memecoins mainnet testnet validator validators staking airdrop rwa rollup ' +
    'onchain dex dapp dapps cex layer2 zk satoshi binance coinbase kraken okx bybit ' +
    'upbit bitfinex bitget kucoin bitmex bitstamp ftx grayscale polychain metamask opensea consensys fireblocks chainalysis hodl ' +
    'halving microstrategy multichain parachain parachains subnet subnets superchain whales ' +
    'metaverse airdrops kwon nakamoto buterin hodlers sequencer rollups restaking bitwise bitmine polymarket coingecko coinmarketcap ' +
    'etherscan nansen arkham lookonchain zachxbt certik peckshield wintermute tokenize tokenizes tokenizing tokenised ' +
    'tokenisation perps tvl evm zkevm multisig cryptos bitpanda bithumb htx mexc deribit depeg altseason krypto ' +
    'kryptowährung kryptowährungen kryptomarkt cripto criptomoneda criptomonedas',
);
/** Short words that are in lower case in a title too. */
export const SMALL_WORDS = listOf(
  'with from amid after over into than that above below under near against before says this will your what when where their and ' +
    'its for the are but not nor via per about between during through versus toward upon while based backed',
);
