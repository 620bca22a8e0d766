import { FONTS, type Palette } from './look';

/** Cells of the picture already taken by a label; what would overlap is not drawn until the reader zooms in. */
export class LabelSpace {
  private static readonly CELL = 6;
  private columns = 0;
  private rows = 0;
  private first = 0;
  private last = 0;
  private taken = new Uint8Array(0);

  /** @param unseen how much of the picture lies outside of what the reader sees, at its left and at its right */
  clear(width: number, height: number, unseen = 0) {
    const columns = Math.ceil(width / LabelSpace.CELL);
    const rows = Math.ceil(height / LabelSpace.CELL);
    if (columns * rows !== this.taken.length || columns !== this.columns) this.taken = new Uint8Array(columns * rows);
    else this.taken.fill(0);
    this.columns = columns;
    this.rows = rows;
    this.first = unseen;
    this.last = width - unseen;
  }

  /** The left end of a text centred on x, moved inwards so far that the edge of what is seen does not cut it. */
  within(x: number, width: number): number {
    const left = x - width / 2;
    if (x < this.first || x > this.last) return left;
    return Math.max(this.first + 2, Math.min(left, this.last - width - 2));
  }

  /** Takes the box if it is free. `must` takes it even so, for what the reader chose. */
  take(x: number, y: number, width: number, height: number, must = false): boolean {
    const left = Math.max(0, Math.floor(x / LabelSpace.CELL));
    const right = Math.min(this.columns - 1, Math.floor((x + width) / LabelSpace.CELL));
    const top = Math.max(0, Math.floor(y / LabelSpace.CELL));
    const bottom = Math.min(this.rows - 1, Math.floor((y + height) / LabelSpace.CELL));
    if (!must) {
      for (let row = top; row <= bottom; row++)
        for (let column = left; column <= right; column++)
          if (this.taken[row * this.columns + column]) return false;
    }
    for (let row = top; row <= bottom; row++)
      this.taken.fill(1, row * this.columns + left, row * this.columns + right + 1);
    return true;
  }
}

const LONGEST = 34;
const widths = new Map<string, number>();

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Cut between letters as readers see them: no Thai or Burmese vowel sign is parted from what it stands over. */
export function shortened(text: string): string {
  if (text.length <= LONGEST) return text;
  const characters = Array.from(letters.segment(text), (letter) => letter.segment);
  return characters.length <= LONGEST ? text : characters.slice(0, LONGEST - 1).join('') + '…';
}

/** Font of a label; what is protected is set in italics. */
export function font(size: number, calm: boolean, bold = false): string {
  return `${calm ? 'italic ' : ''}${bold ? '600 ' : ''}${size}px ${FONTS}`;
}

function widthOf(context: CanvasRenderingContext2D, text: string): number {
  const key = context.font + text;
  let width = widths.get(key);
  if (width === undefined) {
    if (widths.size > 20000) widths.clear();
    width = context.measureText(text).width;
    widths.set(key, width);
  }
  return width;
}

export interface Label {
  text: string;
  x: number;
  y: number;
  /** Radius of the node it belongs to, in pixels. */
  radius: number;
  calm: boolean;
  dimmed: boolean;
  chosen: boolean;
}

/** Draws the label under its node, if there is room for it. */
export function drawLabel(
  context: CanvasRenderingContext2D,
  label: Label,
  space: LabelSpace,
  palette: Palette,
  size = 12,
): boolean {
  if (!label.text || (label.dimmed && !label.chosen)) return false;
  const text = shortened(label.text);
  context.font = font(size, label.calm, label.chosen);
  const width = widthOf(context, text);
  const left = space.within(label.x, width);
  const top = label.y + label.radius + 3;
  if (!space.take(left, top, width, size * 1.35, label.chosen)) return false;
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = palette.ground;
  context.strokeText(text, left, top + size);
  context.fillStyle = palette.ink;
  context.fillText(text, left, top + size);
  return true;
}

/** The label of the node under the pointer: on a plate, in full, with its note. */
export function drawPlate(context: CanvasRenderingContext2D, label: Label, note: string, palette: Palette) {
  const lines = note ? [label.text, note] : [label.text];
  const size = 13;
  context.font = font(size, label.calm, true);
  const widest = Math.max(...lines.map((line) => context.measureText(line).width));
  const width = widest + 16;
  const height = lines.length * size * 1.5 + 8;
  const left = label.x - width / 2;
  const top = label.y + label.radius + 4;
  context.fillStyle = palette.ground;
  context.strokeStyle = palette.tieChosen;
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(left, top, width, height, 6);
  context.fill();
  context.stroke();
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.fillStyle = palette.ink;
  lines.forEach((line, nth) => {
    context.font = font(nth === 0 ? size : size - 1, label.calm, nth === 0);
    context.fillText(line, left + 8, top + 5 + size + nth * size * 1.5);
  });
}
