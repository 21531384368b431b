import type { FastifyInstance } from 'fastify';

/** The service's routes, under `/api/users` and `/api/admin`. */
export function usersRoutes(_app: FastifyInstance): void {
  // Each file of routes/ is called here.
}
