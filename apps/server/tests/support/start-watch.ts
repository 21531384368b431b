import { request, type IncomingHttpHeaders } from 'node:http';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Asks on a connection of its own; null: nothing listens yet. */
export async function ask(
  port: number,
  path: string,
  headers: Record<string, string> = {},
): Promise<Answer | null> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (piece: string) => (body += piece));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    asked.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED') resolve(null);
      else reject(error);
    });
    asked.end();
  });
}

/** Asks for each path again and again from now on; `end` gives all answers there were, in their order. */
export function watch(port: number, paths: Readonly<Record<string, Record<string, string>>>) {
  const answers: Record<string, Answer[]> = {};
  let over = false;
  const watching = Object.entries(paths).map(async ([path, headers]) => {
    const seen: Answer[] = (answers[path] = []);
    while (!over) {
      const answer = await ask(port, path, headers);
      if (answer) seen.push(answer);
      // A turn of the event loop of the process that is asked, too.
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  });
  return {
    answers,
    end: async () => {
      over = true;
      await Promise.all(watching);
      return answers;
    },
  };
}
