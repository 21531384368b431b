import type { Cache } from '@tidemark/cache/cache';
import type { Clock } from '@tidemark/clock/clock';
import type { Database } from '@tidemark/database/database';
import type { EventBus } from '@tidemark/event-bus/event-bus';
import type { Logger } from '@tidemark/telemetry/logger';
import type { Metrics } from '@tidemark/telemetry/metrics';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Migration } from 'kysely/migration';
import type { Static, TObject } from 'typebox';
import type { InstanceSecret } from './instance-secret.ts';

/** What a service may ask for. Logger, metrics, clock and the market's kind are always there. */
export interface Ports {
  database: Database;
  cache: Cache;
  bus: EventBus;
  secret: InstanceSecret;
}
export type PortName = keyof Ports;

/** `simulated`: the exchanges that are read are the simulator. */
export type MarketKind = 'live' | 'simulated';

export interface Platform {
  clock: Clock;
  logger: Logger;
  metrics: Metrics;
  market: MarketKind;
  process: ProcessIdentity;
}

/** Which process this is, among those of the same system. */
export interface ProcessIdentity {
  /** Unique among all replicas of all services, such as `market-data-7f3a9c`. */
  name: string;
  /** Services that run in this process; the others are reached over HTTP. */
  services: ReadonlySet<string>;
}

/** What `create` gets: the declared ports, the service's own config, and the platform. */
export type Context<Needs extends PortName, Config> = Platform &
  Pick<Ports, Needs> & { config: Config };

/** What the gateway does with every request before its route, in the process that clients ask. */
export interface FrontDoor {
  /** Adds what has to be there before the routes. */
  prepare(app: FastifyInstance): void;
  /** Finds out who asks and whether they may ask so often; throws a TidemarkError to refuse. */
  admit(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  /** May answer instead of the route, for those who are let in. */
  answer(request: FastifyRequest, reply: FastifyReply): Promise<void>;
}

/** A running service: its routes, and the work it does on its own. */
export interface Service {
  /** Mounts the service's routes; paths are absolute (`/api/market/…`). */
  plugin(app: FastifyInstance): Promise<void>;
  /** Starts the work and resolves once it runs; the signal is aborted when the process is to stop. */
  start(signal: AbortSignal): Promise<void>;
  /** Drains: nothing accepted is lost. Called once, after `start` has resolved. */
  stop(): Promise<void>;
  /** Null when ready, else what is waited for, in words. */
  waitingFor(): string | null;
  /** What every request of clients passes; the gateway's alone. */
  readonly frontDoor?: FrontDoor;
}

export interface ServiceModule<
  Needs extends PortName = PortName,
  Schema extends TObject = TObject,
> {
  name: string;
  needs: readonly Needs[];
  /** Environment variables that the service reads; parsed by packages/config. */
  configSchema: Schema;
  migrations: Readonly<Record<string, Migration>>;
  create(ctx: Context<Needs, Static<Schema>>): Service;
}

/** Keeps the types of a module's needs and config while it is declared. */
export function defineService<const Needs extends PortName, Schema extends TObject>(
  module: ServiceModule<Needs, Schema>,
): ServiceModule<Needs, Schema> {
  return module;
}
