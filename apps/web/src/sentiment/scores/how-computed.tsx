import type { Sentiment } from '@tidemark/contracts/sentiment';

/** How the figures come about, in words. */
export function HowComputed({ sentiment }: { sentiment: Sentiment }) {
  const { window_hours, half_life_hours, model } = sentiment;
  return (
    <details className="group">
      <summary className="w-fit cursor-pointer rounded text-accent hover:underline">
        How this was computed
      </summary>
      <ol className="mt-2 flex list-decimal flex-col gap-1.5 pl-5 text-[0.8125rem] text-foreground marker:text-muted">
        <li>
          Each headline in English gets three probabilities from {model}: that it is bad, neutral or
          good for whoever holds the coin. Its score is good less bad.
        </li>
        <li>
          Articles that tell the same are one story and count once; its probabilities are the mean
          over its sources. A story’s weight halves every {half_life_hours} h, ends after{' '}
          {window_hours} h, and grows by a tenth with each doubling of the sources that tell it.
        </li>
        <li>
          No source comes to more than four fresh stories times its own weight, however many it
          tells.
        </li>
        <li>
          The score is the weighted mean of the stories’ scores, with one neutral story added: one
          story alone makes nothing all good or all bad. Where there are no stories there is no
          score.
        </li>
        <li>
          The shares are parts of the weight, by what each story most likely is. Confidence is 1 − e
          <sup>−n/6</sup>, n being how many equally weighty stories theirs are worth: it tells how
          much the score rests on, not whether a price will follow.
        </li>
      </ol>
    </details>
  );
}
