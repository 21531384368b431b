'use client';

import * as Popover from 'radix-ui/popover';
import { useId, useRef, useState, type ComponentProps, type KeyboardEvent } from 'react';
import { cn } from './class-names.ts';

export interface Suggestion {
  /** What is chosen by it. */
  value: string;
  label: string;
  /** Beside the label, quieter. */
  detail?: string;
}

interface SuggestInputProps extends Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'list'> {
  text: string;
  onText: (text: string) => void;
  /** Those for the text; the caller filters. */
  suggestions: readonly Suggestion[];
  onChoose: (value: string) => void;
  /** What stands in place of the list where there is nothing to suggest; without it there is none. */
  none?: string;
}

/** A line of text with suggestions below it: arrow keys walk them, Enter takes one, Escape closes them. */
export function SuggestInput(props: SuggestInputProps) {
  const { text, onText, suggestions, onChoose, none, ...rest } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [wanted, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const last = suggestions.length - 1;
  const active = Math.min(at, last);
  const open = wanted && (last >= 0 || (none !== undefined && text.trim() !== ''));

  function choose(suggestion: Suggestion | undefined) {
    if (suggestion === undefined) return;
    setOpen(false);
    onChoose(suggestion.value);
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Tab') setOpen(false);
    if (event.key === 'Enter' && open && last >= 0) {
      event.preventDefault();
      choose(suggestions[active]);
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    setOpen(true);
    if (open) setAt(stepped(active, last, event.key === 'ArrowDown' ? 1 : -1));
  }
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Anchor asChild>
        <input
          ref={input}
          type="text"
          role="combobox"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          aria-activedescendant={open && last >= 0 ? `${id}-${active}` : undefined}
          value={text}
          onKeyDown={onKeyDown}
          onClick={() => setOpen(true)}
          onChange={(event) => {
            onText(event.target.value);
            setAt(0);
            setOpen(true);
          }}
          {...rest}
        />
      </Popover.Anchor>
      <Popover.Portal>
        <Popover.Content
          role="presentation"
          align="start"
          sideOffset={4}
          collisionPadding={12}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onInteractOutside={(event) => {
            if (event.target === input.current) event.preventDefault();
          }}
          className="z-60 max-h-72 w-(--radix-popover-trigger-width) min-w-56 overflow-y-auto rounded-xl border border-line-strong bg-surface p-1.5 shadow-(--shadow)"
        >
          <Options id={id} active={active} suggestions={suggestions} onChoose={choose} />
          {last < 0 && <p className="px-2.5 py-2 text-[0.8125rem] text-muted">{none}</p>}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function stepped(at: number, last: number, step: number): number {
  const next = at + step;
  if (next > last) return 0;
  return next < 0 ? last : next;
}

interface OptionsProps {
  id: string;
  active: number;
  suggestions: readonly Suggestion[];
  onChoose: (suggestion: Suggestion) => void;
}

function Options({ id, active, suggestions, onChoose }: OptionsProps) {
  return (
    <ul id={id} role="listbox" aria-label="Suggestions">
      {suggestions.map((suggestion, index) => (
        <li
          key={suggestion.value}
          id={`${id}-${index}`}
          ref={index === active ? intoView : null}
          role="option"
          aria-selected={index === active}
          // The focus stays in the line of text.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(suggestion)}
          className={cn(
            'flex min-h-9 cursor-pointer items-center justify-between gap-3 rounded-md px-2.5 text-[0.8125rem]',
            index === active ? 'bg-raised' : 'hover:bg-raised/60',
          )}
        >
          <span className="min-w-0 truncate font-medium">{suggestion.label}</span>
          {suggestion.detail !== undefined && (
            <span className="shrink-0 text-xs text-muted">{suggestion.detail}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

function intoView(element: HTMLElement | null): void {
  if (element !== null && 'scrollIntoView' in element) element.scrollIntoView({ block: 'nearest' });
}
