/** What the bus needs of a logger; pino's fits. */
export interface BusLogger {
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export const silentLogger: BusLogger = { warn: () => {}, error: () => {} };
