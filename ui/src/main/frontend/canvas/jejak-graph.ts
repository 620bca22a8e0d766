import { css, html, LitElement, nothing, svg as svgPart } from 'lit';
import type { Drawing, Listener } from './drawing';
import { Force, radial } from './force';
import { DARK, fill, KIND_NAMES, LIGHT, type Kind, type Palette } from './look';
import { extent, Model, type Appearance, type Layout, type Topology } from './model';
import { outline } from './painter';
import { png, save, svg } from './picture';
import { PlainDrawing } from './plain-drawing';
import { SigmaDrawing, webglThere } from './sigma-drawing';
import { towards } from './walk';

/**
 * The graph canvas. Takes topology, layout and appearance as three properties and says by events what the reader did;
 * it knows no person, no case, no server.
 *
 * Events (detail): `node-chosen` {ids}, `tie-chosen` {ids}, `node-inspect` {id}, `node-expand` {id}, `node-remove` {ids},
 * `node-context` {id, x, y}, `layout-settled` {}.
 */
export class JejakGraph extends LitElement {
  static properties = {
    topology: { attribute: false },
    layout: { attribute: false },
    appearance: { attribute: false },
    label: {},
    renderer: {},
    kindNames: { attribute: false },
    dark: { state: true },
  };

  static styles = css`
    :host {
      display: block;
      position: relative;
      min-height: 12rem;
      overflow: hidden;
      outline-offset: -3px;
    }
    :host(:focus-visible) {
      outline: 3px solid var(--vaadin-focus-ring-color, Highlight);
    }
    .stage {
      position: absolute;
      inset: 0;
    }
    .legend {
      position: absolute;
      inset: auto auto 0.4rem 0.4rem;
      display: flex;
      flex-wrap: wrap;
      gap: 0.1rem 0.7rem;
      max-width: calc(100% - 0.8rem);
      box-sizing: border-box;
      padding: 0.15rem 0.5rem;
      border-radius: 0.35rem;
      font-size: 0.78rem;
      pointer-events: none;
    }
    .legend span {
      display: inline-flex;
      align-items: center;
      gap: 0.3rem;
      white-space: nowrap;
    }
    .said {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  `;

  declare topology: Topology | undefined;
  declare layout: Layout | undefined;
  declare appearance: Appearance | undefined;
  declare label: string;
  /** 'webgl' or 'plain' to have one of them in any case. */
  declare renderer: string | undefined;
  /** What each kind is called in the reader's language, for the legend; without it there is none. */
  declare kindNames: Record<Kind, string> | undefined;
  declare dark: boolean;

  private readonly model = new Model();
  private readonly force = new Force(
    this.model.graph,
    () => (this.fitWhenSettled ? this.fit(false) : this.drawing?.moved()),
    () => this.settled(),
  );
  private drawing: Drawing | null = null;
  private palette: Palette = LIGHT;
  private selection = new Set<string>();
  private fitWhenSettled = false;
  private following = true;
  private watchers: Array<() => void> = [];

  render() {
    return html`<div class="stage" part="stage"></div>
      ${this.legend()}
      <div class="said" role="status" aria-live="polite"></div>`;
  }

  /** The shapes that are there, and what they stand for. The table beside the drawing says the same in words. */
  private legend() {
    const names = this.kindNames;
    if (!names || !this.topology?.nodes.length) return nothing;
    const there = new Set(this.topology.nodes.map((node) => node.kind));
    const palette = this.dark ? DARK : LIGHT;
    const shape = (kind: Kind) =>
      svgPart`<path d=${outline({ kind } as never, { x: 8, y: 8, radius: 6.5 })} fill=${fill(kind, palette)}
        stroke=${kind === 'PROTECTED' ? palette.calmOutline : 'none'}></path>`;
    return html`<div class="legend" aria-hidden="true" style="background: ${palette.ground}d9; color: ${palette.ink}">
      ${KIND_NAMES.filter((kind) => there.has(kind)).map(
        (kind) => html`<span><svg width="16" height="16" viewBox="0 0 16 16">${shape(kind)}</svg>${names[kind]}</span>`,
      )}
    </div>`;
  }

  connectedCallback() {
    super.connectedCallback();
    this.tabIndex = 0;
    this.setAttribute('role', 'application');
    this.addEventListener('keydown', this.pressed);
    const sizes = new ResizeObserver(() => this.resized());
    sizes.observe(this);
    const theme = new MutationObserver(() => this.repaint());
    theme.observe(document.documentElement, { attributes: true });
    const preference = matchMedia('(prefers-color-scheme: dark)');
    const preferred = () => this.repaint();
    preference.addEventListener('change', preferred);
    this.watchers = [
      () => sizes.disconnect(),
      () => theme.disconnect(),
      () => preference.removeEventListener('change', preferred),
    ];
    if (this.hasUpdated) this.open();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.removeEventListener('keydown', this.pressed);
    this.watchers.forEach((end) => end());
    this.force.close();
    this.drawing?.kill();
    this.drawing = null;
  }

