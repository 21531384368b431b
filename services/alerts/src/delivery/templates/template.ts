import type { Message } from '../message.ts';

/** What a webhook posts, as JSON, and where. */
export interface WebhookPost {
  url: string;
  body: object;
}

/**
 * Writes a message for a kind of receiver.
 * @param url of the channel
 * @throws WrongAddress where the kind of receiver has no such address
 */
export type Template = (message: Message, url: string) => WebhookPost;

/** The address of a channel is none of its template's, in words for people. */
export class WrongAddress extends Error {}
