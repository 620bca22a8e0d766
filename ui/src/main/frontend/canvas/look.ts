/**
 * How each kind of thing looks: a shape, a colour and a pictogram, so that no one of the three carries the meaning alone.
 * No kind is red: red says guilty, and a drawing must not. A protected person is calm and pale, with a double outline,
 * and never grows with a measure.
 */
export type Kind =
  | 'PERSON'
  | 'OFFICIAL'
  | 'PROTECTED'
  | 'ORGANIZATION'
  | 'PLACE'
  | 'VEHICLE'
  | 'PHONE'
  | 'ACCOUNT'
  | 'DOCUMENT'
  | 'HANDLE';

export interface KindLook {
  /** Corners of the regular polygon; 0 is a circle. */
  sides: number;
  /** Turn of the polygon in radians; with 0 a corner points up. */
  turn: number;
  light: string;
  dark: string;
  /** Pictogram as an SVG path in a box of 24 × 24, filled by the even-odd rule. */
  icon: string;
}

const PERSON = 'M12 4a4 4 0 1 1 0 8a4 4 0 1 1 0-8zM4 20.5c0-4.6 3.6-7 8-7s8 2.4 8 7z';

export const KINDS: Record<Kind, KindLook> = {
  PERSON: { sides: 0, turn: 0, light: '#2f6aa8', dark: '#6aa5e3', icon: PERSON },
  OFFICIAL: {
    sides: 5,
    turn: 0,
    light: '#6f4aa0',
    dark: '#b08fe0',
    icon: 'M12 2.8l2.7 5.9 6.4.7-4.8 4.3 1.4 6.3-5.7-3.3L6.3 20l1.4-6.3L2.9 9.4l6.4-.7z',
  },
  PROTECTED: {
    sides: 0,
    turn: 0,
    light: '#d5ece6',
    dark: '#2c4a45',
    icon:
      'M12 4a4 4 0 1 1 0 8a4 4 0 1 1 0-8zM12 5.6a2.4 2.4 0 1 0 0 4.8a2.4 2.4 0 1 0 0-4.8z' +
      'M4 20.5c0-4.6 3.6-7 8-7s8 2.4 8 7zM5.8 18.9c.7-2.6 3.1-3.8 6.2-3.8s5.5 1.2 6.2 3.8z',
  },
  ORGANIZATION: {
    sides: 4,
    turn: Math.PI / 4,
    light: '#52616f',
    dark: '#9aaab9',
    icon: 'M4 21V6l9-4v19zM14.5 21V9l6 2.5V21zM7 9h3v2H7zM7 13h3v2H7zM7 17h3v2H7z',
  },
  PLACE: {
    sides: 3,
    turn: Math.PI,
    light: '#35803f',
    dark: '#79c184',
    icon: 'M12 2c-4 0-7 3-7 7c0 5 7 13 7 13s7-8 7-13c0-4-3-7-7-7zM12 6.2a2.8 2.8 0 1 1 0 5.6a2.8 2.8 0 1 1 0-5.6z',
  },
  VEHICLE: {
    sides: 6,
    turn: 0,
    light: '#8a6410',
    dark: '#d7ad4e',
    icon: 'M2 17v-4.5L5 7h12l3 5.5 2 .8V17h-2.2a2.6 2.6 0 0 0-5.2 0H9.4a2.6 2.6 0 0 0-5.2 0zM6.2 8.8L4.4 12H17.6l-1.8-3.2z',
  },
  PHONE: {
    sides: 4,
    turn: 0,
    light: '#0d7c8c',
    dark: '#54c3d2',
    icon: 'M7 2h10v20H7zM8.8 4.5v12h6.4v-12zM11 18.3h2v1.7h-2z',
  },
  ACCOUNT: {
    sides: 8,
    turn: Math.PI / 8,
    light: '#5c6b12',
    dark: '#b5c65a',
    icon: 'M2 6h20v12H2zM12 8.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7zM4.5 11h2v2h-2zM17.5 11h2v2h-2z',
  },
  DOCUMENT: {
    sides: 4,
    turn: Math.PI / 4,
    light: '#7a6a58',
    dark: '#c4b29d',
    icon: 'M6 2h8.5L18 5.5V22H6zM8.5 9v1.6h7V9zM8.5 12.6v1.6h7v-1.6zM8.5 16.2v1.6h5v-1.6z',
  },
  HANDLE: {
    sides: 6,
    turn: Math.PI / 6,
    light: '#94487f',
    dark: '#dd94c8',
    icon: 'M3 4h18v12.5h-9l-5.5 4.5v-4.5H3zM7 9.3v2h2v-2zM11 9.3v2h2v-2zM15 9.3v2h2v-2z',
  },
};

export const KIND_NAMES = Object.keys(KINDS) as Kind[];

/** The fonts a label asks for, one for each script of the field, then what the machine has. */
export const FONTS =
  '"Instrument Sans", "Noto Sans", "Noto Sans Thai", "Noto Sans Myanmar", "Noto Sans Arabic", "Noto Sans CJK TC", ' +
  '"Noto Sans TC", "Leelawadee UI", Thonburi, "Myanmar Text", "Myanmar MN", Padauk, "Microsoft JhengHei", ' +
  '"PingFang TC", "Segoe UI", system-ui, sans-serif';

export interface Palette {
  dark: boolean;
  ground: string;
  ink: string;
  tie: string;
  tieChosen: string;
  chosen: string;
  calmOutline: string;
  icon: string;
  calmIcon: string;
}

export const LIGHT: Palette = {
  dark: false,
  ground: '#fbfcfd',
  ink: '#18202b',
  tie: '#b3bdc9',
  tieChosen: '#41546b',
  chosen: '#11161d',
  calmOutline: '#3f8f80',
  icon: '#ffffff',
  calmIcon: '#22665a',
};

export const DARK: Palette = {
  dark: true,
  ground: '#14181e',
  ink: '#e9eef5',
  tie: '#465261',
  tieChosen: '#b6c6d9',
  chosen: '#ffffff',
  calmOutline: '#7fc9ba',
  icon: '#10141a',
  calmIcon: '#a5e0d4',
};

export function fill(kind: Kind, palette: Palette): string {
  return palette.dark ? KINDS[kind].dark : KINDS[kind].light;
}

/** Twelve hues that stay apart for most colour-blind eyes, for groups (communities). */
const GROUPS = ['#4477aa', '#ddaa33', '#228833', '#aa4499', '#66ccee', '#997700', '#117755', '#aaaa00', '#8866cc'];

export function groupFill(group: number): string {
  return GROUPS[((group % GROUPS.length) + GROUPS.length) % GROUPS.length];
}

/** `share` of the way from `colour` to `ground`, both as #rrggbb. */
export function faded(colour: string, ground: string, share: number): string {
  const part = (from: string, at: number) => parseInt(from.slice(at, at + 2), 16);
  return (
    '#' +
    [1, 3, 5]
      .map((at) => Math.round(part(colour, at) * (1 - share) + part(ground, at) * share))
      .map((value) => value.toString(16).padStart(2, '0'))
      .join('')
  );
}

/** Corners of the shape around (0, 0) with radius 1, y downwards; empty for a circle. */
export function corners(sides: number, turn: number): Array<[number, number]> {
  return Array.from({ length: sides }, (_, i) => {
    const angle = turn + (i * 2 * Math.PI) / sides;
    return [Math.sin(angle), -Math.cos(angle)] as [number, number];
  });
}