  protected firstUpdated() {
    this.open();
  }

  protected updated(changed: Map<string, unknown>) {
    if (changed.has('label')) this.setAttribute('aria-label', this.label ?? '');
    if (changed.has('topology') && this.topology) this.takeTopology(this.topology);
    if (changed.has('topology') || changed.has('appearance')) this.dress();
    if (changed.has('layout') && this.layout) this.takeLayout(this.layout);
    else if (changed.has('topology') && this.arrival) this.settleIn();
  }

  private arrival: { old: Set<string>; added: string[] } | null = null;

  private takeTopology(topology: Topology) {
    this.force.stop();
    const old = new Set(this.model.graph.nodes());
    const added = this.model.apply(topology);
    this.selection = new Set([...this.selection].filter((id) => this.model.graph.hasNode(id)));
    this.arrival = added.length ? { old, added } : null;
  }

  private dress() {
    const appearance = this.appearance ?? { nodes: {}, ties: {}, parallel: 'COUNTED', tieNames: false };
    this.model.dress(appearance, this.palette);
    this.drawing?.refresh();
    this.drawing?.chosen(this.selection);
  }

  private takeLayout(layout: Layout) {
    const { graph } = this.model;
    const pinned = new Set(layout.pinned);
    graph.updateEachNodeAttributes((id, node) => ({ ...node, ...layout.places[id], pinned: pinned.has(id) }));
    if (layout.arrangement === 'RADIAL') {
      this.force.stop();
      radial(graph, layout.centre);
      this.arrival = null;
      this.settled();
      this.fit();
    } else if (layout.arrangement === 'FORCE' && layout.moving) {
      if (this.arrival) this.settleIn((id) => id in layout.places);
      else this.arrange();
    } else {
      this.force.stop();
      this.drawing?.moved();
      if (Object.keys(layout.places).length > 0 || this.arrival?.old.size === 0) this.fit(false);
      this.arrival = null;
    }
  }

  /** Lays out what has just come; what was there before, or has a given place, stays. */
  private settleIn(given: (id: string) => boolean = () => false) {
    const { old, added } = this.arrival!;
    this.arrival = null;
    if (this.layout?.arrangement === 'KEPT') return;
    const wholly = old.size === 0 && !added.some(given);
    this.fitWhenSettled = this.following = wholly;
    if (wholly) this.fit(false);
    this.force.start((id) => old.has(id) || given(id));
  }

  /** Lays out everything that is not pinned. */
  arrange() {
    this.fitWhenSettled = this.following = true;
    this.force.start(() => false);
  }

  pause() {
    this.force.stop();
    this.settled();
  }

  private settled() {
    if (this.fitWhenSettled) this.fit();
    this.fitWhenSettled = false;
    this.send('layout-settled', {});
  }

  private open() {
    if (this.drawing || !this.isConnected) return;
    const stage = this.renderRoot.querySelector<HTMLElement>('.stage')!;
    this.palette = this.isDark() ? DARK : LIGHT;
    this.dark = this.palette.dark;
    stage.style.background = this.palette.ground;
    const leave = () => (this.following = this.fitWhenSettled = false);
    stage.addEventListener('wheel', leave, { passive: true, capture: true });
    stage.addEventListener('pointerdown', leave, { passive: true, capture: true });
    const names = () => this.appearance?.tieNames ?? false;
    const { graph } = this.model;
    const listener = this.listener();
    if (this.renderer === 'webgl' || (this.renderer !== 'plain' && webglThere())) {
      try {
        this.drawing = new SigmaDrawing(graph, stage, this.palette, listener, names);
      } catch {
        stage.replaceChildren();
      }
    }
    this.drawing ??= new PlainDrawing(graph, stage, this.palette, listener, names);
    this.setAttribute('drawing', this.drawing.name);
    if (graph.order > 0) {
      this.dress();
      this.fit(false);
    }
  }

  private listener(): Listener {
    const { graph } = this.model;
    return {
      chosen: (node, more) => this.choose(more ? toggled(this.selection, node) : new Set([node])),
      chosenTie: (tie) => this.send('tie-chosen', { ids: graph.getEdgeAttribute(tie, 'ties') }),
      cleared: () => this.choose(new Set()),
      opened: (node) => this.send('node-expand', { id: node }),
      hovered: () => {},
      context: (node, x, y) => this.send('node-context', { id: node ?? '', x: Math.round(x), y: Math.round(y) }),
      dragged: (node, x, y) => {
        graph.mergeNodeAttributes(node, { x, y, pinned: true });
        this.drawing?.moved();
      },
      dropped: () => this.send('layout-settled', {}),
    };
  }

  private choose(ids: Set<string>, tell = true) {
    this.selection = ids;
    this.drawing?.chosen(ids);
    if (tell) this.send('node-chosen', { ids: [...ids] });
    if (ids.size === 1) this.say([...ids][0]);
  }

