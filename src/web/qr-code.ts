import { create } from 'qrcode';
import { html } from '../ui/index.ts';
import type { Html } from '../ui/index.ts';

/** Modules of quiet zone around a code (ISO/IEC 18004 asks for four). */
const MARGIN = 4;
const SIZE = 148;

/** An address as a QR code, `side` pixels wide: dark on white whatever the screen's colours, or cameras fail. */
export function qrCode(address: string, label: string, side = SIZE): Html {
  const { modules } = create(address, { errorCorrectionLevel: 'M' });
  const { size, data } = modules;
  let path = '';
  for (let at = 0; at < data.length; at += 1) {
    if (data[at]) path += `M${(at % size) + MARGIN} ${Math.floor(at / size) + MARGIN}h1v1h-1z`;
  }
  const all = size + 2 * MARGIN;
  return html`<svg class="qr" role="img" aria-label="${label}" width="${side}" height="${side}" viewBox="0 0 ${all} ${all}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${all}v${all}H0z"/><path fill="#000" d="${path}"/></svg>`;
}
