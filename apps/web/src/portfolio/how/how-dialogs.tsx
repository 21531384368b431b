'use client';

import { createContext, useContext, useState, type ReactNode } from 'react';
import { Dialog } from '../../components/ui/dialog.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { useHowQuery, type HowAsked } from '../../portfolio-api/valuation-api.ts';
import { HowBody } from './how-body.tsx';

/** What is asked of the portfolio around, and by what name a reader knows it. */
export type HowQuestion = { title: string } & (HowAsked extends infer Asked
  ? Asked extends HowAsked
    ? Omit<Asked, 'portfolioId'>
    : never
  : never);

const OpenHow = createContext<(question: HowQuestion) => void>(() => undefined);

/** Opens the answer to a question about a figure. */
export function useOpenHow(): (question: HowQuestion) => void {
  return useContext(OpenHow);
}

interface AnswerProps {
  asked: HowAsked;
  onLeave: () => void;
}

function Answer({ asked, onLeave }: AnswerProps) {
  const query = useHowQuery(asked, { refetchOnMountOrArgChange: true });
  return (
    <Loaded query={{ ...query, data: query.currentData }} what="The computation" height="h-64">
      {(how) => <HowBody how={how} onLeave={onLeave} />}
    </Loaded>
  );
}

interface HowDialogsProps {
  portfolioId: string;
  children: ReactNode;
}

/** Lets every figure in it say how it was computed. */
export function HowDialogs({ portfolioId, children }: HowDialogsProps) {
  const [question, setQuestion] = useState<HowQuestion | null>(null);
  const close = () => setQuestion(null);
  const { title = '', ...asked } = question ?? {};
  return (
    <OpenHow value={setQuestion}>
      {children}
      <Dialog
        open={question !== null}
        onClose={close}
        title={title}
        lead="How this was computed"
        className="w-[44rem]"
      >
        {question !== null && (
          <Answer asked={{ portfolioId, ...asked } as HowAsked} onLeave={close} />
        )}
      </Dialog>
    </OpenHow>
  );
}
