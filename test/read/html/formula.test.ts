import { expect, test } from 'vitest';
import { parseHtml } from '../../../src/read/html/dom.ts';
import { mathmlText } from '../../../src/read/html/formula.ts';

test.each([
  ['<mfrac><mn>2</mn><mn>3</mn></mfrac>', '2/3'],
  ['<mn>1</mn><mfrac><mn>1</mn><mn>2</mn></mfrac>', '1 1/2'],
  ['<mrow><msup><mn>10</mn><mn>6</mn></msup></mrow>', '10⁶'],
  ['<mn>3</mn><mo>×</mo><msup><mn>10</mn><mn>12</mn></msup>', '3×10¹²'],
  ['<msup><mi>m</mi><mi>n</mi></msup>', 'm^n'],
  ['<msub><mi>CO</mi><mn>2</mn></msub>', 'CO2'],
  ['<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac>', '(a+b)/2'],
  ['<mo>≥</mo>\n <mn>90</mn><mo>%</mo>', '≥90%'],
  ['<semantics><mn>5</mn><annotation encoding="application/x-tex">5</annotation></semantics>', '5'],
  ['<msqrt><mn>9</mn></msqrt>', '√9'],
  ['<mtext>số xã</mtext>', 'số xã'],
])('%s', (math, text) => expect(mathmlText(parseHtml(`<math>${math}</math>`))).toBe(text));
