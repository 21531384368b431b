import { TidemarkError } from '@tidemark/contracts/errors';

/** Whose password it is to be. */
export interface PasswordOwner {
  username: string;
  email: string;
}

const PRODUCT = 'tidemark';

/**
 * What is wrong with a new password, in words; null: nothing. The schema has seen to its length (NIST SP 800-63B,
 * 3.1.1.2: no rules of composition, but a list of values that are not taken).
 */
export async function passwordFault(
  password: string,
  { username, email }: PasswordOwner,
): Promise<string | null> {
  const text = password.normalize('NFKC').toLowerCase();
  const names = [username, email, email.split('@')[0] ?? ''].map((name) => name.toLowerCase());
  if (names.includes(text)) return 'is your name or your email; choose something else';
  if (text === PRODUCT) return 'is the name of this product; choose something else';
  if (new Set(text).size === 1) return 'is one character again and again; choose something else';
  if (await isCommonPassword(text)) return 'is one of the most common passwords; choose another';
  return null;
}

/** @throws TidemarkError INVALID_REQUEST that names `field` where the password is refused */
export async function requireGoodPassword(
  password: string,
  owner: PasswordOwner,
  field = 'body.password',
): Promise<void> {
  const reason = await passwordFault(password, owner);
  if (reason === null) return;
  throw new TidemarkError('INVALID_REQUEST', `This password ${reason}.`, [{ field, reason }]);
}

/** Loaded when the first password is chosen: it takes a tenth of a second and some megabytes. */
let list: Promise<ReadonlySet<string>> | null = null;

/** Whether it is in the list of 50,000 common passwords. @param text in lower case */
export async function isCommonPassword(text: string): Promise<boolean> {
  list ??= load();
  return (await list).has(text);
}

async function load(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set(dictionary['passwords-common'].map((password) => password.toLowerCase()));
}
