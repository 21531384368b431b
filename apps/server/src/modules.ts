import type { ServiceModule } from '@tidemark/service/service-module';

interface ModuleEntry {
  /** Modules that run wherever this one does, and start before it. */
  needs: readonly string[];
  /** Absent: the module is its needs and nothing of its own. */
  load?: () => Promise<ServiceModule>;
}

/** The whole system. `TARGET` names the modules to run. */
export const MODULES: Readonly<Record<string, ModuleEntry>> = {
  'market-data': {
    needs: [],
    load: () => import('@tidemark/market-data/index').then((module) => module.marketData),
  },
  users: {
    needs: [],
    load: () => import('@tidemark/users/index').then((module) => module.users),
  },
  analytics: {
    needs: [],
    load: () => import('@tidemark/analytics/index').then((module) => module.analytics),
  },
  gateway: {
    needs: [],
    load: () => import('@tidemark/gateway/index').then((module) => module.gateway),
  },
  all: { needs: ['market-data', 'users', 'analytics', 'gateway'] },
};

/** Names of the services that targets stand for, needs first. */
export function servicesOf(targets: readonly string[]): string[] {
  const names = new Set<string>();
  for (const target of targets) closure(target, names);
  return [...names].filter((name) => MODULES[name]?.load);
}

/** Loads modules and what they need, needs first; an unknown name loads nothing. */
export async function loadModules(targets: readonly string[]): Promise<ServiceModule[]> {
  return Promise.all(servicesOf(targets).flatMap((name) => MODULES[name]?.load?.() ?? []));
}

function closure(target: string, seen: Set<string>): void {
  for (const need of MODULES[target]?.needs ?? []) closure(need, seen);
  seen.add(target);
}
