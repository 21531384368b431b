/** JSON Schema as OpenAPI 3.1 has it; the parts that our routes use. */
export interface JsonSchema {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  pattern?: string;
  format?: string;
  default?: unknown;
}

export interface ApiParameter {
  name: string;
  in: 'path' | 'query' | 'header' | 'cookie';
  required?: boolean;
  schema: JsonSchema;
}

interface Content {
  content?: Record<string, { schema: JsonSchema }>;
}

interface ApiOperation {
  parameters?: ApiParameter[];
  requestBody?: Content;
  responses: Record<string, Content>;
}

export interface ApiDocument {
  paths: Record<string, Record<string, ApiOperation>>;
}

/** One method of one path, as the description has it. */
export interface Operation {
  method: string;
  /** Such as `/api/users/{user_id}`. */
  path: string;
  parameters: readonly ApiParameter[];
  body: JsonSchema | null;
  /** JSON answers by status: `200`, or a class such as `4XX`. A status without one has another content type. */
  answers: ReadonlyMap<string, JsonSchema | null>;
}

/** Every operation of a description. */
export function operationsOf(document: ApiDocument): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody, responses }]) => ({
      method: method.toUpperCase(),
      path,
      parameters,
      body: jsonOf(requestBody),
      answers: new Map(
        Object.entries(responses).map(([status, answer]) => [status.toUpperCase(), jsonOf(answer)]),
      ),
    })),
  );
}

function jsonOf(of: Content | undefined): JsonSchema | null {
  return of?.content?.['application/json']?.schema ?? null;
}

/** The schema of an answer; undefined: the description does not foresee the status. */
export function answerSchema(
  { answers }: Operation,
  status: number,
): JsonSchema | null | undefined {
  const exact = answers.get(String(status));
  return exact === undefined ? answers.get(`${String(status)[0]}XX`) : exact;
}
