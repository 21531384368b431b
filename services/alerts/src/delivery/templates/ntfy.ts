import { linkOf, plainParts } from '../wording.ts';
import { WrongAddress, type Template } from './template.ts';

/** Bytes; a message of more than 4,096 becomes a file. */
const MOST = { title: 250, text: 3_000 };
/** Of 5; 3 is usual. */
const PRIORITY = 4;
const TOPIC = /^\/([A-Za-z0-9_-]{1,64})\/?$/;

/**
 * ntfy, as JSON, which goes to the server's root and names the topic: https://docs.ntfy.sh/publish/#publish-as-json
 * Text is plain unless it is said to be Markdown.
 */
export const ntfy: Template = (message, url) => {
  const address = URL.parse(url);
  const topic = TOPIC.exec(address?.pathname ?? '')?.[1];
  if (!address || topic === undefined) {
    throw new WrongAddress(
      'an address of ntfy ends in its topic, such as https://ntfy.sh/my-alerts',
    );
  }
  address.pathname = '/';
  const { title, text } = plainParts(message, MOST);
  const click = linkOf(message);
  return {
    url: address.href,
    body: { topic, title, message: text, priority: PRIORITY, ...(click !== null && { click }) },
  };
};
