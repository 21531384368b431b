import { dereferenced } from './openapi/api-document.ts';

interface Operation {
  summary?: string;
  parameters?: { name: string; in: string }[];
  responses?: Record<string, unknown>;
}

export interface Description {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
}

/** What is wrong with an OpenAPI description, in words; empty when nothing is. */
export function faultsOf(description: Description): string[] {
  const faults = Object.entries(dereferenced(description).paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, operation]) =>
      operationFaults(path, operation).map((fault) => `${method} ${path}: ${fault}`),
    ),
  );
  return [...faults, ...danglingRefs(description)];
}

function operationFaults(path: string, { summary, parameters = [], responses }: Operation) {
  const faults = [];
  if (!summary) faults.push('has no summary');
  if (!responses || Object.keys(responses).length === 0) faults.push('has no responses');
  const declared = parameters.filter((parameter) => parameter.in === 'path');
  for (const [, name] of path.matchAll(/\{([^}]+)\}/g)) {
    if (!declared.some((parameter) => parameter.name === name)) {
      faults.push(`does not declare {${name}}`);
    }
  }
  return faults;
}

function danglingRefs(description: Description): string[] {
  const refs = [...JSON.stringify(description).matchAll(/"\$ref":"#\/([^"]+)"/g)];
  const target = (path: string) =>
    path
      .split('/')
      .reduce<unknown>(
        (at, step) => (at as Record<string, unknown> | undefined)?.[step],
        description,
      );
  return refs.flatMap(([, path = '']) => (target(path) ? [] : [`${path} is not there`]));
}
