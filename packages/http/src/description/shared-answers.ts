import type { Answer } from './route-document.ts';

type Reference = { $ref: string };
type Operations = Record<string, Record<string, { responses: Record<string, Answer | Reference> }>>;

const SCHEMAS = '#/components/schemas/';
const ENVELOPE = /Answer$/;

/**
 * Successes that operations have in common, for `components.responses`, by the name of what they carry: `EmptyAnswer`. Of
 * several with one schema it is the most common.
 */
export class SharedAnswers {
  readonly #byText = new Map<string, string>();
  readonly components: Record<string, Answer> = {};

  constructor(paths: Operations) {
    const counts = new Map<string, { answer: Answer; count: number }>();
    for (const { responses } of Object.values(paths).flatMap((of) => Object.values(of))) {
      for (const answer of Object.values(responses)) {
        if ('$ref' in answer) continue;
        const text = JSON.stringify(answer);
        counts.set(text, { answer, count: (counts.get(text)?.count ?? 0) + 1 });
      }
    }
    const common = [...counts].filter(([, { count }]) => count > 1);
    for (const [text, { answer }] of common.sort(([, a], [, b]) => b.count - a.count)) {
      const name = nameOf(answer);
      if (name === undefined || this.components[name]) continue;
      this.components[name] = answer;
      this.#byText.set(text, name);
    }
  }

  /** A reference where the answer is one of them, else itself. */
  refer(answer: Answer | Reference): Answer | Reference {
    const name = this.#byText.get(JSON.stringify(answer));
    return name === undefined ? answer : { $ref: `#/components/responses/${name}` };
  }
}

function nameOf({ content = {} }: Answer): string | undefined {
  const [media] = Object.values(content);
  const name = media?.schema.$ref?.slice(SCHEMAS.length) ?? '';
  return ENVELOPE.test(name) ? name : undefined;
}
