/**
 * The environment that a process under test begins with: nothing of ours but the programs to be found, and where Node.js
 * keeps what it made of the sources, without which each start takes half a second longer.
 */
export function bareEnv(): NodeJS.ProcessEnv {
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  return { PATH, NODE_COMPILE_CACHE };
}
