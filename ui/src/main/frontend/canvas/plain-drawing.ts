import { CLOSEST, FARTHEST, type Drawing, type Listener, type View } from './drawing';
import { drawPlate } from './labels';
import type { Palette } from './look';
import type { Drawn } from './model';
import { bend, paint, place, type Frame } from './painter';

const REST = 140;
/** Where a processor plays the graphics card, letting the browser believe otherwise makes each frame take seconds. */
const ON_PROCESSOR: CanvasRenderingContext2DSettings = { willReadFrequently: true };
/** From so many nodes and ties on, moving shows the last picture shifted and scaled until the reader rests. */
const MANY = 1200;
/** The picture that is kept reaches beyond the edge by this share on each side. */
const BEYOND = 0.3;

/** Draws on a two-dimensional canvas: office desktops and remote sessions often have no WebGL at all. */
export class PlainDrawing implements Drawing {
  readonly name = 'plain';
  private readonly canvas = document.createElement('canvas');
  private readonly kept = document.createElement('canvas');
  private keptView: View | null = null;
  private at: View = { x: 0, y: 0, scale: 1 };
  private selection: ReadonlySet<string> = new Set();
  private hoveredNode: string | null = null;
  private frame = 0;
  private quickUntil = 0;
  private readonly pointers = new Map<number, { x: number; y: number }>();
  private pressed: { node: string | null; x: number; y: number; travelled: number } | null = null;

  constructor(
    private readonly graph: Drawn,
    private readonly host: HTMLElement,
    private palette: Palette,
    private readonly listener: Listener,
    private readonly names: () => boolean,
  ) {
    Object.assign(this.canvas.style, { width: '100%', height: '100%', display: 'block', touchAction: 'none' });
    host.append(this.canvas);
    this.listen();
    this.resized();
  }

  private seen(quick: boolean): Frame {
    return {
      width: this.host.clientWidth,
      height: this.host.clientHeight,
      view: this.at,
      palette: this.palette,
      selection: this.selection,
      quick,
      names: this.names(),
    };
  }

  private draw = () => {
    this.frame = 0;
    const context = this.canvas.getContext('2d', ON_PROCESSOR);
    if (!context) return;
    const quick = this.graph.order + this.graph.size > MANY && performance.now() < this.quickUntil;
    const frame = this.seen(quick);
    if (!quick || !this.keptFits(frame)) this.keep(frame);
    this.showKept(context, frame);
    if (this.hoveredNode && this.graph.hasNode(this.hoveredNode)) {
      const node = this.graph.getNodeAttributes(this.hoveredNode);
      const calm = node.kind === 'PROTECTED';
      const label = { text: node.label, ...place(frame, node), calm, dimmed: false, chosen: true };
      drawPlate(context, label, node.note, this.palette);
    }
    if (quick) setTimeout(() => this.ask(), REST);
  };

  private keptFits(frame: Frame): boolean {
    const kept = this.keptView;
    if (!kept) return false;
    const zoomed = frame.view.scale / kept.scale;
    if (zoomed > 2.5 || zoomed < 0.5) return false;
    const across = Math.abs(frame.view.x - kept.x) * kept.scale;
    const down = Math.abs(frame.view.y - kept.y) * kept.scale;
    return across < frame.width * (BEYOND + 0.4) && down < frame.height * (BEYOND + 0.4);
  }

  /** Paints anew, beyond the edges too. */
  private keep(frame: Frame) {
    const pixels = window.devicePixelRatio || 1;
    const width = Math.max(1, Math.round(frame.width * (1 + 2 * BEYOND)));
    const height = Math.max(1, Math.round(frame.height * (1 + 2 * BEYOND)));
    if (this.kept.width !== width * pixels || this.kept.height !== height * pixels) {
      this.kept.width = width * pixels;
      this.kept.height = height * pixels;
    }
    const context = this.kept.getContext('2d', ON_PROCESSOR)!;
    context.setTransform(pixels, 0, 0, pixels, 0, 0);
    paint(context, this.graph, { ...frame, width, height, unseen: (width - frame.width) / 2 });
    this.keptView = { ...frame.view };
  }

  private showKept(context: CanvasRenderingContext2D, frame: Frame) {
    const pixels = window.devicePixelRatio || 1;
    const kept = this.keptView!;
    const zoomed = frame.view.scale / kept.scale;
    const width = (this.kept.width / pixels) * zoomed;
    const height = (this.kept.height / pixels) * zoomed;
    context.setTransform(pixels, 0, 0, pixels, 0, 0);
    context.fillStyle = this.palette.ground;
    context.fillRect(0, 0, frame.width, frame.height);
    context.drawImage(
      this.kept,
      frame.width / 2 + (kept.x - frame.view.x) * frame.view.scale - width / 2,
      frame.height / 2 - (kept.y - frame.view.y) * frame.view.scale - height / 2,
      width,
      height,
    );
  }

  private ask(moving = false) {
    if (moving) this.quickUntil = performance.now() + REST;
    if (!this.frame) this.frame = requestAnimationFrame(this.draw);
  }

