import type { Drawn } from './model';

/**
 * The node an arrow key leads to: the nearest in that direction, where what is tied to the current node counts as twice
 * as near. Without a current node, the one nearest to the middle of the picture.
 */
export function towards(
  graph: Drawn,
  from: string | undefined,
  right: number,
  up: number,
  middle: { x: number; y: number },
): string | null {
  const known = from !== undefined && graph.hasNode(from);
  const start = known ? graph.getNodeAttributes(from) : middle;
  let best: string | null = null;
  let least = Infinity;
  graph.forEachNode((id, node) => {
    if (node.hidden || (known && id === from)) return;
    const x = node.x - start.x;
    const y = node.y - start.y;
    const away = Math.hypot(x, y);
    if (!known) {
      if (away < least) [best, least] = [id, away];
      return;
    }
    const along = x * right + y * up;
    if (along <= 0 || along < away * 0.5) return;
    const cost = (away + 2 * (away - along)) * (graph.areNeighbors(id, from) ? 0.5 : 1);
    if (cost < least) [best, least] = [id, cost];
  });
  return best;
}
