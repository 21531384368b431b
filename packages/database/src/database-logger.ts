/** What the database needs of a logger; pino's fits. */
export interface DatabaseLogger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

export const silentLogger: DatabaseLogger = { debug: () => {}, info: () => {}, warn: () => {} };
