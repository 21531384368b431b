import type { Cache } from '@tidemark/cache/cache';
import type { Database } from '@tidemark/database/database';
import type { EventBus, SubscribeOptions, Subscription } from '@tidemark/event-bus/event-bus';
import type { Kysely } from 'kysely';

interface Grouped {
  /** Joins the group again, from its commit on. */
  join(): Promise<void>;
  leave(): Promise<void>;
}

/**
 * The ports as one of several replicas in a process has them. A test can hold its calls up as a pause of the process
 * would, and have it leave its group without hearing of it, as a broker does with a member that was silent too long.
 */
export class ReplicaLink {
  readonly bus: EventBus;
  readonly cache: Cache;
  readonly database: Database;
  /** Names of topics that the bus refuses to take from the replica. */
  readonly refused = new Set<string>();
  readonly #groups: Grouped[] = [];
  #gate: PromiseWithResolvers<void> | null = null;
  #dead = false;

  constructor(ports: { bus: EventBus; cache: Cache; database: Database }) {
    this.bus = this.#linkBus(ports.bus);
    this.cache = this.#linkCache(ports.cache);
    this.database = this.#linkDatabase(ports.database);
  }

  /** Calls of the replica wait from now on. */
  pause(): void {
    this.#gate ??= Promise.withResolvers();
  }

  resume(): void {
    this.#gate?.resolve();
    this.#gate = null;
  }

  /** The group gives the replica's partitions to the others; the replica does not hear of it. */
  async expel(): Promise<void> {
    for (const group of this.#groups) await group.leave();
  }

  /** The replica hears that it had lost its partitions, and joins again. */
  async rejoin(): Promise<void> {
    for (const group of this.#groups) await group.join();
  }

  /** Nothing of the replica reaches anybody any more. */
  async die(): Promise<void> {
    this.pause();
    await this.expel();
    this.#dead = true;
  }

  /** Lets the calls of a dead replica fail, so that it can be taken down. */
  bury(): void {
    this.resume();
  }

  async #pass(): Promise<void> {
    while (this.#gate) await this.#gate.promise;
    if (this.#dead) throw new Error('this replica is dead');
  }

  #linkBus(bus: EventBus): EventBus {
    return {
      publish: async (topic, messages) => {
        await this.#pass();
        if (this.refused.has(topic.name)) throw new Error('the bus is away');
        await bus.publish(topic, messages);
      },
      subscribe: async (topic, options) => {
        await this.#pass();
        if (options.group === undefined) return bus.subscribe(topic, options);
        const grouped = new GroupLink((own) => bus.subscribe(topic, own), options);
        this.#groups.push(grouped);
        await grouped.join();
        return grouped;
      },
      partitionFor: (topic, key) => bus.partitionFor(topic, key),
      ping: async () => {
        await this.#pass();
        if (this.refused.size > 0) throw new Error('the bus is away');
      },
      close: () => Promise.resolve(),
    };
  }

  #linkCache(cache: Cache): Cache {
    return {
      get: (key) => cache.get(key),
      getMany: (keys) => cache.getMany(keys),
      set: async (...args) => {
        await this.#pass();
        await cache.set(...args);
      },
      setIfNewer: async (...args) => {
        await this.#pass();
        return cache.setIfNewer(...args);
      },
      take: (key) => cache.take(key),
      delete: (key) => cache.delete(key),
      deleteAll: (prefix) => cache.deleteAll(prefix),
      takeToken: (key, bucket) => cache.takeToken(key, bucket),
      ping: () => cache.ping(),
      close: () => Promise.resolve(),
    };
  }

  #linkDatabase(database: Database): Database {
    return {
      as: <Tables>() => gated(database.as<Tables>(), () => this.#pass()),
      migrate: (owner, migrations) => database.migrate(owner, migrations),
      ping: () => database.ping(),
      close: () => Promise.resolve(),
    };
  }
}

/** A subscription of a group that can be left without the subscriber hearing of it. */
class GroupLink<V> implements Grouped, Subscription {
  readonly #subscribe: (options: SubscribeOptions<V>) => Promise<Subscription>;
  readonly #options: SubscribeOptions<V>;
  #current: Subscription | null = null;
  #assigned = new Set<number>();
  #heard = true;

  constructor(
    subscribe: (options: SubscribeOptions<V>) => Promise<Subscription>,
    options: SubscribeOptions<V>,
  ) {
    this.#subscribe = subscribe;
    this.#options = options;
  }

  async join(): Promise<void> {
    if (this.#assigned.size > 0) await this.#options.onRevoked?.([...this.#assigned]);
    this.#assigned.clear();
    this.#heard = true;
    this.#current = await this.#subscribe({
      ...this.#options,
      onAssigned: async (partitions) => {
        for (const partition of partitions) this.#assigned.add(partition);
        await this.#options.onAssigned?.(partitions);
      },
      onRevoked: async (partitions) => {
        if (!this.#heard) return;
        for (const partition of partitions) this.#assigned.delete(partition);
        await this.#options.onRevoked?.(partitions);
      },
    });
  }

  async leave(): Promise<void> {
    this.#heard = false;
    await this.#current?.close();
  }

  async commit(positions: Parameters<Subscription['commit']>[0]): Promise<void> {
    if (this.#heard) await this.#current?.commit(positions);
  }

  async close(): Promise<void> {
    if (this.#heard) await this.#current?.close();
  }
}

/** Every transaction waits for `pass` before it begins. */
function gated<T>(db: Kysely<T>, pass: () => Promise<void>): Kysely<T> {
  return new Proxy(db, {
    get(target, name) {
      if (name === 'transaction') return () => ({ execute: afterPass(target, pass) });
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

function afterPass<T>(db: Kysely<T>, pass: () => Promise<void>) {
  return async <R>(work: Parameters<ReturnType<Kysely<T>['transaction']>['execute']>[0]) => {
    await pass();
    return (await db.transaction().execute(work)) as R;
  };
}
