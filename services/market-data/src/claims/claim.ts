/** A replica's claim to the books of a partition of `trades`; any later claim to it has a higher epoch and voids it. */
export interface Claim {
  readonly partition: number;
  readonly epoch: number;
}

/** Another claim voided these: nothing of what was to be written with them was written. ADR 0008. */
export class FencedError extends Error {
  readonly claims: readonly Claim[];

  constructor(claims: readonly Claim[]) {
    super(`partitions ${claims.map((claim) => claim.partition).join(', ')} have another owner`);
    this.name = 'FencedError';
    this.claims = claims;
  }
}
