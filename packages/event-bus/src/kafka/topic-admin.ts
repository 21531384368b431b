import { createTopicsV7, type ConnectionPool } from '@platformatic/kafka';
import { answered } from './broker-errors.ts';
import { REQUEST_TIMEOUT_MS, type Cluster } from './cluster.ts';
import { pauseMs } from './patience.ts';

/** Lets the broker choose. */
const DEFAULT_REPLICATION = -1;
const MAX_ASKED = 20;

export interface TopicShape {
  /** As the broker knows it, prefix included. */
  name: string;
  partitions: number;
}

/** Makes topics that are not there. */
export class TopicAdmin {
  readonly #cluster: Cluster;
  readonly #pool: ConnectionPool;
  readonly #ready = new Map<string, Promise<void>>();

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
    this.#pool = cluster.openPool();
  }

  /**
   * Resolves once all topics are there with as many partitions, at least; asked once a process.
   * @throws Error when a topic is there with too few partitions: keys would go elsewhere than consumers expect
   */
  ensure(topics: readonly TopicShape[]): Promise<void> {
    const key = topics.map(({ name }) => name).join(' ');
    let ready = this.#ready.get(key);
    if (!ready) {
      ready = this.#create(topics);
      this.#ready.set(key, ready);
      ready.catch(() => this.#ready.delete(key));
    }
    return ready;
  }

  async close(): Promise<void> {
    await this.#pool.close();
  }

  async #create(topics: readonly TopicShape[]): Promise<void> {
    for (const topic of topics) {
      if (await this.#isThere(topic)) continue;
      await this.#createOne(topic);
      await this.#awaitTopic(topic);
    }
  }

  /** A broker hears of a topic a little after it was made. */
  async #awaitTopic(topic: TopicShape): Promise<void> {
    for (let asked = 0; !(await this.#isThere(topic)); asked += 1) {
      if (asked === MAX_ASKED) throw new Error(`The topic "${topic.name}" does not appear.`);
      await this.#cluster.clock.sleep(pauseMs(0));
    }
  }

  async #isThere({ name, partitions }: TopicShape): Promise<boolean> {
    const metadata = await this.#cluster.refresh(name).catch((error: unknown) => {
      if (isNotThere(error)) return undefined;
      throw error;
    });
    const found = metadata?.topics.get(name);
    if (!found) return false;
    if (found.partitionsCount >= partitions) return true;
    const has = `has ${found.partitionsCount} partitions instead of ${partitions}`;
    throw new Error(`The topic "${name}" ${has}.`);
  }

  async #createOne({ name, partitions }: TopicShape): Promise<void> {
    const connection = await this.#cluster.connectToAny(this.#pool);
    const request = {
      name,
      numPartitions: partitions,
      replicationFactor: DEFAULT_REPLICATION,
      assignments: [],
      configs: [],
    };
    try {
      await createTopicsV7.api.async(connection, [request], REQUEST_TIMEOUT_MS, false);
    } catch (error) {
      if (!answered(error, 'TOPIC_ALREADY_EXISTS')) throw error;
    }
  }
}

/** The client library turns the broker's answer into a plain error of its own. */
function isNotThere(error: unknown): boolean {
  if (answered(error, 'UNKNOWN_TOPIC_OR_PARTITION', 'LEADER_NOT_AVAILABLE')) return true;
  return error instanceof Error && error.message.startsWith('Unknown topic');
}
