import type { IncidentKind } from '../incident.ts';

/**
 * An outlet's headlines of each kind of incident. `{coin}`, `{symbol}`, `{percent}` (of the move), `{price}` (with its currency),
 * `{firm}` and `{millions}` (of dollars, without a currency) stand for what it is about.
 */
export type Wording = Readonly<Record<IncidentKind, readonly string[]>>;
