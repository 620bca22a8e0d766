import { LineChart, ScatterChart, BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer } from 'echarts/renderers';
import { css, html, LitElement } from 'lit';
import { curves, intervals, scatter, type Curves, type Intervals, type Paint, type Scatter } from './chart-options';

use([BarChart, LineChart, ScatterChart, GridComponent, LegendComponent, TooltipComponent, LabelLayout, CanvasRenderer]);

/**
 * A chart. Takes its kind and its numbers as properties and says by the event `mark-chosen` {id} what the reader clicked;
 * it knows no person and no measure. The numbers stand in a table beside it in every view: it is never the only way.
 */
export class JejakChart extends LitElement {
  static properties = {
    kind: {},
    numbers: { attribute: false },
    label: {},
  };

  static styles = css`
    :host {
      display: block;
      position: relative;
      height: 24rem;
      min-width: 0;
    }
    .stage {
      position: absolute;
      inset: 0;
    }
  `;

  declare kind: 'intervals' | 'scatter' | 'curves' | undefined;
  declare numbers: Intervals | Scatter | Curves | undefined;
  declare label: string;

  private chart: EChartsType | null = null;
  private watchers: Array<() => void> = [];

  render() {
    return html`<div class="stage"></div>`;
  }

  connectedCallback() {
    super.connectedCallback();
    this.setAttribute('role', 'img');
    const sizes = new ResizeObserver(() => {
      this.chart?.resize();
      this.draw();
    });
    sizes.observe(this);
    const theme = new MutationObserver(() => this.draw());
    theme.observe(document.documentElement, { attributes: true });
    const preference = matchMedia('(prefers-color-scheme: dark)');
    const preferred = () => this.draw();
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
    this.watchers.forEach((end) => end());
    this.chart?.dispose();
    this.chart = null;
  }

  protected firstUpdated() {
    this.open();
  }

  protected updated(changed: Map<string, unknown>) {
    if (changed.has('label')) this.setAttribute('aria-label', this.label ?? '');
    this.draw();
  }

  private open() {
    this.chart = init(this.renderRoot.querySelector<HTMLElement>('.stage')!);
    this.chart.on('click', (event) => {
      const id = (event.data as { id?: string } | undefined)?.id;
      if (id) this.dispatchEvent(new CustomEvent('mark-chosen', { detail: { id } }));
    });
    this.draw();
  }

  private draw() {
    if (!this.chart || !this.numbers || !this.kind) return;
    const ink = getComputedStyle(this).color;
    const paint: Paint = {
      ink,
      faint: this.computed(`color-mix(in srgb, ${ink} 18%, transparent)`),
      ground: this.computed('var(--vaadin-background-color, Canvas)'),
      narrow: this.clientWidth < 560,
      font: getComputedStyle(this).fontFamily,
    };
    const options =
      this.kind === 'intervals'
        ? intervals(this.numbers as Intervals, paint)
        : this.kind === 'scatter'
          ? scatter(this.numbers as Scatter, paint)
          : curves(this.numbers as Curves, paint);
    this.chart.setOption(options, true);
  }

  /** A canvas knows no color-mix in older browsers, and no property of the page: the browser that computes the style does. */
  private computed(colour: string): string {
    const probe = document.createElement('span');
    probe.style.color = colour;
    this.renderRoot.append(probe);
    const drawn = document.createElement('canvas').getContext('2d');
    const text = getComputedStyle(probe).color;
    probe.remove();
    if (!drawn) return text;
    drawn.fillStyle = text;
    drawn.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = drawn.getImageData(0, 0, 1, 1).data;
    return `rgba(${r},${g},${b},${a / 255})`;
  }
}

customElements.define('jejak-chart', JejakChart);
