/** How a try to send ended. */
export interface Outcome {
  ok: boolean;
  /** What the other side answered, for the log: at most 300 characters, none of them a secret. */
  answer: string;
  /** How long the other side asks to be left alone, ms; null: it does not. */
  retryAfterMs: number | null;
  /** Another try would end the same. */
  permanent: boolean;
  /** The push subscription is over. */
  gone?: boolean;
}

const MAX_CHARACTERS = 300;
/** What is shorter is no secret, but a word that many answers have. */
const SECRET_CHARACTERS = 8;

/** @param secrets what the words must not repeat; what is shorter than eight characters is left as it is */
export function failed(
  words: string,
  { permanent, secrets = [] }: { permanent: boolean; secrets?: readonly string[] },
): Outcome {
  return { ok: false, answer: answerOf(words, secrets), retryAfterMs: null, permanent };
}

/** Words for the log, without secrets and as short as they have to be. */
export function answerOf(words: string, secrets: readonly string[]): string {
  const bare = secrets
    .filter(({ length }) => length >= SECRET_CHARACTERS)
    .toSorted((a, b) => b.length - a.length)
    .reduce((text, secret) => text.replaceAll(secret, '…'), words);
  return bare.slice(0, MAX_CHARACTERS).toWellFormed();
}
