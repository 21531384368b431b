import { stemOf } from './stem.ts';

const stems = (words: string): string[] => words.split(' ').map(stemOf);

/** Words that say nothing of what a headline is about; those of direction (up, above) are not among them. */
export const EMPTY_WORDS: ReadonlySet<string> = new Set([
  ...(
    'a an the of to in on at by for from with and or but as is are was were be been being am it its this that these those ' +
    'he she they them his her their we our you your i my me us who which what when where why how than then so if not no do does did ' +
    'has have had will would can could may might should shall must into onto out off about after before amid among during while ' +
    'via per more most less just only also now still yet again over here there s t re ve ll d heres theres whats'
  ).split(' '),
  ...stems('here there being says said say'),
]);

/** Stems of words that many headlines about crypto have, by the share of headlines that do, roughly. */
export const COMMON_SHARES: ReadonlyMap<string, number> = new Map([
  ...stems(
    'crypto price market coin token blockchain exchange trading trader digital asset cryptocurrency',
  ).map((stem) => [stem, 0.06] as const),
  ...stems(
    'new first today week day month year happen daily weekly news update live analysis report here time top biggest big best ' +
      'bull bear bullish bearish rally high low record launch buy sell raise rise fall hit say see look make take get back next ' +
      'analyst expert investor fund company firm million billion trillion us usd dollar million platform network protocol ' +
      'altcoin predict prediction forecast explain guide recap roundup brief morning evening wrap watch need know thing follow move matter miss read mean use ' +
      'early late latest past last old quarter number story people world ' +
      'newsletter podcast episode opinion interview podcast ahead key level',
  ).map((stem) => [stem, 0.04] as const),
  ...stems(
    'etf defi nft stablecoin wallet sec bank payment stock share ceo law bill rule government treasury holding reserve inflow ' +
      'outflow support partner hack exploit lawsuit whale mine miner stake yield lend web3 ai institutional adopt list approve ' +
      'plan set offer product service user data way strategy global startup fund funding round seed end start open ' +
      'industry regulator regulation regulatory central decentralized finance financial project community development team ' +
      'developer member board chief head executive series valuation venture capital balance sheet legal tender infrastructure ' +
      'governance reward credit debit card app game gaming issue tool solution system account customer client retail security ' +
      'commission agency authority official law court judge case charge country state minister parliament senate senator ' +
      'bitcoin ethereum spot future option leverage liquid liquidity staking validator chain layer bridge mainnet testnet upgrade ' +
      'supply demand volume value worth loss profit revenue income earning result share cap dominance index level support ' +
      'resistance breakout momentum sentiment swap pool vote proposal dao community auction sale collection art artist bored ape ' +
      'address transaction fee cost tax audit reserve peg cash dollar euro gold oil rate inflation fed job economy macro trade ' +
      'tariff risk concern fear hope confidence record all-time growth drive boost back add remain return turn come go hold keep ' +
      'expand move join build create develop bring give pay send receive receive allow let help try want need face near join ' +
      'announce reveal confirm warn claim believe suggest tell ask call seek urge target aim expect likely potential possible ' +
      'big small large major massive huge strong weak early late next former co founder president director partner group file filing ipo public ' +
      'behind form pattern chart cross entity unit arm issuer lawmaker governor lawsuit deal settle investigation probe staff labs capital holdings inc',
  ).map((stem) => [stem, 0.02] as const),
  ...Array.from({ length: 111 }, (_, i) => [`${1990 + i}`, 0.02] as const),
  ['coin:bitcoin', 0.3],
  ['coin:ethereum', 0.15],
  ...['xrp', 'solana', 'dogecoin', 'bnb', 'cardano', 'tether', 'usd-coin'].map(
    (coin) => [`coin:${coin}`, 0.03] as const,
  ),
]);
