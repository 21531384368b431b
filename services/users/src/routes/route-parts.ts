/** Group of the routes in the API's documentation. */
export const tag = 'users';
