import { randomBytes } from 'node:crypto';
import type { ProcessIdentity } from '@tidemark/service/service-module';

/** A process of these services, with a name that no other has. */
export function processIdentity(services: readonly string[]): ProcessIdentity {
  return {
    name: `${services.join('+')}-${randomBytes(3).toString('hex')}`,
    services: new Set(services),
  };
}
