import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';

/** Points: 1/72 inch. A4 upright. */
export const PAGE = { width: 595.28, height: 841.89, margin: 48, bottom: 64 } as const;
export const WIDTH = PAGE.width - 2 * PAGE.margin;
const LEFT: number = PAGE.margin;

export const INK = '#16202c';
export const FAINT = '#5d6b7a';
export const LINE = '#d5dbe1';
export const ACCENT = '#0f766e';
export const WASH = '#e6f2f0';
export const TRACK = '#eef1f4';
export const LOSS = '#b42318';

export type Weight = 'regular' | 'bold';

/**
 * Noto Sans: Latin, Greek, Cyrillic and Devanagari; letters of other scripts are printed as empty boxes. Its digits have one
 * width, so that amounts stand below each other.
 */
const FONTS: Readonly<Record<Weight, Buffer>> = {
  regular: fontAt(
    import.meta.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  ),
  bold: fontAt(
    import.meta.resolve('@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf'),
  ),
};

function fontAt(url: string): Buffer {
  return readFileSync(fileURLToPath(url));
}

export interface TextStyle {
  size?: number;
  weight?: Weight;
  color?: string;
  align?: 'left' | 'right' | 'center';
  /** Within which it stays, by leaving off its end; default: the page's. */
  width?: number;
}

/** Pages that are written from the top down. Positions are in points from the page's upper left corner. */
export class Sheet {
  readonly pdf: PDFKit.PDFDocument;
  /** Where the next line begins. */
  y: number = PAGE.margin;
  readonly #chunks: Buffer[] = [];
  readonly #done = Promise.withResolvers<Buffer>();

  /** @param made epoch ms */
  constructor(title: string, made: number) {
    this.pdf = new PDFDocument({
      ...{ size: 'A4', margin: 0, autoFirstPage: false, bufferPages: true },
      ...{ lang: 'en-GB', displayTitle: true },
      info: { Title: title, Creator: 'Tidemark', CreationDate: new Date(made) },
    });
    for (const [name, file] of Object.entries(FONTS)) this.pdf.registerFont(name, file);
    this.pdf.on('data', (chunk: Buffer) => this.#chunks.push(chunk));
    this.pdf.on('end', () => this.#done.resolve(Buffer.concat(this.#chunks)));
  }

  page(): void {
    this.pdf.addPage();
    this.y = PAGE.margin;
  }

  /** Begins a page where there is less left of this one. */
  need(height: number): void {
    if (this.y + height > PAGE.height - PAGE.bottom) this.page();
  }

  /** One line, at a place; nothing moves. */
  at(text: string, x: number, y: number, style: TextStyle = {}): void {
    const { size = 9, weight = 'regular', color = INK, align = 'left', width = WIDTH } = style;
    this.pdf.font(weight).fontSize(size).fillColor(color);
    const fitted = this.#fitted(text, width);
    const slack = align === 'left' ? 0 : width - this.pdf.widthOfString(fitted);
    const left = x + (align === 'center' ? slack / 2 : slack);
    this.pdf.text(fitted, left, y, { lineBreak: false });
  }

  /** A paragraph, over as many lines as it takes. */
  prose(text: string, style: TextStyle = {}): void {
    const { size = 9, weight = 'regular', color = INK, width = WIDTH } = style;
    const options = { width, lineGap: size * 0.35 };
    this.pdf.font(weight).fontSize(size);
    const height = this.pdf.heightOfString(text, options);
    this.need(height);
    this.pdf.font(weight).fontSize(size).fillColor(color).text(text, LEFT, this.y, options);
    this.y += height + size * 0.6;
  }

  /** @param over height of what has to stand on the same page; default: some lines */
  heading(text: string, over = 50): void {
    this.need(over + 44);
    if (this.y > PAGE.margin) this.y += 18;
    this.at(text, LEFT, this.y, { size: 14, weight: 'bold' });
    this.y += 26;
  }

  rule(y: number, color: string = LINE, from = LEFT, to = LEFT + WIDTH): void {
    this.pdf.lineWidth(0.6).strokeColor(color).moveTo(from, y).lineTo(to, y).stroke();
  }

  /** Writes what stands below every page, and ends. */
  async end(footer: (page: number, pages: number) => readonly [left: string, right: string]) {
    const { count } = this.pdf.bufferedPageRange();
    for (let i = 0; i < count; i += 1) {
      this.pdf.switchToPage(i);
      const [left, right] = footer(i + 1, count);
      const y = PAGE.height - 40;
      this.rule(y - 8);
      const style = { size: 7.5, color: FAINT };
      this.at(left, LEFT, y, { ...style, width: WIDTH * 0.75 });
      this.at(right, LEFT, y, { ...style, align: 'right' });
    }
    this.pdf.end();
    return this.#done.promise;
  }

  /** @param width points; in the font that is set */
  #fitted(text: string, width: number): string {
    if (this.pdf.widthOfString(text) <= width) return text;
    let [fits, over] = [0, text.length];
    while (fits + 1 < over) {
      const half = Math.floor((fits + over) / 2);
      if (this.pdf.widthOfString(`${text.slice(0, half)}…`) <= width) fits = half;
      else over = half;
    }
    return `${text.slice(0, fits)}…`;
  }
}
