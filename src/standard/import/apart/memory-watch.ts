/**
 * Ends its process when that takes more memory than any decree needs. A thread of its own, because a parser that is
 * caught in a file leaves no time to look; the limit of the heap does not count what lies outside it.
 */
const MOST_BYTES = 900_000_000;
const EVERY_MS = 50;

setInterval(() => {
  if (process.memoryUsage.rss() > MOST_BYTES) process.kill(process.pid, 'SIGKILL');
}, EVERY_MS);
