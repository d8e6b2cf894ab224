/** Makes the two vendored modules again, byte for byte, from the versions in package-lock.json: npm ci && npm run vendor. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';

const VENDOR = 'src/main/resources/dashboard/vendor';
const ENTRIES = {
  lit: `export { LitElement, html, svg, nothing, noChange } from 'lit';
export { repeat } from 'lit/directives/repeat.js';
export { live } from 'lit/directives/live.js';
export { classMap } from 'lit/directives/class-map.js';
export { ifDefined } from 'lit/directives/if-defined.js';`,
  sip: `export { UserAgent, Registerer, RegistererState, Inviter, SessionState, UserAgentState, Web } from 'sip.js';`,
};

for (const [name, contents] of Object.entries(ENTRIES)) {
  const outfile = `${VENDOR}/${name}.js`;
  await build({
    stdin: { contents, resolveDir: '.', loader: 'js' },
    bundle: true, format: 'esm', target: 'es2022', minify: true, legalComments: 'inline', outfile,
  });
  console.log(`${createHash('sha256').update(readFileSync(outfile)).digest('hex')}  ${name}.js`);
}
