/** What a manifest asks of the person who installs it, as far as a store wants it justified. */
export interface Permissions {
  permissions?: readonly string[];
  optional_permissions?: readonly string[];
  host_permissions?: readonly string[];
  optional_host_permissions?: readonly string[];
}

/** The permissions that a listing justifies: the first cell of each row in its table of permissions. */
export function justifiedPermissions(listing: string): string[] {
  const table = /^## (?:Permissions|权限)[^\n]*$([\s\S]*?)(?=^## |(?![\s\S]))/m.exec(listing)?.[1];
  return [...(table ?? '').matchAll(/^\| ((?:`[^`|]+`(?:, )?)+) \| [^\s|]/gm)].flatMap(
    ([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  );
}

/** Which permissions the builds ask for without a reason in the listing, and which reasons no build needs. */
export function permissionProblems(builds: readonly Permissions[], listing: string): string[] {
  const asked = new Set(
    builds.flatMap((build) => [
      ...(build.permissions ?? []),
      ...(build.optional_permissions ?? []),
      ...(build.host_permissions ?? []),
      ...(build.optional_host_permissions ?? []),
    ]),
  );
  const justified = justifiedPermissions(listing);
  return [
    ...[...asked]
      .filter((name) => !justified.includes(name))
      .map((name) => `${name} has no reason in the listing.`),
    ...justified
      .filter((name) => !asked.has(name))
      .map((name) => `${name} is in the listing, but no build asks for it.`),
  ];
}
