import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import type { User } from '@tidemark/contracts/user';

/**
 * Why somebody is no longer signed in. `signed_out`: they asked for it. `expired`: the session ended by itself or from
 * elsewhere. `deleted`: so did the account.
 */
export type Ending = 'signed_out' | 'expired' | 'deleted';

export interface SessionState {
  /** `unknown`: before the page has looked. `restoring`: there is a session, and its token is asked for. */
  status: 'unknown' | 'restoring' | 'signed_in' | 'signed_out';
  user: User | null;
  /** Null while signed in, and for whoever never was. */
  ending: Ending | null;
  /** The server did not answer when a token was asked for; it is asked again. */
  unreachable: boolean;
}

const initialState: SessionState = {
  status: 'unknown',
  user: null,
  ending: null,
  unreachable: false,
};

const slice = createSlice({
  name: 'session',
  initialState,
  reducers: {
    sessionChanged: (_state, { payload }: PayloadAction<SessionState>) => payload,
  },
});

export const { sessionChanged } = slice.actions;
export const sessionReducer = slice.reducer;
