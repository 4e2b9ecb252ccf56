/**
 * The address of a team's file, checked: https, no name or password in it. A problem is for a
 * person.
 */
export function readTeamAddress(url: string): { address: string } | { problem: string } {
  const text = url.trim();
  if (!URL.canParse(text)) {
    return { problem: 'This is not an address. It begins with https:// and leads to a JSON file.' };
  }
  const { protocol, username, password } = new URL(text);
  if (protocol !== 'https:') {
    return {
      problem:
        'The address must begin with https://, so that nobody can change the file on its way.',
    };
  }
  if (username !== '' || password !== '') {
    return {
      problem: 'Leave name and password out of the address: it is shown and kept in the open.',
    };
  }
  const address = new URL(text);
  address.hash = '';
  return { address: address.href };
}

/** The match pattern of the browser's permission that fetching the file needs. */
export function teamPermission(address: string): string {
  return `https://${new URL(address).hostname}/*`;
}
