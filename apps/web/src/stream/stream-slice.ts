import { createSlice, type PayloadAction } from '@reduxjs/toolkit';
import type { StreamStatus } from '@tidemark/client/stream';

export interface StreamState {
  /** `idle`: not asked for yet. `offline`: the device says that it has no network. */
  status: StreamStatus | 'idle' | 'offline';
  /** Epoch ms since when the status holds. */
  since: number;
}

const initialState: StreamState = { status: 'idle', since: 0 };

const slice = createSlice({
  name: 'stream',
  initialState,
  reducers: {
    streamChanged(state, { payload }: PayloadAction<StreamState>) {
      if (state.status === payload.status) return;
      state.status = payload.status;
      state.since = payload.since;
    },
  },
});

export const { streamChanged } = slice.actions;
export const streamReducer = slice.reducer;
