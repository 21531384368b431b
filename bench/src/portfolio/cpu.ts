/** CPU time of this process, with its collector's threads, that work took in the best of its rounds after one to warm up; ms. */
export function bestCpu(rounds: number, work: () => unknown): number {
  work();
  const times = Array.from({ length: rounds }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  });
  return Math.min(...times);
}
