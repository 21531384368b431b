/** What headlines tell, by kind: what a kind is worth is learnt, and its sign is what one would expect. */
export interface EventWords {
  /** Shown to people as what decided. */
  readonly event: string;
  readonly sign: 1 | -1;
  /** Verbs, of which every regular form counts. */
  readonly verbs: string;
  /** Words as they are, and phrases with `_` between their words. */
  readonly words: string;
}

/** Written for Tidemark by what these words mean, not taken from a list. */
export const EVENTS: readonly EventWords[] = [
  {
    ...{ event: 'launch', sign: 1 },
    verbs: 'launch release unveil introduce debut deploy enable activate ship',
    words:
      'live goes_live rolls_out rolled_out rollout roll_out opens_up kicks_off kickoff unveiling mainnet arrives now_available now_supports now_accepts coming_to comes_to brings begins_offering starts_offering goes_public ships_with learns debuts first_ever rolling_out switches_on switched_on open_beta public_beta early_access hits_shelves pilots piloting',
  },
  {
    ...{ event: 'building', sign: 1 },
    verbs: 'build develop create design complete finalize finish improve enhance optimize',
    words:
      'built upgrade upgrades upgraded upgrading revamp revamps improvement milestone breakthrough innovation innovative faster cheaper scalability scaling picked selected chosen halves_block_time audited passes_vote passes_audit ahead_of_schedule cuts_fees cut_fees slashes_fees lowers_fees lower_fees fee_cut zero_fee zero_fees fee_free gas_free gasless paves_way paves_the_way paving_way paving_the_way smoothly without_a_hitch without_incident without_a_hiccup overhauls revamped',
  },
  {
    ...{ event: 'partnership', sign: 1 },
    verbs: 'partner team integrate collaborate cooperate join merge connect',
    words:
      'partnership partnerships alliance collaboration joins_forces teams_up team_up teaming_up joint_venture mou signs_deal consortium integration ties_up tapped taps tapped_by sponsors joins inks enlists strikes_deal naming_rights selects signs_on',
  },
  {
    ...{ event: 'listing', sign: 1 },
    verbs: 'relist',
    words:
      'listing listings adds_support now_trading available_on tradable lists relisted adds supports supported will_support to_support support_for to_list will_list gets_listed now_listed listed_on',
  },
  {
    ...{ event: 'money comes', sign: 1 },
    verbs: 'invest acquire buy purchase allocate',
    words:
      'raises raised raise raising funding investment acquisition bought buys acquires backing series_a series_b series_c round inflow inflows grant accumulates accumulate accumulating accumulation unicorn attracts attract flocking flock hoards windfall donation donates donated charter sells_out oversubscribed adds_btc pours pouring seed_round seed_funding seed_stage pre_seed #_seed series_d bags_# nets_# nabs_# lands_# secures_# commits_# pledges_# closes_#_million closes_#_series closes_#_seed closes_#_round closes_round closes_seed closes_series closes_funding fetches_# earmarks scoops_up scoop_up snaps_up snap_up loads_up_on stake_in injects buyback buybacks buy_back',
  },
  {
    ...{ event: 'adoption', sign: 1 },
    verbs: 'accept adopt embrace expand hire appoint recruit onboard welcome poach',
    words:
      'adoption accepting accepted mainstream expansion expands_to legal_tender appoints hires opens_office opens pays_in tokenizes tokenize tokenization will_take starts_paying payment_options takes_bitcoin can_now lets_users offers launches_payments sign_ups warming_up_to warms_to softens_stance softer_line lures_executive',
  },
  {
    ...{ event: 'a right is won', sign: 1 },
    verbs: 'approve license authorize legalize legitimize clear dismiss exempt win pardon',
    words:
      'approval approved licence licences licenses licensed green_light greenlights nod won wins victory registered compliant lifts_ban lift_ban unban overturned overturns clarity legalises legalised scraps_vat free_of_tax waives waived relaxes relax eases eased unblocks thrown_out throws_out strikes_down voted_down vote_down sides_with unfreezes apologises_to unfounded no_wrongdoing not_a_security settles permits permit allows allow legalize green_lights tax_free tax_break tax_breaks exemption exemptions acquits acquitted acquittal prevails prevail prevailed tosses tossed vindicated drops_lawsuit drops_case drops_charges drops_suit drops_probe drops_investigation drops_ban drops_appeal ends_ban ends_probe ends_inquiry ends_investigation closes_probe closes_inquiry closes_investigation case_dropped charges_dropped probe_dropped suit_dropped lawsuit_dropped ban_lifted lifting_ban ban_overturned sanctions_lifted restrictions_lifted lifts_sanctions lifts_restrictions lifts_suspension scraps_ban scraps_tax scraps_rule safe_harbor safe_harbour no_action without_action upholds_dismissal recognizes recognises legal_certainty exonerated',
  },
  {
    ...{ event: 'rise', sign: 1 },
    verbs:
      'surge soar rally jump climb gain rise rebound recover spike skyrocket rocket boost bounce advance outperform exceed surpass double triple grow strengthen increase extend reclaim smash shatter clinch regain',
    words:
      'up higher highs ath records rose risen grew grown growth bullish gains uptick rallying breakout breaks_out breaks_above break_above above tops topping boom booming beats beat outpaces outpace stronger momentum recovery green rebounding profitable undervalued golden_cross ready_for optimism optimistic confident confidence upbeat supercycle lifts lifted firmer triples doubled doubles quadruple quadruples quintuples busiest richer swells flips_positive snaps decouples erased_losses gained buoyed buoyant higher_than profit_rose profit_rises swings_to_profit turned_profitable raises_guidance raises_outlook upgraded_to beats_estimates all_time_high record_high record_highs new_record fresh_record fresh_high new_high new_highs year_high month_high week_high day_high nears_record shatters_record breaks_record breaks_resistance breaks_downtrend blasts_past blasts_through blasts_above pops pumps upside bottom_is_in found_a_bottom has_bottomed bottomed_out bottoms_out short_squeeze buy_signal bull_flag inverse_head_and_shoulders shrugs_off shrug_off explodes thaws thaw overtakes overtake takes_off catches_fire catch_fire eyes_# eyeing_# targets_# nears_# narrows_loss narrows_losses loss_narrows losses_narrow outflows_slow outflows_ease fear_fades fears_fade fears_ease jitters_ease erases_losses',
  },
  {
    ...{ event: 'put right', sign: 1 },
    verbs:
      'restore resume return refund repay reimburse fix patch prevent resolve reopen thwart rescue reinstate reassure refute foil replenish compensate',
    words:
      'restored returned repaid repayment compensates compensation fixed safer reopens resumes bounty recovered foiled resolved sealed survives survived made_whole unaffected back_online stopped_them keeps_its_peg closed_probe white_hat white_hats claws_back claw_back clawed_back averts averted unharmed unscathed users_whole customers_whole neutralized neutralised funds_are_safe funds_safe no_coins_lost no_funds_lost exits_bankruptcy exit_bankruptcy emerges_from_bankruptcy emerge_from_bankruptcy recovers_stolen recover_stolen returns_stolen return_stolen stolen_funds_returned stolen_funds_recovered repay_creditors repays_creditors creditors_repaid creditors_to_be_repaid creditors_receive creditors_to_receive creditors_to_get',
  },
  {
    ...{ event: 'praise', sign: 1 },
    verbs: 'praise endorse defend celebrate award honor',
    words:
      'successful successfully promising benefit benefits favorite impressive revolution revolutionize love game_changer win_win trusted rejoice rejoices',
  },
  {
    ...{ event: 'theft', sign: -1 },
    verbs: 'hack exploit steal drain attack breach compromise phish loot infect hijack',
    words:
      'stolen stole theft thieves thief hacker hackers hacked exploited exploiter attackers attacker attacks malware ransomware phishing vulnerability vulnerabilities cryptojacking breached leak leaked leaks rug_pull rug rugged sim_swap scammers scammer scam scams scammed ponzi pyramid fraud fraudulent fraudster fake impersonators dump_scheme drained drains emptied empties vanishes vanished siphon siphoned siphons breach tricks ransom intruder flaw flaws impersonating counterfeit swindle swindled zero_day rug_pulls exit_scam exit_scams pump_and_dump heist heists dupes duped kidnapped kidnapping embezzled embezzlement deepfake deepfakes phony sham bogus wash_trading insider_trading manipulation manipulated extortion reentrancy address_poisoning backdoor darknet robbed robbery tainted',
  },
  {
    ...{ event: 'charge', sign: -1 },
    verbs:
      'sue charge fine arrest accuse allege indict convict jail sentence penalize seize subpoena investigate probe extradite detain raid prosecute',
    words:
      'lawsuit lawsuits sued suing charges charged arrested arrests guilty fined penalty penalties seizure seizes illegal illicit unregistered crackdown criminal crime crimes laundering cease_and_desist subpoenaed class_action complaint violations violation violated violating investigation scrutiny sanctions sanctioned warns warning warn warned alert cautions enforcement conviction defendant inquiry summoned accused prosecutors prosecutor jailed sentenced seized forfeited audited_never wiretap whistleblower subpoenas indicted wells_notice summons behind_bars prison slaps slapped ordered_to_pay misleading unlicensed unauthorized unauthorised evasion bribes bribery antitrust forfeits forfeit forfeiture cracks_down crack_down',
  },
  {
    ...{ event: 'ban', sign: -1 },
    verbs:
      'ban prohibit restrict outlaw forbid censor blacklist suspend halt delist reject deny refuse oppose curb revoke discontinue terminate abandon curtail',
    words:
      'banned banning bans prohibition prohibited suspends suspended suspension halts halted delisting delisted delists removes_from rejected rejects denied denies restrictions shuts shut_down shuts_down shutdown shutting closes closing closure pulls_out exits exit withdraws withdrawn cancels canceled cancelled scraps scrapped abandons abandoned drops_plan postponed postpones delay delays delayed setback stops stop freezes frozen freeze shelved shelves bars barred pulls removes removed removing scraps_plan walks_away walk_away pushed_back rules_out ruled_out cease_support cuts_off votes_against locked_out told_to_close void voids voided clampdown outlawed vetoes vetoed blacklists blacklisted moratorium sunsets phases_out phase_out pulls_plug pull_plug pulls_the_plug pull_the_plug backs_out unplugs unplugged parts_ways cuts_ties swears_off loses_license loses_licence revokes_license revokes_licence license_revoked licence_revoked without_a_license without_a_licence',
  },
  {
    ...{ event: 'fall', sign: -1 },
    verbs:
      'fall drop plunge crash tumble sink slump slide dip decline decrease lose collapse plummet tank retreat dump slip shed weaken wipe underperform stumble shrink falter crater reel stagnate rattle spook surrender downgrade',
    words:
      'down lower lows below under fell fallen lost losses loss losing bearish correction selloff liquidated liquidation liquidations outflow outflows wiped drawdown downturn downside weak weaker weakness slowdown worst lowest bleed bleeding bleeds pullback capitulation death_cross breaks_below break_below rejected_at struggles struggling struggle overvalued bubble panic fear fears dive dives nosedive shaky offloads offload cracking halve nosedives thinnest dwindle dwindles fizzles fizzle shrinks cools cooling gives_up gives_back tepid dry_up dries_up stalls stall sheds shed slips slip downgrade downgraded weakest worst_week lag lags lagging underwater evaporates evaporate profit_warning swings_to_loss cuts_guidance cuts_outlook lowers_guidance misses_estimates loss_of losses_of net_loss operating_loss sell_off sell_offs record_low record_lows all_time_low new_low new_lows year_low month_low week_low day_low bears_eye bears_eyeing selling_pressure sell_signal bear_flag double_top head_and_shoulders long_squeeze risk_off bloodbath carnage rout overheated headwind headwinds gloom turmoil jitters recession hawkish looming crypto_winter dents wavers waver wobbles wobble dims exodus writes_down write_down writes_off write_off writedown erases_gains dead_cat_bounce',
  },
  {
    ...{ event: 'ruin', sign: -1 },
    verbs: 'default fail liquidate bankrupt shutter',
    words:
      'bankruptcy bankrupt insolvent insolvency receivership collapsed collapses failure failed fails fallout contagion crisis layoffs lays_off laid_off cuts_jobs job_cuts fires fired resigns resigned resignation steps_down quits departs steps_aside creditors winds_down wind_down depeg depegs depegged loses_peg misses missed outage outages offline glitch congestion congested downtime folds fold nodes_stall goes_dark dashed tatters lapses empty out_of_runway lets_go cut_jobs halves_office staff_cuts redemptions shortfall unpaid victims hollow chapter_# stranded woes haircut bad_debt flops flop axes trims_staff trims_headcount cuts_staff pauses_withdrawals pauses_all_withdrawals pauses_trading pauses_deposits pauses_redemptions caps_withdrawals limits_withdrawals grinds_to_a_halt death_spiral bank_run',
  },
  {
    ...{ event: 'blame', sign: -1 },
    verbs: 'criticize slam blast condemn doubt mock threaten complain',
    words:
      'critics critic criticism worthless useless risky danger dangers dangerous threat threats threatens concern concerns concerned worry worries worried trouble troubles problem problems bad worse hurt hurts hit_by nightmare death dies kill kills killer backlash controversy controversial skeptical skepticism uncertainty uncertain fud hype overhyped lawlessness toxic harm harms harmful negative pessimistic warfare war dispute feud doubt doubts unjustified apologises regret not_worth outrage uproar ire outcry angers angering rat_poison cash_grab dead_end unsustainable irrelevance speculative vulnerable rebuke rebukes',
  },
];

/** They turn round what follows within a few words. */
export const NEGATIONS = new Set(
  "no not never without isn't won't doesn't don't didn't can't cannot couldn't wouldn't hasn't haven't aren't wasn't nor neither lacks lack unlikely refuses fails failed denies rejects avoids avoid stops halts ends refutes refuted averts averted prevents thwarts foils".split(
    ' ',
  ),
);

/** They bring in the lesser part of a headline. */
export const LESSER = new Set(
  'despite after amid amidst as following although though while since before ahead when even because whereas albeit notwithstanding'.split(
    ' ',
  ),
);

/** A headline that begins so mostly explains. */
export const EXPLAINING = new Set(
  'how what why when where who which is are can could should will would does do did here these this top five ten seven best guide explained review week weekly analysis opinion interview podcast watch has have was were inside meet explainer glossary primer recap roundup preview understanding comparing quiz profile photos podcasts op letter mailbag'.split(
    ' ',
  ),
);

export const UPWARDS = new Set(
  'up above over past tops topped reclaims hits reaches reached crosses crossed surpasses surpassed exceeds topping beyond nears eyes eyeing targets'.split(
    ' ',
  ),
);
export const DOWNWARDS = new Set('down below under off beneath sub loses'.split(' '));
