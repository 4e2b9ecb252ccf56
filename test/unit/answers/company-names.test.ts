import { expect, test } from 'vitest';
import { companyNames } from '../../../lib/answers/company-names';

test.each([
  ['Acme Ltd', ['Acme']],
  ['Acme, Inc.', ['Acme']],
  ['Blue Ocean Trading GmbH & Co. KG', ['Blue Ocean Trading']],
  ['Boulangerie Dupont S.à r.l.', ['Boulangerie Dupont']],
  ['Kowalski Sp. z o.o.', ['Kowalski']],
  ['Müller UG (haftungsbeschränkt)', ['Müller']],
  ['The Acme Company', ['Acme']],
  ['ООО «Ромашка»', ['Ромашка']],
  ['Costa S.p.A.', ['Costa']],
  ['Acme', []],
  ['Tag', []],
  ['北京蓝海贸易有限公司', ['北京蓝海贸易', '蓝海贸易', '北京蓝海']],
  ['深圳市腾飞达科技股份有限公司', ['深圳市腾飞达科技', '腾飞达科技', '腾飞达', '深圳市腾飞达']],
  ['蓝海（上海）贸易有限公司', ['蓝海贸易']],
  ['株式会社田中商店', ['田中商店']],
])('%s', (company, names) => {
  expect(companyNames(company)).toEqual(names);
});
