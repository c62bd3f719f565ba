// Begins the thread that writes files. It is JavaScript because a thread that has to take the types out of its first file
// loads a compiler for that, 20 MiB, whatever was kept of earlier starts.
import { enableCompileCache } from 'node:module';

enableCompileCache();
await import('./writing-thread.ts');
