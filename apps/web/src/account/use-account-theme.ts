'use client';

import { useEffect } from 'react';
import { chooseTheme, followDevice, type ThemeChoice } from '../theme/theme.ts';
import { usePreferencesQuery } from './account-api.ts';
import { useSession } from './session/use-session.ts';
import { useChangePreferences } from './use-change-preferences.ts';

/** Gives the page the theme that its person has chosen, wherever they chose it. For the frame, once. */
export function useAccountTheme(): void {
  const { status } = useSession();
  const { currentData } = usePreferencesQuery(undefined, { skip: status !== 'signed_in' });
  const theme = currentData?.theme;
  useEffect(() => {
    if (theme !== undefined) chooseTheme(theme);
  }, [theme]);
  useEffect(followDevice, []);
}

/** Changes the theme, for the account too where somebody is signed in. */
export function useThemeChoice(): (theme: ThemeChoice) => void {
  const { status } = useSession();
  const change = useChangePreferences();
  return (theme) => {
    chooseTheme(theme);
    if (status === 'signed_in') void change({ theme });
  };
}
