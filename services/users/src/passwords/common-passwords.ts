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
