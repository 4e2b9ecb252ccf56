import type { Hono } from 'hono';
import { machineUserId } from '../data/people';
import type { UserRow } from '../data/rows';
import type { Desk } from '../desk';
import {
  companyResource,
  orgResource,
  tagResource,
  teamResources,
  tokenResource,
  userResource,
} from '../resources/organisation';
import { fail, json } from './errors';
import { type ApiEnv, needs } from './guard';
import { listAnswer, pageOf } from './lists';

const users = ['org.permission.user.read', 'org.admin.user.read'];

/** Routes for the key itself, the organisation, its users, teams, tags and companies. */
export function addOrganisation(app: Hono<ApiEnv>, desk: Desk): void {
  app.get('/v1/auth/tokens/current', (c) =>
    json({ data: tokenResource(c.get('secret'), c.get('key')) }),
  );
  app.get('/v1/orgs/current', () => json({ data: orgResource(desk) }));

  app.on('GET', ['/v1/users/current', '/v1/users/current/'], needs(desk, ...users), () => {
    const user = desk.tables.users.get(machineUserId);
    return user === undefined
      ? fail(desk, { status: 404 })
      : json({ data: userResource(desk, user) });
  });
  app.get('/v1/users', needs(desk, ...users), (c) => {
    const url = new URL(c.req.url);
    const rows = present(desk).filter((user) => asked(user, url));
    const page = pageOf(rows, url, { usual: 100, max: 500 });
    return listAnswer(url, page, (user) => userResource(desk, user));
  });
  app.get('/v1/users/:ids', needs(desk, ...users), (c) => {
    const ids = c.req.param('ids').split(',');
    const found = present(desk).filter((user) => ids.includes(user.id));
    const isRefused = desk.switches.unknownUsers === 'not-found' && found.length < ids.length;
    if (isRefused) return fail(desk, { status: 404, parameter: 'id' });
    if (ids.length > 1) return json({ data: found.map((user) => userResource(desk, user)) });
    const [only] = found;
    if (only === undefined) return fail(desk, { status: 404, parameter: 'id' });
    return json({ data: userResource(desk, only) });
  });

  app.get('/v1/teams', needs(desk, 'org.permission.team.read', 'org.user.team.read'), (c) => {
    const url = new URL(c.req.url);
    return listAnswer(url, pageOf(teamResources(desk), url, { usual: 100, max: 500 }), (t) => t);
  });
  app.get('/v1/tags', needs(desk, 'org.permission.tag.read', 'org.user.tag.read'), (c) => {
    const url = new URL(c.req.url);
    const page = pageOf(desk.tables.tags.all(), url, { usual: 100, max: 100 });
    return listAnswer(url, page, tagResource);
  });
  addCompanies(app, desk);
}

function present(desk: Desk): UserRow[] {
  return desk.tables.users.all().filter((user) => !user.left);
}

function asked(user: UserRow, url: URL): boolean {
  const userType = url.searchParams.get('userType') ?? user.userType;
  const email = url.searchParams.get('email') ?? user.email;
  return userType === user.userType && email === user.email;
}

function addCompanies(app: Hono<ApiEnv>, desk: Desk): void {
  const company = needs(desk, 'org.permission.company.read', 'org.user.company.read');
  app.get('/v1/companies', company, (c) => {
    const url = new URL(c.req.url);
    const page = pageOf(desk.tables.companies.all(), url, { usual: 100, max: 100 });
    return listAnswer(url, page, (row) => companyResource(desk, row));
  });
  app.get('/v1/companies/:id', company, (c) => {
    const row = desk.tables.companies.get(c.req.param('id'));
    if (row === undefined) return fail(desk, { status: 404, parameter: 'id' });
    return json({ data: companyResource(desk, row) });
  });
}
