/**
 * Which of what one has is disposed of.
 * - `fifo`, `lifo`: the lot acquired first, last. `hifo`, `lofo`: the dearest, the cheapest; lots of unknown cost come last.
 * - `average`: no lot, but a part of the whole at its average cost; a position that was closed is forgotten.
 * - `uk_pool`: what was acquired on the same day, then within the 30 days after, then the section 104 pool.
 */
export const METHODS = ['fifo', 'lifo', 'hifo', 'lofo', 'average', 'uk_pool'] as const;

export type Method = (typeof METHODS)[number];
