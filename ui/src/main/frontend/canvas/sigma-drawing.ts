import EdgeCurveProgram, { EdgeCurvedArrowProgram } from '@sigma/edge-curve';
import Sigma from 'sigma';
import { EdgeArrowProgram, EdgeLineProgram, EdgeRectangleProgram, type EdgeProgramType } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types';
import { CLOSEST, FARTHEST, growth, type Drawing, type Listener, type View } from './drawing';
import { drawLabel, drawPlate, LabelSpace, type Label } from './labels';
import { FONTS, type Palette } from './look';
import type { Drawn, DrawnNode, DrawnTie } from './model';
import { shapeProgram } from './shape-program';

/** Half the side of the square that sigma maps to its own unit square; fixed, so that nothing shifts when nodes come. */
const HALF = 1000;
/** Beyond this many ties each is one pixel wide, without arrow, and can no longer be pointed at. */
const MANY_TIES = 8000;
const FEW_TIES_FOR_NAMES = 400;

/** Draws with WebGL by sigma. */
export class SigmaDrawing implements Drawing {
  readonly name = 'webgl';
  private readonly sigma: Sigma<DrawnNode, DrawnTie>;
  private readonly space = new LabelSpace();
  private selection: ReadonlySet<string> = new Set();
  private dragging: string | null = null;
  private thin = false;

  constructor(
    private readonly graph: Drawn,
    private readonly host: HTMLElement,
    private palette: Palette,
    private readonly listener: Listener,
    private readonly names: () => boolean,
  ) {
    this.sigma = new Sigma<DrawnNode, DrawnTie>(graph, host, {
      allowInvalidContainer: true,
      autoCenter: true,
      autoRescale: true,
      defaultNodeType: 'shape',
      defaultEdgeType: 'line',
      nodeProgramClasses: { shape: shapeProgram(() => this.palette) as never },
      edgeProgramClasses: ties(false),
      enableEdgeEvents: true,
      renderEdgeLabels: false,
      labelDensity: 1.2,
      labelGridCellSize: 90,
      labelRenderedSizeThreshold: 5,
      labelFont: FONTS,
      edgeLabelFont: FONTS,
      edgeLabelSize: 11,
      edgeLabelColor: { color: this.palette.ink },
      zoomToSizeRatioFunction: (ratio) => 1 / growth(this.base() / ratio),
      minCameraRatio: 0.005,
      maxCameraRatio: 60,
      stagePadding: 0,
      zIndex: false,
      nodeReducer: (id, node) => this.dressNode(id, node),
      edgeReducer: (id, tie) => this.dressTie(id, tie),
      defaultDrawNodeLabel: (context, data) => {
        drawLabel(context, this.label(data as unknown as DrawnNode & { key: string }), this.space, this.palette);
      },
      defaultDrawNodeHover: (context, data) => {
        const node = data as unknown as DrawnNode & { key: string };
        drawPlate(context, this.label(node), node.note, this.palette);
      },
    });
    this.sigma.setCustomBBox({ x: [-HALF, HALF], y: [-HALF, HALF] });
    this.sigma.on('beforeRender', () => {
      const { width, height } = this.sigma.getDimensions();
      this.space.clear(width, height);
    });
    this.listen();
    this.refresh();
  }

  /** Pixels for one unit of ours when the camera's ratio is 1. */
  private base(): number {
    return Math.max(1, Math.min(this.host.clientWidth, this.host.clientHeight)) / (2 * HALF);
  }

  private label(node: DrawnNode & { key: string }): Label {
    return {
      text: node.label,
      x: node.x,
      y: node.y,
      radius: node.size,
      calm: node.kind === 'PROTECTED',
      dimmed: node.dimmed,
      chosen: this.selection.has(node.key),
    };
  }

  private dressNode(id: string, node: DrawnNode): Partial<NodeDisplayData> {
    if (!this.selection.has(id)) return node as Partial<NodeDisplayData>;
    return { ...node, outline: this.palette.chosen, size: node.size * 1.2, forceLabel: true } as Partial<NodeDisplayData>;
  }

  private dressTie(id: string, tie: DrawnTie): Partial<EdgeDisplayData> {
    if (this.selection.size === 0 || tie.dimmed) return tie;
    const [from, to] = this.graph.extremities(id);
    if (!this.selection.has(from) && !this.selection.has(to)) return tie;
    return { ...tie, color: this.palette.tieChosen, size: tie.size + 0.8, forceLabel: true } as Partial<EdgeDisplayData>;
  }

