import Graph from 'graphology';
import { faded, fill, groupFill, KINDS, type Kind, type Palette } from './look';

/** The three records the server sends; their Java namesakes say what each field means. */
export interface Topology {
  nodes: Array<{ id: string; kind: Kind }>;
  ties: Array<{ id: string; from: string; to: string; kind: string; directed: boolean; records: number }>;
}

export interface Layout {
  arrangement: 'FORCE' | 'RADIAL' | 'KEPT';
  moving: boolean;
  centre: string;
  places: Record<string, { x: number; y: number }>;
  pinned: string[];
}

export type Emphasis = 'NORMAL' | 'DIMMED' | 'HIDDEN';

export interface Appearance {
  nodes: Record<string, { name: string; weight: number; emphasis: Emphasis; group: number; note: string }>;
  ties: Record<string, { name: string; emphasis: Emphasis }>;
  parallel: 'FANNED' | 'COUNTED';
  tieNames: boolean;
}

/** A node as it is drawn; sigma reads these names. */
export interface DrawnNode {
  x: number;
  y: number;
  size: number;
  color: string;
  label: string;
  kind: Kind;
  outline: string;
  note: string;
  hidden: boolean;
  dimmed: boolean;
  pinned: boolean;
  fixed: boolean;
}

export interface DrawnTie {
  size: number;
  color: string;
  label: string;
  type: 'line' | 'arrow' | 'curve' | 'curvedArrow';
  curvature: number;
  hidden: boolean;
  dimmed: boolean;
  ties: string[];
  records: number;
}

export type Drawn = Graph<DrawnNode, DrawnTie>;

const SMALLEST = 7;
const LARGEST = 20;
const PROTECTED = 11;
const GOLDEN = Math.PI * (3 - Math.sqrt(5));
/** Distance between neighbours when there is no layout yet, in the units of the drawing. */
const STEP = 40;

/** Holds what is to be drawn and keeps the places of what stays when it changes: the mental map survives. */
export class Model {
  readonly graph: Drawn = new Graph<DrawnNode, DrawnTie>({ multi: true, type: 'directed', allowSelfLoops: true });
  private topology: Topology = { nodes: [], ties: [] };
  private appearance: Appearance = { nodes: {}, ties: {}, parallel: 'COUNTED', tieNames: false };

  /** Takes a new topology; returns the nodes that are new. Nodes that were there keep their places. */
  apply(topology: Topology): string[] {
    this.topology = topology;
    const wanted = new Map(topology.nodes.map((node) => [node.id, node]));
    this.graph.clearEdges();
    this.graph.filterNodes((id) => !wanted.has(id)).forEach((id) => this.graph.dropNode(id));
    const added = topology.nodes.filter((node) => !this.graph.hasNode(node.id)).map((node) => node.id);
    this.place(added, wanted);
    topology.nodes.forEach((node) => this.graph.setNodeAttribute(node.id, 'kind', node.kind));
    return added;
  }

  /** New nodes start beside a neighbour that has a place, else on a spiral; the same input gives the same places. */
  private place(added: string[], wanted: Map<string, { id: string; kind: Kind }>) {
    const neighbours = new Map<string, string[]>();
    const link = (a: string, b: string) => neighbours.set(a, [...(neighbours.get(a) ?? []), b]);
    if (this.graph.order > 0) {
      const fresh = new Set(added);
      this.topology.ties.forEach((tie) => {
        if (fresh.has(tie.from)) link(tie.from, tie.to);
        if (fresh.has(tie.to)) link(tie.to, tie.from);
      });
    }
    const around = new Map<string, number>();
    let onSpiral = this.graph.order;
    const queue = [...added];
    for (let waits = 0; queue.length > 0; ) {
      const id = queue.shift()!;
      const beside = (neighbours.get(id) ?? []).find((other) => this.graph.hasNode(other));
      if (!beside && neighbours.has(id) && waits++ < queue.length) {
        queue.push(id);
        continue;
      }
      waits = 0;
      let x, y;
      if (beside) {
        const nth = around.get(beside) ?? 0;
        around.set(beside, nth + 1);
        const near = this.graph.getNodeAttributes(beside);
        const distance = STEP * (1 + 0.35 * Math.sqrt(nth));
        x = near.x + distance * Math.cos(nth * GOLDEN);
        y = near.y + distance * Math.sin(nth * GOLDEN);
      } else {
        const nth = onSpiral++;
        x = STEP * Math.sqrt(nth) * Math.cos(nth * GOLDEN);
        y = STEP * Math.sqrt(nth) * Math.sin(nth * GOLDEN);
      }
      this.graph.addNode(id, blank(x, y, wanted.get(id)!.kind));
    }
  }

