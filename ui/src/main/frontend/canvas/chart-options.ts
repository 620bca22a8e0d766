import type { EChartsCoreOption } from 'echarts/core';

/** One line each: where it stands, and between where it may stand. */
export interface Intervals {
  axis: string;
  ranges: string;
  rows: Array<{ id: string; name: string; value: number; low: number; high: number }>;
}

export interface Axis {
  name: string;
  log: boolean;
}

export interface Scatter {
  x: Axis;
  y: Axis;
  /** How many of the highest carry their name. */
  named: number;
  groups: Array<{ name: string; points: Array<{ id: string; name: string; x: number; y: number }> }>;
}

/** Lines over 0, 1, 2, …; with a band where low and high are given. */
export interface Curves {
  x: string;
  y: string;
  lines: Array<{ name: string; values: number[]; low: number[]; high: number[] }>;
}

export interface Paint {
  ink: string;
  faint: string;
  /** Of the page beneath, where a text must be told from a line behind it. */
  ground: string;
  narrow: boolean;
  font: string;
}

/** Okabe and Ito's colours, told apart by everybody, each with a symbol and a stroke of its own; none is a plain red. */
const COLOURS = ['#0072b2', '#e69f00', '#009e73', '#8c8c8c', '#cc79a7', '#56b4e9'];
const SYMBOLS = ['circle', 'diamond', 'triangle', 'rect', 'roundRect', 'pin'];
const STROKES: Array<'solid' | 'dashed' | 'dotted'> = ['solid', 'dashed', 'dotted'];

const short = (value: number) =>
  Number.isInteger(value) ? String(value) : Math.abs(value) >= 0.001 ? String(+value.toPrecision(3)) : value.toExponential(1);

function common(paint: Paint): EChartsCoreOption {
  return {
    animation: false,
    color: COLOURS,
    textStyle: { color: paint.ink, fontFamily: paint.font },
    // Text drawn on the canvas: a tooltip of the page's own elements would take names for markup.
    tooltip: { trigger: 'item', renderMode: 'richText', confine: true },
    grid: frame(paint),
    legend: { type: 'scroll', top: 0, left: 0, textStyle: { color: paint.ink }, pageTextStyle: { color: paint.ink } },
  };
}

/** Between the edges of the drawing; labels and names of the axes lie inside, so that no edge cuts them. */
function frame(paint: Paint): Record<string, unknown> {
  return {
    left: 4,
    right: paint.narrow ? 12 : 28,
    top: 40,
    bottom: 4,
    outerBoundsMode: 'same',
    outerBoundsContain: 'all',
  };
}

function axis(name: string, paint: Paint, log = false): Record<string, unknown> {
  return {
    type: log ? 'log' : 'value',
    name,
    nameLocation: 'middle',
    nameGap: 26,
    nameTextStyle: { color: paint.ink },
    axisLabel: { color: paint.ink, hideOverlap: true, formatter: short },
    axisLine: { lineStyle: { color: paint.faint } },
    splitLine: { lineStyle: { color: paint.faint } },
  };
}

export function intervals(numbers: Intervals, paint: Paint): EChartsCoreOption {
  const rows = numbers.rows;
  const room = paint.narrow ? 110 : 200;
  return {
    ...common(paint),
    xAxis: { ...axis(numbers.axis, paint), min: 1, minInterval: 1 },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map((row) => row.name),
      axisLabel: { color: paint.ink, width: room, overflow: 'truncate', interval: 0 },
      axisLine: { lineStyle: { color: paint.faint } },
      axisTick: { show: false },
    },
    series: [
      {
        name: ' ',
        type: 'bar',
        stack: 'range',
        silent: true,
        tooltip: { show: false },
        itemStyle: { color: 'transparent' },
        data: rows.map((row) => Math.max(0, row.low - 0.15)),
      },
      {
        name: numbers.ranges,
        type: 'bar',
        stack: 'range',
        barWidth: 9,
        itemStyle: { color: COLOURS[5], opacity: 0.7, borderRadius: 4 },
        tooltip: { formatter: (mark: { dataIndex: number }) => describe(rows[mark.dataIndex]) },
        data: rows.map((row) => ({ id: row.id, value: row.high - row.low + 0.3 })),
      },
      {
        name: numbers.axis,
        type: 'scatter',
        symbol: 'circle',
        symbolSize: 9,
        itemStyle: { color: COLOURS[0], borderColor: paint.ink, borderWidth: 1 },
        tooltip: { formatter: (mark: { dataIndex: number }) => describe(rows[mark.dataIndex]) },
        data: rows.map((row, at) => ({ id: row.id, value: [row.value, at] })),
      },
    ],
    legend: { ...(common(paint).legend as object), data: [numbers.axis, numbers.ranges] },
  };

  function describe(row: Intervals['rows'][number]): string {
    return `${row.name}\n${numbers.axis} ${row.value}, ${numbers.ranges} ${row.low}–${row.high}`;
  }
}

