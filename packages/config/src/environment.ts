import type { Environment } from './load-config.ts';

/** The variables this process was started with. */
export function processEnvironment(): Environment {
  return process.env;
}
