import { stat } from 'node:fs/promises';
import type { Clock } from '@tidemark/clock/clock';
import { readWebFiles, type WebFile } from './web-files.ts';

export type WebFiles = ReadonlyMap<string, WebFile>;

/** How old an answer on whether the folder has changed may be. */
const FRESH_MS = 1_000;

/** The built web app; a build that is made while the server runs is read when the next page is asked for. */
export class WebFolder {
  readonly #path: string;
  readonly #clock: Clock;
  #files: Promise<WebFiles | null> | null = null;
  #version: string | null = null;
  #checkedAt = -Infinity;

  constructor(path: string, clock: Clock) {
    this.#path = path;
    this.#clock = clock;
  }

  /** The files by URL path; null while the app is not built. */
  async files(): Promise<WebFiles | null> {
    const now = this.#clock.monotonic();
    if (now - this.#checkedAt >= FRESH_MS || !this.#files) {
      this.#checkedAt = now;
      await this.#check();
    }
    return this.#files;
  }

  /** A build replaces the folder, or adds to it: either changes what `stat` says. */
  async #check(): Promise<void> {
    const found = await stat(this.#path).catch(() => null);
    const version = found && `${found.ino} ${found.mtimeMs}`;
    if (this.#files && version === this.#version) return;
    this.#version = version;
    this.#files = readWebFiles(this.#path).catch(() => {
      // A file went away meanwhile: the build is under way. Read again at the next check.
      this.#version = null;
      return null;
    });
  }
}
