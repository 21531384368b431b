/** The first letter of a name in a circle; the name is read from elsewhere. */
export function Initial({ name }: { name: string }) {
  return (
    <span
      aria-hidden
      className="flex size-7 shrink-0 items-center justify-center rounded-full bg-accent-soft text-xs font-semibold text-accent uppercase"
    >
      {Array.from(name)[0]}
    </span>
  );
}
