import { fitted, plainText } from '../fitted-text.ts';
import { linkOf, markedTitle } from '../wording.ts';
import type { Template } from './template.ts';

/** Of the content of a message, characters. */
const MAX_CONTENT = 2_000;
const MAX_TITLE = 256;
/** What Discord reads as markup, a mention, a link or a list. */
const MARKUP = /[\\*_~`|<>@#[\]()-]/;
/** Message flag: links get no preview. */
const SUPPRESS_EMBEDS = 4;

/** Discord, Execute Webhook: https://docs.discord.com/developers/resources/webhook */
export const discord: Template = (message, url) => {
  const title = fitted(markedTitle(message), { most: MAX_TITLE, written });
  const head = `**${title}**\n`;
  const address = linkOf(message);
  const link = address === null ? '' : `\n<${address}>`;
  const most = MAX_CONTENT - head.length - link.length;
  const text = fitted(plainText(message.text), { most, written });
  return {
    url,
    body: { content: head + text + link, allowed_mentions: { parse: [] }, flags: SUPPRESS_EMBEDS },
  };
};

function written(character: string): string {
  return MARKUP.test(character) ? `\\${character}` : character;
}
