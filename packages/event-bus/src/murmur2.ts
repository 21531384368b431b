const SEED = 0x9747b28c;
const M = 0x5bd1e995;
const R = 24;

const encoder = new TextEncoder();

/**
 * MurmurHash2 as Kafka's default partitioner computes it, a signed 32-bit integer.
 * Source: org.apache.kafka.common.utils.Utils#murmur2.
 */
export function murmur2(bytes: Uint8Array): number {
  const { length } = bytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset, length);
  let hash = SEED ^ length;
  const aligned = length - (length % 4);
  for (let at = 0; at < aligned; at += 4) {
    let word = Math.imul(view.getInt32(at, true), M);
    word = Math.imul(word ^ (word >>> R), M);
    hash = Math.imul(hash, M) ^ word;
  }
  return finish(mixTail(hash, bytes, aligned));
}

/** Partition of a key: Kafka's `toPositive(murmur2(key's UTF-8 bytes)) % partitions`. */
export function partitionOf(key: string, partitions: number): number {
  return (murmur2(encoder.encode(key)) & 0x7fffffff) % partitions;
}

function mixTail(start: number, bytes: Uint8Array, aligned: number): number {
  let hash = start;
  const left = bytes.length - aligned;
  if (left > 2) hash ^= (bytes[aligned + 2] ?? 0) << 16;
  if (left > 1) hash ^= (bytes[aligned + 1] ?? 0) << 8;
  if (left > 0) hash = Math.imul(hash ^ (bytes[aligned] ?? 0), M);
  return hash;
}

function finish(start: number): number {
  let hash = start ^ (start >>> 13);
  hash = Math.imul(hash, M);
  return hash ^ (hash >>> 15);
}
