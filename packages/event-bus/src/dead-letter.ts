import type { Topic } from '@tidemark/contracts/topics';
import Type, { type Static } from 'typebox';

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
