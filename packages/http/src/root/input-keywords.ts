import type { FastifyInstance, FastifyRequest } from 'fastify';

/** What validators know of the object that holds a value. */
interface Place {
  parentData: Record<string | number, unknown>;
  parentDataProperty: string | number;
}

/**
 * Words of ours in the schemas of requests: `x-lowercase`, a text that is read in small letters, and `x-list`, one that
 * stands for values with commas between them.
 */
export function inputKeywords() {
  return [
    { keyword: 'x-list', schemaType: 'object' as const },
    {
      keyword: 'x-lowercase',
      type: 'string' as const,
      schemaType: 'boolean' as const,
      modifying: true,
      errors: false,
      validate: (_on: boolean, text: string, _schema?: object, place?: Place) => {
        if (place) place.parentData[place.parentDataProperty] = text.toLowerCase();
        return true;
      },
    },
  ];
}

/** Takes `coins=a&coins=b` for `coins=a,b`: some clients write lists so. Before the routes. */
export function joinLists(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    const names = listsOf(route.schema?.querystring);
    if (names.length === 0) return;
    route.preValidation = [
      ...[route.preValidation ?? []].flat(),
      (request: FastifyRequest, _reply: unknown, done: () => void) => {
        const query = request.query as Record<string, unknown>;
        for (const name of names) {
          const value = query[name];
          if (Array.isArray(value)) query[name] = value.join(',');
        }
        done();
      },
    ];
  });
}

function listsOf(querystring: unknown): string[] {
  const { properties = {} } = (querystring ?? {}) as { properties?: Record<string, object> };
  return Object.entries(properties).flatMap(([name, schema]) => ('x-list' in schema ? [name] : []));
}
