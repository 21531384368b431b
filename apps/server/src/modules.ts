import { randomBytes } from 'node:crypto';
import type { ServiceName } from '@tidemark/contracts/services';
import type { ProcessIdentity, ServiceModule } from '@tidemark/service/service-module';

/** The whole system, and where each module is; who asks whom stands in `@tidemark/contracts/services`. */
export const MODULES: Readonly<Record<ServiceName | 'gateway', () => Promise<ServiceModule>>> = {
  'market-data': () => import('@tidemark/market-data/index').then((module) => module.marketData),
  users: () => import('@tidemark/users/index').then((module) => module.users),
  portfolio: () => import('@tidemark/portfolio/index').then((module) => module.portfolio),
  analytics: () => import('@tidemark/analytics/index').then((module) => module.analytics),
  sentiment: () => import('@tidemark/sentiment-service/index').then((module) => module.sentiment),
  alerts: () => import('@tidemark/alerts-service/index').then((module) => module.alerts),
  gateway: () => import('@tidemark/gateway/index').then((module) => module.gateway),
};
type ModuleName = keyof typeof MODULES;

/** What `TARGET` may name: a module, or `all`. */
export function knownTargets(): string[] {
  return [...Object.keys(MODULES), 'all'];
}

/** Names of the modules that targets stand for. */
export function servicesOf(targets: readonly string[]): ModuleName[] {
  const names = Object.keys(MODULES) as ModuleName[];
  return targets.includes('all') ? names : names.filter((name) => targets.includes(name));
}

/** A process of these services, with a name that no other has. */
export function processIdentity(services: readonly string[]): ProcessIdentity {
  return {
    name: `${services.join('+')}-${randomBytes(3).toString('hex')}`,
    services: new Set(services),
  };
}

/** Loads the modules that targets stand for; an unknown name loads nothing. */
export function loadModules(targets: readonly string[]): Promise<ServiceModule[]> {
  return Promise.all(servicesOf(targets).map((name) => MODULES[name]()));
}
