'use client';

import { useState, type SubmitEvent } from 'react';
import { Button } from '../components/ui/button.tsx';

const LONGEST = 500;

interface NoteFormProps {
  coinName: string;
  note: string | null;
  onSave: (note: string | null) => void;
  onCancel: () => void;
}

/** Writes down something beside a coin; an empty note is none. */
export function NoteForm({ coinName, note, onSave, onCancel }: NoteFormProps) {
  const [text, setText] = useState(note ?? '');
  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const words = text.trim();
    onSave(words === '' ? null : words);
  }
  return (
    <form
      onSubmit={onSubmit}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      className="flex flex-col gap-2 px-3 pb-3 sm:pl-12"
    >
      <textarea
        // Asked for by the press of a button.
        autoFocus
        rows={2}
        maxLength={LONGEST}
        value={text}
        aria-label={`Note on ${coinName}`}
        onChange={(event) => setText(event.target.value)}
        className="w-full rounded-md border border-field bg-background/60 px-3 py-2 text-base sm:text-sm"
      />
      <div className="flex gap-2">
        <Button type="submit" variant="accent">
          Save note
        </Button>
        <Button variant="ghost" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
