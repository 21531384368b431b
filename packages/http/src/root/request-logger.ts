import type { FastifyBaseLogger } from 'fastify';

/** Parameters whose values open something. */
const SECRET = /([?&;](?:[\w-]*[-_])?(?:ticket|token|code|key|password|secret)=)[^&;#]*/gi;
/** The same, for names that are written with escapes. */
const ESCAPED_NAME = /[?&;][^=&;#]*%[^=&;#]*=/;

/** A URL as it may stand in a log: without the values of parameters that open something. */
export function loggedUrl(url: string): string {
  const at = url.indexOf('?');
  if (at === -1) return url;
  const query = url.slice(at);
  // Nobody of good will escapes the letters of a name; which name it is is not worth finding out.
  if (ESCAPED_NAME.test(query)) return `${url.slice(0, at)}?…`;
  return url.slice(0, at) + query.replace(SECRET, '$1…');
}

type Level = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';

/** A logger that is opened when something is asked of it. */
export class RequestLogger implements FastifyBaseLogger {
  readonly #open: () => FastifyBaseLogger;
  #opened: FastifyBaseLogger | undefined;

  constructor(open: () => FastifyBaseLogger) {
    this.#open = open;
  }

  get level(): string {
    return this.#logger.level;
  }

  set level(level: string) {
    this.#logger.level = level;
  }

  fatal(...line: unknown[]): void {
    this.#write('fatal', line);
  }

  error(...line: unknown[]): void {
    this.#write('error', line);
  }

  warn(...line: unknown[]): void {
    this.#write('warn', line);
  }

  info(...line: unknown[]): void {
    this.#write('info', line);
  }

  debug(...line: unknown[]): void {
    this.#write('debug', line);
  }

  trace(...line: unknown[]): void {
    this.#write('trace', line);
  }

  silent(): void {
    // Nothing is what it writes.
  }

  child(...options: Parameters<FastifyBaseLogger['child']>): FastifyBaseLogger {
    return this.#logger.child(...options);
  }

  get #logger(): FastifyBaseLogger {
    return (this.#opened ??= this.#open());
  }

  #write(level: Level, line: unknown[]): void {
    const logger = this.#logger;
    Reflect.apply(logger[level], logger, line);
  }
}
