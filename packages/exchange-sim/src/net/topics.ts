/** Which connections listen to which topic. */
export class Topics<C extends object> {
  readonly #listeners = new Map<string, Set<C>>();
  readonly #topics = new Map<C, Set<string>>();

  add(connection: C, topic: string): void {
    entry(this.#listeners, topic).add(connection);
    entry(this.#topics, connection).add(topic);
  }

  remove(connection: C, topic: string): void {
    const listeners = this.#listeners.get(topic);
    listeners?.delete(connection);
    if (listeners?.size === 0) this.#listeners.delete(topic);
    this.#topics.get(connection)?.delete(topic);
  }

  drop(connection: C): void {
    for (const topic of [...this.of(connection)]) this.remove(connection, topic);
    this.#topics.delete(connection);
  }

  /** The topics of a connection, in the order they were asked for. */
  of(connection: C): ReadonlySet<string> {
    return this.#topics.get(connection) ?? new Set();
  }

  /** Undefined when nobody listens. */
  listeners(topic: string): ReadonlySet<C> | undefined {
    return this.#listeners.get(topic);
  }

  /** Topics that somebody listens to. */
  active(): Iterable<string> {
    return this.#listeners.keys();
  }

  get empty(): boolean {
    return this.#listeners.size === 0;
  }
}

function entry<K, V>(map: Map<K, Set<V>>, key: K): Set<V> {
  const known = map.get(key);
  if (known) return known;
  const made = new Set<V>();
  map.set(key, made);
  return made;
}
