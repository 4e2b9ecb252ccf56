import { expect, test } from 'vitest';
import { isMadeUpId } from '../../../lib/identity/external-id';
import { resolvePerson } from '../../../lib/identity/resolve-person';
import { contact, membersOf } from './people';

const madeUp =
  `[object Object]|{{user.id}}|null|00000000-0000-0000-0000-000000000000|123456|(not set)|undefined|NaN|-1|0
  test|guest|anonymous|N/A|None|NULL|nil|unknown|-|---|???|{user_id}|\${userId}|<user_id>|%USER_ID%|__USER_ID__
  user_undefined|undefined-undefined|customer-null|user-NaN|true|false|111111|999999|000000|12345|1234|654321|1234567890
  abc|abc123|test123|test-user|testuser|user123|user_1234|12345678-1234-1234-1234-123456789012
  11111111-1111-1111-1111-111111111111|ffffffff-ffff-ffff-ffff-ffffffffffff|123e4567-e89b-12d3-a456-426614174000
  xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx|guest_user|info@acme.com|test@test.com|noreply@acme.com|#N/A|#REF!|Invalid Date
  1970-01-01T00:00:00Z|{}|[]|id|user_id|userId|external_id|YOUR_USER_ID|<none>|(null)|not available|<%= user.id %>
  [[user.id]]|%%user%%|{0}|%s|2147483647|-999|0000|kein|unbekannt|inconnu|desconocido|неизвестно|游客|ゲスト|user-0
  nil-1|test-1|test_01|example_user_1|dummy_id_1|mockUserId|test1042|sample_1|demo_user_02|fixture-7|foo-bar-1|noid|pending|not-applicable|TBC|abcdefgh|qwertyuiop
  hello world|current_user|DBNull|Symbol(id)|Promise {<pending>}|java.lang.Object@1b6d3586|com.acme.User@4f2e1a|Ljava.lang.String;@7852e922
  4.9151E+11|1e+21|0x0|#<User:0x00007f8b1c0>|bot|stub|ERR
  not logged in|logged-out|not_logged_in|unauthenticated|unidentified|nouser|notset|no one|no-one|not found|not_found|NotFound
  unavailable|Error: not found|replace_me|changeme|CHANGE_ME|change-me|fixme|some-id|some_user_id|sessionid|other|various|any|all
  yes|on|off|ok|s/o|sin id|kein Benutzer|匿名用户|テストユーザー|未登录|бот|%!s(<nil>)|function () { return id; }|$1
  john_doe|johndoe|max.mustermann
  customer-0000|+49 171 1234567|000000000000000000000000|test_test|ｎｕｌｌ|nu\u200bll`
    .split(/[|\n]/)
    .map((id) => id.trim())
    .filter((id) => id !== '')
    .concat('*|UNIQID|*');

const { emailKeys } = { emailKeys: ['ana@mail.org'] };
const rules = { ownDomains: ['ourshop.com'], sharedIdConnections: ['north', 'east'] };

test.each(madeUp)('%j neither joins nor keeps apart', (id) => {
  expect(isMadeUpId(id)).toBe(true);
  const one = contact('north', '1', { externalIds: [id] });
  const twin = contact('north', '2', { externalIds: [id] });
  const there = contact('east', '1', { externalIds: [id] });
  expect(membersOf(resolvePerson(one, [twin, there], [], rules))).toEqual(['north/1']);
  const withMail = { ...one, emailKeys };
  const real = contact('north', '3', { emailKeys, externalIds: ['crm-1001'] });
  expect(membersOf(resolvePerson(withMail, [real], [], rules))).toEqual(['north/1', 'north/3']);
});

test('an address of the own company is no id either', () => {
  const shared = { externalIds: ['bo@ourshop.com'] };
  const person = resolvePerson(
    contact('north', '1', shared),
    [contact('north', '2', shared)],
    [],
    rules,
  );
  expect(membersOf(person)).toEqual(['north/1']);
});

test.each([
  'cust_20418',
  '4e8821',
  'ann@48213abc',
  'nilsson',
  'acme/se/2024/4711?ref=a&b=c#top',
  'crm-1001',
  'customer-7001',
  '48213',
  '42',
  '6f9619ff-8b86-d011-b42d-00cf4fc964ff',
  '{6F9619FF-8B86-D011-B42D-00CF4FC964FF}',
  '5f2b8c9e4d3a2b1c0d9e8f7a',
  'cus_NffrFeUfNV2Hib',
  'auth0|5f7c8ec7c33c6c004bbafe82',
  'guest-48213',
  'ana@mail.org',
  'A1B2C3',
  'tom',
  'BAR-1042',
  'bar_customer_7',
  'SAMPLE-1042',
  'demo-20418',
  'demo-817',
  'fixture_4711',
  'gaston',
  'baron',
  'session_48213',
  'john_dove',
  'otherwise',
  'all-4711',
])('%j names somebody, within one helpdesk', (id) => {
  expect(isMadeUpId(id)).toBe(false);
  const one = contact('north', '1', { externalIds: [id] });
  const twin = contact('north', '2', { externalIds: [id] });
  expect(membersOf(resolvePerson(one, [twin], [], { ownDomains: [] }))).toEqual([
    'north/1',
    'north/2',
  ]);
});

test('ids of two helpdesks join only where the settings say that one system gives both', () => {
  const [one, other] = ['north', 'east'].map((platform) =>
    contact(platform, '1', { externalIds: ['crm-1001'] }),
  );
  if (one === undefined || other === undefined) throw new TypeError('nobody');
  expect(membersOf(resolvePerson(one, [other], [], { ownDomains: [] }))).toEqual(['north/1']);
  expect(membersOf(resolvePerson(one, [other], [], rules))).toEqual(['east/1', 'north/1']);
});

test('two accounts of one platform are two systems', () => {
  const one = contact('north', '1', { emailKeys, externalIds: ['1001'] });
  const other = { ...one, connectionId: 'north-2', externalIds: ['1002'] };
  const namesake = { ...one, connectionId: 'north-2', emailKeys: [] };
  expect(membersOf(resolvePerson(one, [other], [], { ownDomains: [] }))).toHaveLength(2);
  expect(membersOf(resolvePerson(one, [namesake], [], { ownDomains: [] }))).toHaveLength(1);
});
