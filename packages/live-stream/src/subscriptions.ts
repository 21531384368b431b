/** Stands for every coin of a channel; no coin is called so, slugs are letters, digits and dashes. */
export const EVERY_COIN = '*';

/** Who gets what: connections by channel and coin. */
export class Subscriptions<C> {
  readonly #byTopic = new Map<string, Set<C>>();

  add(connection: C, channel: string, coin: string): void {
    const topic = topicOf(channel, coin);
    const members = this.#byTopic.get(topic) ?? new Set<C>();
    this.#byTopic.set(topic, members.add(connection));
  }

  remove(connection: C, channel: string, coin: string): void {
    const topic = topicOf(channel, coin);
    const members = this.#byTopic.get(topic);
    members?.delete(connection);
    if (members?.size === 0) this.#byTopic.delete(topic);
  }

  forEach(channel: string, coin: string, visit: (connection: C) => void): void {
    this.#byTopic.get(topicOf(channel, coin))?.forEach(visit);
    this.#byTopic.get(topicOf(channel, EVERY_COIN))?.forEach(visit);
  }
}

function topicOf(channel: string, coin: string): string {
  return `${channel} ${coin}`;
}
