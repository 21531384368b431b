import { fastify } from 'fastify';

/**
 * `bare-server.ts <path> <body, base64>`: one route that answers fixed bytes, and nothing else. Prints its address.
 * What Fastify and Node cost by themselves.
 */
const [path = '/', encoded = ''] = process.argv.slice(2);
const body = Buffer.from(encoded, 'base64').toString();
const app = fastify();
app.get(path, (_request, reply) => reply.type('application/json; charset=utf-8').send(body));
process.stdout.write(`${await app.listen({ port: 0, host: '127.0.0.1' })}\n`);