  private local(event: MouseEvent) {
    const box = this.canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  private toGraph(x: number, y: number) {
    return {
      x: this.at.x + (x - this.host.clientWidth / 2) / this.at.scale,
      y: this.at.y - (y - this.host.clientHeight / 2) / this.at.scale,
    };
  }

  private nodeAt(x: number, y: number): string | null {
    const frame = this.seen(true);
    let nearest: string | null = null;
    let least = Infinity;
    this.graph.forEachNode((id, node) => {
      if (node.hidden) return;
      const at = place(frame, node);
      const away = Math.hypot(at.x - x, at.y - y);
      if (away <= at.radius + 3 && away < least) [nearest, least] = [id, away];
    });
    return nearest;
  }

  private tieAt(x: number, y: number): string | null {
    const frame = this.seen(true);
    let found: string | null = null;
    let least = 5;
    this.graph.forEachEdge((id, tie, _from, _to, from, to) => {
      if (from.hidden || to.hidden) return;
      const [a, b] = [place(frame, from), place(frame, to)];
      const middle = bend(a, b, tie.curvature);
      for (let t = 0; t <= 1; t += 0.05) {
        const [p, q, r] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
        const away = Math.hypot(p * a.x + q * middle.x + r * b.x - x, p * a.y + q * middle.y + r * b.y - y);
        if (away < least) [found, least] = [id, away];
      }
    });
    return found;
  }

  private listen() {
    const { canvas, listener } = this;
    canvas.addEventListener('pointerdown', (event) => {
      const at = this.local(event);
      this.pointers.set(event.pointerId, at);
      canvas.setPointerCapture(event.pointerId);
      this.pressed = event.button ? null : { node: this.nodeAt(at.x, at.y), ...at, travelled: 0 };
    });
    canvas.addEventListener('pointermove', (event) => this.movedTo(event));
    canvas.addEventListener('pointerup', (event) => {
      this.pointers.delete(event.pointerId);
      const pressed = this.pressed;
      this.pressed = null;
      if (!pressed) return;
      if (pressed.travelled > 4) {
        if (pressed.node) listener.dropped(pressed.node);
        return;
      }
      const tie = pressed.node ? null : this.tieAt(pressed.x, pressed.y);
      if (pressed.node) listener.chosen(pressed.node, event.shiftKey || event.ctrlKey || event.metaKey);
      else if (tie) listener.chosenTie(tie);
      else listener.cleared();
    });
    canvas.addEventListener('pointercancel', (event) => this.pointers.delete(event.pointerId));
    canvas.addEventListener('dblclick', (event) => {
      const at = this.local(event);
      const node = this.nodeAt(at.x, at.y);
      if (node) listener.opened(node);
    });
    canvas.addEventListener('contextmenu', (event) => {
      event.preventDefault();
      const at = this.local(event);
      listener.context(this.nodeAt(at.x, at.y), at.x, at.y);
    });
    canvas.addEventListener(
      'wheel',
      (event) => {
        event.preventDefault();
        const at = this.local(event);
        this.zoomAround(at.x, at.y, Math.exp(-event.deltaY * 0.0016));
      },
      { passive: false },
    );
  }

  private movedTo(event: PointerEvent) {
    const at = this.local(event);
    const before = this.pointers.get(event.pointerId);
    if (!before) {
      const node = this.nodeAt(at.x, at.y);
      if (node !== this.hoveredNode) {
        this.hoveredNode = node;
        this.canvas.style.cursor = node ? 'pointer' : 'default';
        this.listener.hovered(node);
        this.ask(true);
      }
      return;
    }
    const other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1];
    this.pointers.set(event.pointerId, at);
    if (other) {
      const apart = (point: { x: number; y: number }) => Math.hypot(point.x - other.x, point.y - other.y);
      this.zoomAround((at.x + other.x) / 2, (at.y + other.y) / 2, apart(at) / Math.max(1, apart(before)));
      return;
    }
    if (!this.pressed) return;
    this.pressed.travelled += Math.hypot(at.x - before.x, at.y - before.y);
    if (this.pressed.node) {
      if (this.pressed.travelled > 4) {
        const to = this.toGraph(at.x, at.y);
        this.listener.dragged(this.pressed.node, to.x, to.y);
        this.ask();
      }
      return;
    }
    this.at = {
      ...this.at,
      x: this.at.x - (at.x - before.x) / this.at.scale,
      y: this.at.y + (at.y - before.y) / this.at.scale,
    };
    this.ask(true);
  }

  private zoomAround(x: number, y: number, factor: number) {
    const fixed = this.toGraph(x, y);
    const scale = Math.min(CLOSEST, Math.max(FARTHEST, this.at.scale * factor));
    this.at = {
      scale,
      x: fixed.x - (x - this.host.clientWidth / 2) / scale,
      y: fixed.y + (y - this.host.clientHeight / 2) / scale,
    };
    this.ask(true);
  }

  refresh() {
    this.keptView = null;
    this.ask();
  }

  moved() {
    this.keptView = null;
    this.ask(true);
  }

  chosen(nodes: ReadonlySet<string>) {
    this.selection = new Set(nodes);
    this.keptView = null;
    this.ask();
  }

  repaint(palette: Palette) {
    this.palette = palette;
    this.keptView = null;
    this.ask();
  }

  resized() {
    const pixels = window.devicePixelRatio || 1;
    this.canvas.width = Math.max(1, this.host.clientWidth * pixels);
    this.canvas.height = Math.max(1, this.host.clientHeight * pixels);
    this.ask();
  }

  view(): View {
    return this.at;
  }

  show(view: View) {
    this.at = { ...view, scale: Math.min(CLOSEST, Math.max(FARTHEST, view.scale)) };
    this.ask(true);
  }

  toScreen(x: number, y: number) {
    const frame = this.seen(true);
    return {
      x: frame.width / 2 + (x - this.at.x) * this.at.scale,
      y: frame.height / 2 - (y - this.at.y) * this.at.scale,
    };
  }

  kill() {
    if (this.frame) cancelAnimationFrame(this.frame);
    this.canvas.remove();
  }
}
