interface ProgressProps {
  /** What is under way, such as `Reading`. */
  label: string;
  done: number;
  of: number;
}

/** How far something is, as a bar and in words. */
export function Progress({ label, done, of }: ProgressProps) {
  const percent = of === 0 ? 0 : Math.min(100, Math.round((100 * done) / of));
  return (
    <div className="flex items-center gap-3">
      <div
        role="progressbar"
        aria-label={label}
        aria-valuenow={percent}
        className="h-1.5 min-w-0 flex-1 overflow-hidden rounded-full bg-raised"
      >
        <div
          className="h-full rounded-full bg-accent transition-[width]"
          style={{ width: `${percent}%` }}
        />
      </div>
      <span className="figures shrink-0 text-xs text-muted">
        {label} {percent}%
      </span>
    </div>
  );
}
