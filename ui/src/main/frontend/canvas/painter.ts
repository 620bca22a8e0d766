import { growth, type View } from './drawing';
import { drawLabel, LabelSpace } from './labels';
import { corners, KINDS, type Palette } from './look';
import type { Drawn, DrawnNode, DrawnTie } from './model';
import { evenArea } from './shape-program';

export interface Frame {
  width: number;
  height: number;
  view: View;
  palette: Palette;
  selection: ReadonlySet<string>;
  /** Draw less while the reader moves the picture. */
  quick: boolean;
  names: boolean;
  /** What is painted beyond the left and the right edge of what the reader sees. */
  unseen?: number;
}

export interface Place {
  x: number;
  y: number;
  radius: number;
}

export function place(frame: Frame, node: DrawnNode): Place {
  const { view } = frame;
  return {
    x: frame.width / 2 + (node.x - view.x) * view.scale,
    y: frame.height / 2 - (node.y - view.y) * view.scale,
    radius: node.size * growth(view.scale),
  };
}

/** Middle control point of a tie's curve; on the straight line where it is not bent. */
export function bend(from: Place, to: Place, curvature: number): { x: number; y: number } {
  return {
    x: (from.x + to.x) / 2 + (to.y - from.y) * curvature,
    y: (from.y + to.y) / 2 - (to.x - from.x) * curvature,
  };
}

const icons = new Map<string, Path2D>();

function icon(kind: DrawnNode['kind']): Path2D {
  let path = icons.get(kind);
  if (!path) icons.set(kind, (path = new Path2D(KINDS[kind].icon)));
  return path;
}

/** Paints the graph on a plain two-dimensional canvas: where there is no WebGL, and for the picture that is exported. */
export function paint(context: CanvasRenderingContext2D, graph: Drawn, frame: Frame) {
  const { width, height, palette } = frame;
  context.fillStyle = palette.ground;
  context.fillRect(0, 0, width, height);
  const places = new Map<string, Place>();
  graph.forEachNode((id, node) => {
    if (!node.hidden) places.set(id, place(frame, node));
  });
  paintTies(context, graph, frame, places);
  graph.forEachNode((id, node) => {
    const at = places.get(id);
    if (!at || outOf(frame, at)) return;
    paintNode(context, node, at, frame, frame.selection.has(id));
  });
  if (!frame.quick) paintLabels(context, graph, frame, places);
}

function outOf(frame: Frame, at: Place): boolean {
  return (
    at.x + at.radius < 0 || at.y + at.radius < 0 || at.x - at.radius > frame.width || at.y - at.radius > frame.height
  );
}

function paintTies(context: CanvasRenderingContext2D, graph: Drawn, frame: Frame, places: Map<string, Place>) {
  const strokes = new Map<string, Path2D>();
  const heads: Array<[DrawnTie, Place, Place, boolean]> = [];
  graph.forEachEdge((_, tie, source, target) => {
    const from = places.get(source);
    const to = places.get(target);
    if (!from || !to || (outOf(frame, from) && outOf(frame, to) && farApart(frame, from, to))) return;
    const chosen = frame.selection.has(source) || frame.selection.has(target);
    const colour = chosen && !tie.dimmed ? frame.palette.tieChosen : tie.color;
    const thick = Math.round((tie.size + (chosen ? 0.8 : 0)) * growth(frame.view.scale) * 2) / 2;
    const key = `${colour} ${Math.max(0.5, thick)}`;
    let path = strokes.get(key);
    if (!path) strokes.set(key, (path = new Path2D()));
    path.moveTo(from.x, from.y);
    const middle = bend(from, to, tie.curvature);
    if (tie.curvature === 0) path.lineTo(to.x, to.y);
    else path.quadraticCurveTo(middle.x, middle.y, to.x, to.y);
    if (!frame.quick && (tie.type === 'arrow' || tie.type === 'curvedArrow')) heads.push([tie, from, to, chosen]);
  });
  for (const [key, path] of strokes) {
    const [colour, thick] = key.split(' ');
    context.strokeStyle = colour;
    context.lineWidth = Number(thick);
    context.stroke(path);
  }
  heads.forEach(([tie, from, to, chosen]) => {
    context.fillStyle = chosen && !tie.dimmed ? frame.palette.tieChosen : tie.color;
    context.fill(new Path2D(arrowHead(tie, from, to, frame.view.scale)));
  });
}

function farApart(frame: Frame, from: Place, to: Place): boolean {
  return (
    Math.max(from.x, to.x) < 0 ||
    Math.max(from.y, to.y) < 0 ||
    Math.min(from.x, to.x) > frame.width ||
    Math.min(from.y, to.y) > frame.height
  );
}

