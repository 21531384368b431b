import { knownServices, SERVICES, type ServiceName } from '@tidemark/contracts/services';
import { historyTable } from '@tidemark/database/migrate';

/** The services that keep something in the database. */
export const STORING: readonly ServiceName[] = knownServices()
  .filter(({ tables }) => tables.length > 0)
  .map(({ name }) => name);

/** The variable that has the address of a service's role, where roles are given. */
export function roleVariable(service: ServiceName): string {
  return SERVICES[service].variable.replace(/URL$/, 'DATABASE_URL');
}

/** The tables that a service makes, and those in which its migrations keep their history. */
export function tablesOf(service: ServiceName): string[] {
  const history = historyTable(service);
  return [...SERVICES[service].tables, history, `${history}_lock`];
}
