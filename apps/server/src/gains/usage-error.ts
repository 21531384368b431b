/** What was asked for cannot be done; the message says why, to a person. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
