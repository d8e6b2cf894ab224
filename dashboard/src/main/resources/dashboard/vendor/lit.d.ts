export { LitElement, html, svg, nothing, noChange } from 'lit';
export type { TemplateResult, PropertyValues } from 'lit';
export { repeat } from 'lit/directives/repeat.js';
export { live } from 'lit/directives/live.js';
export { classMap } from 'lit/directives/class-map.js';
export { ifDefined } from 'lit/directives/if-defined.js';
