import { hexId } from '../../world/ids';
import { machineUserId } from '../data/people';
import type { NamedRow, UserRow } from '../data/rows';
import type { Desk } from '../desk';
import type { ApiKey } from '../keys';
import { orgId, orgReference, type Resource, reference, settle } from './resource';

const founded = '2025-01-01T00:00:00.000Z';
const stamps = { createdAt: founded, updatedAt: founded };

export function userResource(desk: Desk, row: UserRow): Resource {
  return {
    type: 'user',
    id: row.id,
    attributes: settle(desk, row.id, {
      displayName: row.name,
      name: row.name,
      userType: row.userType,
      email: row.email,
      emailVerifiedAt: row.userType === 'user' ? founded : undefined,
      mobile: undefined,
      avatarUrl: undefined,
      roles: [],
      roleGroups: [],
      ...stamps,
    }),
    relationships: { org: orgReference },
    links: { self: `/v1/users/${row.id}` },
  };
}

export function orgResource(desk: Desk): Resource {
  return {
    type: 'org',
    id: orgId,
    attributes: { name: desk.org, ...stamps },
    relationships: {},
    links: { self: `/v1/orgs/${orgId}` },
  };
}

/** What `GET /v1/auth/tokens/current` says about the key used for the request. */
export function tokenResource(secret: string, key: ApiKey): Resource {
  const id = hexId(`kustomer/token/${secret}`);
  return {
    type: 'auth_token',
    id,
    attributes: {
      lastTokenChars: secret.slice(-3),
      name: key.name,
      ipAddress: '203.0.113.7',
      userAgent: 'Mozilla/5.0',
      roles: key.roles,
      lastAccessedAt: founded,
      ...stamps,
    },
    relationships: { org: orgReference, user: reference('user', 'users', machineUserId) },
    links: { self: `/v1/auth/tokens/${id}` },
  };
}

export function tagResource(row: NamedRow): Resource {
  return {
    type: 'tag',
    id: row.id,
    attributes: { name: row.name, color: '#3b82f6', deleted: false, ...stamps },
    relationships: { org: orgReference },
    links: { self: `/v1/tags/${row.id}` },
  };
}

export function companyResource(desk: Desk, row: NamedRow): Resource {
  return {
    type: 'company',
    id: row.id,
    attributes: settle(desk, row.id, {
      name: row.name,
      domains: [],
      emails: [],
      phones: [],
      tags: [],
      custom: undefined,
      ...stamps,
      rev: 1,
    }),
    relationships: { org: orgReference },
    links: { self: `/v1/companies/${row.id}` },
  };
}

/** The organisation's teams; every agent who has not left is in the first. */
export function teamResources(desk: Desk): Resource[] {
  const members = desk.tables.users
    .all()
    .filter((user) => user.userType === 'user' && !user.left)
    .map((user) => user.id);
  return [
    { name: 'Support', members },
    { name: 'Billing', members: members.slice(0, 1) },
  ].map((team) => {
    const id = hexId(`kustomer/team/${team.name}`);
    return {
      type: 'team',
      id,
      attributes: { ...team, displayName: team.name, icon: 'users', deleted: false, ...stamps },
      relationships: { org: orgReference },
      links: { self: `/v1/teams/${id}` },
    };
  });
}
