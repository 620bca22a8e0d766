import iterate from 'graphology-layout-forceatlas2/iterate.js';
import part from 'graphology-layout-noverlap/iterate.js';

/** Columns of the matrices ForceAtlas2 works on; the same as its own. */
export const PER_NODE = 10;
export const PER_TIE = 3;
const FIXED = 9;
const SIZE = 8;

export interface Start {
  nodes: Float32Array;
  ties: Float32Array;
  settings: Record<string, unknown>;
}

export type Ask = ({ ask: 'start' } & Start) | { ask: 'step'; milliseconds: number } | { ask: 'part' };

export interface Answer {
  places: Float32Array;
  /** How far the nodes that may move went in this step, on average and per iteration, in units of the drawing. */
  travelled: number;
}

/** The layout's arithmetic, without a notion of where it runs. */
export class ForceSteps {
  private nodes: Float32Array = new Float32Array(0);
  private ties: Float32Array = new Float32Array(0);
  private settings: Record<string, unknown> = {};

  start({ nodes, ties, settings }: Start) {
    this.nodes = nodes;
    this.ties = ties;
    this.settings = settings;
  }

  /** Iterates for about the given time. */
  step(milliseconds: number): Answer {
    const before = this.places();
    const end = performance.now() + milliseconds;
    let rounds = 0;
    do {
      iterate(this.settings, this.nodes, this.ties);
      rounds++;
    } while (performance.now() < end);
    const places = this.places();
    let sum = 0;
    let free = 0;
    for (let i = 0; i < places.length; i += 2) {
      if (this.nodes[(i / 2) * PER_NODE + FIXED]) continue;
      sum += Math.hypot(places[i] - before[i], places[i + 1] - before[i + 1]);
      free++;
    }
    return { places, travelled: free ? sum / free / rounds : 0 };
  }

  /** Moves nodes apart that lie over one another; those that are fixed stay. */
  part(): Answer {
    const order = this.nodes.length / PER_NODE;
    const matrix = new Float32Array(order * 3);
    for (let i = 0; i < order; i++) {
      matrix[i * 3] = this.nodes[i * PER_NODE];
      matrix[i * 3 + 1] = this.nodes[i * PER_NODE + 1];
      matrix[i * 3 + 2] = this.nodes[i * PER_NODE + SIZE];
    }
    const gridSize = Math.max(1, Math.ceil(Math.sqrt(order / 2)));
    const options = { margin: 4, ratio: 1.15, expansion: 1.1, gridSize, speed: 3 };
    const end = performance.now() + 1500;
    for (let round = 0; round < 200 && performance.now() < end; round++) {
      const { converged } = part(options, matrix);
      for (let i = 0; i < order; i++) {
        const fixed = this.nodes[i * PER_NODE + FIXED] === 1;
        if (!fixed) {
          this.nodes[i * PER_NODE] = matrix[i * 3];
          this.nodes[i * PER_NODE + 1] = matrix[i * 3 + 1];
        }
        matrix[i * 3] = this.nodes[i * PER_NODE];
        matrix[i * 3 + 1] = this.nodes[i * PER_NODE + 1];
      }
      if (converged) break;
    }
    return { places: this.places(), travelled: 0 };
  }

  private places(): Float32Array {
    const order = this.nodes.length / PER_NODE;
    const places = new Float32Array(order * 2);
    for (let i = 0; i < order; i++) {
      places[i * 2] = this.nodes[i * PER_NODE];
      places[i * 2 + 1] = this.nodes[i * PER_NODE + 1];
    }
    return places;
  }

  answer(ask: Ask): Answer | null {
    switch (ask.ask) {
      case 'start':
        this.start(ask);
        return null;
      case 'step':
        return this.step(ask.milliseconds);
      case 'part':
        return this.part();
    }
  }
}
