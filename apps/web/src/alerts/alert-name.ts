interface Named {
  name: string;
  /** The condition in words, which the service makes a name of where nobody gave one. */
  rule: string;
}

/** What its owner calls an alert; null: nobody named it, and what it waits for says it all. */
export function givenName({ name, rule }: Named): string | null {
  return name.endsWith(`: ${rule}`) ? null : name;
}
