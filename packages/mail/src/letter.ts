/** One mail, in plain text. */
export interface Letter {
  /** One address, without a name. */
  to: string;
  subject: string;
  text: string;
}

/** Nothing that separates, quotes or ends an address where mail is written. */
const ADDRESS = /^[^\s\p{Cc}@<>()[\]\\,;:"]+@[^\s\p{Cc}@<>()[\]\\,;:"]+$/u;
const LINE = /^[^\p{Cc}\u2028\u2029]*$/u;

/**
 * Whether a letter goes to one address and its subject is one line: then no text in it can add a header or a reader.
 */
export function isSafe({ to, subject }: Letter): boolean {
  return ADDRESS.test(to) && LINE.test(subject);
}
