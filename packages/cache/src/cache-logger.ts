/** What a cache needs of a logger; pino's fits. */
export interface CacheLogger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

export const silentLogger: CacheLogger = { info: () => {}, warn: () => {} };
