import { linkOf, plainParts } from '../wording.ts';
import type { Template } from './template.ts';

/** Bytes. Gotify has no bound; phones show less. */
const MOST = { title: 250, text: 4_000 };
/** From 8 on phones wake up; from 4 on they sound. */
const PRIORITY = 7;

/** Gotify, whose address has the token of an application: https://gotify.net/docs/pushmsg */
export const gotify: Template = (message, url) => {
  const { title, text } = plainParts(message, MOST);
  const link = linkOf(message);
  return {
    url,
    body: {
      title,
      message: text,
      priority: PRIORITY,
      extras: {
        'client::display': { contentType: 'text/plain' },
        ...(link !== null && { 'client::notification': { click: { url: link } } }),
      },
    },
  };
};
