import type { SignedIn } from '@tidemark/contracts/session';
import type { Database } from '@tidemark/database/database';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { ask, register } from './client.ts';
import {
  emptyUsersDatabase,
  openUsersDatabase,
  startUsers,
  type UsersUnderTest,
} from './users-app.ts';

/** The service, anew for each test of the file, and what is often asked of it. */
type Instead = Parameters<typeof startUsers>[1];

export interface UsersRig extends Pick<UsersUnderTest, 'app' | 'parts' | 'clock' | 'cache'> {
  database: Database;
  /** Starts anew over the same accounts. */
  restart(instead: Instead): Promise<void>;
  as(who: SignedIn): Person;
  register(username: string): Promise<SignedIn>;
  /** Names of the events that were recorded, oldest first. */
  events(userId?: string): Promise<string[]>;
}

type Method = Parameters<typeof ask>[1];

export interface Person {
  ask<T = unknown>(method: Method, path: string, body?: object): ReturnType<typeof ask<T>>;
}

/** Sets the service up for a file of tests; call at its top. `instead` is asked before each test. */
export function usersRig(instead: () => Instead = () => ({})): UsersRig {
  let database: Database & AsyncDisposable;
  let running: UsersUnderTest;
  beforeAll(async () => {
    database = await openUsersDatabase();
  });
  afterAll(() => database[Symbol.asyncDispose]());
  beforeEach(async () => {
    await emptyUsersDatabase(database);
    running = await startUsers(database, instead());
  });
  afterEach(() => running.close());
  return {
    get database() {
      return database;
    },
    get app() {
      return running.app;
    },
    get parts() {
      return running.parts;
    },
    get clock() {
      return running.clock;
    },
    get cache() {
      return running.cache;
    },
    restart: async (other) => {
      await running.close();
      running = await startUsers(database, other);
    },
    as: (who) => ({
      ask: (method, path, body) =>
        ask(running.app, method, `/api/users/${path}`, { as: who, ...(body && { body }) }),
    }),
    register: (username) => register(running.app, username),
    events: async (userId) => {
      const query = running.parts.db.selectFrom('security_events').select('event').orderBy('id');
      const rows = await (userId ? query.where('user_id', '=', userId) : query).execute();
      return rows.map(({ event }) => event);
    },
  };
}
