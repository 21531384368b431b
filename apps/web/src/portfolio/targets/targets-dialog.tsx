'use client';

import type { Position } from '@tidemark/contracts/portfolio-value';
import { useState } from 'react';
import { useSend } from '../../account/use-send.ts';
import { Field } from '../../components/form/field.tsx';
import { FormBody } from '../../components/form/form-body.tsx';
import { useSubmission } from '../../components/form/use-submission.ts';
import { Button } from '../../components/ui/button.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import {
  historyApi,
  useTargetsQuery,
  type VersionedTargets,
} from '../../portfolio-api/history-api.ts';
import { faultsOf, readTargets } from './read-targets.ts';

interface TargetsFormProps {
  portfolioId: string;
  assets: readonly string[];
  known: VersionedTargets;
  onDone: () => void;
}

function TargetsForm({ portfolioId, assets, known, onDone }: TargetsFormProps) {
  const send = useSend(historyApi.endpoints.changeTargets);
  const submission = useSubmission({
    labels: Object.fromEntries(assets.map((asset) => [asset, asset])),
    check: faultsOf,
    send: (values) =>
      send({ portfolioId, etag: known.etag, body: { targets: readTargets(values) } }),
    onDone,
  });
  const before = new Map(known.targets.map(({ asset, percent }) => [asset, percent]));
  return (
    <FormBody submission={submission} action="Save" acting="Saving…" onCancel={onDone}>
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-3">
        {assets.map((asset) => (
          <Field
            key={asset}
            name={asset}
            label={`${asset}, %`}
            inputMode="decimal"
            autoComplete="off"
            defaultValue={before.get(asset) ?? ''}
          />
        ))}
      </div>
    </FormBody>
  );
}

interface TargetsButtonProps {
  portfolioId: string;
  positions: readonly Position[];
}

/** Which share of the value each asset is to have. */
export function TargetsButton({ portfolioId, positions }: TargetsButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const query = useTargetsQuery(portfolioId, { skip: !isOpen, refetchOnMountOrArgChange: true });
  const close = () => setOpen(false);
  const held = positions.map(({ asset }) => asset);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Targets…</Button>
      <Dialog
        open={isOpen}
        onClose={close}
        title="Target shares"
        lead="What part of the value each asset is to be; at most 100 % together. Empty: no target."
      >
        <Loaded query={{ ...query, data: query.currentData }} what="Your targets" height="h-48">
          {(known) => {
            const wanted = known.targets.map(({ asset }) => asset);
            const assets = [...new Set([...held, ...wanted])];
            return (
              <TargetsForm portfolioId={portfolioId} assets={assets} known={known} onDone={close} />
            );
          }}
        </Loaded>
      </Dialog>
    </>
  );
}
