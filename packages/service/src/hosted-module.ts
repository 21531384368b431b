/**
 * A part of the process that is opened, started, drained and closed: a port's adapter, a service, the HTTP server.
 * `create` and `close` are a pair, `start` and `stop` are a pair; a module has those it needs.
 */
export interface HostedModule {
  name: string;
  /** Names of the modules that are up before this one, and go down after it. */
  needs: readonly string[];
  /** Opens what the module is made of. Every module is created before any is started. */
  create?(): Promise<void> | void;
  /** Starts the work and resolves once it runs; the signal is aborted when the process is to stop. */
  start?(signal: AbortSignal): Promise<void>;
  /** Drains: nothing accepted is lost. Called once, and only after `start` has resolved. */
  stop?(): Promise<void>;
  /** Gives back what `create` opened, after every module has stopped. */
  close?(): Promise<void>;
  /** Null when ready, else what is waited for, in words. */
  waitingFor?(): string | null;
}
