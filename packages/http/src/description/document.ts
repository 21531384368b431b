import type { ApiDocument } from './api-documents.ts';
import type { Components } from './components.ts';
import { HEADERS, headerRefs } from './headers.ts';
import { mapValues, type JsonSchema } from './json-schema.ts';
import { asList } from './list-parameter.ts';
import { plainForms } from './plain-forms.ts';
import { nameEnums } from './enum-names.ts';
import { inlineOnce } from './inline-once.ts';
import { refusalComponents, refusalRefs } from './refusals.ts';
import type { Answer, Media, Operation, Parameter, RouteDocument } from './route-document.ts';
import { SharedAnswers } from './shared-answers.ts';
import { SharedParameters } from './shared-parameters.ts';

/** The answer to whoever has the answer. */
const KEPT: Answer = { description: 'What you have is still so.' };

/** Reads that are polled: how many are left is worth a look at each. */
const POLLED = /^\/api\/market\//;

/**
 * The document that clients are generated from: each named schema once, in `components`, in forms that generators take;
 * each refusal at its status; headers. `named` has what no route's schema has and refusals are made of. ADR 0026.
 */
export function describe<D extends RouteDocument>(
  document: D,
  components: Components,
  named: readonly JsonSchema[],
): D {
  const refer = (schema: JsonSchema) => components.refer(plainForms(schema));
  const codes = new Set<string>();
  for (const schema of named) refer(schema);
  const paths = mapValues(document.paths, (methods, path) =>
    mapValues(methods, (operation) => {
      for (const code of operation['x-refuses'] ?? []) codes.add(code);
      return described(operation, refer, POLLED.test(path));
    }),
  );
  return {
    ...document,
    paths,
    components: {
      ...document.components,
      schemas: components.schemas,
      responses: refusalComponents(codes),
      headers: HEADERS,
    },
  };
}

/**
 * What can be told of a whole document alone, joined of all services': which parameters operations have in common, which
 * values of enums need names, which envelopes are used once.
 */
export function finished<D extends ApiDocument>(joined: D): D {
  const document = structuredClone(joined) as D & RouteDocument;
  const all = (document.components?.schemas ?? {}) as Record<string, JsonSchema>;
  nameEnums(all);
  const schemas = sorted(inlineOnce(document.paths, all));
  const shared = new SharedParameters(document.paths);
  const answers = new SharedAnswers(document.paths);
  const paths = mapValues(document.paths, (methods) =>
    mapValues(methods, ({ parameters, responses, ...operation }) => ({
      ...operation,
      responses: mapValues(responses, (one) => answers.refer(one)),
      ...(parameters && { parameters: parameters.map((one) => shared.refer(one)) }),
    })),
  );
  const components = {
    ...document.components,
    schemas,
    parameters: shared.components,
    responses: { ...document.components?.responses, ...answers.components },
  };
  return { ...document, paths, components };
}

function described(
  operation: Operation,
  refer: (schema: JsonSchema) => JsonSchema,
  polled: boolean,
): Operation {
  const {
    'x-answers': answers = 'Done',
    'x-refuses': refuses = [],
    'x-headers': more = [],
    ...rest
  } = operation;
  const inForm = (media: Media): Media => ({ ...media, schema: refer(media.schema) });
  const headers = headerRefs(['Id', ...(polled ? (['Remaining'] as const) : []), ...more]);
  const success = (answer: Answer | { $ref: string }): Answer => {
    const content = 'content' in answer ? answer.content : undefined;
    return {
      description: answers,
      headers,
      ...(content && { content: mapValues(content, inForm) }),
    };
  };
  return {
    ...rest,
    ...(rest.parameters && {
      parameters: rest.parameters.map((parameter) =>
        asList(saidDefault(short({ ...parameter, schema: refer(parameter.schema) }))),
      ),
    }),
    ...(rest.requestBody && {
      requestBody: { ...rest.requestBody, content: mapValues(rest.requestBody.content, inForm) },
    }),
    responses: {
      ...Object.fromEntries(
        Object.entries(rest.responses)
          .filter(([status]) => /^\d+$/.test(status))
          .map(([status, answer]) => [status, status === '304' ? KEPT : success(answer)]),
      ),
      ...refusalRefs(refuses),
    },
  };
}

/** A parameter may be left out where nothing else is said. */
function short({ required, ...rest }: Parameter): Parameter {
  return required === true ? { ...rest, required } : rest;
}

/** openapi-generator (7.25) makes no type in Python of a reference that has a default: it is said in words. */
function saidDefault(parameter: Parameter): Parameter {
  const { default: preset, ...schema } = parameter.schema;
  if (schema.$ref === undefined || typeof preset !== 'string') return parameter;
  return { ...parameter, schema, description: `${parameter.description}; left out: ${preset}` };
}

function sorted<V>(of: Readonly<Record<string, V>>): Record<string, V> {
  return Object.fromEntries(Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1)));
}