  private listen() {
    const { sigma, listener } = this;
    sigma.on('clickNode', ({ node, event }) => {
      const how = event.original as MouseEvent;
      listener.chosen(node, how.shiftKey || how.ctrlKey || how.metaKey);
    });
    sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
      preventSigmaDefault();
      listener.opened(node);
    });
    sigma.on('clickEdge', ({ edge }) => listener.chosenTie(edge));
    sigma.on('clickStage', () => listener.cleared());
    sigma.on('enterNode', ({ node }) => listener.hovered(node));
    sigma.on('leaveNode', () => listener.hovered(null));
    const context = (node: string | null, event: { x: number; y: number; original: Event }) => {
      event.original.preventDefault();
      listener.context(node, event.x, event.y);
    };
    sigma.on('rightClickNode', ({ node, event }) => context(node, event));
    sigma.on('rightClickStage', ({ event }) => context(null, event));
    sigma.on('downNode', ({ node, event }) => {
      if ((event.original as MouseEvent).button) return;
      this.dragging = node;
    });
    sigma.on('moveBody', ({ event, preventSigmaDefault }) => {
      if (!this.dragging) return;
      const at = sigma.viewportToGraph(event);
      listener.dragged(this.dragging, at.x, at.y);
      preventSigmaDefault();
      event.original.preventDefault();
      event.original.stopPropagation();
    });
    const up = () => {
      if (this.dragging) listener.dropped(this.dragging);
      this.dragging = null;
    };
    sigma.on('upNode', up);
    sigma.on('upStage', up);
  }

  refresh() {
    const thin = this.graph.size > MANY_TIES;
    if (thin !== this.thin) {
      this.thin = thin;
      this.sigma.setSettings({ edgeProgramClasses: ties(thin), enableEdgeEvents: !thin });
    }
    this.sigma.setSetting('renderEdgeLabels', this.names() && this.graph.size <= FEW_TIES_FOR_NAMES);
    this.sigma.refresh();
  }

  moved() {
    this.sigma.refresh();
  }

  chosen(nodes: ReadonlySet<string>) {
    this.selection = new Set(nodes);
    this.sigma.refresh({ skipIndexation: true });
  }

  repaint(palette: Palette) {
    this.palette = palette;
    this.sigma.setSetting('edgeLabelColor', { color: palette.ink });
    this.sigma.refresh();
  }

  resized() {
    const view = this.view();
    this.sigma.resize();
    this.show(view, false);
    this.sigma.refresh({ skipIndexation: true });
  }

  view(): View {
    const { ratio, x, y } = this.sigma.getCamera().getState();
    return { x: (x - 0.5) * 2 * HALF, y: (y - 0.5) * 2 * HALF, scale: this.base() / ratio };
  }

  show(view: View, smoothly: boolean) {
    const scale = Math.min(CLOSEST, Math.max(FARTHEST, view.scale));
    const state = {
      x: view.x / (2 * HALF) + 0.5,
      y: view.y / (2 * HALF) + 0.5,
      ratio: this.base() / scale,
      angle: 0,
    };
    if (smoothly) void this.sigma.getCamera().animate(state, { duration: 250 });
    else this.sigma.getCamera().setState(state);
  }

  toScreen(x: number, y: number) {
    return this.sigma.graphToViewport({ x, y });
  }

  kill() {
    this.sigma.kill();
  }
}

function ties(thin: boolean): Record<string, EdgeProgramType<DrawnNode, DrawnTie>> {
  const programs = thin
    ? { line: EdgeLineProgram, arrow: EdgeLineProgram, curve: EdgeLineProgram, curvedArrow: EdgeLineProgram }
    : {
        line: EdgeRectangleProgram,
        arrow: EdgeArrowProgram,
        curve: EdgeCurveProgram,
        curvedArrow: EdgeCurvedArrowProgram,
      };
  return programs as never;
}

/** WebGL that a processor plays for a graphics card: an order of magnitude slower than drawing plainly. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|basic render|software/i;

/** Whether this browser has WebGL on a graphics card. */
export function webglThere(): boolean {
  try {
    const canvas = document.createElement('canvas');
    const context = (canvas.getContext('webgl2') ?? canvas.getContext('webgl')) as WebGLRenderingContext | null;
    if (!context) return false;
    const named = context.getExtension('WEBGL_debug_renderer_info');
    const renderer = String(context.getParameter(named ? named.UNMASKED_RENDERER_WEBGL : context.RENDERER));
    context.getExtension('WEBGL_lose_context')?.loseContext();
    return !SOFTWARE.test(renderer);
  } catch {
    return false;
  }
}