/** The arrow's head, as the path of a triangle that touches the node it points at. */
export function arrowHead(tie: DrawnTie, from: Place, to: Place, scale: number): string {
  const middle = tie.curvature === 0 ? from : bend(from, to, tie.curvature);
  const angle = Math.atan2(to.y - middle.y, to.x - middle.x);
  const long = (4 + tie.size * 1.6) * growth(scale);
  const tip = { x: to.x - Math.cos(angle) * to.radius, y: to.y - Math.sin(angle) * to.radius };
  const corner = (side: number) =>
    `${round(tip.x - long * Math.cos(angle + side))} ${round(tip.y - long * Math.sin(angle + side))}`;
  return `M${round(tip.x)} ${round(tip.y)}L${corner(0.4)}L${corner(-0.4)}Z`;
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Outline of the node's shape as an SVG path; `shrink` 1 is the whole of it. */
export function outline(node: DrawnNode, at: Place, shrink = 1): string {
  const { sides, turn } = KINDS[node.kind];
  const radius = at.radius * shrink * evenArea(sides);
  if (sides === 0) {
    const r = round(radius);
    return `M${round(at.x - radius)} ${round(at.y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
  }
  const points = corners(sides, turn).map(([x, y]) => `${round(at.x + x * radius)} ${round(at.y + y * radius)}`);
  return `M${points.join('L')}Z`;
}

function trace(context: CanvasRenderingContext2D, node: DrawnNode, at: Place, shrink: number) {
  const { sides, turn } = KINDS[node.kind];
  const radius = at.radius * shrink * evenArea(sides);
  context.beginPath();
  if (sides === 0) context.arc(at.x, at.y, radius, 0, 2 * Math.PI);
  else corners(sides, turn).forEach(([x, y]) => context.lineTo(at.x + x * radius, at.y + y * radius));
  context.closePath();
}

function paintNode(context: CanvasRenderingContext2D, node: DrawnNode, at: Place, frame: Frame, chosen: boolean) {
  const ring = chosen ? frame.palette.chosen : node.outline;
  if (ring) {
    trace(context, node, at, chosen ? 1.2 : 1);
    context.fillStyle = ring;
    context.fill();
    trace(context, node, at, chosen ? 1.04 : 0.86);
    context.fillStyle = frame.palette.ground;
    context.fill();
  }
  trace(context, node, at, ring ? (chosen ? 0.9 : 0.74) : 1);
  context.fillStyle = node.color;
  context.fill();
  if (frame.quick || at.radius < 7) return;
  const size = at.radius * 1.15;
  context.save();
  context.translate(at.x - size / 2, at.y - size / 2);
  context.scale(size / 24, size / 24);
  context.fillStyle = node.kind === 'PROTECTED' ? frame.palette.calmIcon : frame.palette.icon;
  context.fill(icon(node.kind), 'evenodd');
  context.restore();
}

/** The nodes whose labels are shown, the chosen first, then the larger; what has no room is left out. */
export function labelOrder(graph: Drawn, selection: ReadonlySet<string>): string[] {
  return graph
    .filterNodes((_, node) => !node.hidden && !node.dimmed)
    .sort((a, b) => {
      const chosen = Number(selection.has(b)) - Number(selection.has(a));
      if (chosen) return chosen;
      const size = graph.getNodeAttribute(b, 'size') - graph.getNodeAttribute(a, 'size');
      return size || graph.degree(b) - graph.degree(a) || (a < b ? -1 : 1);
    });
}

const MOST_LABELS = 600;

function paintLabels(context: CanvasRenderingContext2D, graph: Drawn, frame: Frame, places: Map<string, Place>) {
  const space = new LabelSpace();
  space.clear(frame.width, frame.height, frame.unseen);
  let drawn = 0;
  for (const id of labelOrder(graph, frame.selection)) {
    const at = places.get(id);
    const chosen = frame.selection.has(id);
    if (!at || outOf(frame, at) || (at.radius < 4 && !chosen)) continue;
    const node = graph.getNodeAttributes(id);
    const label = { text: node.label, ...at, calm: node.kind === 'PROTECTED', dimmed: node.dimmed, chosen };
    if (drawLabel(context, label, space, frame.palette) && ++drawn >= MOST_LABELS) break;
  }
  if (!frame.names || graph.size > 400) return;
  graph.forEachEdge((_, tie, source, target) => {
    const from = places.get(source);
    const to = places.get(target);
    if (!from || !to || !tie.label || tie.dimmed) return;
    const middle = bend(from, to, tie.curvature / 2);
    const text = { text: tie.label, x: middle.x, y: middle.y - 8, radius: 0, calm: false, dimmed: false, chosen: false };
    drawLabel(context, text, space, frame.palette, 11);
  });
}
