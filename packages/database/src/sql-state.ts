/** SQLSTATEs that a service may want to tell apart. */
export const SQL_STATE = {
  UNIQUE_VIOLATION: '23505',
  FOREIGN_KEY_VIOLATION: '23503',
  CHECK_VIOLATION: '23514',
  DISK_FULL: '53100',
} as const;

/** The SQLSTATE of an error of any adapter; undefined when it is no error of PostgreSQL's. */
export function sqlStateOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}
