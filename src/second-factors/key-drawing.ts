// The key of an authenticator app as a QR code, drawn here: the key goes to nobody else.
import qrcode from 'qrcode-generator';
import { OwnMarkup } from '../common/markup/own-markup';

/** The white edge that readers need around it, in modules (ISO/IEC 18004). */
const EDGE = 4;

/** @param uri otpauth: address. @returns an SVG; what it shows stands beside it as text too */
export function keyDrawing(uri: string): OwnMarkup {
  const code = qrcode(0, 'M');
  code.addData(uri);
  code.make();
  const count = code.getModuleCount();
  const size = count + 2 * EDGE;
  const modules = Array.from({ length: count }, (_, row) =>
    Array.from({ length: count }, (__, column) =>
      code.isDark(row, column) ? `M${column + EDGE} ${row + EDGE}h1v1h-1z` : '',
    ).join(''),
  );
  return new OwnMarkup(
    `<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="QR code of the key. The key stands beside it as text." shape-rendering="crispEdges">` +
      `<rect width="${size}" height="${size}" fill="#fff"/><path d="${modules.join('')}" fill="#000"/></svg>`,
  );
}
