/** A bare Fastify with one JSON route; prints its address. */
import fastify from 'fastify';

const server = fastify();
server.get('/', async () => ({ service: 'ruang-rapat', promised: 'P1D' }));
console.log(await server.listen({ host: '127.0.0.1', port: 0 }));
