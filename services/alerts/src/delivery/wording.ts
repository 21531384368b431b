import { fitted, plainLine, plainText } from './fitted-text.ts';
import type { Message } from './message.ts';

/** A title that says first what is no usual alert: `[test] [simulated] [late] Bitcoin below 60,000`. In one line. */
export function markedTitle({ title, test, simulated, late }: Message): string {
  const marks = [test && '[test]', simulated && '[simulated]', late && '[late]'];
  return [...marks, plainLine(title)].filter(Boolean).join(' ');
}

/** Where more is read, for who is elsewhere; null: a path leads them nowhere. */
export function linkOf({ url }: Message): string | null {
  return /^https?:\/\//.test(url) ? url : null;
}

/** For receivers of plain text, with a bound in bytes of UTF-8. */
export function plainParts(
  message: Message,
  most: { title: number; text: number },
): { title: string; text: string } {
  const lengthOf = (written: string): number => Buffer.byteLength(written);
  return {
    title: fitted(markedTitle(message), { most: most.title, lengthOf }),
    text: fitted(plainText(message.text), { most: most.text, lengthOf }),
  };
}
