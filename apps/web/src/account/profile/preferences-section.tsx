'use client';

import type { Preferences, PreferencesChange } from '@tidemark/contracts/preferences';
import Link from 'next/link';
import { useState } from 'react';
import { SelectField } from '../../components/form/select-field.tsx';
import { Choice } from '../../components/ui/choice.tsx';
import { Switch } from '../../components/ui/switch.tsx';
import { chooseTheme } from '../../theme/theme.ts';
import { usePreferencesQuery } from '../account-api.ts';
import { whyNot } from '../use-send.ts';
import { useChangePreferences } from '../use-change-preferences.ts';
import { Loaded } from '../../components/ui/loaded.tsx';
import { COST_BASIS, currencyOptions, localeOptions, THEMES } from './preference-options.ts';
import { Saved } from './saved.tsx';
import { Part, Section } from './section.tsx';

interface ControlsProps {
  preferences: Preferences;
  onChange: (change: PreferencesChange) => void;
}

function ThemeControl({ preferences, onChange }: ControlsProps) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 sm:justify-start sm:gap-6">
      <span aria-hidden className="text-[0.8125rem] font-medium">
        Theme
      </span>
      <Choice
        label="Theme"
        options={THEMES}
        value={preferences.theme}
        onChange={(theme) => {
          chooseTheme(theme);
          onChange({ theme });
        }}
      />
    </div>
  );
}

function NumberControls({ preferences, onChange }: ControlsProps) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <SelectField
        name="quote_currency"
        label="Currency"
        hint="For what is yours. Market prices stay in USD."
        options={currencyOptions(preferences.quote_currency)}
        value={preferences.quote_currency}
        onChange={(event) => onChange({ quote_currency: event.currentTarget.value })}
      />
      <SelectField
        name="locale"
        label="Language and region"
        hint="How dates and numbers of yours are written."
        options={localeOptions(preferences.locale)}
        value={preferences.locale}
        onChange={(event) => onChange({ locale: event.currentTarget.value })}
      />
      <SelectField
        name="cost_basis_method"
        label="Cost basis"
        hint="Which of your coins a sale is taken to sell."
        options={COST_BASIS}
        value={preferences.cost_basis_method}
        onChange={(event) => {
          const method = COST_BASIS.find(({ value }) => value === event.currentTarget.value);
          if (method !== undefined) onChange({ cost_basis_method: method.value });
        }}
      />
    </div>
  );
}

function NotificationControls({ preferences, onChange }: ControlsProps) {
  const { browser, security } = preferences.notifications;
  return (
    <Part title="Notifications">
      <Switch
        label="Security mail"
        hint="About a changed password, address or second factor."
        checked={security}
        onChange={(next) => onChange({ notifications: { security: next } })}
      />
      <Switch
        label="Alerts on open pages"
        hint="Each that fires is said in passing. The bell counts it either way."
        checked={browser}
        onChange={(next) => onChange({ notifications: { browser: next } })}
      />
      <p className="text-xs text-muted">
        Mail, push and messages to other services are set up{' '}
        <Link
          href="/alerts/?tab=channels"
          prefetch={false}
          className="text-accent underline underline-offset-2"
        >
          where alerts go
        </Link>
        .
      </p>
    </Part>
  );
}

/** How Tidemark looks and counts for this person. Each change is saved at once. */
export function PreferencesSection() {
  const query = usePreferencesQuery(undefined);
  const change = useChangePreferences();
  const [saved, setSaved] = useState(0);
  const [failure, setFailure] = useState<string | null>(null);

  async function onChange(wish: PreferencesChange) {
    const why = whyNot(await change(wish));
    setFailure(why);
    if (why === null) setSaved((count) => count + 1);
  }
  return (
    <Section
      id="preferences"
      title="Preferences"
      lead="Saved as you change them, for every device you sign in on."
      aside={<Saved count={failure === null ? saved : 0} />}
    >
      <Loaded query={query} what="Your preferences" height="h-[24rem]">
        {(preferences) => {
          const controls = {
            preferences,
            onChange: (wish: PreferencesChange) => void onChange(wish),
          };
          return (
            <>
              <ThemeControl {...controls} />
              <NumberControls {...controls} />
              <NotificationControls {...controls} />
            </>
          );
        }}
      </Loaded>
      {failure !== null && (
        <p role="alert" className="text-[0.8125rem] text-down">
          Not saved. {failure}
        </p>
      )}
    </Section>
  );
}
