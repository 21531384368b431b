'use client';

import type { Article, SentimentLabel } from '@tidemark/contracts/news';
import Link from 'next/link';
import { withReturn } from '../../account/return-path.ts';
import { useSession } from '../../account/session/use-session.ts';
import { useSend, whyNot } from '../../account/use-send.ts';
import { Button } from '../../components/ui/button.tsx';
import { Skeleton } from '../../components/ui/loaded.tsx';
import { say } from '../../components/ui/toasts.ts';
import { TONE_OF } from '../scores/score-words.ts';
import { ToneGlyph } from '../scores/tone-mark.tsx';
import { opinionApi, useOpinionQuery } from '../sentiment-api.ts';

const LABELS: readonly SentimentLabel[] = ['positive', 'neutral', 'negative'];

/** “This is wrong”: what an article sounds like to whoever is signed in. */
export function OpinionForm({ article }: { article: Article }) {
  const { user } = useSession();
  return user === null ? <SignInFirst /> : <OwnOpinion article={article} />;
}

function OwnOpinion({ article }: { article: Article }) {
  const put = useSend(opinionApi.endpoints.sayOpinion);
  const remove = useSend(opinionApi.endpoints.takeOpinionBack);
  const { article_id: articleId, sentiment } = article;
  const query = useOpinionQuery(articleId);
  if (query.isLoading) return <Skeleton className="h-7" />;
  const said = query.currentData?.label ?? null;

  async function become(label: SentimentLabel | null) {
    const answer = label === null ? await remove(articleId) : await put({ articleId, label });
    const why = whyNot(answer);
    if (why !== null) say(`Not kept. ${why}`, { tone: 'fault' });
  }
  const others = LABELS.filter((label) => label !== sentiment?.label && label !== said);
  return (
    <div className="flex flex-wrap items-center gap-2 text-xs">
      {said === null ? (
        <span className="text-muted">This is wrong? To me it is</span>
      ) : (
        <>
          <span role="status">
            You said: <ToneGlyph tone={TONE_OF[said]} /> {TONE_OF[said]}. It is kept for the next
            training.
          </span>
          <Button onClick={() => void become(null)}>Take it back</Button>
        </>
      )}
      {said === null &&
        others.map((label) => (
          <Button key={label} onClick={() => void become(label)}>
            <ToneGlyph tone={TONE_OF[label]} /> {TONE_OF[label]}
          </Button>
        ))}
    </div>
  );
}

function SignInFirst() {
  const here =
    typeof window === 'undefined'
      ? '/sentiment/'
      : window.location.pathname + window.location.search;
  return (
    <p className="text-xs text-muted">
      This is wrong?{' '}
      <Link
        href={withReturn('/login/', here)}
        prefetch={false}
        className="text-accent underline underline-offset-2"
      >
        Sign in to say so
      </Link>
    </p>
  );
}
