/** Work that is wanted often and done seldom. */
interface Paced {
  /** Wants it: it is done now, or as soon as `ms` have passed since it was done last. */
  want: () => void;
  /** Nothing more is done. */
  stop: () => void;
}

/** @param ms the least time between two */
export function atMostEvery(ms: number, work: () => void): Paced {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isWanted = false;
  function rest() {
    timer = null;
    if (isWanted) go();
  }
  function go() {
    isWanted = false;
    timer = setTimeout(rest, ms);
    work();
  }
  return {
    want: () => {
      if (timer === null) go();
      else isWanted = true;
    },
    stop: () => {
      if (timer !== null) clearTimeout(timer);
      isWanted = false;
    },
  };
}
