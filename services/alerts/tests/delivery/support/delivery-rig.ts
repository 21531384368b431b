import type { Clock } from '@tidemark/clock/clock';
import { systemClock } from '@tidemark/clock/system-clock';
import { afterEach, beforeEach } from 'vitest';
import type { Message } from '../../../src/delivery/message.ts';
import type { Outcome } from '../../../src/delivery/outcome.ts';
import {
  createSenders,
  type Channel,
  type Senders,
  type SendersParts,
} from '../../../src/delivery/senders.ts';
import { vapidKeys } from '../../../src/delivery/vapid.ts';
import { startReceiver, type Receiver } from './receiver.ts';

export const MESSAGE: Message = {
  firing_id: '0b7c5a34-6a39-4a9c-9a6b-0e5a2f1c7d11',
  title: 'Bitcoin below 60,000 USD',
  text: 'It is 59,990.5 USD.\nFor 5 minutes.',
  url: 'https://tidemark.example/alerts/?firing=1',
  coin_id: 'bitcoin',
  price: 59_990.5,
  quality: 'good',
  sources: ['binance', 'kraken'],
  rule: 'price below 60,000 USD for 5 min',
  fired_at: '2026-11-30T20:00:00.000Z',
  late: false,
  simulated: false,
  test: false,
};
export const VAPID = { ...vapidKeys(), subject: 'mailto:ada@mail.example' };

export interface DeliveryRig {
  readonly receiver: Receiver;
  /** Sends by senders of its own, which may ask loopback unless something else is said. */
  send(
    channel: Pick<Channel, 'kind' | 'settings'> & { secret?: string | null },
    message?: Partial<Message>,
    parts?: Partial<SendersParts>,
    signal?: AbortSignal,
  ): Promise<Outcome>;
}

/** Senders, and a receiver on loopback for each test; call at a file's top. */
export function deliveryRig(clock: Clock = systemClock): DeliveryRig {
  let receiver: Receiver;
  const opened: Senders[] = [];
  beforeEach(async () => {
    receiver = await startReceiver();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((senders) => senders.close()));
    await receiver.close();
  });
  return {
    get receiver() {
      return receiver;
    },
    send: (channel, message = {}, parts = {}, signal = new AbortController().signal) => {
      const basis = { clock, mail: null, vapid: VAPID, mayBePrivate: true };
      const senders = createSenders({ ...basis, ...parts });
      opened.push(senders);
      const whole = { channel_id: 'channel', secret: null, ...channel } as Channel;
      return senders.send(whole, { ...MESSAGE, ...message }, signal);
    },
  };
}
