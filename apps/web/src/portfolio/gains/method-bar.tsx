'use client';

import { useState } from 'react';
import { Button } from '../../components/ui/button.tsx';
import { Panel } from '../../components/ui/panel.tsx';
import { changeAddress } from '../address.ts';
import { METHOD_WORDS, METHODS, type AccountingMethod } from '../method-words.ts';
import { Choose } from '../../components/ui/choose.tsx';
import { MethodComparison } from './method-comparison.tsx';

const OWN = '';

interface MethodBarProps {
  portfolioId: string;
  /** Undefined: the portfolio's own. */
  asked: AccountingMethod | undefined;
  /** What the answer was computed by. */
  used: AccountingMethod;
}

/** By which method all below is computed, and what each of them would come to. */
export function MethodBar({ portfolioId, asked, used }: MethodBarProps) {
  const [isOpen, setOpen] = useState(false);
  const own =
    asked === undefined ? `The portfolio’s: ${METHOD_WORDS[used]}` : 'The portfolio’s own';
  return (
    <Panel aria-label="Method" className="gap-3 py-3">
      <div className="flex flex-wrap items-center justify-between gap-3 px-4">
        <Choose
          label="Method"
          options={[
            { value: OWN, label: own },
            ...METHODS.map((value) => ({ value, label: METHOD_WORDS[value] })),
          ]}
          value={asked ?? OWN}
          onChange={(value) => changeAddress({ method: value === OWN ? null : value })}
        />
        <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Hide the comparison' : 'Compare all methods'}
        </Button>
      </div>
      {isOpen && <MethodComparison portfolioId={portfolioId} />}
    </Panel>
  );
}