  /** Called by the server when something is chosen elsewhere, in the table for one. */
  select(ids: string[], bringIntoView: boolean) {
    this.choose(new Set(ids.filter((id) => this.model.graph.hasNode(id))), false);
    if (bringIntoView && this.selection.size > 0) this.bringIntoView([...this.selection][0]);
  }

  private bringIntoView(id: string) {
    const node = this.model.graph.getNodeAttributes(id);
    const at = this.drawing?.toScreen(node.x, node.y);
    if (!at || !this.drawing) return;
    const edge = 40;
    const inside = at.x > edge && at.y > edge && at.x < this.clientWidth - edge && at.y < this.clientHeight - edge;
    if (!inside) this.drawing.show({ ...this.drawing.view(), x: node.x, y: node.y }, true);
  }

  private say(id: string) {
    const { graph } = this.model;
    const said = this.renderRoot.querySelector('.said');
    const { label, note } = graph.getNodeAttributes(id);
    if (said) said.textContent = [label, note, `${graph.neighbors(id).length}`].filter(Boolean).join(', ');
  }

  private pressed = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { graph } = this.model;
    const current = [...this.selection].at(-1);
    const act: Record<string, () => void> = {
      ArrowUp: () => this.walk(current, 0, 1),
      ArrowDown: () => this.walk(current, 0, -1),
      ArrowLeft: () => this.walk(current, -1, 0),
      ArrowRight: () => this.walk(current, 1, 0),
      Enter: () => current && this.send('node-inspect', { id: current }),
      '+': () => current && this.send('node-expand', { id: current }),
      Delete: () => this.selection.size && this.send('node-remove', { ids: [...this.selection] }),
      Escape: () => this.choose(new Set()),
      p: () => {
        if (current) graph.updateNodeAttribute(current, 'pinned', (pinned) => !pinned);
        this.send('layout-settled', {});
      },
      f: () => this.fit(),
      PageUp: () => this.zoom(1.4),
      PageDown: () => this.zoom(1 / 1.4),
      ContextMenu: () => {
        if (!current) return;
        const node = graph.getNodeAttributes(current);
        const at = this.drawing!.toScreen(node.x, node.y);
        this.send('node-context', { id: current, x: Math.round(at.x), y: Math.round(at.y) });
      },
    };
    const action = act[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  };

  private walk(from: string | undefined, right: number, up: number) {
    const view = this.drawing?.view();
    const next = towards(this.model.graph, from, right, up, view ?? { x: 0, y: 0 });
    if (!next) return;
    this.choose(new Set([next]));
    this.bringIntoView(next);
  }

  zoom(factor: number) {
    const view = this.drawing?.view();
    if (view) this.drawing!.show({ ...view, scale: view.scale * factor }, true);
  }

  fit(smoothly = true) {
    if (!this.drawing || this.model.graph.order === 0) return;
    const box = extent(this.model.graph);
    const margin = 46;
    const wide = Math.max(60, box.x[1] - box.x[0]);
    const high = Math.max(60, box.y[1] - box.y[0]);
    const scale = Math.min((this.clientWidth - 2 * margin) / wide, (this.clientHeight - 2 * margin) / high, 2.2);
    const middle = { x: (box.x[0] + box.x[1]) / 2, y: (box.y[0] + box.y[1]) / 2 };
    this.drawing.moved();
    this.drawing.show({ ...middle, scale: Math.max(scale, 0.01) }, smoothly);
  }

  /** Where everything is and what is pinned, for a saved view. */
  places(): { places: Layout['places']; pinned: string[] } {
    const places: Layout['places'] = {};
    this.model.graph.forEachNode((id, { x, y }) => (places[id] = { x: Math.round(x), y: Math.round(y) }));
    return { places, pinned: this.model.graph.filterNodes((_, node) => node.pinned) };
  }

  async savePng(name: string) {
    save(await png(this.model.graph, LIGHT === this.palette ? LIGHT : DARK, this.appearance?.tieNames ?? false), name);
  }

  saveSvg(name: string) {
    const text = svg(this.model.graph, this.palette, this.appearance?.tieNames ?? false);
    save(new Blob([text], { type: 'image/svg+xml' }), name);
  }

  private isDark(): boolean {
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
    context.fillStyle = getComputedStyle(this).color;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
    return red + green + blue > 380;
  }

  private repaint() {
    const palette = this.isDark() ? DARK : LIGHT;
    if (palette === this.palette || !this.drawing) return;
    this.palette = palette;
    this.dark = palette.dark;
    this.renderRoot.querySelector<HTMLElement>('.stage')!.style.background = palette.ground;
    this.drawing.repaint(palette);
    this.dress();
  }

  private resized() {
    if (!this.drawing) return;
    this.drawing.resized();
    if (this.following) this.fit(false);
  }

  private send(name: string, detail: object) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

function toggled(ids: ReadonlySet<string>, id: string): Set<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}

customElements.define('jejak-graph', JejakGraph);
