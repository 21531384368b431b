'use client';

import type { Preferences, PreferencesChange } from '@tidemark/contracts/preferences';
import type { Outcome } from '../components/form/use-submission.ts';
import { useAppDispatch } from '../store/store-provider.tsx';
import { accountApi } from './account-api.ts';
import { useSend } from './use-send.ts';

function changed(kept: Preferences, change: PreferencesChange): Preferences {
  const notifications = { ...kept.notifications, ...change.notifications };
  return { ...kept, ...change, notifications };
}

/** Changes some preferences: on the page at once, and back again where the server refuses. */
export function useChangePreferences(): (
  change: PreferencesChange,
) => Promise<Outcome<Preferences>> {
  const dispatch = useAppDispatch();
  const send = useSend(accountApi.endpoints.changePreferences);
  return async (change) => {
    const { updateQueryData, upsertQueryData } = accountApi.util;
    const ahead = dispatch(
      updateQueryData('preferences', undefined, (kept) => changed(kept, change)),
    );
    const outcome = await send(change);
    if (outcome.data === undefined) ahead.undo();
    else await dispatch(upsertQueryData('preferences', undefined, outcome.data));
    return outcome;
  };
}
