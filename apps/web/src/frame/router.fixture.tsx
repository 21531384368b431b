import {
  AppRouterContext,
  type AppRouterInstance,
} from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { SearchParamsContext } from 'next/dist/shared/lib/hooks-client-context.shared-runtime';
import type { ReactNode } from 'react';

const nothing = () => undefined;

/** Next's router for a test, at the address that the window is at: `onPush` hears where somebody is led. */
export function WithRouter(props: { onPush?: (href: string) => void; children: ReactNode }) {
  const router: AppRouterInstance = {
    ...{ back: nothing, forward: nothing, refresh: nothing, replace: nothing, prefetch: nothing },
    bfcacheId: '',
    push: props.onPush ?? nothing,
  };
  return (
    <AppRouterContext value={router}>
      <SearchParamsContext value={new URLSearchParams(window.location.search)}>
        {props.children}
      </SearchParamsContext>
    </AppRouterContext>
  );
}
