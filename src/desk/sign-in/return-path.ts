/**
 * Where to go after signing in: the desk's page that was asked for, never another site (an open redirect would lend our
 * name to somebody else's page). Anything that is not plainly a path of the desk leads to the queue.
 */
export function returnPath(asked: unknown): string {
  const fallback = '/meja';
  if (typeof asked !== 'string' || asked.length > 500) return fallback;
  // Browsers drop these before they read an address, so what looks like a path might not be one.
  if (/[\\\p{Cc}]/u.test(asked)) return fallback;
  const inDesk = asked === '/meja' || /^\/meja[/?]/.test(asked);
  const signsIn = /^\/meja\/(masuk|keluar)\b/.test(asked);
  return inDesk && !signsIn && !asked.includes('//') ? asked : fallback;
}
