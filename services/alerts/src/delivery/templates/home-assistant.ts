import { plainParts } from '../wording.ts';
import type { Template } from './template.ts';

/** Bytes. Home Assistant has no bound; phones show less. */
const MOST = { title: 250, text: 4_000 };

/**
 * Home Assistant, for an automation that a webhook triggers, which reads it as `trigger.json`:
 * https://www.home-assistant.io/docs/automation/trigger/#webhook-trigger
 */
export const homeAssistant: Template = (message, url) => {
  const { title, text } = plainParts(message, MOST);
  const { coin_id, price, quality, rule, fired_at, late, simulated, test } = message;
  const facts = { coin_id, price, quality, rule, fired_at, late, simulated, test };
  return { url, body: { title, message: text, url: message.url, ...facts } };
};
