import { html, type Html } from '../html.ts';

/** Lines to copy into a terminal or a program. Long lines wrap, so that nothing scrolls sideways on a phone. */
export const codeBlock = (text: string): Html => html`<pre class="code-block"><code>${text}</code></pre>`;
