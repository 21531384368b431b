import type { AlertFiring } from '@tidemark/contracts/alert';

/** So many ids are kept: what comes again comes soon. */
const MOST = 500;

/** Reads a firing that a stream tells; null where it is none that can be told on. */
export function readFiring(data: object): AlertFiring | null {
  const told: Readonly<Record<string, unknown>> = { ...data };
  const texts = ['firing_id', 'alert_id', 'name', 'rule', 'coin_id'];
  const numbers = ['told_at', 'value'];
  const fits =
    texts.every((name) => typeof told[name] === 'string') &&
    numbers.every((name) => typeof told[name] === 'number');
  return fits ? (data as AlertFiring) : null;
}

/**
 * Takes what a stream tells, which may tell a firing twice, and again what was there before: gives on what is new, once
 * each. What comes before it is known how far the past goes is kept until then.
 */
export class HeardFirings {
  readonly #ids = new Set<string>();
  readonly #onNew: (firing: AlertFiring) => void;
  #waiting: AlertFiring[] | null = [];
  /** When the newest that is not new was told, epoch ms by the server's clock. */
  #past = 0;

  constructor(onNew: (firing: AlertFiring) => void) {
    this.#onNew = onNew;
  }

  /** A connection begins: what it tells may be of the past. */
  begin(): void {
    this.#waiting ??= [];
  }

  /** What was told up to then is of the past. @param past epoch ms; null: there is none; undefined: nobody knows */
  knowPast(past: number | null | undefined): void {
    const waiting = this.#waiting ?? [];
    const known = past === undefined ? waiting.map(({ told_at }) => told_at) : [past ?? 0];
    this.#past = Math.max(this.#past, ...known);
    this.#waiting = null;
    for (const firing of waiting) this.#tell(firing);
  }

  hear(firing: AlertFiring): void {
    if (this.#ids.has(firing.firing_id)) return;
    this.#ids.add(firing.firing_id);
    for (const id of this.#ids) {
      if (this.#ids.size <= MOST) break;
      this.#ids.delete(id);
    }
    if (this.#waiting === null) this.#tell(firing);
    else this.#waiting.push(firing);
  }

  #tell(firing: AlertFiring): void {
    if (firing.told_at > this.#past && !firing.seen) this.#onNew(firing);
  }
}
