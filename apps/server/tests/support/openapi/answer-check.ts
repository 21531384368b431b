import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { JsonSchema } from '@tidemark/http/description/json-schema';
import { answerSchema, type Operation } from './api-document.ts';

/** An answer as it came over the wire. */
export interface WireAnswer {
  status: number;
  contentType: string;
  text: string;
}

const STACK_TRACE = /\bat (\w[\w.<> ]* )?\(?(file:|node:|\/)[^\s]*:\d+:\d+/;

/** Holds answers against the description of the API. */
export class AnswerCheck {
  readonly #ajv = new Ajv2020({ strict: false, allErrors: true });
  readonly #validators = new Map<JsonSchema, ValidateFunction>();

  constructor() {
    addFormats.default(this.#ajv);
  }

  /** What is wrong with an answer, in words; null when nothing is. */
  faultOf(operation: Operation, { status, contentType, text }: WireAnswer): string | null {
    if (status >= 500) return `answered ${status}: ${text.slice(0, 500)}`;
    if (STACK_TRACE.test(text)) return `shows a stack trace: ${text.slice(0, 500)}`;
    const schema = answerSchema(operation, status);
    if (schema === undefined) return `answered ${status}, which its description does not name`;
    if (schema === null) return null;
    if (!contentType.startsWith('application/json')) return `answered ${contentType}, not JSON`;
    const validate = this.#validatorOf(schema);
    if (validate(JSON.parse(text))) return null;
    return `answered ${status} against its schema: ${this.#ajv.errorsText(validate.errors)}: ${text.slice(0, 500)}`;
  }

  #validatorOf(schema: JsonSchema): ValidateFunction {
    const validator = this.#validators.get(schema) ?? this.#ajv.compile(schema);
    this.#validators.set(schema, validator);
    return validator;
  }
}
