import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { bareEnv } from '../process-env.ts';
import { endsWithUs } from './reaper.ts';

/** What is run, and where its output goes. */
export interface ProcessPlan {
  name: string;
  /** Of the repository, for Node: the file and its arguments. */
  args: readonly string[];
  /** All of its environment beside `bareEnv`. */
  env: Readonly<Record<string, string>>;
  /** Output and errors of all its runs, one after another. */
  logFile: string;
}

/** How a run ended: by itself with `code`, or by `signal`. */
export interface Ending {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** A Node process that is started and ended any number of times; its output goes to a file. */
export class LoggedProcess {
  readonly plan: ProcessPlan;
  #child: ChildProcess | null = null;
  #ended: Promise<Ending> = Promise.resolve({ code: null, signal: null });

  constructor(plan: ProcessPlan) {
    this.plan = plan;
    mkdirSync(dirname(plan.logFile), { recursive: true });
  }

  /** Null while it does not run. */
  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  /** How its latest run ended; resolves when it has. */
  get ended(): Promise<Ending> {
    return this.#ended;
  }

  /** @throws Error when it runs already */
  start(): void {
    if (this.#child) throw new Error(`${this.plan.name} runs already`);
    const log = openSync(this.plan.logFile, 'a');
    const child = spawn(process.execPath, [...this.plan.args], {
      stdio: ['ignore', log, log],
      env: { ...bareEnv(), ...this.plan.env },
    });
    closeSync(log);
    endsWithUs(child);
    this.#child = child;
    this.#ended = once(child, 'exit').then(([code, signal]) => {
      this.#child = null;
      return { code: code as number | null, signal: signal as NodeJS.Signals | null };
    });
  }

  /** Sends the signal and waits for the end; at once when it does not run. */
  async end(signal: NodeJS.Signals): Promise<Ending> {
    this.#child?.kill(signal);
    return this.#ended;
  }

  /** The last lines of its output, for whoever looks into a failure. */
  tail(lines = 40): string {
    const { logFile, name } = this.plan;
    if (!existsSync(logFile)) return `--- ${name}: no output\n`;
    const all = readFileSync(logFile, 'utf8').trimEnd().split('\n');
    return `--- ${name} (${logFile}), last lines\n${all.slice(-lines).join('\n')}\n`;
  }
}
