/** Options of a test's route that anyone may use. */
export const OPEN = { config: { access: 'public' as const } };
