import { InstanceSecret } from '@tidemark/service/instance-secret';

/** What tells whether two secrets are the same, and nothing else of them. */
export function secretPrint(secret: string): string {
  return new InstanceSecret(secret).derive('backup/print').toString('hex');
}
