import type { HeaderName } from './headers.ts';
import type { JsonSchema } from './json-schema.ts';

/** A parameter of an operation. */
export interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema: JsonSchema;
  [other: string]: unknown;
}

export interface Media {
  schema: JsonSchema;
  example?: unknown;
}

/** What an operation answers with a status. */
export interface Answer {
  description: string;
  headers?: Record<string, unknown>;
  content?: Record<string, Media>;
}

/** An operation as it is made from a route: `x-answers` and `x-refuses` are its own words for what it answers. */
export interface Operation {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, Answer | { $ref: string }>;
  'x-answers'?: string;
  'x-refuses'?: readonly string[];
  'x-headers'?: readonly HeaderName[];
  [other: string]: unknown;
}

/** An OpenAPI document as it is made from the routes. */
export interface RouteDocument {
  paths: Record<string, Record<string, Operation>>;
  components?: Record<string, Record<string, unknown>>;
}
