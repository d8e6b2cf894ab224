import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const LINES_MAX = 150;
const APP = dirname(fileURLToPath(import.meta.url));
const ROOT = join(APP, '..');
const files = readdirSync(APP, { recursive: true, encoding: 'utf8' });

test('no file outgrows its noun', () => {
  const long = files.filter((name) => name.endsWith('.js') && !name.startsWith('words/'))
    .map((name) => ({ name, lines: readFileSync(join(APP, name), 'utf8').trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > LINES_MAX);
  assert.deepEqual(long, []);
});

test('every element has its folder, and its sheet is on the list', () => {
  const list = readFileSync(join(APP, 'app.css'), 'utf8');
  for (const name of files.filter((file) => file.endsWith('.css') && file !== 'app.css')) assert.ok(list.includes(`'${name}'`), name);
});

test('what others wrote is what the list says', () => {
  const readme = readFileSync(join(ROOT, 'vendor/README.md'), 'utf8');
  for (const name of ['lit.js', 'sip.js']) {
    const sum = createHash('sha256').update(readFileSync(join(ROOT, 'vendor', name))).digest('hex');
    assert.ok(readme.includes(sum), `${name} ${sum}`);
  }
});

test('the pages hold no script and no style of their own', () => {
  for (const page of ['index', 'appel', 'lines', 'messages', 'places', 'coordination', 'libre', 'appointments', 'handover', 'reports', 'wallboard']) {
    const html = readFileSync(join(ROOT, `${page}.html`), 'utf8');
    assert.doesNotMatch(html, /<style|style=|<script(?![^>]*src=)|\son\w+=/, page);
  }
  for (const name of files.filter((file) => file.endsWith('.js') && !file.endsWith('.test.js'))) {
    assert.doesNotMatch(readFileSync(join(APP, name), 'utf8'), /style=|unsafeHTML|innerHTML/, name);
  }
});
