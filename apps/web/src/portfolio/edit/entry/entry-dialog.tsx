'use client';

import type { Portfolio } from '@tidemark/contracts/portfolio';
import type { Transaction } from '@tidemark/contracts/portfolio-transaction';
import { useState } from 'react';
import { useSend } from '../../../account/use-send.ts';
import { FormBody } from '../../../components/form/form-body.tsx';
import { useSubmission } from '../../../components/form/use-submission.ts';
import { Button } from '../../../components/ui/button.tsx';
import { Dialog } from '../../../components/ui/dialog.tsx';
import { Notice } from '../../../components/ui/notice.tsx';
import { say } from '../../../components/ui/toasts.ts';
import { transactionsApi } from '../../../portfolio-api/transactions-api.ts';
import { useAppDispatch } from '../../../store/store-provider.tsx';
import { EntryFields } from './entry-fields.tsx';
import { entryFaults, LABELS, requestOf, timeField, type EntryValues } from './entry-values.ts';
import { valuesOf } from './read-back.ts';
import { createRequestKeys } from './request-key.ts';

interface EntryFormProps {
  portfolio: Portfolio;
  /** Null: a new one. */
  transaction: Transaction | null;
  onClose: () => void;
}

/** What a new transaction begins with: bought now, in the portfolio's currency. */
function blank({ base_currency }: Portfolio): EntryValues {
  const now = new Date().toISOString().slice(0, 19);
  return { kind: 'buy', time: now, currency: base_currency, income_kind: 'staking' };
}

function startOf(portfolio: Portfolio, transaction: Transaction | null): EntryValues {
  const start = blank(portfolio);
  if (transaction === null) return start;
  const values = valuesOf(transaction) ?? { kind: transaction.kind };
  return { ...start, time: timeField(transaction.time), ...values };
}

function useSave({ portfolio, transaction }: EntryFormProps) {
  const [keyOf] = useState(createRequestKeys);
  const create = useSend(transactionsApi.endpoints.createTransaction);
  const replace = useSend(transactionsApi.endpoints.replaceTransaction);
  const portfolioId = portfolio.portfolio_id;
  return (values: EntryValues) => {
    const body = requestOf(values);
    return transaction === null
      ? create({ portfolioId, body, key: keyOf(body) })
      : replace({ portfolioId, transaction, body });
  };
}

function EntryForm(props: EntryFormProps & { onConflict: () => void }) {
  const { portfolio, transaction, onClose, onConflict } = props;
  const [values, setValues] = useState(() => startOf(portfolio, transaction));
  const save = useSave(props);
  const submission = useSubmission({
    labels: LABELS,
    check: () => entryFaults(values),
    send: () => save(values),
    onDone: () => {
      onClose();
      say(transaction === null ? 'The transaction is in.' : 'The transaction is changed.');
    },
    onRefused: ({ status }) => {
      if (status === 412) onConflict();
      return status === 412;
    },
  });
  return (
    <FormBody
      submission={submission}
      action={transaction === null ? 'Add transaction' : 'Save'}
      acting="Saving…"
      onCancel={onClose}
    >
      <EntryFields
        values={values}
        set={(change) => setValues((before) => ({ ...before, ...change }))}
      />
    </FormBody>
  );
}

/** Said where somebody else, or another tab, changed the transaction first. */
function Conflict({ onLoad, failure }: { onLoad: () => void; failure: string | null }) {
  return (
    <Notice tone="notice" role="status" className="mb-4">
      <p>
        It was changed elsewhere after you opened it, so your change was not saved. Load what is
        there now, and change that.
      </p>
      {failure !== null && <p className="text-down">{failure}</p>}
      <Button onClick={onLoad} className="mt-2">
        Load what is there now
      </Button>
    </Notice>
  );
}

/** Puts a transaction in, or another in its place. */
export function EntryDialog(props: EntryFormProps & { open: boolean }) {
  const { open, onClose, portfolio, transaction } = props;
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={transaction === null ? 'Add a transaction' : 'Change the transaction'}
      className="w-[38rem]"
    >
      <Newest portfolio={portfolio} transaction={transaction} onClose={onClose} />
    </Dialog>
  );
}

function Newest({ portfolio, transaction, onClose }: EntryFormProps) {
  const dispatch = useAppDispatch();
  const [shown, setShown] = useState(transaction);
  const [isBehind, setBehind] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function load() {
    const asked = {
      portfolioId: portfolio.portfolio_id,
      transactionId: transaction?.transaction_id ?? '',
    };
    const { data, error } = await dispatch(
      transactionsApi.endpoints.transaction.initiate(asked, {
        subscribe: false,
        forceRefetch: true,
      }),
    );
    if (data === undefined) {
      setFailure(error && 'message' in error ? (error.message ?? null) : null);
      return;
    }
    setFailure(null);
    setShown(data);
    setBehind(false);
  }
  return (
    <>
      {isBehind && <Conflict onLoad={() => void load()} failure={failure} />}
      <EntryForm
        key={shown?.version}
        portfolio={portfolio}
        transaction={shown}
        onClose={onClose}
        onConflict={() => setBehind(true)}
      />
    </>
  );
}
