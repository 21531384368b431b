import type { ArticleScore } from '@tidemark/contracts/news';
import { HeadlineModel } from '@tidemark/sentiment/headline-model';
import { labelOf, type Scorer } from './scorer.ts';

const ENGLISH: ReadonlySet<string> = new Set(['en']);
/** The rest hardly decided anything. */
const MOST_WORDS = 8;

/** The model that comes with Tidemark. */
export class OwnScorer implements Scorer {
  readonly languages = ENGLISH;
  readonly #model = new HeadlineModel();

  get name(): string {
    return this.#model.name;
  }

  async score(texts: readonly string[]): Promise<ArticleScore[]> {
    return texts.map((text) => {
      const scored = this.#model.score(text);
      const words = this.#model.deciding(text).slice(0, MOST_WORDS);
      return { ...scored, label: labelOf(scored), words, model: this.name };
    });
  }
}
