import { ForceSteps, PER_NODE, PER_TIE, type Answer, type Ask, type Start } from './force-steps';
import type { Drawn } from './model';

const STEP_MILLISECONDS = 40;
/** The layout is at rest when nodes move less than this for a while, in units of the drawing per iteration. */
const AT_REST = 0.04;
const LONGEST_MILLISECONDS = 30_000;

/**
 * Runs ForceAtlas2 beside the page. The worker is a file of this application (`worker-src 'self'` suffices, no blob);
 * where a worker cannot be had, the same steps run between two frames.
 */
export class Force {
  private worker: Worker | null = null;
  private steps: ForceSteps | null = null;
  private ids: string[] = [];
  private run = 0;
  private paused = false;

  constructor(
    private readonly graph: Drawn,
    private readonly moved: () => void,
    private readonly settled: () => void,
  ) {}

  get running(): boolean {
    return this.ids.length > 0 && !this.paused;
  }

  /** Starts anew; nodes for which `fixed` holds stay where they are. */
  start(fixed: (id: string) => boolean) {
    this.stop();
    if (this.graph.order < 2) {
      this.settled();
      return;
    }
    this.paused = false;
    this.ids = this.graph.nodes();
    this.open();
    this.send({ ask: 'start', ...matrices(this.graph, this.ids, fixed) });
    const run = ++this.run;
    const end = performance.now() + Math.min(LONGEST_MILLISECONDS, 3000 + this.graph.order * 4);
    let calm = 0;
    const next = async () => {
      // between two frames the drawing may have been closed, and with it who would answer
      if (run !== this.run) return;
      const answer = await this.ask({ ask: 'step', milliseconds: STEP_MILLISECONDS });
      if (run !== this.run) return;
      this.take(answer);
      calm = answer.travelled < AT_REST ? calm + 1 : 0;
      if (calm > 5 || performance.now() > end) await this.finish(run);
      else requestAnimationFrame(() => void next());
    };
    void next();
  }

  private async finish(run: number) {
    const answer = await this.ask({ ask: 'part' });
    if (run !== this.run) return;
    this.take(answer);
    this.stop();
    this.settled();
  }

  /** Stops where it is; `start` goes on from there. */
  stop() {
    this.run++;
    this.ids = [];
    this.paused = true;
  }

  close() {
    this.stop();
    this.worker?.terminate();
    this.worker = null;
  }

  private open() {
    if (this.worker || this.steps) return;
    try {
      this.worker = new Worker(new URL('./force-worker.js', import.meta.url), { type: 'module' });
      this.worker.onerror = () => {
        this.worker?.terminate();
        this.worker = null;
        this.steps = new ForceSteps();
        this.stop();
        this.settled();
      };
    } catch {
      this.steps = new ForceSteps();
    }
  }

  private send(ask: Ask) {
    if (this.worker) this.worker.postMessage(ask);
    else this.steps?.answer(ask);
  }

  private ask(ask: Ask): Promise<Answer> {
    const { worker, steps } = this;
    if (!worker) {
      const short: Ask = ask.ask === 'step' ? { ...ask, milliseconds: 12 } : ask;
      return new Promise((done) => setTimeout(() => done(steps!.answer(short)!)));
    }
    return new Promise((done) => {
      worker.onmessage = ({ data }: MessageEvent<Answer>) => done(data);
      worker.postMessage(ask);
    });
  }

  private take({ places }: Answer) {
    this.ids.forEach((id, nth) => {
      if (!this.graph.hasNode(id)) return;
      const node = this.graph.getNodeAttributes(id);
      if (node.fixed || node.pinned) return;
      node.x = places[nth * 2];
      node.y = places[nth * 2 + 1];
    });
    this.moved();
  }
}

function matrices(graph: Drawn, ids: string[], fixed: (id: string) => boolean): Start {
  const nodes = new Float32Array(ids.length * PER_NODE);
  const index = new Map<string, number>();
  ids.forEach((id, nth) => {
    const node = graph.getNodeAttributes(id);
    node.fixed = fixed(id);
    const at = nth * PER_NODE;
    index.set(id, at);
    nodes.set([node.x, node.y, 0, 0, 0, 0, 1, 1, node.size, node.fixed || node.pinned ? 1 : 0], at);
  });
  const pairs = new Map<string, number>();
  graph.forEachEdge((_, tie, source, target) => {
    if (source === target) return;
    const pair = source < target ? `${source}|${target}` : `${target}|${source}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + Math.max(1, tie.records));
  });
  const ties = new Float32Array(pairs.size * PER_TIE);
  let at = 0;
  for (const [pair, records] of pairs) {
    const [source, target] = pair.split('|').map((id) => index.get(id)!);
    const weight = 1 + Math.log2(records) / 3;
    nodes[source + 6] += weight;
    nodes[target + 6] += weight;
    ties.set([source, target, weight], at);
    at += PER_TIE;
  }
  const settings = {
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 1,
    scalingRatio: 30,
    strongGravityMode: true,
    gravity: 0.12,
    slowDown: 1 + Math.log(ids.length),
    barnesHutOptimize: ids.length > 800,
    barnesHutTheta: 0.6,
  };
  return { nodes, ties, settings };
}

/** Rings around one node by distance from it, each ring in the order of the ring inside it. */
export function radial(graph: Drawn, centre: string) {
  if (!graph.hasNode(centre)) return;
  const rings: string[][] = [[centre]];
  const seen = new Set([centre]);
  for (let ring = rings[0]; ring.length > 0; ) {
    const next: string[] = [];
    ring.forEach((id) =>
      graph.forEachNeighbor(id, (other) => {
        if (seen.has(other)) return;
        seen.add(other);
        next.push(other);
      }),
    );
    if (next.length) rings.push(next);
    ring = next;
  }
  const rest = graph.filterNodes((id) => !seen.has(id));
  if (rest.length) rings.push(rest);
  let radius = 0;
  rings.forEach((ring, nth) => {
    radius = nth === 0 ? 0 : Math.max(radius + 90, (ring.length * 32) / (2 * Math.PI));
    ring.forEach((id, place) => {
      const angle = (place / ring.length) * 2 * Math.PI;
      graph.mergeNodeAttributes(id, { x: radius * Math.sin(angle), y: radius * Math.cos(angle) });
    });
  });
}
