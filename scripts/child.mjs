import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './root.mjs';

/** What a person or a system ends a program with. */
export const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const PARENT_CHECK_MS = 500;
/** Where Node.js keeps what it made of our sources: a process that finds it there starts in two thirds of the time. */
const NODE_COMPILE_CACHE = join(ROOT, 'node_modules', '.cache', 'node');

/**
 * Runs a program in the repository's folder to its end, passing signals on to it.
 * `output`: `show` (default), or `keep` to get it back.
 * Resolves with the exit code (128 + n when signal n ended it) and what was kept.
 */
export function runChild(command, args, { env = {}, output = 'show' } = {}) {
  const stdio = output === 'show' ? 'inherit' : ['ignore', 'pipe', 'pipe'];
  const child = spawn(command, args, {
    cwd: ROOT,
    stdio,
    env: { NODE_COMPILE_CACHE, ...process.env, ...env },
  });
  const forward = (signal) => child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, forward);
  const unwatch = whenOrphaned(() => forward('SIGTERM'));
  const kept = [];
  child.stdout?.on('data', (chunk) => kept.push(chunk));
  child.stderr?.on('data', (chunk) => kept.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      unwatch();
      for (const name of SIGNALS) process.off(name, forward);
      const text = Buffer.concat(kept).toString('utf8');
      resolve({ code: code ?? 128 + constants.signals[signal], signal, text });
    });
  });
}

/** npm passes a signal to the shell between it and us; the shell may end of it without telling us. */
function whenOrphaned(callback) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== parent) callback();
  }, PARENT_CHECK_MS);
  return () => clearInterval(timer);
}

/** Runs npm, the same that runs this script if any. */
export function runNpm(args, options) {
  const { npm_execpath: npm } = process.env;
  return npm ? runChild(process.execPath, [npm, ...args], options) : runChild('npm', args, options);
}
