import { OpinionSchema, OpinionViewSchema } from '@tidemark/contracts/news';
import { callerId } from '@tidemark/service/identity/caller-id';
import { endpoint, ok } from '@tidemark/service/reply';
import type { TypedApp } from '@tidemark/service/typed-app';
import Type from 'typebox';
import type { SentimentParts } from '../assemble.ts';

const PATH = '/api/sentiment/opinions/:article_id';
const Params = Type.Object({
  article_id: Type.Integer({ minimum: 1, maximum: 2_147_483_647, description: 'of an article' }),
});

/** “This score is wrong.” */
export function opinionRoutes(app: TypedApp, { opinions, clock }: SentimentParts): void {
  const described = { access: 'user', tag: 'sentiment', params: Params } as const;
  app.get(
    PATH,
    endpoint({
      ...described,
      id: 'opinion',
      summary: 'What you said of an article',
      answers: 'What you say; null where you said nothing',
      data: OpinionViewSchema,
    }),
    async (request) => {
      const { article_id } = request.params;
      return ok(request, { article_id, label: await opinions.of(article_id, callerId(request)) });
    },
  );
  app.put(
    PATH,
    endpoint({
      ...described,
      id: 'sayOpinion',
      summary: 'Say what an article sounds like to you; it is kept for the next training alone',
      answers: 'What you say',
      body: OpinionSchema,
      data: OpinionViewSchema,
    }),
    async (request) => {
      const { article_id } = request.params;
      const { label } = request.body;
      await opinions.say(article_id, callerId(request), label, clock.now());
      return ok(request, { article_id, label });
    },
  );
  app.delete(
    PATH,
    endpoint({
      ...described,
      id: 'takeOpinionBack',
      summary: 'Take back what you said of an article; nothing where you said nothing',
      answers: 'That you say nothing',
      data: OpinionViewSchema,
    }),
    async (request) => {
      const { article_id } = request.params;
      await opinions.takeBack(article_id, callerId(request));
      return ok(request, { article_id, label: null });
    },
  );
}