  /** Dresses nodes and redraws the ties; colours come from the palette, the rest from the server. */
  dress(appearance: Appearance, palette: Palette) {
    this.appearance = appearance;
    const weights = this.topology.nodes
      .filter((node) => node.kind !== 'PROTECTED')
      .map((node) => appearance.nodes[node.id]?.weight ?? 0);
    const heaviest = weights.reduce((a, b) => Math.max(a, b), 0);
    this.graph.updateEachNodeAttributes((id, drawn) => {
      const look = appearance.nodes[id];
      const calm = drawn.kind === 'PROTECTED';
      const weight = calm || heaviest <= 0 ? 0 : Math.max(0, look?.weight ?? 0) / heaviest;
      const own = !calm && look && look.group >= 0 ? groupFill(look.group) : fill(drawn.kind, palette);
      const dimmed = look?.emphasis === 'DIMMED';
      drawn.label = look?.name ?? id;
      drawn.note = look?.note ?? '';
      drawn.size = calm ? PROTECTED : SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(weight);
      drawn.dimmed = dimmed;
      drawn.hidden = look?.emphasis === 'HIDDEN';
      drawn.color = dimmed ? faded(own, palette.ground, 0.82) : own;
      drawn.outline = calm ? (dimmed ? faded(palette.calmOutline, palette.ground, 0.7) : palette.calmOutline) : '';
      return drawn;
    });
    this.graph.clearEdges();
    this.drawTies(palette);
  }

  private drawTies(palette: Palette) {
    const pairs = new Map<string, Topology['ties']>();
    for (const tie of this.topology.ties) {
      if (!this.graph.hasNode(tie.from) || !this.graph.hasNode(tie.to)) continue;
      if (this.emphasis(tie.id) === 'HIDDEN') continue;
      const pair = tie.from < tie.to ? `${tie.from}|${tie.to}` : `${tie.to}|${tie.from}`;
      const known = pairs.get(pair);
      if (known) known.push(tie);
      else pairs.set(pair, [tie]);
    }
    for (const ties of pairs.values()) {
      if (this.appearance.parallel === 'COUNTED' || ties.length === 1) this.drawFolded(ties, palette);
      else this.drawFanned(ties, palette);
    }
  }

  private drawFolded(ties: Topology['ties'], palette: Palette) {
    const [first] = ties;
    const records = ties.reduce((sum, tie) => sum + tie.records, 0);
    const sameWay = ties.every((tie) => tie.directed && tie.from === first.from);
    const dimmed = ties.every((tie) => this.emphasis(tie.id) === 'DIMMED');
    const name = ties.length === 1 ? this.name(first) : `${ties.length} ×`;
    this.draw(first, ties, sameWay ? 'arrow' : 'line', 0, records, dimmed, name, palette);
  }

  private drawFanned(ties: Topology['ties'], palette: Palette) {
    const [first] = ties;
    ties.forEach((tie, nth) => {
      const offset = (nth - (ties.length - 1) / 2) * Math.min(0.3, 1.6 / ties.length);
      const bend = tie.from === first.from ? offset : -offset;
      const straight = Math.abs(bend) < 0.01;
      const type = straight ? (tie.directed ? 'arrow' : 'line') : tie.directed ? 'curvedArrow' : 'curve';
      this.draw(tie, [tie], type, bend, tie.records, this.emphasis(tie.id) === 'DIMMED', this.name(tie), palette);
    });
  }

  private draw(
    along: Topology['ties'][number],
    ties: Topology['ties'],
    type: DrawnTie['type'],
    curvature: number,
    records: number,
    dimmed: boolean,
    label: string,
    palette: Palette,
  ) {
    this.graph.addEdgeWithKey(along.id, along.from, along.to, {
      size: Math.min(7, 1.1 + 0.6 * Math.log2(Math.max(1, records))),
      color: dimmed ? faded(palette.tie, palette.ground, 0.75) : palette.tie,
      label,
      type,
      curvature,
      hidden: false,
      dimmed,
      ties: ties.map((tie) => tie.id),
      records,
    });
  }

  private name(tie: Topology['ties'][number]): string {
    const own = this.appearance.ties[tie.id]?.name ?? tie.kind;
    return tie.records > 1 ? `${own} · ${tie.records}` : own;
  }

  private emphasis(tie: string): Emphasis {
    return this.appearance.ties[tie]?.emphasis ?? 'NORMAL';
  }
}

function blank(x: number, y: number, kind: Kind): DrawnNode {
  return {
    x,
    y,
    size: KINDS[kind] ? SMALLEST : 1,
    color: '#888888',
    label: '',
    kind,
    outline: '',
    note: '',
    hidden: false,
    dimmed: false,
    pinned: false,
    fixed: false,
  };
}

/** Smallest box around all nodes that are shown. */
export function extent(graph: Drawn): { x: [number, number]; y: [number, number] } {
  const box = { x: [Infinity, -Infinity] as [number, number], y: [Infinity, -Infinity] as [number, number] };
  graph.forEachNode((_, node) => {
    if (node.hidden) return;
    box.x = [Math.min(box.x[0], node.x), Math.max(box.x[1], node.x)];
    box.y = [Math.min(box.y[0], node.y), Math.max(box.y[1], node.y)];
  });
  return Number.isFinite(box.x[0]) ? box : { x: [-1, 1], y: [-1, 1] };
}
