/** A visitor’s id as the web app writes it, and as the API does. */
export const uuid = '0b0e7d9a-5f3c-4d21-a8f0-0123456789ab';
export const hex = '5f0c7e2ab1d34c0011aa22bb';

/** A page’s address. */
export function at(hash: string, path = '/', host = 'app.chaport.com'): Location {
  return Object.assign(Object.create(null), { hostname: host, pathname: path, hash });
}
