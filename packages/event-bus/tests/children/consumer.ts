import { kafkaBus } from '../kafka-under-test.ts';
import Type from 'typebox';

/** A member of group `g` in a process of its own, to be killed; says what happens, one JSON line each. */
const [name = '', partitions = '1', prefix = '', commit = 'auto'] = process.argv.slice(2);
const topic = { name, partitions: Number(partitions), schema: Type.Integer() };

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

await kafkaBus({ prefix }).subscribe(topic, {
  group: 'g',
  commit: commit === 'manual' ? 'manual' : 'auto',
  onBatch: (messages) => say({ got: messages.map(({ value }) => value) }),
  onAssigned: async (assigned) => say({ assigned }),
});
say({ ready: true });
