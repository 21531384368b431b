/** Runs tasks one at a time. */
export type OneAtATime = <T>(task: () => Promise<T>) => Promise<T>;

const LOCK = 'tidemark:session';

/**
 * One at a time over all tabs of this origin. Where the browser has no locks, which is on pages that came over plain
 * http from another host, no session is kept either, and tasks just run.
 */
export const oneOfAllTabs: OneAtATime = async (task) => {
  const locks = (navigator as Partial<Navigator>).locks;
  return locks === undefined ? task() : await locks.request(LOCK, task);
};
