'use client';

import type { Portfolio } from '@tidemark/contracts/portfolio';
import { useState } from 'react';
import { usePreferencesQuery } from '../../../account/account-api.ts';
import { currencyOptions } from '../../../account/profile/preference-options.ts';
import { useSend } from '../../../account/use-send.ts';
import { Field } from '../../../components/form/field.tsx';
import { FormBody } from '../../../components/form/form-body.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';
import { useSubmission, type FormValues } from '../../../components/form/use-submission.ts';
import { Skeleton } from '../../../components/ui/loaded.tsx';
import { portfolioApi } from '../../../portfolio-api/portfolio-api.ts';
import { createRequestKeys } from '../entry/request-key.ts';

interface PortfolioFormProps {
  /** Null: a new one. */
  portfolio: Portfolio | null;
  onDone: (portfolio: Portfolio) => void;
  onCancel?: () => void;
}

const LABELS = { name: 'Name', base_currency: 'Currency' };

function useSave(portfolio: Portfolio | null) {
  const [keyOf] = useState(createRequestKeys);
  const create = useSend(portfolioApi.endpoints.createPortfolio);
  const update = useSend(portfolioApi.endpoints.updatePortfolio);
  return ({ name = '', base_currency = '' }: FormValues) => {
    const body = { name: name.trim(), base_currency };
    return portfolio === null ? create({ body, key: keyOf(body) }) : update({ portfolio, body });
  };
}

function Form(props: PortfolioFormProps & { currency: string }) {
  const { portfolio, onDone, onCancel, currency } = props;
  const submission = useSubmission({
    labels: LABELS,
    check: ({ name = '' }) => (name.trim() === '' ? { name: 'Give it a name.' } : {}),
    send: useSave(portfolio),
    onDone,
  });
  return (
    <FormBody
      submission={submission}
      action={portfolio === null ? 'Create portfolio' : 'Save'}
      acting="Saving…"
      {...(onCancel && { onCancel })}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          name="name"
          label="Name"
          hint="Such as “Savings”."
          maxLength={100}
          autoComplete="off"
          defaultValue={portfolio?.name ?? ''}
        />
        <SelectField
          name="base_currency"
          label="Currency"
          hint="What it is valued in; it can hold any."
          options={currencyOptions(currency)}
          defaultValue={currency}
        />
      </div>
    </FormBody>
  );
}

/** Makes a portfolio, or changes its name and currency. A new one begins with the currency of the person's preferences. */
export function PortfolioForm(props: PortfolioFormProps) {
  const { data, isError } = usePreferencesQuery(undefined);
  const currency = props.portfolio?.base_currency ?? data?.quote_currency;
  // Without the preferences it can be made all the same.
  if (currency === undefined && !isError) return <Skeleton className="h-36 w-full" />;
  return <Form {...props} currency={currency ?? 'USD'} />;
}
