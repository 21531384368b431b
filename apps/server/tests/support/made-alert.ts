import type { Person } from './person.ts';

export const ALERT = {
  coins: ['bitcoin'],
  condition: { quantity: 'price', direction: 'below', bound: 1 },
};
/** Leads nowhere: `.invalid` is nobody's. */
export const CHANNEL = {
  kind: 'webhook',
  name: 'Nowhere',
  settings: { url: 'https://receiver.invalid/hook', template: 'tidemark' },
};

/** A new alert of somebody's, which does not fire; its id. */
export async function madeAlert(owner: Person): Promise<string> {
  return (await owner.post<{ alert_id: string }>('/api/alerts', ALERT)).alert_id;
}

/** A new channel of somebody's; its id. */
export async function madeChannel(owner: Person): Promise<string> {
  return (await owner.post<{ channel_id: string }>('/api/alerts/channels', CHANNEL)).channel_id;
}
