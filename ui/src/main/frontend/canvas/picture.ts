import { growth } from './drawing';
import { LabelSpace, shortened } from './labels';
import { FONTS, KINDS, type Palette } from './look';
import { extent, type Drawn } from './model';
import { arrowHead, bend, labelOrder, outline, paint, place, round, type Frame } from './painter';

const MARGIN = 60;

/** A frame that holds the whole graph, as wide as it takes, at most `widest` pixels. */
function wholeFrame(graph: Drawn, palette: Palette, names: boolean, widest: number): Frame {
  const box = extent(graph);
  const wide = Math.max(1, box.x[1] - box.x[0]);
  const high = Math.max(1, box.y[1] - box.y[0]);
  const scale = Math.min(2, (widest - 2 * MARGIN) / Math.max(wide, high));
  return {
    width: Math.ceil(wide * scale) + 2 * MARGIN,
    height: Math.ceil(high * scale) + 2 * MARGIN,
    view: { x: (box.x[0] + box.x[1]) / 2, y: (box.y[0] + box.y[1]) / 2, scale },
    palette,
    selection: new Set(),
    quick: false,
    names,
  };
}

export async function png(graph: Drawn, palette: Palette, names: boolean): Promise<Blob> {
  const frame = wholeFrame(graph, palette, names, 2400);
  const sharp = frame.width * frame.height < 6_000_000 ? 2 : 1;
  const canvas = document.createElement('canvas');
  canvas.width = frame.width * sharp;
  canvas.height = frame.height * sharp;
  const context = canvas.getContext('2d')!;
  context.scale(sharp, sharp);
  paint(context, graph, frame);
  return new Promise((done, failed) =>
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('the picture is too large'))), 'image/png'),
  );
}

function escaped(text: string): string {
  return text.replace(/[<>&"]/g, (sign) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' })[sign]!);
}

/** The whole graph as SVG: shapes, ties, and those labels that have room, as text that can be searched. */
export function svg(graph: Drawn, palette: Palette, names: boolean): string {
  const frame = wholeFrame(graph, palette, names, 4000);
  const lines: string[] = [];
  graph.forEachEdge((_, tie, _from, _to, a, b) => {
    if (a.hidden || b.hidden) return;
    const from = place(frame, a);
    const to = place(frame, b);
    const middle = bend(from, to, tie.curvature);
    const end = `${round(to.x)} ${round(to.y)}`;
    const line = tie.curvature === 0 ? `L${end}` : `Q${round(middle.x)} ${round(middle.y)} ${end}`;
    const width = round(tie.size * growth(frame.view.scale));
    lines.push(
      `<path d="M${round(from.x)} ${round(from.y)}${line}" fill="none" stroke="${tie.color}" stroke-width="${width}"/>`,
    );
    if (tie.type === 'arrow' || tie.type === 'curvedArrow')
      lines.push(`<path d="${arrowHead(tie, from, to, frame.view.scale)}" fill="${tie.color}"/>`);
  });
  graph.forEachNode((_, node) => {
    if (node.hidden) return;
    const at = place(frame, node);
    const title = `<title>${escaped(node.label)}</title>`;
    const ring = node.outline
      ? `<path d="${outline(node, at)}" fill="${node.outline}"/><path d="${outline(node, at, 0.86)}" fill="${palette.ground}"/>`
      : '';
    const ink = node.kind === 'PROTECTED' ? palette.calmIcon : palette.icon;
    const size = at.radius * 1.15;
    const icon =
      `<path transform="translate(${round(at.x - size / 2)} ${round(at.y - size / 2)}) scale(${(size / 24).toFixed(3)})" ` +
      `d="${KINDS[node.kind].icon}" fill="${ink}" fill-rule="evenodd"/>`;
    const body = `<path d="${outline(node, at, node.outline ? 0.74 : 1)}" fill="${node.color}"/>`;
    lines.push(`<g>${title}${ring}${body}${at.radius > 5 ? icon : ''}</g>`);
  });
  lines.push(...labels(graph, frame));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${frame.width}" height="${frame.height}" ` +
    `viewBox="0 0 ${frame.width} ${frame.height}" font-family='${FONTS}'>` +
    `<rect width="100%" height="100%" fill="${palette.ground}"/>${lines.join('')}</svg>`
  );
}

function labels(graph: Drawn, frame: Frame): string[] {
  const space = new LabelSpace();
  space.clear(frame.width, frame.height);
  const context = document.createElement('canvas').getContext('2d')!;
  context.font = `12px ${FONTS}`;
  return labelOrder(graph, frame.selection).flatMap((id) => {
    const node = graph.getNodeAttributes(id);
    const at = place(frame, node);
    const text = shortened(node.label);
    const width = context.measureText(text).width;
    if (!text || !space.take(at.x - width / 2, at.y + at.radius + 3, width, 16)) return [];
    const style = node.kind === 'PROTECTED' ? ' font-style="italic"' : '';
    return [
      `<text x="${round(at.x)}" y="${round(at.y + at.radius + 15)}" text-anchor="middle" font-size="12"${style} ` +
        `fill="${frame.palette.ink}" stroke="${frame.palette.ground}" stroke-width="3" paint-order="stroke">${escaped(text)}</text>`,
    ];
  });
}

/** Hands a file to the reader. */
export function save(content: Blob, name: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
