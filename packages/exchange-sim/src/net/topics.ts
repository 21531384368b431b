/** Which connections listen to which topic. */
export class Topics<C extends object> {
  readonly #listeners = new Map<string, Set<C>>();
  readonly #topics = new Map<C, Set<string>>();
  /** Grows whenever a topic gains or loses a connection. */
  version = 0;

  add(connection: C, topic: string): void {
    this.version += 1;
    entry(this.#listeners, topic).add(connection);
    entry(this.#topics, connection).add(topic);
  }

  remove(connection: C, topic: string): void {
    this.version += 1;
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
}

function entry<K, V>(map: Map<K, Set<V>>, key: K): Set<V> {
  const known = map.get(key);
  if (known) return known;
  const made = new Set<V>();
  map.set(key, made);
  return made;
}
