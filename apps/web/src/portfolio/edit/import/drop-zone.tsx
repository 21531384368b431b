'use client';

import { FileUp } from 'lucide-react';
import { useState, type DragEvent } from 'react';
import { cn } from '../../../components/ui/class-names.ts';

interface DropZoneProps {
  onFiles: (files: readonly File[]) => void;
  /** There are files already: it needs less room. */
  small: boolean;
}

/** Takes files that are dropped on it, or chosen. */
export function DropZone({ onFiles, small }: DropZoneProps) {
  const [isOver, setOver] = useState(false);
  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  }
  return (
    <label
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cn(
        'flex cursor-pointer flex-col items-center gap-1 rounded-xl border border-dashed border-field px-4 text-center transition-colors focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent hover:bg-raised/60',
        small ? 'py-4' : 'py-10',
        isOver && 'border-accent bg-accent-soft',
      )}
    >
      <FileUp aria-hidden className="size-6 text-accent" />
      <span className="font-medium">
        {small ? 'Drop more files, or choose them' : 'Drop files here, or choose them'}
      </span>
      <span className="max-w-prose text-[0.8125rem] text-muted">
        CSV or XLSX as the exchange gave it, up to 64 MB each. Nothing is put in before you say so.
      </span>
      <input
        type="file"
        multiple
        accept=".csv,.tsv,.txt,.xlsx,text/csv"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file can be chosen once more.
          event.target.value = '';
        }}
        className="sr-only"
      />
    </label>
  );
}
