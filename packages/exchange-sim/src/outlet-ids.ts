/** Names of the simulated outlets, as in the feeds' paths and in ids of stories. */
export const OUTLET_IDS = ['wire', 'ledger', 'block-post', 'kurse'] as const;
export type OutletId = (typeof OUTLET_IDS)[number];
