import { fitted, plainText } from '../fitted-text.ts';
import { linkOf, markedTitle } from '../wording.ts';
import type { Template } from './template.ts';

const MAX_TITLE = 250;
/** Slack asks for no more than 4,000 characters; the address has what these leave. */
const MAX_TEXT = 3_000;
/** What Slack reads as a mention or a link: https://docs.slack.dev/messaging/formatting-message-text */
const CONTROL: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Slack, incoming webhooks. Without markup: Slack has no way to write its marks as they are. */
export const slack: Template = (message, url) => {
  const title = fitted(markedTitle(message), { most: MAX_TITLE, written });
  const text = fitted(plainText(message.text), { most: MAX_TEXT, written });
  const address = linkOf(message);
  const link = address === null ? '' : `\n<${Array.from(address, written).join('')}>`;
  return {
    url,
    body: {
      text: `${title}\n${text}${link}`,
      mrkdwn: false,
      link_names: false,
      unfurl_links: false,
      unfurl_media: false,
    },
  };
};

function written(character: string): string {
  return CONTROL[character] ?? character;
}
