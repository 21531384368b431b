/** Bounds of a rule: whoever writes one may be a stranger, and it is then worked out on every bar. */
export const RULE_LIMITS = {
  /** Of the text as it came, and of its canonical text, which spells out default parameters. */
  characters: 500,
  /** Parentheses, `not` and signs inside one another. */
  depth: 20,
  /** Different ones; `rsi(14)` twice is one. */
  indicators: 20,
  /** The most that `close[n]` looks back. */
  barsAgo: 500,
} as const;
