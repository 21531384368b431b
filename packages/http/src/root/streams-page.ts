import type { StreamDocument } from '@tidemark/contracts/stream-document';
import { escaped, page } from '../replies/error-page.ts';

/** The part of a JSON schema that is shown. */
interface Schema {
  type?: string;
  const?: unknown;
  enum?: readonly unknown[];
  anyOf?: readonly Schema[];
  items?: Schema;
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  description?: string;
  $ref?: string;
}

type Message = StreamDocument['components']['messages'][string];

/** The description of the streams as a page to read. */
export function streamsPage(document: StreamDocument): string {
  const { info, channels, components } = document;
  const { messages, schemas } = components as unknown as {
    messages: Record<string, Message>;
    schemas: Record<string, Schema>;
  };
  const body = [
    '<p><a href="/api/asyncapi.json">AsyncAPI</a> · <a href="/api/docs">the HTTP API</a></p>',
    ...info.description.split('\n\n').map((text) => `<p>${inline(text)}</p>`),
    ...Object.values(channels).map(channelPart),
    ...Object.values(messages).map((message) => messagePart(message, schemas)),
  ];
  return page('Streams', body.join('\n'), null);
}

function channelPart({
  address,
  title,
  description,
  messages,
  bindings,
}: StreamDocument['channels'][string]): string {
  const links = Object.keys(messages).map((name) => `<a href="#${name}"><code>${name}</code></a>`);
  return (
    `<h2>${escaped(title)}</h2><p><code>${escaped(address)}</code></p><p>${inline(description)}</p>` +
    fieldsTable(bindings.ws.query) +
    `<p>Messages: ${links.join(', ')}</p>`
  );
}

function messagePart({ name, summary, payload }: Message, schemas: Record<string, Schema>): string {
  const { properties = {} } = payload as Schema;
  const data = properties.data?.$ref?.split('/').at(-1);
  const shown = data === undefined ? (payload as Schema) : (schemas[data] ?? {});
  const what = data === undefined ? 'A client sends' : 'In <code>data</code>';
  return `<h3 id="${name}"><code>${name}</code></h3><p>${inline(summary)}.</p><p>${what}:</p>${fieldsTable(shown)}`;
}

function fieldsTable({ properties = {}, required = [] }: Schema): string {
  const rows = Object.entries(properties).map(([name, schema]) => {
    const optional = required.includes(name) ? '' : ' <small>optional</small>';
    return (
      `<tr><td><code>${escaped(name)}</code>${optional}</td><td>${escaped(typeOf(schema))}</td>` +
      `<td>${inline(schema.description ?? '')}</td></tr>`
    );
  });
  return `<table>${rows.join('')}</table>`;
}

function typeOf(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' | ');
  if (schema.items) return `list of ${typeOf(schema.items)}`;
  return schema.type ?? 'any';
}

/** Text with code in backticks. */
function inline(text: string): string {
  return escaped(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}
