import { expect, it } from '@jest/globals';
import { readPerson } from './person-names.rules.js';

it.each([
  ['Mr Rossi', 'Rossi', 'Mr', null],
  ['Mr. Rossi', 'Rossi', 'Mr.', null],
  ['Dr. Chen Feng', 'Chen Feng', 'Dr.', null],
  ['Prof.ssa Anna Bianchi', 'Anna Bianchi', 'Prof.ssa', null],
  ['Prof. ssa Anna Bianchi', 'Anna Bianchi', 'Prof. ssa', null],
  ['Dott. Ing. Ugo Bianchi', 'Ugo Bianchi', 'Dott. Ing.', null],
  ['Sig.ra Anna Bianchi', 'Anna Bianchi', 'Sig.ra', null],
  ['H.E. Mr Sun Zhiming', 'Sun Zhiming', 'H.E. Mr', null],
  ['On. Anna Bianchi', 'Anna Bianchi', 'On.', null],
  ['Sun Zhiming (Mr.)', 'Sun Zhiming', 'Mr.', null],
  ['欧阳先生', '欧阳', '先生', null],
  ['王教授', '王', '教授', null],
  ['孙志明 女士', '孙志明', '女士', null],
  ['ROSSI Mario', 'Mario Rossi', null, ['Rossi', 'Mario']],
  ['Mario ROSSI', 'Mario Rossi', null, ['Rossi', 'Mario']],
  ['DE LUCA Anna Maria', 'Anna Maria De Luca', null, ['De Luca', 'Anna Maria']],
  ["D'ANGELO Ugo", "Ugo D'Angelo", null, ["D'Angelo", 'Ugo']],
  ['CHEN Feng', 'Chen Feng', null, ['Chen', 'Feng']],
  ['Zhiming SUN', 'Sun Zhiming', null, ['Sun', 'Zhiming']],
  ['Rossi, Mario', 'Mario Rossi', null, ['Rossi', 'Mario']],
  ['de Luca, Anna', 'Anna de Luca', null, ['de Luca', 'Anna']],
  ['Chen, Feng', 'Chen Feng', null, ['Chen', 'Feng']],
  ['Dott. ROSSI Mario', 'Mario Rossi', 'Dott.', ['Rossi', 'Mario']],
  ['Mario Rossi', 'Mario Rossi', null, null],
  ['MARIO ROSSI', 'MARIO ROSSI', null, null],
  ['Anna Bianchi, PhD', 'Anna Bianchi, PhD', null, null],
  ['Bianchi, PhD', 'Bianchi, PhD', null, null],
  ['Mr & Mrs Rossi', 'Mr & Mrs Rossi', null, null],
  ['On Tai', 'On Tai', null, null],
  ['Drew Ingram', 'Drew Ingram', null, null],
  ['Profeta Ugo', 'Profeta Ugo', null, null],
  ['教授', '教授', null, null],
  ['孙志明', '孙志明', null, null],
])('“%s” names %s', (text, name, honorific, parts) => {
  const [family, given] = parts ?? [];
  expect(readPerson(text)).toEqual({ name, honorific, parts: parts && { family, given } });
});

it('a cell however long is read at once', () => {
  const started = performance.now();
  for (const part of ['Mr. ', 'A', 'Rossi ', 'ROSSI ', ', ', ' 先生', '先生 ', '(', "d'", '\t'])
    readPerson(part.repeat(100_000));
  expect(performance.now() - started).toBeLessThan(2000);
});
