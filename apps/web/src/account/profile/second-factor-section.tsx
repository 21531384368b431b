'use client';

import type { TwoFactorSecret, TwoFactorState } from '@tidemark/contracts/two-factor';
import { useState } from 'react';
import { Badge } from '../../components/ui/badge.tsx';
import { Button } from '../../components/ui/button.tsx';
import { useSend } from '../use-send.ts';
import { Enrolment } from './enrolment.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { twoFactorApi, useTwoFactorQuery } from './profile-api.ts';
import { ProofForm } from './proof-form.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { Section } from './section.tsx';

type Step =
  | { at: 'rest' | 'begin' | 'replace' | 'disable' }
  | { at: 'scan'; secret: TwoFactorSecret }
  | { at: 'codes'; codes: readonly string[] };

interface StepProps {
  step: Step;
  go: (step: Step) => void;
}

const REST: Step = { at: 'rest' };

function AtRest({ state, go }: { state: TwoFactorState; go: (step: Step) => void }) {
  if (!state.enabled) {
    return (
      <Button size="medium" className="self-start" onClick={() => go({ at: 'begin' })}>
        Set up
      </Button>
    );
  }
  const left = state.recovery_codes_left;
  return (
    <>
      <p className="text-[0.8125rem] text-muted">
        {left === 1 ? '1 recovery code is left.' : `${left} recovery codes are left.`}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button size="medium" onClick={() => go({ at: 'replace' })}>
          New recovery codes
        </Button>
        <Button size="medium" variant="danger" onClick={() => go({ at: 'disable' })}>
          Turn off
        </Button>
      </div>
    </>
  );
}

function Steps({ step, go }: StepProps) {
  const begin = useSend(twoFactorApi.endpoints.beginTwoFactor);
  const replace = useSend(twoFactorApi.endpoints.replaceRecoveryCodes);
  const disable = useSend(twoFactorApi.endpoints.disableTwoFactor);
  const rest = () => go(REST);
  const showCodes = ({ recovery_codes }: { recovery_codes: string[] }) =>
    go({ at: 'codes', codes: recovery_codes });
  switch (step.at) {
    case 'begin':
      return (
        <ProofForm
          action="Go on"
          acting="Checking…"
          withCode={false}
          send={({ password }) => begin({ password })}
          onDone={(secret) => go({ at: 'scan', secret })}
          onCancel={rest}
        />
      );
    case 'scan':
      return <Enrolment secret={step.secret} onDone={showCodes} onCancel={rest} />;
    case 'codes':
      return <RecoveryCodes codes={step.codes} onDone={rest} />;
    case 'replace':
      return (
        <ProofForm
          action="Replace the codes"
          acting="Replacing…"
          withCode
          send={replace}
          onDone={showCodes}
          onCancel={rest}
        />
      );
    case 'disable':
      return (
        <ProofForm
          action="Turn off"
          acting="Turning off…"
          variant="destroy"
          withCode
          send={disable}
          onDone={rest}
          onCancel={rest}
        />
      );
    case 'rest':
      return null;
  }
}

/** A code from an authenticator beside the password. */
export function SecondFactorSection() {
  const query = useTwoFactorQuery(undefined);
  const [step, setStep] = useState<Step>(REST);
  return (
    <Section
      id="second-factor"
      title="Second factor"
      lead="A code from an authenticator app beside your password, so that the password alone is not enough."
      aside={
        query.data !== undefined && (
          <Badge tone={query.data.enabled ? 'up' : 'quiet'}>
            {query.data.enabled ? 'On' : 'Off'}
          </Badge>
        )
      }
    >
      <Loaded query={query} what="The second factor" height="h-10">
        {(state) =>
          step.at === 'rest' ? (
            <AtRest state={state} go={setStep} />
          ) : (
            <Steps step={step} go={setStep} />
          )
        }
      </Loaded>
    </Section>
  );
}