export function scatter(numbers: Scatter, paint: Paint): EChartsCoreOption {
  const highest = numbers.groups
    .flatMap((group) => group.points)
    .sort((a, b) => b.y - a.y)
    .slice(0, paint.narrow ? Math.min(3, numbers.named) : numbers.named);
  const named = new Set(highest.map((point) => point.id));
  return {
    ...common(paint),
    xAxis: axis(numbers.x.name, paint, numbers.x.log),
    yAxis: { ...axis(numbers.y.name, paint, numbers.y.log), nameGap: 44, boundaryGap: [0, '6%'] },
    series: numbers.groups.map((group, at) => ({
      name: group.name,
      type: 'scatter',
      symbol: SYMBOLS[at % SYMBOLS.length],
      symbolSize: 11,
      itemStyle: { color: COLOURS[at % COLOURS.length], opacity: 0.85, borderColor: paint.ink, borderWidth: 0.5 },
      label: { color: paint.ink, position: 'top', textBorderColor: paint.ground, textBorderWidth: 3 },
      labelLayout: { hideOverlap: true },
      tooltip: {
        formatter: (mark: { data: { name: string; value: [number, number] } }) =>
          `${mark.data.name}\n${numbers.x.name} ${short(mark.data.value[0])}, ${numbers.y.name} ${short(mark.data.value[1])}`,
      },
      data: group.points.map((point) => ({
        id: point.id,
        name: point.name,
        value: [point.x, point.y],
        label: { show: named.has(point.id), formatter: point.name },
      })),
    })),
  };
}

export function curves(numbers: Curves, paint: Paint): EChartsCoreOption {
  const steps = Math.max(...numbers.lines.map((line) => line.values.length));
  return {
    ...common(paint),
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      confine: true,
      formatter: (marks: Array<{ dataIndex: number }>) => {
        const at = marks[0].dataIndex;
        return [`${numbers.x} ${at}`, ...numbers.lines.map((line) => `${line.name}: ${short(line.values[at])}`)].join('\n');
      },
    },
    xAxis: {
      ...axis(numbers.x, paint),
      type: 'category',
      axisLabel: { color: paint.ink, hideOverlap: true },
      boundaryGap: false,
      data: Array.from({ length: steps }, (_, at) => String(at)),
    },
    yAxis: { ...axis(numbers.y, paint), nameGap: 44, min: 0 },
    legend: { ...(common(paint).legend as object), data: numbers.lines.map((line) => line.name) },
    series: numbers.lines.flatMap((line, at) => {
      const colour = COLOURS[at % COLOURS.length];
      const drawn = {
        name: line.name,
        type: 'line',
        symbol: SYMBOLS[at % SYMBOLS.length],
        symbolSize: 8,
        z: 10 - at,
        itemStyle: { color: colour },
        lineStyle: { color: colour, width: at === 0 ? 3 : 2, type: STROKES[at % STROKES.length] },
        data: line.values,
      };
      if (!line.low.length) return [drawn];
      const band = { type: 'line', stack: `band ${at}`, symbol: 'none', silent: true, lineStyle: { opacity: 0 }, z: 1 };
      return [
        { ...band, name: `${line.name} `, data: line.low },
        {
          ...band,
          name: `${line.name}  `,
          data: line.high.map((high, step) => high - line.low[step]),
          areaStyle: { color: colour, opacity: 0.16 },
        },
        drawn,
      ];
    }),
  };
}
