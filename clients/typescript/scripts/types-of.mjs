import openapiTS, { astToString } from 'openapi-typescript';

const HEAD =
  '// Made from the description of the server by `npm run generate -w @tidemark/client`.\n\n';

/** The TypeScript of an OpenAPI document. */
export async function typesOfHttp(document) {
  return HEAD + astToString(await openapiTS(document));
}

/** The TypeScript of the messages and schemas of an AsyncAPI document. */
export function typesOfStreams({ info, components }) {
  const messages = Object.values(components.messages).map(({ name, payload }) => [
    name.replace(/(^|_)(\w)/g, (_, _dash, letter) => letter.toUpperCase()),
    payload,
  ]);
  const schemas = { ...components.schemas, ...Object.fromEntries(messages) };
  return typesOfHttp({ openapi: '3.1.0', info, paths: {}, components: { schemas } });
}
