import type { Topic } from '@tidemark/contracts/topics';
import Type, { type Static } from 'typebox';
import type { BusLogger } from './event-bus.ts';

/** A message that could not be decoded, or did not fit its topic's schema. */
export const DeadLetterSchema = Type.Object({
  topic: Type.String(),
  partition: Type.Integer(),
  offset: Type.Integer(),
  key: Type.String(),
  value: Type.String({ description: 'the text as it was on the bus' }),
  reason: Type.String(),
});
export type DeadLetter = Static<typeof DeadLetterSchema>;

/** The topic that takes what `topic` could not deliver: `<topic>.dead`. */
export function deadLetterTopic(topic: Pick<Topic, 'name'>) {
  return { name: `${topic.name}.dead`, partitions: 1, schema: DeadLetterSchema } as const;
}

/** So many different reasons are named in the log; what is refused for others is counted only. */
const MAX_KNOWN = 100;

/** Why messages were refused: each reason is news once. */
export class Reasons {
  readonly #known = new Set<string>();

  isNew(reason: string): boolean {
    if (this.#known.has(reason) || this.#known.size >= MAX_KNOWN) return false;
    this.#known.add(reason);
    return true;
  }
}

/** Says in the log that a message went to the dead letters, for each reason once. */
export class DeadLetterLog {
  readonly #reasons = new Reasons();
  readonly #logger: BusLogger;

  constructor(logger: BusLogger) {
    this.#logger = logger;
  }

  say({ topic, partition, offset, reason }: DeadLetter): void {
    if (!this.#reasons.isNew(`${topic} ${reason}`)) return;
    this.#logger.warn({ topic, partition, offset, reason }, 'a message went to the dead letters');
  }
}
