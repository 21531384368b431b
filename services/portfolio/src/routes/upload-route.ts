import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { PortfolioParamsSchema } from '@tidemark/contracts/portfolio';
import { StagedFileSchema } from '@tidemark/contracts/portfolio-import';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { PortfolioParts } from '../assemble.ts';
import { receiveFile, tooLarge } from '../imports/receive-file.ts';
import { toStagedFile } from '../imports/staged-file-view.ts';
import { MAX_FILE_BYTES } from '../imports/staged-files.ts';
import { checkedZone, FILES } from './file-routes.ts';
import { ownPortfolio, portfolioOf } from './own-portfolio.ts';
import { repeatableOf } from './answer-once.ts';
import { RepeatableHeaders, tag } from './route-parts.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The bytes of a file, as they come; null: none was sent. */
    upload: Readable | null;
  }
}

/** As long as a whole request may take to come, and a little more, ms. */
const HANDLER_MS = 40_000;
const MEDIA = ['application/octet-stream', 'text/csv'];
const FileBody = {
  content: Object.fromEntries(
    MEDIA.map((media) => [media, { schema: Type.Unknown({ description: 'the file as it is' }) }]),
  ),
};
const UploadQuery = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 200, description: 'of the file; some tell a zone' }),
  time_zone: Type.Optional(
    Type.String({ maxLength: 64, description: 'of times that name none, such as `Europe/Berlin`' }),
  ),
});

/** Takes a file: its bytes are stored as they come, and read in the background. */
export async function uploadRoute(app: FastifyInstance, parts: PortfolioParts): Promise<void> {
  app.decorateRequest('upload', null);
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(MEDIA, takeStream);
    sendRoute(scope, parts);
  });
}

function takeStream(
  request: FastifyRequest,
  payload: Readable,
  done: (error: Error | null) => void,
): void {
  request.upload = payload;
  const { 'content-length': length = '0' } = request.headers;
  done(Number(length) > MAX_FILE_BYTES ? tooLarge() : null);
}

function sendRoute(app: TypedApp, parts: PortfolioParts): void {
  const described = endpoint({
    id: 'sendImportFile',
    answers: 'The file, which is being read',
    refuses: ['CONFLICT', 'PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE'],
    access: 'user',
    summary: 'Send a file of at most 64 MB that is to be imported; nothing is put in yet',
    tag,
    headers: RepeatableHeaders,
    params: PortfolioParamsSchema,
    query: UploadQuery,
    data: StagedFileSchema,
    status: 202,
  });
  app.post(
    FILES,
    {
      ...described,
      schema: { ...described.schema, body: FileBody },
      handlerTimeout: HANDLER_MS,
      preValidation: ownPortfolio(parts),
    },
    async (request, reply) => {
      const { staged, answers, reader } = parts;
      const { id: portfolioId, user_id: userId } = portfolioOf(request);
      const { name, time_zone } = request.query;
      const timeZone = checkedZone(time_zone ?? null, 'query.time_zone');
      const said = Number(request.headers['content-length'] ?? MAX_FILE_BYTES);
      const of = { userId, portfolioId };
      const id = await staged.begin(of, { name, bytes: said, timeZone });
      const { bytes, digest } = await receiveFile(staged, id, request.upload ?? Readable.from([]));
      const asked = createHash('sha256').update(`POST ${request.url}\n${digest}`).digest('hex');
      const answer = await answers.once(repeatableOf(request, asked), async (trx) =>
        ok(request, toStagedFile(await staged.finish(trx, id, bytes))),
      );
      if (answer.data.file_id === id) await reader.start(id);
      // It came before, with this key.
      else await staged.remove(id);
      return reply.code(202).send(answer);
    },
  );
}
