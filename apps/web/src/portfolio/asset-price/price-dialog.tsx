'use client';

import type { AssetSetting } from '@tidemark/contracts/portfolio-history';
import { useState } from 'react';
import { useSend } from '../../account/use-send.ts';
import { Field } from '../../components/form/field.tsx';
import { FormBody } from '../../components/form/form-body.tsx';
import { SelectField } from '../../components/form/select-field.tsx';
import { useSubmission, type FormValues } from '../../components/form/use-submission.ts';
import { Dialog } from '../../components/ui/dialog.tsx';
import { Loaded } from '../../components/ui/loaded.tsx';
import { useCoinsQuery } from '../../market/market-api.ts';
import { useAssetSettingsQuery, valuationApi } from '../../portfolio-api/valuation-api.ts';
import { useReading } from '../figures/reading.tsx';
import { readPrice, withPrice } from './manual-prices.ts';

const LABELS = { coin_id: 'Coin', price: 'Price', day: 'Day' };
const BY_HAND = '';

function faultsOf({ coin_id, price = '', day = '' }: FormValues) {
  if (coin_id !== BY_HAND) return {};
  return {
    ...(readPrice(price) === null && { price: 'Enter a number such as 0.25.' }),
    ...(day === '' && { day: 'Choose the day from which it holds.' }),
  };
}

interface PriceFormProps {
  portfolioId: string;
  asset: string;
  setting: AssetSetting | undefined;
  onDone: () => void;
}

function PriceForm({ portfolioId, asset, setting, onDone }: PriceFormProps) {
  const { currency } = useReading();
  const { data: coins = [] } = useCoinsQuery(undefined);
  const [coin, setCoin] = useState(setting?.coin_id ?? BY_HAND);
  const send = useSend(valuationApi.endpoints.changeAssetSetting);
  const submission = useSubmission({
    labels: LABELS,
    check: faultsOf,
    send: ({ coin_id = BY_HAND, price = '', day = '' }) => {
      const before = setting?.prices ?? [];
      const isByHand = coin_id === BY_HAND;
      const prices = isByHand ? withPrice(before, { day, price: readPrice(price) ?? '' }) : before;
      const body = { coin_id: isByHand ? null : coin_id, is_mapped: true, prices };
      return send({ portfolioId, asset, body });
    },
    onDone,
  });
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  return (
    <FormBody submission={submission} action="Save" acting="Saving…" onCancel={onDone}>
      <SelectField
        name="coin_id"
        label={`What ${asset} is`}
        hint="A coin of the market is priced live, and in the past by its daily closes."
        options={[
          { value: BY_HAND, label: 'None of these: I give a price' },
          ...coins.map(({ coin_id, name, symbol }) => ({
            value: coin_id,
            label: `${name} (${symbol})`,
          })),
        ]}
        value={coin}
        onChange={(event) => setCoin(event.currentTarget.value)}
      />
      {coin === BY_HAND && (
        <div className="grid gap-4 sm:grid-cols-2">
          <Field name="price" label={`Price of one, ${currency}`} inputMode="decimal" />
          <Field
            name="day"
            label="From the day"
            hint="It holds until the next one that you give."
            type="date"
            max={today}
            defaultValue={today}
          />
        </div>
      )}
    </FormBody>
  );
}

interface PriceDialogProps {
  portfolioId: string;
  /** Null: closed. */
  asset: string | null;
  onClose: () => void;
}

/** Says which coin an asset is, or what it is worth. */
export function PriceDialog({ portfolioId, asset, onClose }: PriceDialogProps) {
  const query = useAssetSettingsQuery(portfolioId, { skip: asset === null });
  return (
    <Dialog
      open={asset !== null}
      onClose={onClose}
      title={`Price of ${asset ?? ''}`}
      lead="For this portfolio."
    >
      {asset !== null && (
        <Loaded query={{ ...query, data: query.currentData }} what="Its settings" height="h-48">
          {(settings) => (
            <PriceForm
              portfolioId={portfolioId}
              asset={asset}
              setting={settings.find((each) => each.asset === asset)}
              onDone={onClose}
            />
          )}
        </Loaded>
      )}
    </Dialog>
  );
}
