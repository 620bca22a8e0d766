import { NodeProgram, type ProgramInfo } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import { corners, KIND_NAMES, KINDS, type Palette } from './look';
import type { DrawnNode } from './model';

const VERTEX = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec4 a_ring;
attribute vec4 a_ink;
attribute vec2 a_position;
attribute float a_size;
attribute vec3 a_shape;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying vec4 v_ring;
varying vec4 v_ink;
varying vec2 v_at;
varying vec3 v_shape;
varying float v_pixels;
const float bias = 255.0 / 254.0;
void main() {
  float radius = a_size * u_correctionRatio / u_sizeRatio * 2.0;
  gl_Position = vec4((u_matrix * vec3(a_position + a_corner * radius, 1)).xy, 0, 1);
  v_at = a_corner;
  v_shape = a_shape;
  v_pixels = a_size / u_sizeRatio;
  v_ring = a_ring;
  v_ink = a_ink;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}`;

const FRAGMENT = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec4 v_ring;
varying vec4 v_ink;
varying vec2 v_at;
varying vec3 v_shape;
varying float v_pixels;
uniform sampler2D u_icons;
uniform vec4 u_ground;
uniform float u_icon_count;
uniform float u_pixelRatio;
const float TURN = 6.283185307179586;
void main() {
  float far = length(v_at);
  float outside = far - 1.0;
  float apothem = 1.0;
  if (v_shape.x > 2.5) {
    float sector = TURN / v_shape.x;
    float angle = atan(v_at.x, v_at.y) - v_shape.y;
    apothem = cos(sector / 2.0);
    outside = cos((floor(angle / sector) + 0.5) * sector - angle) * far - apothem;
  }
  #ifdef PICKING_MODE
  if (outside > 0.0) discard;
  gl_FragColor = v_color;
  #else
  float feather = 1.0 / max(1.0, v_pixels * u_pixelRatio);
  float inside = 1.0 - smoothstep(-feather, feather, outside);
  if (inside <= 0.0) discard;
  vec4 colour = v_color;
  if (v_pixels > 6.0) {
    vec2 at = v_at / (1.24 * mix(1.0, apothem, 0.55)) + 0.5;
    if (at.x > 0.0 && at.x < 1.0 && at.y > 0.0 && at.y < 1.0) {
      float drawn = texture2D(u_icons, vec2((v_shape.z + at.x) / u_icon_count, 1.0 - at.y)).a;
      colour = mix(colour, vec4(v_ink.rgb, 1.0), drawn * smoothstep(6.0, 9.0, v_pixels));
    }
  }
  if (v_ring.a > 0.0) {
    float gap = smoothstep(-0.26 - feather, -0.26 + feather, outside);
    float ring = smoothstep(-0.14 - feather, -0.14 + feather, outside);
    colour = mix(mix(colour, u_ground, gap), vec4(v_ring.rgb, 1.0), ring);
  }
  gl_FragColor = vec4(colour.rgb, 1.0) * inside;
  #endif
}`;

const ICON = 64;
const ATLAS = 16;

/** All pictograms side by side, drawn here: nothing is fetched, so no policy has to allow it. */
function iconAtlas(): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = ICON * ATLAS;
  canvas.height = ICON;
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#fff';
  KIND_NAMES.forEach((kind, nth) => {
    context.setTransform(ICON / 28, 0, 0, ICON / 28, nth * ICON + (ICON * 2) / 28, (ICON * 2) / 28);
    context.fill(new Path2D(KINDS[kind].icon), 'evenodd');
  });
  return canvas;
}

/** Factor that gives a polygon the area of the circle of the same size. */
export function evenArea(sides: number): number {
  if (sides === 0) return 1;
  const area = Math.abs(
    corners(sides, 0).reduce((sum, [x, y], nth, all) => {
      const [nextX, nextY] = all[(nth + 1) % all.length];
      return sum + (x * nextY - nextX * y) / 2;
    }, 0),
  );
  return Math.sqrt(Math.PI / area);
}

const AREA = Object.fromEntries(KIND_NAMES.map((kind) => [kind, evenArea(KINDS[kind].sides)]));
const INDEX = Object.fromEntries(KIND_NAMES.map((kind, nth) => [kind, nth]));
const UNIFORMS = ['u_matrix', 'u_sizeRatio', 'u_correctionRatio', 'u_icons', 'u_ground', 'u_icon_count', 'u_pixelRatio'];

/** One program for all kinds: regular polygon or circle by distance, pictogram from the atlas, ring where asked. */
export function shapeProgram(palette: () => Palette) {
  return class ShapeProgram extends NodeProgram<string> {
    private texture: WebGLTexture | null = null;

    getDefinition() {
      const { UNSIGNED_BYTE, FLOAT, TRIANGLES } = WebGLRenderingContext;
      const colour = { size: 4, type: UNSIGNED_BYTE, normalized: true };
      return {
        VERTICES: 6,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: TRIANGLES as WebGLRenderingContext['TRIANGLES'],
        UNIFORMS,
        ATTRIBUTES: [
          { name: 'a_position', size: 2, type: FLOAT },
          { name: 'a_size', size: 1, type: FLOAT },
          { name: 'a_shape', size: 3, type: FLOAT },
          { name: 'a_color', ...colour },
          { name: 'a_ring', ...colour },
          { name: 'a_ink', ...colour },
          { name: 'a_id', ...colour },
        ],
        CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: FLOAT }],
        CONSTANT_DATA: [
          [-1, -1],
          [1, -1],
          [1, 1],
          [-1, -1],
          [1, 1],
          [-1, 1],
        ],
      };
    }

    processVisibleItem(id: number, at: number, data: NodeDisplayData) {
      const node = data as unknown as DrawnNode;
      const look = KINDS[node.kind];
      const colours = palette();
      const array = this.array;
      array[at++] = data.x;
      array[at++] = data.y;
      array[at++] = data.size * AREA[node.kind];
      array[at++] = look.sides;
      array[at++] = look.turn;
      array[at++] = INDEX[node.kind];
      array[at++] = floatColor(data.color);
      array[at++] = node.outline ? floatColor(node.outline) : 0;
      array[at++] = floatColor(node.kind === 'PROTECTED' ? colours.calmIcon : colours.icon);
      array[at++] = id;
    }

    setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo) {
      const ground = palette().ground;
      gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
      gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
      gl.uniform1f(uniformLocations.u_correctionRatio, params.correctionRatio);
      gl.uniform1f(uniformLocations.u_icon_count, ATLAS);
      gl.uniform1f(uniformLocations.u_pixelRatio, params.pixelRatio);
      const part = (from: number) => parseInt(ground.slice(from, from + 2), 16) / 255;
      gl.uniform4f(uniformLocations.u_ground, part(1), part(3), part(5), 1);
      gl.activeTexture(gl.TEXTURE0);
      if (this.texture) gl.bindTexture(gl.TEXTURE_2D, this.texture);
      else this.texture = load(gl);
      gl.uniform1i(uniformLocations.u_icons, 0);
    }

    kill() {
      if (this.texture) this.normalProgram.gl.deleteTexture(this.texture);
      super.kill();
    }
  };
}

function load(gl: WebGLRenderingContext): WebGLTexture | null {
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, iconAtlas());
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
  gl.generateMipmap(gl.TEXTURE_2D);
  return texture;
}
