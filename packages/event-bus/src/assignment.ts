/**
 * Which partitions each member gets: runs of nearly equal length in the order of the members, as Kafka's range
 * assignor gives them. Members beyond the number of partitions get none.
 */
export function assignPartitions(partitions: number, members: number): number[][] {
  const assigned: number[][] = [];
  for (let member = 0; member < members; member += 1) {
    const from = Math.floor((member * partitions) / members);
    const to = Math.floor(((member + 1) * partitions) / members);
    assigned.push(Array.from({ length: to - from }, (_, i) => from + i));
  }
  return assigned;
}
