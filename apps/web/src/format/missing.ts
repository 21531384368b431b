/** What stands where a value is not known. Never a zero. */
export const MISSING = '—';
