// Builds the graph canvas and the charts: `node build.mjs WORK OUT`. Copies the sources to WORK, installs the locked packages there,
// checks the types, and writes three files to OUT: the canvas, the worker of its layout, the charts. Does nothing when
// nothing changed. Vaadin's own bundle stays the one it ships, so a build needs no Vite and runs with Node 20.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const [work, out] = process.argv.slice(2).map((path) => resolve(path));
const here = dirname(fileURLToPath(import.meta.url));
const made = ['jejak-graph.js', 'force-worker.js', 'jejak-chart.js'];
const sources = readdirSync(here).filter((name) => /\.(ts|json|mjs)$/.test(name)).sort();

function digest(names) {
  const hash = createHash('sha256');
  names.forEach((name) => hash.update(name).update(readFileSync(join(here, name))));
  return hash.digest('hex');
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

mkdirSync(work, { recursive: true });
const wanted = digest(sources);
const built = join(work, `built-${createHash('sha256').update(out).digest('hex').slice(0, 12)}.sha256`);
if (read(built) === wanted && made.every((name) => existsSync(join(out, name)))) {
  process.exit(0);
}
readdirSync(work).filter((name) => name.endsWith('.ts')).forEach((name) => rmSync(join(work, name)));
sources.forEach((name) => cpSync(join(here, name), join(work, name)));

const locked = digest(['package-lock.json']);
const installed = join(work, 'installed.sha256');
if (read(installed) !== locked) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const options = { cwd: work, stdio: 'inherit', shell: process.platform === 'win32' };
  execFileSync(npm, ['ci', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'], options);
  writeFileSync(installed, locked);
}

const need = createRequire(join(work, 'package.json'));
try {
  execFileSync(process.execPath, [need.resolve('typescript/bin/tsc'), '--project', work], { stdio: 'inherit' });
} catch {
  process.exit(1);
}
const { buildSync } = need('esbuild');
buildSync({
  absWorkingDir: work,
  entryPoints: ['jejak-graph.ts', 'force-worker.ts', 'jejak-chart.ts'],
  outdir: out,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  legalComments: 'inline',
  logLevel: 'warning',
});
writeFileSync(built, wanted);
