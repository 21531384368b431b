'use client';

import Link from 'next/link';
import { useChannelsQuery } from '../channels/channels-api.ts';
import { kindName } from '../channels/kinds.ts';
import { Check } from './check.tsx';

interface ChannelsFieldProps {
  chosen: readonly string[];
  onChange: (channels: readonly string[]) => void;
}

/** Where an alert is sent beside the list in the app. */
export function ChannelsField({ chosen, onChange }: ChannelsFieldProps) {
  const { data, error } = useChannelsQuery(undefined);
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1.5 text-[0.8125rem] font-medium">Channels</legend>
      {data?.map(({ channel_id: id, kind, name }) => (
        <Check
          key={id}
          label={
            <>
              {name} <span className="text-muted">· {kindName(kind)}</span>
            </>
          }
          checked={chosen.includes(id)}
          onChange={(isOn) =>
            onChange(isOn ? [...chosen, id] : chosen.filter((other) => other !== id))
          }
        />
      ))}
      {error !== undefined && (
        <p className="text-xs text-down">Your channels could not be loaded.</p>
      )}
      <p className="text-xs text-muted">
        {data?.length === 0 && 'You have no channels. '}It is always told in the app.{' '}
        <Link href="/alerts/?tab=channels" prefetch={false} className="text-accent underline">
          Channels
        </Link>
      </p>
    </fieldset>
  );
}
