/** A tide line over the mark that high water left. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" fill="none" aria-hidden className={className}>
      <path
        d="M2 11.5c2.9 0 3.4-4.6 6.6-4.6 3.4 0 3.6 6.2 7 6.2 3 0 3.4-3.4 6.4-3.4"
        stroke="var(--accent)"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
      <path
        d="M4.5 17.8h15"
        stroke="currentColor"
        strokeOpacity="0.55"
        strokeWidth="1.8"
        strokeLinecap="round"
      />
    </svg>
  );
}

export function Wordmark() {
  return (
    <span className="flex items-center gap-2">
      <Mark className="size-7" />
      <span className="text-[1.0625rem] font-semibold tracking-[-0.025em] max-[22rem]:hidden">
        Tidemark
      </span>
    </span>
  );
}
