import type { Palette } from './look';

/** Where the reader looks: the point in the middle and pixels for one unit. */
export interface View {
  x: number;
  y: number;
  scale: number;
}

/** What the reader did, whichever way the graph is drawn. */
export interface Listener {
  chosen(node: string, more: boolean): void;
  chosenTie(tie: string): void;
  cleared(): void;
  opened(node: string): void;
  hovered(node: string | null): void;
  context(node: string | null, x: number, y: number): void;
  dragged(node: string, x: number, y: number): void;
  dropped(node: string): void;
}

/** One way of drawing the graph: with WebGL, or plainly where there is none. */
export interface Drawing {
  readonly name: 'webgl' | 'plain';
  /** Everything may have changed. */
  refresh(): void;
  /** Only places changed. */
  moved(): void;
  chosen(nodes: ReadonlySet<string>): void;
  repaint(palette: Palette): void;
  resized(): void;
  view(): View;
  show(view: View, smoothly: boolean): void;
  toScreen(x: number, y: number): { x: number; y: number };
  kill(): void;
}

/** How many times larger than its size a node is drawn: grows with the square root of the zoom, within bounds. */
export function growth(scale: number): number {
  return Math.min(2.6, Math.max(0.3, Math.sqrt(scale)));
}

export const CLOSEST = 12;
export const FARTHEST = 0.01;
