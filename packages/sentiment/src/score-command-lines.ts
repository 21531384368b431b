/** So long a line may be, in UTF-16 units; the rest of a longer one is not held. */
const LONGEST = 10_000;

/** A line of the input, without its end. */
interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  readonly isTooLong: boolean;
}

/** Why a line has no answer. */
export class LineRefusal extends Error {}

/**
 * Answers each line of the standard input by a line of JSON, in their order. A line that is empty or too long, or for which `answer` throws
 * a {@link LineRefusal}, has none: the standard error says why and names the line, and the exit code is 1 after the rest.
 */
export async function answerLines(
  command: string,
  answer: (text: string) => unknown,
): Promise<void> {
  process.stdin.setEncoding('utf8');
  for await (const line of linesOf(process.stdin)) {
    try {
      process.stdout.write(`${JSON.stringify(answer(checked(line)))}\n`);
    } catch (error) {
      if (!(error instanceof LineRefusal)) throw error;
      process.stderr.write(`${command}: line ${line.number} ${error.message}\n`);
      process.exitCode = 1;
    }
  }
}

function checked({ text, isTooLong }: Line): string {
  if (isTooLong) throw new LineRefusal(`is longer than ${LONGEST} characters`);
  if (text.trim() === '') throw new LineRefusal('is empty');
  return text;
}

/** Lines end with a line feed, before which a carriage return is no part of them: U+2028 may stand in a headline. */
async function* linesOf(chunks: AsyncIterable<unknown>): AsyncGenerator<Line> {
  let [number, text, isTooLong] = [1, '', false];
  const take = (part: string): void => {
    isTooLong ||= text.length + part.length > LONGEST;
    if (!isTooLong) text += part;
  };
  const line = (): Line => ({ number, text: text.replace(/\r$/, ''), isTooLong });
  let isFirst = true;
  for await (const chunk of chunks) {
    const parts = (isFirst ? String(chunk).replace(/^\ufeff/, '') : String(chunk)).split('\n');
    isFirst = false;
    for (const [i, part] of parts.entries()) {
      if (i > 0) {
        yield line();
        [number, text, isTooLong] = [number + 1, '', false];
      }
      take(part);
    }
  }
  if (text !== '' || isTooLong) yield line();
}
